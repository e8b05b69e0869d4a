import Foundation
import PasserelleCore
import PasserelleRendering
import PasserelleSources
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// Files held against rules, with a workspace and without.
@Suite struct ValidationTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  static let rules = #"""
    {"ublVersion": "2.3", "sdkVersion": "eforms-sdk-1.10.0",
     "xmlStructure": [
      {"id": "ND-Root", "xpathAbsolute": "/*", "xpathRelative": "/*", "repeatable": false},
      {"id": "ND-Lot", "parentId": "ND-Root", "repeatable": true,
       "xpathAbsolute": "/*/cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']",
       "xpathRelative": "cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']"},
      {"id": "ND-Process", "parentId": "ND-Root", "repeatable": false,
       "xpathAbsolute": "/*/cac:TenderingProcess", "xpathRelative": "cac:TenderingProcess"}],
     "fields": [
      {"id": "OPP-070-notice", "btId": "OPP-070", "name": "Notice Subtype", "parentNodeId": "ND-Root", "type": "code",
       "xpathAbsolute": "/*/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/efac:NoticeSubType/cbc:SubTypeCode",
       "xpathRelative": "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/efac:NoticeSubType/cbc:SubTypeCode",
       "codeList": {"value": {"id": "notice-subtype"}}},
      {"id": "OPT-002-notice", "btId": "OPT-002", "name": "Customization ID", "parentNodeId": "ND-Root", "type": "text",
       "xpathAbsolute": "/*/cbc:CustomizationID", "xpathRelative": "cbc:CustomizationID"},
      {"id": "BT-04-notice", "btId": "BT-04", "name": "Procedure Identifier", "parentNodeId": "ND-Root", "type": "id",
       "xpathAbsolute": "/*/cbc:ContractFolderID", "xpathRelative": "cbc:ContractFolderID",
       "mandatory": {"value": false, "constraints": [{"noticeTypes": ["16"], "value": true}]}},
      {"id": "BT-105-Procedure", "btId": "BT-105", "name": "Procedure Type", "parentNodeId": "ND-Process", "type": "code",
       "xpathAbsolute": "/*/cac:TenderingProcess/cbc:ProcedureCode", "xpathRelative": "cbc:ProcedureCode",
       "assert": {"constraints": [{"value": "{ND-Root} ${BT-105-Procedure resembles BT-04-notice}"}]}},
      {"id": "BT-13(d)-Lot", "btId": "BT-13", "name": "Questions Deadline", "parentNodeId": "ND-Lot", "type": "date",
       "xpathAbsolute": "/*/cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']/cac:TenderingTerms/cbc:LatestReplyDate",
       "xpathRelative": "cac:TenderingTerms/cbc:LatestReplyDate"},
      {"id": "BT-131(d)-Lot", "btId": "BT-131", "name": "Deadline Receipt Tenders", "parentNodeId": "ND-Lot", "type": "date",
       "xpathAbsolute": "/*/cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']/cac:TenderingProcess/cbc:EndDate",
       "xpathRelative": "cac:TenderingProcess/cbc:EndDate",
       "forbidden": {"value": false, "constraints": [{"noticeTypes": ["16"], "value": true,
        "condition": "{ND-Lot} ${BT-105-Procedure not in ('open')}"}]},
       "pattern": {"value": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})$"},
       "assert": {"constraints": [{"condition": "{ND-Lot} ${BT-13(d)-Lot is present}",
        "value": "{ND-Lot} ${BT-13(d)-Lot <= BT-131(d)-Lot}", "message": "rule|text|BR-BT-00131-0150"}]}}]}
    """#

  private static let notice = """
    <ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2" xmlns:cac="urn:a" xmlns:cbc="urn:b"
      xmlns:ext="urn:c" xmlns:efext="urn:d" xmlns:efac="urn:e">
      <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
        <efac:NoticeSubType><cbc:SubTypeCode>16</cbc:SubTypeCode></efac:NoticeSubType>
      </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
      <cbc:CustomizationID>eforms-sdk-1.9</cbc:CustomizationID>
      <cbc:ID schemeName="notice-id">1b4e28ba-2fa1-41d2-883f-0016d3cca427</cbc:ID>
      <cac:TenderingProcess><cbc:ProcedureCode>restricted</cbc:ProcedureCode></cac:TenderingProcess>
      <cac:ProcurementProject><cbc:Name languageID="FRA">Capteurs de bruit</cbc:Name></cac:ProcurementProject>
      <cac:ProcurementProjectLot>
        <cbc:ID schemeName="Lot">LOT-0001</cbc:ID>
        <cac:TenderingTerms><cbc:LatestReplyDate>2024-05-02Z</cbc:LatestReplyDate></cac:TenderingTerms>
        <cac:TenderingProcess><cbc:EndDate>2024-04-15Z</cbc:EndDate></cac:TenderingProcess>
      </cac:ProcurementProjectLot>
    </ContractNotice>
    """

  private func validation(_ rules: String?) -> Validation {
    var validation = Validation()
    validation.rulesPath = rules
    return validation
  }

  @Test(arguments: [["zip", "-qr"], ["tar", "-czf"]])
  func rulesAreFoundInArchives(_ tool: [String]) throws {
    let workspace = try fixture.open()
    try fixture.write("notice.xml", Self.notice.utf8)
    _ = try workspace.ingest([fixture.input("notice.xml")])
    try fixture.write("eForms-SDK-1.10.0/fields/fields.json", Self.rules.utf8)
    try fixture.write(
      "eForms-SDK-1.10.0/codelists/communes.csv",
      "insee_com,commune,lat,lng\n38053,Bourgoin-Jallieu,45.5863,5.2739\n".utf8)
    let name = tool[0] == "zip" ? "sdk.zip" : "sdk.tar.gz"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool[0])
    process.arguments = [tool[1], name, "eForms-SDK-1.10.0"]
    process.currentDirectoryURL = URL(fileURLWithPath: fixture.folder.path("in"))
    guard (try? process.run()) != nil else { return }
    process.waitUntilExit()
    let answer = try workspace.importReferences([fixture.input(name)])
    #expect(answer.lists.map(\.id) == ["communes", "eforms-sdk-1.10.0"])
    #expect(answer.files == (2, 0, 0))
    #expect(answer.uncheckedNotices == 1)
    #expect(answer.text(.french).contains { $0.contains("1 avis eForms stocké n’a pas été vérifié") })
    let again = try workspace.importReferences([fixture.input(name)])
    #expect(again.lists.map(\.outcome) == ["unchanged", "unchanged"] && again.uncheckedNotices == nil)
    #expect(try workspace.examine().first { $0.key == "references" }?.detail.english.contains("sdk") == true)
    let checked = try validation(nil).validate([fixture.input("notice.xml")], in: workspace)
    #expect(checked.files.first?.status == .invalid)
  }

  @Test func aNoticeIsHeldAgainstTheRulesThatAreNamed() throws {
    let rules = try fixture.write("sdk/fields/fields.json", Self.rules.utf8)
    let notice = try fixture.write("notice.xml", Self.notice.utf8)
    for path in [rules, fixture.input("sdk")] {
      let answer = try validation(path).validate([notice], in: nil)
      let file = try #require(answer.files.first)
      #expect(file.status == .invalid)
      #expect(
        file.verdict?.findings.map { "\($0.kind.rawValue) \($0.field) \($0.line)" } == [
          "mandatory BT-04-notice 2", "forbidden BT-131(d)-Lot 13", "assertion BT-131(d)-Lot 13",
        ])
      #expect(file.rules == "eforms-sdk-1.10.0")
      #expect(!file.isExact)
      #expect(answer.rules.first?.coverage.unread.count == 1)
      #expect(answer.lines(.french).contains { $0.contains("3 règles enfreintes") })
      #expect(answer.table.rows.count == 3)
    }
  }

  @Test func importedRulesAreToldOfWhenNoticesAreIngested() throws {
    let workspace = try fixture.open()
    let notice = try fixture.write("notice.xml", Self.notice.utf8)
    let before = try Validation().validate([notice], in: workspace)
    #expect(before.files.map(\.status) == [.unchecked])
    let rules = try fixture.write("sdk/fields.json", Self.rules.utf8)
    let imported = try workspace.importReferences([rules])
    #expect(imported.lists.map(\.outcome) == ["added"])
    #expect(try workspace.importReferences([rules]).lists.map(\.outcome) == ["unchanged"])
    #expect(try workspace.referenceLists().map(\.id) == ["eforms-sdk-1.10.0"])
    #expect(try Validation().validate([notice], in: workspace).files.map(\.status) == [.invalid])
    let report = try workspace.ingest([notice]).report
    #expect(report.stored == 1)
    #expect(report.diagnostics["eforms.ruleMandatory"] == 1)
    #expect(report.diagnostics["eforms.ruleForbidden"] == 1)
    try workspace.removeReferences(["eforms-sdk-1.10.0"])
    #expect(try workspace.referenceLists().isEmpty)
  }

  @Test func otherFormatsAreTriedOut() throws {
    let file = try fixture.write("awards.json", #"{"marches":[{"objet":"sans identifiant"}]}"#.utf8)
    let broken = try fixture.write("odd.bin", [0, 1, 2])
    let answer = try Validation().validate([file, broken], in: nil)
    #expect(answer.files.map(\.status) == [.invalid, .failed])
    #expect(answer.files.first?.refused == 1)
    #expect(answer.files.first?.diagnostics["award.noIdentifier"] == 1)
  }
}
