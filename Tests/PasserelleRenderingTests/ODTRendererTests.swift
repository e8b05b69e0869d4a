import Foundation
import PasserelleCore
import PasserelleRendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ODTRendererTests {
  private static func part(_ path: String, _ report: Report = ODTReportSample.report()) throws -> XMLTree {
    let part = try #require(ODTRenderer.parts(report).first { $0.path == path })
    return try #require(XMLTree.read(part.bytes), "\(path) is not well formed")
  }

  @Test func theTypeComesFirstAndStored() {
    let parts = ODTRenderer.parts(ODTReportSample.report())
    #expect(
      parts.map(\.path) == ["mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml"])
    #expect(parts.map(\.isStored) == [true, false, false, false, false])
    #expect(String(decoding: parts[0].bytes, as: UTF8.self) == "application/vnd.oasis.opendocument.text")
  }

  @Test func theManifestListsEveryFile() throws {
    let manifest = try Self.part("META-INF/manifest.xml")
    #expect(manifest.attributes["manifest:version"] == "1.3")
    let paths = manifest.all("manifest:file-entry").compactMap { $0.attributes["manifest:full-path"] }
    #expect(paths == ["/", "meta.xml", "styles.xml", "content.xml"])
  }

  @Test(arguments: ["meta.xml", "styles.xml", "content.xml"]) func everyFileNamesItsVersion(path: String)
    throws
  {
    #expect(try Self.part(path).attributes["office:version"] == "1.3")
    #expect(try Self.part(path, ODTReportSample.hostile()).attributes["office:version"] == "1.3")
  }

  @Test func metadataAreThoseGiven() throws {
    let meta = try Self.part("meta.xml")
    #expect(meta.all("dc:title").map(\.text) == ["Étude <1> & « 2 »"])
    #expect(meta.all("meta:creation-date").map(\.text) == ["2026-11-21T10:00:00Z"])
    #expect(meta.all("dc:date").map(\.text) == ["2026-11-21T10:00:00Z"])
    #expect(meta.all("dc:language").map(\.text) == ["fr-FR"])
  }

  @Test func everyStyleUsedIsThere() throws {
    let content = try Self.part("content.xml")
    let styles = try Self.part("styles.xml")
    let known = Set((content.everything + styles.everything).compactMap { $0.attributes["style:name"] })
    let keys = ["text:style-name", "table:style-name", "style:parent-style-name", "style:page-layout-name"]
    let used = Set(
      (content.everything + styles.everything).flatMap { node in keys.compactMap { node.attributes[$0] } })
    #expect(used.count > 15)
    #expect(used.subtracting(known).sorted() == [])
  }

  @Test func headingsHaveTheirLevels() throws {
    let headings = try Self.part("content.xml").all("text:h")
    #expect(headings.map { $0.attributes["text:outline-level"] } == ["1", "2", "3", "2", "1"])
    // The last one comes after a page break.
    #expect(headings.last?.attributes["text:style-name"] == "BreakHeading1")
    #expect(headings.last?.text == "Fin")
  }

  @Test func tablesRepeatTheirHeadings() throws {
    let tables = try Self.part("content.xml").all("table:table")
    #expect(tables.map { $0.all("table:table-header-rows").count } == [1, 1])
    let cells = tables.map { $0.all("table:table-row").map { $0.all("table:table-cell").count } }
    #expect(cells == [[3, 3, 3], [2, 2, 2, 2]])
    #expect(tables.map { $0.all("table:table-column").count } == [3, 2])
    let firsts = tables[0].all("table:table-row").map { $0.all("text:p")[0].attributes["text:style-name"] }
    #expect(firsts == ["Table_20_Heading", "Table_20_Heading", "Table_20_Heading"])
    let seconds = tables[0].all("table:table-row").map { $0.all("text:p")[1].attributes["text:style-name"] }
    #expect(seconds == ["Table_20_Heading_20_End", "Table_20_Contents_20_End", "Table_20_Contents_20_End"])
  }

  @Test func referencesLeadToTheirTargets() throws {
    let content = try Self.part("content.xml")
    let targets = content.all("text:bookmark").compactMap { $0.attributes["text:name"] }
    let addresses = content.all("text:a").compactMap { $0.attributes["xlink:href"] }
    #expect(targets == ["ref-S1"])
    #expect(addresses == ["https://example.org/?a=1&b=2", "#ref-S1"])
  }

  @Test func whatIsWrittenIsWhatIsRead() throws {
    let content = try Self.part("content.xml", ODTReportSample.hostile())
    let texts = content.all("text:p").map(\.text).filter { !$0.isEmpty }
    #expect(texts.count > 8)
    for text in texts { #expect(text.contains(ODTReportSample.hostileText)) }
    #expect(content.all("text:a").isEmpty)
  }

  @Test func thePageIsA4WithItsNumber() throws {
    let styles = try Self.part("styles.xml")
    let page = try #require(styles.all("style:page-layout-properties").first)
    #expect(page.attributes["fo:page-width"] == "210mm")
    #expect(page.attributes["fo:page-height"] == "297mm")
    let foot = try #require(styles.all("style:footer").first)
    #expect(foot.all("text:page-number").count == 1)
    #expect(foot.text.hasPrefix("M12 · Étude <1>"))
  }

  @Test func theSameReportGivesTheSameBytes() {
    #expect(ODTRenderer.parts(ODTReportSample.report()) == ODTRenderer.parts(ODTReportSample.report()))
  }
}

