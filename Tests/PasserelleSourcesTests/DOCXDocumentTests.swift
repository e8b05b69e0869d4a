import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Specifications in DOCX and ODT") struct DOCXDocumentTests {
  private typealias Samples = DocumentSamples

  private func read(_ body: String, parts: [String: String] = [:]) throws -> SpecificationDocument {
    try WordDocumentReader(limits: .standard).document(try Samples.docx(body, parts: parts), file: "t.docx")
  }

  @Test("give headings by the names of their styles, numbers by their lists")
  func structure() throws {
    let document = try read(
      Samples.wordParagraph("Éclairage", style: "Titre") + Samples.wordParagraph("Sommaire", style: "TM1")
        + Samples.wordParagraph("Exigences", style: "Maison")
        + Samples.wordParagraph("Sécurité", style: "Plan")
        + Samples.wordParagraph("Le système doit tenir.", list: ("5", 0))
        + Samples.wordParagraph("sous la pluie", list: ("5", 1))
        + Samples.wordParagraph("au vent", list: ("5", 1))
        + Samples.wordParagraph("Il doit durer.", list: ("5", 0))
        + Samples.wordParagraph("point", list: ("6", 0))
        + Samples.wordParagraph("Cercle", style: "Rond"))
    #expect(document.title == "Éclairage")
    #expect(
      document.paragraphs.map(\.text) == [
        "F1. Le système doit tenir.", "a) sous la pluie", "b) au vent", "F2. Il doit durer.", "point",
        "Cercle",
      ])
    #expect(document.paragraphs[0].anchor.text == "§ 1, Exigences › Sécurité")
    #expect(document.reading?.text.contains("## Exigences\n\n### Sécurité") == true)
    #expect(document.reading?.text.contains("\n- point\n") == true)
  }

  @Test("leave out what is deleted, and text boxes said twice")
  func deletions() throws {
    let run = { (text: String) in "<w:r><w:t>\(text)</w:t></w:r>" }
    let box = "<w:txbxContent>" + Samples.wordParagraph("encadré") + "</w:txbxContent>"
    let document = try read(
      "<w:p>\(run("garde"))<w:del><w:r><w:delText>perdu</w:delText></w:r></w:del><w:ins>\(run(" ajout"))</w:ins></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("début "))</w:p><w:p>\(run("suite"))</w:p>"
        + "<w:p>\(run("ancre"))<w:r><mc:AlternateContent><mc:Choice><wps:txbx>\(box)</wps:txbx></mc:Choice>"
        + "<mc:Fallback><v:textbox>\(box)</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + "<w:p>\(run("renvoi"))<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
      parts: [
        "word/footnotes.xml":
          "<root><w:footnote w:id=\"0\" w:type=\"separator\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p>"
          + run("En bas.") + "</w:p></w:footnote></root>"
      ])
    #expect(document.title == "garde ajout")
    #expect(
      document.paragraphs.map(\.text) == ["début suite", "encadré", "ancre", "renvoi", "En bas."])
    #expect(Samples.codes(document) == ["document.leftOut"])
  }

  @Test("give tables row by row, layout tables as text")
  func tables() throws {
    let cell = { (text: String) in "<w:tc>" + text + "</w:tc>" }
    let row = { (cells: [String]) in "<w:tr>" + cells.joined() + "</w:tr>" }
    let document = try read(
      Samples.wordParagraph("Titre", style: "Titre1") + "<w:tbl>"
        + row(["N°", "Exigence", "Niveau"].map { cell(Samples.wordParagraph($0)) })
        + row(["F1", "Tenir", "Fort"].map { cell(Samples.wordParagraph($0)) })
        + row([
          cell(Samples.wordParagraph("F2")),
          cell(
            "<w:tbl>" + row([cell(Samples.wordParagraph("a")), cell(Samples.wordParagraph("b"))]) + "</w:tbl>"
          ),
        ])
        + "<w:tr><w:trPr><w:del/></w:trPr>" + cell(Samples.wordParagraph("effacée")) + "</w:tr>"
        + row([cell(Samples.wordParagraph("un") + Samples.wordParagraph("deux"))]) + "</w:tbl>")
    #expect(
      document.paragraphs.map(\.text) == [
        "N° : Exigence : Niveau :", "F1 : Tenir : Fort", "F2 : a : b", "un", "deux",
      ])
    #expect(document.reading?.text.contains("Niveau :\n") == true)
  }

  @Test("are refused when damaged, empty, encrypted or hostile, each with its code")
  func refused() throws {
    func code(_ bytes: [UInt8], _ file: String = "t.docx") -> String? {
      errorCode { _ = try harvest(SpecificationReader(), bytes, file: file) }?.name
    }
    let good = try Samples.docx(Samples.wordParagraph("Texte"))
    #expect(code(good) == nil)
    #expect(code(Array(good.prefix(good.count / 2))) == "document.damaged")
    #expect(code(try Samples.docx("")) == "document.noText")
    #expect(code(try Samples.docx("<w:p>")) == "document.damaged")
    let laughs = "<!DOCTYPE r [<!ENTITY a \"b\">]><w:document xmlns:w=\"w\"><w:p>&a;</w:p></w:document>"
    #expect(
      code(try Samples.package([("[Content_Types].xml", "<a/>"), ("word/document.xml", laughs)]))
        == "document.limit")
    let deep = String(repeating: "<w:tbl>", count: 300)
    #expect(code(try Samples.docx(deep)) == "document.limit")
    #expect(
      code(try Samples.package([("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", "<a/>")]))
        == "input.unknownFormat")
    #expect(code(try Samples.package([("a.txt", "x")]), "t.zip") == "input.unknownFormat")
    #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) == "input.unknownFormat")
    #expect(code(Array("{\\rtf1 a}".utf8), "t.rtf") == "input.unknownFormat")
    let encrypted =
      "<manifest:manifest xmlns:manifest=\"m\"><manifest:encryption-data/></manifest:manifest>"
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", encrypted)]
    #expect(code(try Samples.package(odt), "t.odt") == "document.encrypted")
  }

  @Test("unpacked past the limit are refused")
  func bomb() throws {
    let body = Samples.wordParagraph(String(repeating: "a", count: 20 << 20))
    let bytes = try Samples.docx(body)
    let code = errorCode { _ = try harvest(SpecificationReader(), bytes, file: "t.docx") }
    #expect(code?.name == "archive.bomb")
  }

  @Test("in ODT give the same")
  func openDocument() throws {
    let names =
      "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:dc=\"d\""
    let content = """
      <office:document-content \(names)><office:body><office:text>
      <text:tracked-changes><text:changed-region><text:p>perdu</text:p></text:changed-region></text:tracked-changes>
      <text:h text:outline-level="1">Éclairage</text:h><text:h text:outline-level="2">Exigences</text:h>
      <text:p>La ville<text:s/>remplace<text:line-break/>tout.</text:p>
      <text:list><text:list-item><text:p>Un</text:p></text:list-item></text:list>
      <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Lot</text:p></table:table-cell>
      <table:table-cell><text:p>Objet</text:p></table:table-cell></table:table-row></table:table-header-rows>
      <table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>
      <table:table-cell><text:p>Mâts</text:p></table:table-cell></table:table-row></table:table>
      </office:text></office:body></office:document-content>
      """
    let bytes = try Samples.package([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
    ])
    let document = try OpenDocumentReader(limits: .standard).document(bytes, file: "t.odt")
    #expect(document.title == "Éclairage")
    #expect(
      document.paragraphs.map(\.text) == ["La ville remplace\ntout.", "Un", "Lot : Objet :", "1 : Mâts"])
    #expect(document.paragraphs[0].anchor.text == "§ 1, Exigences")
    #expect(document.reading?.text.contains("Lot : Objet :\n") == true)
  }
}
