import Foundation
import Passerelle
import PasserelleCore
import PasserelleJSON
import Testing

@Suite struct ConversionTests {
  private static func convert(
    _ path: String, to form: ConversionForm
  ) throws -> (text: String, balance: ExportBalance, told: [Diagnostic]) {
    var bytes: [UInt8] = []
    var told: [Diagnostic] = []
    let balance = try Conversion().convert(path, to: form, told: { told.append($0) }) {
      bytes += $0
      return true
    }
    return (String(decoding: bytes, as: UTF8.self), balance, told)
  }

  @Test func eachFormHoldsTheRecords() throws {
    let fixture = try WorkspaceFixture()
    let path = try fixture.write("a.json", AwardRow.many(4))
    let package = try JSONDocument.parse(Array(try Self.convert(path, to: .ocds).text.utf8))
    #expect(package["records"]?.arrayValue?.count == 4)
    #expect(try Self.convert(path, to: .json).text.split(separator: "\n").count == 4)
    let turtle = try Self.convert(path, to: .turtle)
    #expect(turtle.text.contains("\"Travaux de voirie tranche3 rue numéro 3\""))
    #expect(turtle.balance.written == 4 && turtle.balance.leftOut == 0)
    let french = try Self.convert(path, to: .decp)
    #expect(french.balance.leftOut == 4)
    #expect(french.told.contains { $0.code.name == "export.missingField" && $0.field == "ccag" })
    #expect(french.told.contains { $0.location.record == 1 })
  }

  @Test func refusalsAreCounted() throws {
    let fixture = try WorkspaceFixture()
    let path = try fixture.write("a.json", #"{"marches": [{"objet": "sans numéro"}]}"#.utf8)
    let (_, balance, told) = try Self.convert(path, to: .json)
    #expect(balance.records == 1 && balance.written == 0)
    #expect(balance.reasons == [.refused: 1])
    #expect(told.map(\.code.name).contains("award.noIdentifier"))
  }

  @Test func releasesAreLaidTogether() throws {
    let fixture = try WorkspaceFixture()
    let path = try fixture.write(
      "r.json",
      #"""
      {"releases":[
      {"ocid":"ocds-1-a","id":"2","date":"2020-02-01T00:00:00Z","tag":["tenderUpdate"],"tender":{"id":"t","title":"New"}},
      {"ocid":"ocds-1-a","id":"1","date":"2020-01-01T00:00:00Z","tag":["tender"],
      "tender":{"id":"t","title":"Old","procurementMethod":"open"}}]}
      """#.utf8)
    let package = try JSONDocument.parse(Array(try Self.convert(path, to: .ocds).text.utf8))
    let records = try #require(package["records"]?.arrayValue)
    #expect(records.count == 1)
    let tender = records[0]["compiledRelease"]?["tender"]
    #expect(tender?["title"]?.stringValue == "New")
    #expect(tender?["procurementMethod"]?.stringValue == "open")
    #expect(records[0]["ocid"]?.stringValue == "ocds-1-a")
  }

  @Test func repeatedKeysAreToldApart() throws {
    let fixture = try WorkspaceFixture()
    let rows = [AwardRow("1", "un"), AwardRow("1", "un"), AwardRow("1", "autre")]
    let path = try fixture.write("a.json", rows)
    let (text, balance, _) = try Self.convert(path, to: .json)
    #expect(balance.written == 2)
    #expect(text.contains("/1~2\""))
  }

  @Test func aMissingFileIsAFailure() {
    #expect(throws: PasserelleError.self) { try Self.convert("/nowhere/x.json", to: .json) }
  }
}
