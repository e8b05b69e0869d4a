import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import Testing

@testable import PasserellePipeline

/// One state of a made-up process.
private struct Release: SourceRecord {
  let key: String
  let name: String
  let day: String?
  let says: [String: String]
  var isWhole = false
  var removals: [StatementRemoval] = []
  var mapping = 1

  var source: String { "test" }
  var mappingVersion: Int { mapping }
  var bytes: [UInt8] { Array("\(key) \(name) \(day ?? "") \(says.sorted { $0.key < $1.key })".utf8) }
  var location: PasserelleCore.SourceLocation {
    PasserelleCore.SourceLocation(file: "releases.json", record: 1)
  }
  var amendment: RecordAmendment? {
    RecordAmendment(identifier: name, issued: day.flatMap { Instant(iso: $0) }, isWhole: isWhole)
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let subject = iris.identifier(.ocid, key)
    var statements = StatementBuffer()
    for (relation, value) in says.sorted(by: { $0.key < $1.key }) {
      statements.add(subject, Vocabulary.pas + relation, .string(value))
    }
    var record = MappedRecord(
      subject: subject, kind: .call, published: nil, isDemonstration: false, statements: statements,
      diagnostics: [])
    record.removals = removals
    return record
  }
}

@Suite struct AmendedRecordTests {
  let fixture: PipelineFixture

  init() throws { fixture = try PipelineFixture() }

  private func store(_ releases: [Release]) throws -> RecordBatch.Result {
    let writer = GraphWriter(store: fixture.store, run: nil) { fixture.tick() }
    var batch = RecordBatch(limit: 100)
    for release in releases {
      batch.append(release, key: release.key, hash: SHA256Digest.hash(release.bytes))
    }
    return try batch.flush(into: writer, fixture.store)
  }

  private func said(_ key: String) throws -> [String: String] {
    try fixture.store.read { reader in
      guard let open = try reader.openVersion(source: "test", key: key) else { return [:] }
      var result: [String: String] = [:]
      for quad in try reader.quads(QuadPattern(graph: open.version)) {
        let terms = try reader.terms(of: [quad.predicate, quad.object])
        guard let relation = terms[0]?.iriValue, relation != Vocabulary.amendedBy else { continue }
        result[String(relation.dropFirst(Vocabulary.pas.count))] = terms[1]?.lexicalForm
      }
      return result
    }
  }

  private let tender = Release(
    key: "o-1", name: "r1", day: "2024-01-01", says: ["title": "A", "amount": "1"])
  private let update = Release(key: "o-1", name: "r2", day: "2024-02-01", says: ["amount": "2"])
  private let award = Release(key: "o-1", name: "r3", day: "2024-03-01", says: ["winner": "W"])

  @Test func releasesCompleteEachOtherWhateverTheirOrderInTheBatch() throws {
    for releases in [[tender, update, award], [award, tender, update]] {
      let fixture = try AmendedRecordTests()
      let result = try fixture.store(releases)
      #expect(result.added == 1)
      #expect(result.changed == 2)
      #expect(try fixture.said("o-1") == ["title": "A", "amount": "2", "winner": "W"])
    }
  }

  @Test func releasesOfLaterRunsComplete() throws {
    _ = try store([tender])
    let result = try store([update])
    #expect(result.changed == 1)
    #expect(try said("o-1") == ["title": "A", "amount": "2"])
  }

  @Test func aReleaseMetAgainChangesNothing() throws {
    _ = try store([tender, update])
    let again = try store([tender, update])
    #expect(again.unchanged == 2)
    #expect(again.added + again.changed == 0)
    let alone = try store([tender])
    #expect(alone.unchanged == 1)
    #expect(try said("o-1") == ["title": "A", "amount": "2"])
  }

  @Test func aLateReleaseFillsGapsAndIsTold() throws {
    _ = try store([update])
    let result = try store([tender])
    #expect(result.changed == 1)
    #expect(result.diagnostics.map(\.code.name) == ["record.late"])
    #expect(try said("o-1") == ["title": "A", "amount": "2"])
  }

  @Test func aWholeReleaseStandsAlone() throws {
    _ = try store([tender, update])
    _ = try store([Release(key: "o-1", name: "c", day: "2024-04-01", says: ["title": "B"], isWhole: true)])
    #expect(try said("o-1") == ["title": "B"])
  }

  @Test func ofOneInstantAWholeStateIsTheLaterOne() throws {
    let whole = Release(key: "o-1", name: "c", day: "2024-02-01", says: ["title": "B"], isWhole: true)
    for states in [[update, whole], [whole, update]] {
      let fixture = try AmendedRecordTests()
      _ = try fixture.store(states)
      #expect(try fixture.said("o-1") == ["title": "B"])
      let apart = try AmendedRecordTests()
      for state in states { _ = try apart.store([state]) }
      #expect(try apart.said("o-1") == ["title": "B"])
    }
  }

  @Test func whatAWholeStateLeavesOutDoesNotComeBack() throws {
    _ = try store([Release(key: "o-1", name: "v2", day: "2024-04-01", says: ["title": "B"], isWhole: true)])
    let result = try store([tender])
    #expect(result.changed == 1)
    #expect(try said("o-1") == ["title": "B"])
  }

  @Test func whatIsTakenBackIsGone() throws {
    _ = try store([tender])
    let subject = fixture.store.iris.identifier(.ocid, "o-1")
    let removal = StatementRemoval(subject: subject, predicate: Vocabulary.pas + "amount")
    _ = try store([Release(key: "o-1", name: "n", day: "2024-04-01", says: [:], removals: [removal])])
    #expect(try said("o-1") == ["title": "A"])
  }

  @Test func aNewMappingLaysAStateAgain() throws {
    _ = try store([tender])
    var mapped = Release(key: "o-1", name: "r1", day: "2024-01-01", says: tender.says)
    mapped.mapping = 2
    let result = try store([mapped])
    #expect(result.changed == 1)
    #expect(result.diagnostics.isEmpty)
    #expect(try store([mapped]).unchanged == 1)
    #expect(try said("o-1") == ["title": "A", "amount": "1"])
  }

  @Test func processesDoNotMix() throws {
    let other = Release(key: "o-2", name: "r1", day: "2024-01-01", says: ["title": "Z"])
    let result = try store([tender, other, update])
    #expect(result.added == 2)
    #expect(result.changed == 1)
    #expect(try said("o-2") == ["title": "Z"])
  }
}
