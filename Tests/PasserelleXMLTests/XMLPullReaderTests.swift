import PasserelleCore
import PasserelleXML
import Testing

@Suite("The pull reader of XML")
struct XMLPullReaderTests {
  static let sample = """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- a comment -->
    <a xmlns="urn:one" xmlns:p="urn:two" n="1 &amp; 2">
      <p:b p:lang="fr">Éclairage <![CDATA[<LED>]]> &#233;t&#xE9;</p:b><empty/>
      <b xml:lang="en">light</b>
    </a>
    """

  @Test func eventsComeInTheOrderOfTheDocument() throws {
    let reader = try open(Self.sample)
    var told: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start: told.append("\(reader.depth)<\(reader.name)|\(reader.namespace) \(reader.line)")
      case .end: told.append("\(reader.depth)>\(reader.name)")
      case .text:
        if reader.text.contains(where: { !$0.isWhitespace }) { told.append(reader.text) }
      }
    }
    #expect(
      told == [
        "1<a|urn:one 3", "2<b|urn:two 4", "Éclairage ", "<LED>", " été", "2>b", "2<empty|urn:one 4",
        "2>empty",
        "2<b|urn:one 5", "light", "2>b", "1>a",
      ])
  }

  @Test func attributesAreFoundByTheirNames() throws {
    let reader = try open(Self.sample)
    _ = try reader.next()
    #expect(reader.attribute("n") == "1 & 2")
    #expect(reader.attribute("xmlns") == nil)
    #expect(reader.attribute("missing") == nil)
    while reader.name != "b" { _ = try reader.next() }
    #expect(reader.attribute("lang") == "fr")
    #expect(reader.name == "b")
  }

  @Test func anElementCanBePassedOver() throws {
    let reader = try open("<a><b><b>x</b><c/></b><d>y</d><e/></a>")
    _ = try reader.next()
    _ = try reader.next()
    #expect(reader.name == "b")
    try reader.skip()
    #expect(try reader.next() == .start)
    #expect(reader.name == "d")
    #expect(try reader.subtree().root.text == "y")
    #expect(try reader.next() == .start)
    #expect(reader.name == "e")
    try reader.skip()
    #expect(try reader.next() == .end)
    #expect(try reader.next() == nil)
  }

  @Test func aTreeHoldsElementsTextsAndAttributes() throws {
    let root = try tree(Self.sample).root
    #expect(root.name == "a" && root.namespace == "urn:one" && root.attribute("n") == "1 & 2")
    #expect(root.text.isEmpty)
    #expect(root.children.map(\.name) == ["b", "empty", "b"])
    #expect(root.all("b").map(\.text) == ["Éclairage <LED> été", "light"])
    #expect(root.all("b").map(\.namespace) == ["urn:two", "urn:one"])
    #expect(root.all("b").map(\.line) == [4, 5])
    #expect(root.first("b")?.attribute("lang") == "fr")
    #expect(root.first("c") == nil)
    let nested = try tree("<a><b><c>1</c></b><b><c>2</c><c>3</c></b></a>").root
    #expect(nested.all(path: ["b", "c"]).map(\.text) == ["1", "2", "3"])
    #expect(nested.first(path: ["b", "c"])?.text == "1")
    #expect(nested.first(path: ["c", "b"]) == nil)
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func piecesOfAnySizeGiveTheSameTree(step: Int) throws {
    let text = "<a>é<b>∑ x</b>ü<b/>" + String(repeating: "<c k='v'>mot</c>", count: 600) + "</a>"
    let reader = try XMLPullReader(DrippingSource(text, step: step), file: "t.xml")
    _ = try reader.next()
    let found = try reader.subtree()
    #expect(found.count == 603)
    #expect(
      written(found.root)
        == "<a>éü<b>∑ x</b><b></b>" + String(repeating: "<c>mot</c>", count: 600) + "</a>")
  }

  @Test func whatTheSourceThrowsComesThrough() throws {
    let reader = try XMLPullReader(
      FailingSource(inner: DrippingSource("<a><b>", step: 100)), file: "t.xml")
    #expect(throws: FailingSource.Failure.self) { while try reader.next() != nil {} }
  }

  @Test(arguments: [
    "<a><b></a>", "<a>", "<a/><b/>", "<a b='1' b='2'/>", "<p:a/>", "<a>&eacute;</a>", "texte",
  ])
  func malformedTextIsAnErrorWithItsLine(text: String) throws {
    let error = #expect(throws: PasserelleError.self) {
      let reader = try open(text)
      while try reader.next() != nil {}
    }
    #expect(error?.location?.line == 1)
    #expect(error?.message.french.contains("ligne 1, colonne") == true)
  }

  @Test func nestingIsLimited() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try tree(nested(5), limits: XMLLimits(depth: 5)).count == 5)
    #expect(throws: PasserelleError.self) { try tree(nested(6), limits: XMLLimits(depth: 5)) }
    #expect(throws: PasserelleError.self) { try tree(nested(100_000)) }
  }

  @Test func treesAreLimited() throws {
    let text = "<a>" + String(repeating: "<b c='1'/>", count: 10) + "</a>"
    #expect(try tree(text, limits: XMLLimits(nodes: 21)).count == 11)
    #expect(throws: PasserelleError.self) { try tree(text, limits: XMLLimits(nodes: 20)) }
    #expect(throws: PasserelleError.self) { try tree("<a>12345</a>", limits: XMLLimits(documentBytes: 4)) }
  }
}
