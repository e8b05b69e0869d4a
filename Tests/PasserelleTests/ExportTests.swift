import Foundation
import Passerelle
import PasserelleCore
import PasserelleJSON
import Testing

@Suite struct ExportTests {
  private static func export(
    _ workspace: Workspace, _ request: ExportRequest
  ) throws -> (text: String, balance: ExportBalance) {
    var bytes: [UInt8] = []
    let balance = try workspace.export(request, language: .english) {
      bytes += $0
      return true
    }
    return (String(decoding: bytes, as: UTF8.self), balance)
  }

  private static func request(_ form: ExportForm, _ change: (inout ExportRequest) -> Void = { _ in })
    -> ExportRequest
  {
    var request = ExportRequest(form)
    change(&request)
    return request
  }

  @Test func tablesAreGuardedAndInTheOrderStored() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([
      try fixture.write("a.json", [AwardRow("2", "=SOMME(A1)"), AwardRow("1", "École, \\\"neuve\\\"")])
    ])
    let (text, balance) = try Self.export(workspace, ExportRequest(.csv))
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("id,source,key,process,identifier,title,"))
    #expect(lines[1].contains(",'=SOMME(A1),"))
    #expect(lines[2].contains("\"École, \"\"neuve\"\"\""))
    #expect(balance.records == 2 && balance.written == 2 && balance.leftOut == 0)
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let rows = AwardRow.many(20)
    var texts: Set<String> = []
    for _ in 0..<2 {
      let fixture = try WorkspaceFixture()
      let workspace = try fixture.open()
      _ = try workspace.ingest([try fixture.write("a.json", rows)])
      texts.insert(try Self.export(workspace, ExportRequest(.ocds)).text)
    }
    #expect(texts.count == 1)
    let package = try JSONDocument.parse(Array((texts.first ?? "").utf8))
    #expect(package["records"]?.arrayValue?.count == 20)
    // Dated by the newest record, not by the clock.
    #expect(package["publishedDate"]?.stringValue == "2019-01-14T00:00:00Z")
    #expect(package["version"]?.stringValue == "1.1")
  }

  @Test func conditionsChoose() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let rows = [
      AwardRow("1", "un"), AwardRow("2", "deux").with { $0.date = "2020-02-03" },
      AwardRow("3", "trois").with { $0.cpv = "72000000" },
      AwardRow("4", "quatre").with { $0.place = "37261" },
      AwardRow("5", "cinq").with { ($0.buyer, $0.buyerName) = ("21370261600011", "Ville de Tours") },
    ]
    _ = try workspace.ingest([try fixture.write("a.json", rows)])
    func titles(_ change: (inout ExportRequest) -> Void) throws -> [String] {
      try Self.export(workspace, Self.request(.ndjson, change)).text.split(separator: "\n").compactMap {
        try JSONDocument.parse(Array($0.utf8))["titles"]?.arrayValue?.first?["text"]?.stringValue
      }
    }
    #expect(try titles { _ in }.count == 5)
    #expect(try titles { $0.from = PartialDate(iso: "2020") } == ["deux"])
    #expect(try titles { $0.to = PartialDate(iso: "2019") }.count == 4)
    #expect(try titles { $0.cpv = "72" } == ["trois"])
    #expect(try titles { $0.place = "37" } == ["quatre"])
    #expect(try titles { $0.place = "37261" } == ["quatre"])
    #expect(try titles { $0.buyer = "ville de tours" } == ["cinq"])
    #expect(try titles { $0.buyer = "siren:213702616" } == ["cinq"])
    #expect(try titles { $0.source = "ocds" }.isEmpty)
    #expect(throws: PasserelleError.self) { try titles { $0.buyer = "Nulle part" } }
  }

  @Test func whatASchemaRequiresIsNotInvented() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", AwardRow.many(3))])
    let (text, balance) = try Self.export(workspace, ExportRequest(.decp))
    #expect(balance.written == 0 && balance.leftOut == 3)
    #expect(balance.reasons[.missing("ccag")] == 3)
    #expect(balance.reasons[.missing("objet")] == nil)
    #expect(balance.lines(.english).contains { $0.contains("3 — without 'ccag'") })
    let list = try JSONDocument.parse(Array(text.utf8))["marches"]?["marche"]?.arrayValue
    #expect(list?.isEmpty == true)
  }

  @Test func generatedDataAreAskedFor() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([Repository.root + "/Corpus/Demonstration/awards-csv"])
    let without = try Self.export(workspace, ExportRequest(.ocds)).balance
    #expect(without.written == 0 && without.leftOut > 0)
    #expect(without.reasons == [.demonstration: without.leftOut])
    let with = try Self.export(workspace, Self.request(.ocds) { $0.includesDemonstration = true }).balance
    #expect(with.written == without.leftOut && with.leftOut == 0)
  }

  @Test func aStopEndsTheDocumentEarly() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", AwardRow.many(5))])
    var pieces = 0
    _ = try workspace.export(ExportRequest(.ndjson), language: .english) { _ in
      pieces += 1
      return pieces < 3
    }
    #expect(pieces == 3)
  }
}
