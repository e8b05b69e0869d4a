import Foundation
import PasserelleCore
import PasserelleXML
import Testing

@testable import PasserelleSources

@Suite("Rules of eForms")
struct EFormsRulesTests {
  static func node(_ id: String, _ path: String, parent: String? = "ND-Root", repeats: Bool = true) -> String
  {
    let relative = parent == nil ? path : String(path.dropFirst(3))
    let parent = parent.map { #","parentId":"\#($0)""# } ?? ""
    return
      #"{"id":"\#(id)","xpathAbsolute":"\#(path)","xpathRelative":"\#(relative)","repeatable":\#(repeats)\#(parent)}"#
  }

  static func field(_ id: String, _ relative: String, node: String, at path: String, _ more: String) -> String
  {
    #"{"id":"\#(id)","btId":"BT-1","name":"n","parentNodeId":"\#(node)","xpathAbsolute":"\#(path)/\#(relative)","xpathRelative":"\#(relative)",\#(more)}"#
  }

  static let lot = "/*/cac:Lot[cbc:ID/@schemeName='Lot']"

  /// Rules of a root with a kind, lots with dates, amounts and codes.
  static func rules(_ fields: [String], codes: [String: Set<String>] = [:]) throws -> EFormsRules {
    let nodes = [
      node("ND-Root", "/*", parent: nil), node("ND-Lot", lot),
      node("ND-Once", "/*/cac:Once", repeats: false),
    ]
    let all =
      [
        field(
          "OPP-070-notice", "cbc:Kind", node: "ND-Root", at: "/*",
          #""type":"code","mandatory":{"constraints":[{"noticeTypes":["16","29"],"value":true}]}"#),
        field("BT-2-Once", "cbc:Word", node: "ND-Once", at: "/*/cac:Once", #""type":"text""#),
      ] + fields
    let text =
      #"{"ublVersion":"2.3","sdkVersion":"eforms-sdk-1.10","xmlStructure":["#
      + nodes.joined(separator: ",") + #"],"fields":["# + all.joined(separator: ",") + "]}"
    return try EFormsRules(fields: Array(text.utf8), file: "fields.json") { codes[$0] }
  }

  static func tree(_ xml: String) throws -> XMLTree {
    var source: any ByteSource = MemoryByteSource(Array(xml.utf8))
    guard case .record(let record) = try XMLDocumentReader().read(&source, file: "t.xml") else {
      throw EFXFault.value
    }
    return record.tree
  }

  private func findings(_ rules: EFormsRules, _ xml: String) throws -> [String] {
    rules.verdict(on: try Self.tree("<N><Kind>16</Kind>\(xml)</N>")).findings.map {
      "\($0.kind.rawValue) \($0.field) \($0.path) \($0.line)"
    }
  }

  private func lotField(_ id: String, _ name: String, _ more: String) -> String {
    Self.field(id, name, node: "ND-Lot", at: Self.lot, more)
  }

  @Test func aMandatoryFieldIsMissedInEachLot() throws {
    let rules = try Self.rules([
      lotField(
        "BT-21-Lot", "cbc:Name",
        #""type":"text","mandatory":{"constraints":[{"noticeTypes":["16"],"value":true}]}"#),
      lotField("BT-22-Lot", "cbc:ID", #""type":"id""#),
    ])
    let xml = """
      <Lot><ID schemeName="Lot">1</ID><Name>x</Name></Lot>
      <Lot><ID schemeName="Lot">2</ID></Lot>
      <Lot><ID schemeName="Part">3</ID></Lot>
      """
    #expect(try findings(rules, xml) == ["mandatory BT-21-Lot /N/Lot[2]/Name 2"])
  }

  @Test func aConditionIsEvaluatedInItsLot() throws {
    let rules = try Self.rules([
      lotField("BT-5-Lot", "cbc:Type", #""type":"code""#),
      lotField(
        "BT-6-Lot", "cbc:Date",
        #""type":"date","forbidden":{"constraints":[{"noticeTypes":["16"],"value":true,"condition":"{ND-Lot} ${BT-5-Lot not in ('open','free')}"}]}"#
      ),
    ])
    let xml = """
      <Lot><ID schemeName="Lot">1</ID><Type>open</Type><Date>2024-01-01Z</Date></Lot>
      <Lot><ID schemeName="Lot">2</ID><Type>closed</Type><Date>2024-01-01Z</Date></Lot>
      """
    #expect(try findings(rules, xml) == ["forbidden BT-6-Lot /N/Lot[2]/Date 2"])
    let other = try Self.tree("<N><Kind>29</Kind>\(xml)</N>")
    #expect(rules.verdict(on: other).isValid)
  }

  @Test func valuesAreHeldAgainstListsPatternsLengthsAndTypes() throws {
    let rules = try Self.rules(
      [
        lotField(
          "BT-5-Lot", "cbc:Type",
          #""type":"code","codeList":{"value":{"id":"types"},"constraints":[{"noticeTypes":["29"],"value":{"id":"few"}}]}"#
        ),
        lotField("BT-6-Lot", "cbc:Date", #""type":"date","pattern":{"value":"^[0-9-]{10}Z$"}"#),
        lotField("BT-7-Lot", "cbc:Text", #""type":"text","maxLength":4,"repeatable":{"value":false}"#),
        lotField("BT-8-Lot", "cbc:More", #""type":"code","codeList":{"value":{"id":"absent"}}"#),
      ], codes: ["types": ["a", "b"], "few": ["a"]])
    let xml = """
      <Lot><ID schemeName="Lot">1</ID><Type>b</Type><Date>2024-02-30Z</Date><Text>12345</Text><Text>é</Text></Lot>
      """
    #expect(
      try findings(rules, xml) == [
        "type BT-6-Lot /N/Lot/Date 1", "repeatable BT-7-Lot /N/Lot/Text[2] 1",
        "length BT-7-Lot /N/Lot/Text[1] 1",
      ])
    let other = rules.verdict(on: try Self.tree("<N><Kind>29</Kind>\(xml)</N>"))
    #expect(other.findings.contains { $0.kind == .code && $0.expected == "few" })
    let gap = rules.verdict(
      on: try Self.tree("<N><Kind>16</Kind><Lot><ID schemeName=\"Lot\"/><More>x</More></Lot></N>"))
    #expect(gap.gaps.map(\.gap) == [.codeList("absent")])
    #expect(rules.missingLists == ["absent"])
  }

  @Test func onePartTooManyIsTold() throws {
    let rules = try Self.rules([])
    #expect(
      try findings(rules, "<Once><Word>a</Word></Once><Once/>") == ["repeatable ND-Once /N/Once[2] 1"])
  }

  @Test func aChangeIsComparedWithTheChangedNotice() throws {
    let rules = try Self.rules([
      Self.field("BT-758-notice", "cbc:Changed", node: "ND-Root", at: "/*", #""type":"id""#),
      Self.field(
        "BT-9-notice", "cbc:Code", node: "ND-Root", at: "/*",
        #""type":"code","inChangeNotice":{"constraints":[{"condition":"{ND-Root} ${notice(BT-758-notice)/OPP-070-notice in ('16')}","value":{"canModify":false}}]}"#
      ),
    ])
    let former = try Self.tree("<N><Kind>16</Kind><Code>a</Code></N>")
    let changed = try Self.tree("<N><Kind>16</Kind><Changed>x-01</Changed><Code>b</Code></N>")
    let verdict = rules.verdict(on: changed) { $0 == "x-01" ? former : nil }
    #expect(verdict.findings.map(\.kind) == [.change])
    #expect(verdict.findings.first?.expected == "a")
    #expect(rules.verdict(on: changed).gaps.map(\.gap) == [.notice])
    #expect(rules.verdict(on: former).gaps.isEmpty)
  }

  @Test func aFileThatIsNoRulesIsRefused() {
    #expect(throws: PasserelleError.self) { try EFormsRules(fields: Array("{}".utf8), file: "f") }
    #expect(throws: PasserelleError.self) { try EFormsRules(fields: Array("{".utf8), file: "f") }
    let head = Array(#"{"ublVersion":"2.3","sdkVersion":"eforms-sdk-1.10","fields":[]}"#.utf8)
    #expect(EFormsRules.detects(fileName: "fields.json", firstBytes: head))
    #expect(!EFormsRules.detects(fileName: "x.json", firstBytes: Array(#"{"marches":[]}"#.utf8)))
  }

  @Test func theNearestEditionIsTaken() throws {
    let rules = try Self.rules([])
    let shelf = EFormsRuleShelf(
      ["eforms-sdk-1.3.2", "eforms-sdk-1.10.1"].map { .init(version: $0) { rules } })
    #expect(shelf.versions == ["eforms-sdk-1.10.1", "eforms-sdk-1.3.2"])
    #expect(try shelf.rules(for: "eforms-sdk-1.10")?.isExact == true)
    #expect(try shelf.rules(for: "eforms-sdk-1.9")?.isExact == false)
    #expect(try EFormsRuleShelf([]).rules(for: nil) == nil)
  }
}
