import PasserelleCore
import PasserelleXML
import Testing

@testable import PasserelleSources

@Suite("Specifications in HTML") struct HTMLDocumentTests {
  private func read(_ html: String) throws -> SpecificationDocument {
    try HTMLDocumentReader(limits: .standard).document(Array(html.utf8))
  }

  @Test("give headings, paragraphs, lists and rows with their places")
  func structure() throws {
    let document = try read(
      """
      <!DOCTYPE html><html><head><title>Fenêtre</title><style>p { color: red }</style></head><body>
      <nav>Accueil</nav><h1>Éclairage</h1><h2>Objet</h2><p>La ville   remplace
      1&nbsp;200 luminaires &amp; plus&hellip;<br>Suite</p>
      <h2>Exigences</h2><h3>Gradation</h3><ul><li>Un<li>Deux<ul><li>Trois</ul></ul><ol start=4><li>Quatre</ol>
      <table><tr><th>N°</th><th>Exigence</th></tr><tr><td>F1</td><td><p>Le système</p><p>doit tenir</p></td></tr>
      <tr><td colspan=2>Seule</td></tr></table>
      <script>document.write("<p>non</p>")</script><p hidden>caché</p><p>Fin
      """)
    #expect(document.title == "Éclairage")
    #expect(
      document.paragraphs.map(\.text) == [
        "La ville remplace 1 200 luminaires & plus…\nSuite", "Un", "Deux", "Trois", "4. Quatre",
        "N° : Exigence :",
        "F1 : Le système doit tenir", "Seule", "Fin",
      ])
    #expect(document.paragraphs[0].anchor.text == "§ 1, Objet")
    #expect(document.paragraphs[1].anchor.text == "§ 2, Exigences › Gradation")
    #expect(document.paragraphs.last?.heading == "Gradation")
    #expect(DocumentSamples.codes(document) == ["document.leftOut"])
    let reading = try #require(document.reading)
    #expect(reading.text.contains("\n- Un\n"))
    #expect(reading.text.contains("\nN° : Exigence :\n"))
    let lines = reading.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("F1") })
    #expect(document.anchor(ofLine: line + 1).text == "§ 7, Exigences › Gradation")
  }

  @Test("take the window's title where the page has no heading, and the first paragraph after it")
  func title() throws {
    let document = try read("<title>Une fenêtre</title><p>Premier</p><p>Second</p>")
    #expect(document.paragraphs.map(\.text) == ["Second"])
    #expect(document.title == "Premier")
    #expect(throws: DocumentFault.noText) { try read("<html><body><img src='x'></body></html>") }
  }

  @Test(
    "are read in the encoding that they are in",
    arguments: [
      ("<meta charset='iso-8859-1'>", [0xE9] as [UInt8]), ("<meta charset=windows-1252>", [0xE9]),
      ("", [0xE9]), ("", [0xC3, 0xA9]), ("<meta charset=utf-8>", [0xC3, 0xA9]),
      ("<meta charset='iso-8859-1'>", [0xC3, 0xA9]), ("<meta charset='utf-16'>", [0xC3, 0xA9]),
      ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>", [0xE9]),
    ])
  func encodings(meta: String, letter: [UInt8]) throws {
    let page = Array("<html>\(meta)<h1>T</h1><p>caf".utf8) + letter
    let mapped = try harvest(SpecificationReader(), page, file: "t.html").mapped[0]
    #expect(mapped.values(Vocabulary.text) == ["café"])
  }

  @Test("refuse an encoding that is not read, and zero bytes")
  func refused() {
    let greek = Array("<html><meta charset='iso-8859-7'><p>".utf8) + [0xE9]
    #expect(errorCode { _ = try harvest(SpecificationReader(), greek, file: "t.html") } == .inputEncoding)
    let zero = Array("<html><p>a".utf8) + [0] + Array("b".utf8)
    #expect(errorCode { _ = try harvest(SpecificationReader(), zero, file: "t.html") } == .inputUnknownFormat)
  }

  @Test("stand hostile nesting, unknown entities and broken tags")
  func hostile() throws {
    let deep = String(repeating: "<div>", count: 20_000) + "<p>fond</p>"
    #expect(try read("<h1>T</h1>" + deep).paragraphs.map(\.text) == ["fond"])
    let broken = try read("<h1>T</h1><p>a &rien; b <i <b>c</i></p></p></div><p>&#x110000;d&lt;e")
    #expect(broken.paragraphs.count == 2)
    #expect(broken.paragraphs[0].text.hasPrefix("a &rien; b"))
    let bomb = "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><h1>T</h1><p>&b;</p>"
    #expect(try read(bomb).paragraphs.allSatisfy { !$0.text.contains("aaaaa") })
  }
}
