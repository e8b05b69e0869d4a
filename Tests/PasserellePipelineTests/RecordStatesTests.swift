import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@testable import PasserellePipeline

/// Records of one key in several files of one run.
@Suite struct RecordStatesTests {
  private static func row(_ title: String, on day: String? = nil) -> String {
    PipelineFixture.row("R", title, day.map { #", "datePublicationDonnees": "\#($0)""# } ?? "")
  }

  /// A store, and the files that are read into it.
  private struct Night {
    let fixture: PipelineFixture

    init() throws { fixture = try PipelineFixture() }

    /// Writes files of rows, by number.
    func files(_ rows: [[String]]) throws -> [String] {
      try rows.enumerated().map { try fixture.write("f\($0.offset).json", PipelineFixture.file($0.element)) }
    }

    /// The titles of the records in force, by key.
    func titles() throws -> [String] {
      try fixture.store.read { reader in
        let predicate = try reader.identifiers(of: [.iri(Vocabulary.title)])[0]
        guard predicate.isBound else { return [] }
        return try reader.terms(of: reader.quads(QuadPattern(predicate: predicate)).map(\.object))
          .compactMap { $0?.lexicalForm }.sorted()
      }
    }

    func hash() throws -> ContentHash { try fixture.store.read { try $0.storeHash() } }
  }

  @Test func theSameContentIsStoredOnceAndOnceUnchanged() throws {
    let night = try Night()
    let report = try night.fixture.ingest(night.files([[Self.row("Un")], [Self.row("Un")]]))
    #expect([report.added, report.changed, report.unchanged] == [1, 0, 1])
    #expect(report.isBalanced)
  }

  @Test(arguments: [1, 1000]) func anotherContentIsALaterVersion(_ size: Int) throws {
    let night = try Night()
    let files = try night.files([[Self.row("Un")], [Self.row("Deux")]])
    let report = try night.fixture.ingest(files) { $0.batchSize = size }
    #expect([report.added, report.changed, report.unchanged] == [1, 1, 0])
    #expect(report.isBalanced)
    #expect(report.diagnostics["record.newState"] == 1)
    #expect(report.diagnostics["record.sameKey"] == nil)
    #expect(try night.titles() == ["Deux"])
    let again = try night.fixture.ingest(files) { $0.batchSize = size }
    #expect([again.added, again.changed, again.unchanged] == [0, 0, 2])
    #expect(again.isBalanced)
    #expect(try night.titles() == ["Deux"])
  }

  @Test(arguments: [1, 1000]) func theLatestByItsDateIsInForce(_ size: Int) throws {
    let night = try Night()
    let files = try night.files([
      [Self.row("Un", on: "2019-05-01")], [Self.row("Deux", on: "2019-03-01")],
      [Self.row("Trois", on: "2019-06-01")], [Self.row("Quatre", on: "2019-04-01")],
    ])
    let report = try night.fixture.ingest(files) { $0.batchSize = size }
    #expect([report.added, report.changed, report.unchanged] == [1, 1, 2])
    #expect(report.isBalanced)
    #expect(report.diagnostics["record.older"] == 2)
    #expect(try night.titles() == ["Trois"])
    let again = try night.fixture.ingest(files) { $0.batchSize = size }
    #expect([again.added, again.changed, again.unchanged] == [0, 0, 4])
    #expect(try night.titles() == ["Trois"])
  }

  @Test func recordsOfOneFileStayApartAndEachHasItsVersions() throws {
    let night = try Night()
    let files = try night.files([
      [Self.row("Un"), Self.row("Deux")], [Self.row("Un bis"), Self.row("Deux"), Self.row("Trois")],
    ])
    let report = try night.fixture.ingest(files)
    #expect([report.added, report.changed, report.unchanged] == [3, 1, 1])
    #expect(report.diagnostics["record.sameKey"] == 2)
    #expect(try night.titles() == ["Deux", "Trois", "Un bis"])
    #expect(try night.fixture.ingest(files).stored == 0)
  }

  @Test func aSourceMayGoBackToWhatItSaidBefore() throws {
    let night = try Night()
    let files = try night.files([[Self.row("Un")], [Self.row("Deux")]])
    _ = try night.fixture.ingest(files)
    let report = try night.fixture.ingest([files[0]])
    #expect([report.added, report.changed, report.unchanged] == [0, 1, 0])
    #expect(report.isBalanced)
    #expect(try night.titles() == ["Un"])
  }

  /// Each file may be the last that was read before a stop.
  @Test(arguments: [1, 2, 1000]) func goingOnAfterAStopGivesTheSame(_ size: Int) throws {
    let rows = [
      [Self.row("Un"), Self.row("Deux")], [Self.row("Un bis"), Self.row("Deux")],
      [Self.row("Un"), Self.row("Deux bis")], [Self.row("Un ter")], [Self.row("Un bis"), Self.row("Deux")],
    ]
    let whole = try Night()
    let first = try whole.fixture.ingest(whole.files(rows)) { $0.batchSize = size }
    #expect(first.isBalanced)
    let hash = try whole.hash()
    #expect(try whole.titles() == ["Deux", "Un bis"])
    #expect(try whole.fixture.ingest(whole.files(rows)) { $0.batchSize = size }.stored == 0)
    #expect(try whole.hash() == hash)
    for count in 1..<rows.count {
      let night = try Night()
      let files = try night.files(rows)
      _ = try night.fixture.ingest(Array(files[..<count])) { $0.batchSize = size }
      let report = try night.fixture.ingest(files) { $0.batchSize = size }
      #expect(report.isBalanced)
      #expect(try night.hash() == hash, "after \(count) files")
    }
  }
}