/// Reports with every kind of block.
enum ODTReportSample {
  static let hostileText = "</style>]]><script>alert(\"1\")</script>&amp; 'x' <!-- \\"

  static func report() -> Report {
    var metadata = Report.Metadata(created: Instant(milliseconds: 1_795_255_200_000), subject: "Air")
    metadata.identifier = "M12"
    let columns: [Report.Table.Column] = [.init("Objet", parts: 3), .init("Nombre", .end), .init("Note")]
    return Report(
      title: "Étude <1> & « 2 »", language: .french, metadata: metadata,
      blocks: [
        .heading(level: 1, [.plain("Un")]),
        .paragraph([.plain("Voir "), .strong("ceci"), .link(" là", address: "https://example.org/?a=1&b=2")]),
        .heading(level: 2, [.plain("Deux")]), .heading(level: 5, [.plain("Trois")]),
        .list([[.plain("a")], [.plain("b ["), .reference("S1", name: "S1"), .plain("]")]]),
        .list([[.plain("un")]], isOrdered: true), .definitions([.init("Terme", "sens")]),
        .table(
          .init(
            caption: "Montants", columns: columns,
            rows: [[[.plain("x")], [.plain("1")]], [[.target("S1", name: "S1")]]],
            hasRowHeadings: true)),
        .heading(level: 2, [.plain("Quatre")]), .quote([.plain("Dit")], source: [.plain("Qui")]),
        .quote([.plain("Tu")]),
        .box(.init(.caution, title: "Attention", [[.plain("Fictif")]])), .pageBreak,
        .heading(level: 1, [.plain("Fin")]), .pageBreak,
        .form(.init(caption: "À remplir", columns: [.init("Date"), .init("Objet")], rowCount: 3)), .pageBreak,
      ])
  }

  /// A report all of whose texts try to be markup, and whose addresses try to run something.
  static func hostile() -> Report {
    let text: Report.Text = [.plain(hostileText), .link(hostileText, address: "javascript:alert(1)")]
    let column = Report.Table.Column(hostileText)
    return Report(
      title: hostileText, language: .english,
      metadata: .init(
        created: Instant(milliseconds: 0), subject: hostileText, identifier: hostileText,
        generator: hostileText),
      blocks: [
        .heading(level: 1, text), .paragraph(text), .list([text]), .definitions([.init(hostileText, text)]),
        .table(.init(caption: hostileText, columns: [column], rows: [[text]])),
        .form(.init(caption: hostileText, columns: [column], rowCount: 1)), .quote(text, source: text),
        .box(.init(.note, title: hostileText, [text])),
      ])
  }
}

/// An XML document as a tree, read by a parser that takes nothing but well-formed documents.
final class XMLTree {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [XMLTree] = []
  private var texts: [(place: Int, text: String)] = []

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  fileprivate func append(_ text: String) { texts.append((children.count, text)) }

  /// All text within, in the order of the document.
  var text: String {
    var pieces: [String] = []
    for place in 0...children.count {
      pieces += texts.filter { $0.place == place }.map(\.text)
      if place < children.count { pieces.append(children[place].text) }
    }
    return pieces.joined()
  }

  /// The element and all within it, in the order of the document.
  var everything: [XMLTree] { [self] + children.flatMap(\.everything) }

  /// The elements of a name, in the order of the document.
  func all(_ name: String) -> [XMLTree] { everything.filter { $0.name == name } }

  /// Reads a document; nil when it is not well formed or uses a prefix that it does not declare.
  static func read(_ bytes: [UInt8]) -> XMLTree? {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse(), let root = reader.root else { return nil }
    let declared = Set(reader.prefixes).union(["xml"])
    let used = root.everything.flatMap { [$0.name] + Array($0.attributes.keys) }
      .compactMap { $0.contains(":") ? String($0.prefix { $0 != ":" }) : nil }
    return Set(used).subtracting(["xmlns"]).isSubset(of: declared) ? root : nil
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: XMLTree?
    var open: [XMLTree] = []
    var prefixes: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let node = XMLTree(name: name, attributes: attributes)
      prefixes += attributes.keys.filter { $0.hasPrefix("xmlns:") }.map { String($0.dropFirst(6)) }
      open.last?.children.append(node)
      if root == nil { root = node }
      open.append(node)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.append(string) }
  }
}
