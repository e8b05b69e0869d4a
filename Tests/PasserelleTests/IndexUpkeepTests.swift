import Foundation
import Passerelle
import PasserelleCore
import Testing

@Suite struct IndexUpkeepTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private var indexPath: String { fixture.path + "/segments/text" }

  /// All that a search for some words shows, with scores.
  private func answers(_ words: [String]) throws -> [SearchAnswer.Result] {
    let workspace = try fixture.open()
    return try words.flatMap { try workspace.search(SearchRequest(words: $0)).results }
  }

  private func removeIndex() throws { try FileManager.default.removeItem(atPath: indexPath) }

  /// The path of the first segment's file.
  private func segment() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: indexPath).sorted()
    return indexPath + "/" + (try #require(names.first { $0.hasSuffix(".seg") }))
  }

  private let words = ["voirie", "travaux rue", "EDF", "lyon", "tranche7"]

  @Test func aDeletedIndexIsRestoredToTheSameAnswers() throws {
    _ = try fixture.open().ingest([
      try fixture.write("a.json", AwardRow.many(25)), Repository.pipelineCase("modalities.jsonl"),
    ])
    let before = try answers(words)
    #expect(before.count > 20)
    try removeIndex()
    #expect(try fixture.open().index() > 0)
    #expect(try answers(words) == before)
    #expect(try fixture.open().index() == 0)
    #expect(try fixture.open().index(rebuild: true) > 0)
    #expect(try answers(words) == before)
  }

  /// DESIGN §1: the index catches up on opening; a search over nothing must not look like "nothing found".
  @Test func aSearchOverADeletedIndexCatchesUpFirst() throws {
    _ = try fixture.open().ingest([try fixture.write("a.json", AwardRow.many(5))])
    let before = try answers(words)
    try removeIndex()
    #expect(try answers(words) == before)
    try removeIndex()
    let spec = MemoryByteSource("# Travaux de voirie tranche3\n\nRéfection de la rue.\n".utf8)
    #expect(try fixture.open().match(document: spec, file: "b.md", language: .french).vendors.count == 1)
  }

  @Test func aDamagedIndexIsMadeAnew() throws {
    let path = try fixture.write("a.json", AwardRow.many(25))
    _ = try fixture.open().ingest([path])
    let before = try answers(words)
    let file = try segment()
    var bytes = try #require(FileManager.default.contents(atPath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    let workspace = try fixture.open()
    #expect(try !workspace.isSound(), "the doctor sees the damage")
    #expect(try fixture.open().index() > 0)
    #expect(try fixture.open().isSound())
    #expect(try answers(words) == before)
    try Data("rien".utf8).write(to: URL(fileURLWithPath: indexPath + "/manifest.json"))
    #expect(try fixture.open().ingest([path]).documentsIndexed > 0, "an ingestion mends it as well")
    #expect(try answers(words) == before)
    try FileManager.default.removeItem(atPath: segment())
    #expect(try answers(words) == before, "a search mends it as well")
  }

  /// Earlier versions kept the index in a database file.
  @Test func theFormerIndexGoes() throws {
    let former = fixture.path + "/segments/text.sqlite"
    _ = try fixture.open()
    for suffix in ["", "-wal"] { try Data("ancien".utf8).write(to: URL(fileURLWithPath: former + suffix)) }
    _ = try fixture.open().ingest([try fixture.write("a.json", AwardRow.many(2))])
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.path + "/segments")
    #expect(names.contains("text") && !names.contains { $0.hasPrefix("text.sqlite") })
  }

  @Test func aNewVersionReplacesTheDocument() throws {
    let row = AwardRow("A1", "Réfection du pont suspendu")
    _ = try fixture.open().ingest([try fixture.write("a.json", [row])])
    #expect(
      try fixture.open().titles("suspendu") { $0.filter.kinds = [.award] } == ["Réfection du pont suspendu"])
    _ = try fixture.open().ingest([
      try fixture.write("a.json", [row.with { $0.title = "Réfection du viaduc" }])
    ])
    #expect(try fixture.open().titles("suspendu").isEmpty)
    #expect(try fixture.open().titles("viaduc") == ["EDF", "Réfection du viaduc"])
  }

  /// A company that lost an award by a correction keeps none of its words, as a rebuilt index would have it.
  @Test func aChangedWinnerLeavesTheProfileOfTheFormerOne() throws {
    let first = AwardRow("A1", "Dragage du bassin")
    let other = AwardRow("A2", "Peinture des grilles")
    _ = try fixture.open().ingest([try fixture.write("a.json", [first, other])])
    #expect(try fixture.open().titles("dragage") { $0.filter.kinds = [.vendor] } == ["EDF"])
    let corrected = first.with {
      $0.winner = "30130960500410"
      $0.winnerName = "SMACL"
    }
    _ = try fixture.open().ingest([try fixture.write("a.json", [corrected, other])])
    #expect(try fixture.open().titles("dragage") { $0.filter.kinds = [.vendor] } == ["SMACL"])
    #expect(try fixture.open().titles("peinture") { $0.filter.kinds = [.vendor] } == ["EDF"])
    let lost = other.with {
      $0.winner = "30130960500410"
      $0.winnerName = "SMACL"
    }
    _ = try fixture.open().ingest([try fixture.write("a.json", [corrected, lost])])
    #expect(try fixture.open().titles("peinture") { $0.filter.kinds = [.vendor] } == ["SMACL"])
    let probes = ["dragage", "peinture", "EDF", "SMACL", "lyon"]
    let caughtUp = try answers(probes)
    _ = try fixture.open().index(rebuild: true)
    #expect(try answers(probes) == caughtUp, "catching up and rebuilding give the same answers")
  }
}
