import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// Values in euros over the life of a workspace: read, table imported, replaced, removed.
@Suite struct EuroConversionTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private static let contract =
    "https://passerelle.example/id/local/eforms:0f8fad5b-d9cb-469f-a165-70867728950e/LOT-0002_LOT-0003/DIRECT-7"
  private static let notice = Repository.root + "/Corpus/Cases/eforms/direct-award.xml"

  private func rates(_ rate: String) throws -> String {
    try fixture.write(
      "rates.csv", "Date,USD,GBP,\n2024-02-20,1.0802,\(rate),\n2024-02-19,1.0776,0.85505,\n".utf8)
  }

  /// What `show` says of a relation of the contract: its text, then the key of each source.
  private func shown(_ relation: String, _ workspace: Workspace) throws -> [String] {
    try workspace.dossier(of: Self.contract, language: .french).facts
      .filter { $0.relation.hasSuffix("#" + relation) && $0.part.isEmpty }
      .map { $0.text + " " + $0.sources.map(\.record).joined() }
  }

  @Test func aValueInEurosComesAndGoesWithItsTable() throws {
    let workspace = try fixture.open()
    let read = try workspace.ingest([Self.notice])
    #expect(read.report.isBalanced && read.report.diagnostics["conversion.noTable"] == 1)
    let told = try workspace.store.diagnostics(
      of: RunID(rawValue: read.run), code: "conversion.noTable", limit: 9)
    #expect(told.map(\.field) == ["GBP"])
    #expect(try shown("amountInEuros", workspace).isEmpty)

    let answer = try workspace.importReferences([rates("0.85480")])
    #expect(answer.lists.map(\.id) == ["euro-rates"] && answer.diagnostics["conversion.noRate"] == nil)
    let values = try shown("amountInEuros", workspace)
    #expect(values.count == 1)
    #expect(values.first?.contains("/record/conversion/eforms/") == true)
    #expect(try shown("euroRateDate", workspace).count == 1)
    #expect(try shown("amount", workspace).count == 1)

    let page = try workspace.dossier(of: Self.contract, language: .french).text(width: 400)
    let line = page.first { $0.contains("montant hors taxe") }
    #expect(
      line?.contains(
        "120000.25 ≈ 140\u{202F}384,01\u{A0}€ (1\u{A0}€ = 0,8548\u{A0}GBP au 20/02/2024) [") == true)
    #expect(!page.contains { $0.contains("0.8548") })

    // The same notice again, and the same table: nothing moves.
    let last = try workspace.store.read { try $0.lastSequence() }
    let again = try workspace.ingest([Self.notice])
    #expect(again.report.unchanged == again.report.recordsIn)
    _ = try workspace.importReferences([rates("0.85480")])
    #expect(try workspace.store.read { try $0.lastSequence() } == last)

    var lines: [String] = []
    try workspace.dump(includesDemonstration: true) { line in
      lines.append(line)
      return true
    }
    let converted = lines.filter { $0.contains("amountInEuros") }
    #expect(converted.count == 1)
    #expect(converted.first?.contains("140384.01") == true)
    #expect(converted.first?.contains("record/conversion/eforms/") == true)

    try workspace.removeReferences(["euro-rates"])
    #expect(try shown("amountInEuros", workspace).isEmpty)
    #expect(try shown("amount", workspace).count == 1)
  }

  /// The index is whole after an import that wrote conversions, and holds none of them.
  @Test func conversionsAreNotFoundByWords() throws {
    let workspace = try fixture.open()
    _ = try workspace.importReferences([rates("0.85480")])
    let read = try workspace.ingest([Self.notice])
    #expect(read.report.diagnostics["conversion.noTable"] == nil)
    let documents = read.documentsIndexed
    _ = try workspace.importReferences([rates("0.5")])
    #expect(try workspace.index() == 0)
    #expect(try workspace.index(rebuild: true) == documents)
    #expect(try workspace.examine().allSatisfy(\.isSound))
  }
}
