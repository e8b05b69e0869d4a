import Foundation
import PasserelleCore
import PasserelleOntology
import PasserelleSources
import Testing

/// Reads a file of code lists that stands in memory.
func codeLists(_ text: String, file: String) throws -> (lists: [CodeList], diagnostics: [Diagnostic]) {
  let kind = try #require(CodeListFile.detect(fileName: file, firstBytes: Array(text.utf8)))
  var source: any ByteSource = MemoryByteSource(text.utf8)
  return try CodeListFile.read(&source, file: file, kind: kind)
}

@Suite struct GenericodeTests {
  private func list(columns: String, rows: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
    <Identification><ShortName>ContractNature</ShortName><LongName>contract-nature</LongName>
    <LongName Identifier="listId">http://e/authority/contract-nature</LongName><Version>2</Version>
    <CanonicalUri>http://e/dataset/contract-nature</CanonicalUri>
    <Agency><LongName>The office</LongName></Agency></Identification>
    <ColumnSet>\(columns)</ColumnSet><SimpleCodeList>
    \(rows)
    </SimpleCodeList></gc:CodeList>
    """
  }

  private let labels =
    #"<Column Id="code"/><Column Id="Name"><Data Lang="eng"/></Column><Column Id="fra_label"><Data Lang="fra"/></Column>"#
    + #"<Column Id="deu_label"><Data Lang="deu"/></Column><Column Id="parentCode"/><Column Id="rank"/>"#

  private func row(_ values: [(String, String)]) -> String {
    "<Row>"
      + values.map { "<Value ColumnRef=\"\($0.0)\"><SimpleValue>\($0.1)</SimpleValue></Value>" }.joined()
      + "</Row>\n"
  }

  @Test func labelsStandForOneAnotherAndNothingIsEmpty() throws {
    let found = try codeLists(
      list(
        columns: labels,
        rows: row([
          ("code", "a"), ("Name", "Supplies"), ("fra_label", "Fournitures"), ("deu_label", "Lieferungen"),
        ])
          + row([("code", " b "), ("Name", "Works"), ("parentCode", "a")])
          + row([("code", "c"), ("fra_label", "Services"), ("rank", "3")])
          + row([("code", "d"), ("deu_label", "Andere")]) + row([("code", "e")])), file: "x.gc")
    let list = try #require(found.lists.first)
    #expect(list.id == "contract-nature")
    #expect(list.source == "The office, http://e/dataset/contract-nature, 2")
    #expect(list.parentList == "contract-nature")
    #expect(list.entries.map(\.code) == ["a", "b", "c", "d", "e"])
    #expect(list.entries.map(\.label.french) == ["Fournitures", "Works", "Services", "Andere", "e"])
    #expect(list.entries.map(\.label.english) == ["Supplies", "Works", "Services", "Andere", "e"])
    #expect(list.entries.map(\.parent) == [nil, "a", nil, nil, nil])
    #expect(list.entries.map(\.line) == [8, 9, 10, 11, 12])
    #expect(list.entry(writtenAs: "LIEFERUNGEN")?.code == "a")
    #expect(
      found.diagnostics.map { "\($0.code.name) \($0.value ?? "")" } == [
        "codelist.field rank", "codelist.noLabel e", "codelist.translation 2 / 5", "codelist.language 1 / 5",
      ])
  }

  @Test func rowsWithoutCodeOrWithOneAlreadyTakenAreRefusedAtTheirLine() throws {
    let found = try codeLists(
      list(
        columns: labels,
        rows: row([("code", "a"), ("Name", "A")]) + row([("Name", "none")])
          + row([("code", "a"), ("Name", "B")])),
      file: "x.gc")
    #expect(found.lists.first?.entries.map(\.label.english) == ["A"])
    let refused = found.diagnostics.filter { $0.code.severity == .error }
    #expect(refused.map(\.code.name) == ["codelist.noCode", "codelist.duplicate"])
    #expect(refused.map(\.location.line) == [9, 10])
    #expect(refused.map(\.value) == ["none", "a"])
  }

  @Test func theKeyNamesTheColumnOfTheCodeAndColumnsFollowOneAnother() throws {
    let columns =
      #"<Column Id="alpha2"/><Column Id="code"/><Column Id="Name"/><Key Id="k"><ColumnRef Ref="alpha2"/></Key>"#
    let rows =
      "<Row><Value><SimpleValue>FR</SimpleValue></Value><Value><SimpleValue>250</SimpleValue></Value>"
      + "<Value><SimpleValue>France</SimpleValue></Value></Row>"
    let found = try codeLists(list(columns: columns, rows: rows), file: "x.xml")
    #expect(found.lists.first?.entries.map(\.code) == ["FR"])
    #expect(found.lists.first?.entries.first?.label.french == "France")
    #expect(found.diagnostics.first { $0.code == .codeListField }?.value == "code")
  }

  @Test func parentsThatAreMissingOrCircularAreDropped() throws {
    let found = try codeLists(
      list(
        columns: labels,
        rows: row([("code", "a"), ("Name", "A"), ("parentCode", "b")])
          + row([("code", "b"), ("Name", "B"), ("parentCode", "a")])
          + row([("code", "c"), ("Name", "C"), ("parentCode", "z")])), file: "x.gc")
    #expect(found.lists.first?.entries.map(\.parent) == [nil, nil, nil])
    #expect(
      found.diagnostics.filter { $0.code.severity == .warning }.map(\.code.name)
        == ["codelist.cycle", "codelist.cycle", "codelist.parent"])
  }

  @Test func whatIsNoListIsRefusedWithItsReason() throws {
    let space = "xmlns:gc=\"http://docs.oasis-open.org/codelist/ns/genericode/1.0/\""
    for text in [
      "<gc:CodeListSet \(space)><CodeListRef/></gc:CodeListSet>",
      "<gc:CodeList \(space)><Identification/></gc:CodeList>",
    ] {
      let found = try codeLists(text, file: "x.gc")
      #expect(found.lists.isEmpty)
      #expect(found.diagnostics.map(\.code) == [.codeListShape])
    }
    let empty = try codeLists(list(columns: labels, rows: ""), file: "x.gc")
    #expect(empty.lists.isEmpty)
    #expect(empty.diagnostics.last?.code == .codeListNone)
    #expect(errorCode { _ = try codeLists("<gc:CodeList \(space)><a>", file: "x.gc") } == .xmlMalformed)
  }

  @Test func ingestionRefusesACodeListAndNamesTheVerb() throws {
    var source: any ByteSource = MemoryByteSource([])
    do {
      try CodeListRefusal().read(&source, file: "x.gc") { _ in true }
      Issue.record("the file was accepted")
    } catch let error as PasserelleError {
      #expect(error.code == .inputUnknownFormat)
      #expect(error.message.english.contains("passerelle reference import"))
    }
    #expect(CodeListFile.detect(fileName: "notice.xml", firstBytes: Array("<ContractNotice>".utf8)) == nil)
    #expect(CodeListFile.detect(fileName: "a.csv", firstBytes: Array("code,label".utf8)) == nil)
  }

  @Test(.enabled(if: SharedDataTests.shared != nil, "no real data under PASSERELLE_SHARED"))
  func everyPublishedListReads() throws {
    let folder = try #require(SharedDataTests.shared) + "/data/"
    let lists = try FileManager.default.contentsOfDirectory(atPath: folder + "eforms/sdk/codelists").sorted()
      .filter { $0.hasSuffix(".gc") }.map { "eforms/sdk/codelists/" + $0 }
    #expect(lists.count == 271)
    // A sample in debug builds; the whole, with the NUTS, takes some seconds.
    var counts: [String: Int] = [:]
    for path in lists.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      var source: any ByteSource = try FileByteSource(path: folder + path)
      let found = try CodeListFile.read(&source, file: path, kind: .genericode)
      let list = try #require(found.lists.first)
      counts[list.id] = list.entries.count
      #expect(found.diagnostics.allSatisfy { $0.code.severity == .note })
      let empty = list.entries.filter { $0.label.french.isEmpty || $0.label.english.isEmpty }
      #expect(empty.isEmpty)
    }
    #expect(counts.count == 91)
    #expect(counts["accessibility"] == 3)
  }
}
