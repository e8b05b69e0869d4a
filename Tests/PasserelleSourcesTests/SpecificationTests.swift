import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Specifications")
struct SpecificationTests {
  @Test("that are no text are refused with a remedy")
  func binaries() {
    func code(_ bytes: [UInt8]) -> PasserelleError.Code? {
      errorCode { _ = try harvest(SpecificationReader(), bytes, file: "t.txt") }
    }
    #expect(code(Array("{\\rtf1 texte}".utf8)) == .inputUnknownFormat)
    #expect(code([0x61, 0, 0x62]) == .inputUnknownFormat)
    #expect(code([0x61, 0xE9, 0x62]) == .inputEncoding)
    #expect(code([0xFF, 0xFE, 0x61, 0]) == .inputEncoding)
    #expect(code([]) == .inputEmpty)
    #expect(code(Array(" \n".utf8)) == .inputEmpty)
    #expect(code([0xEF, 0xBB, 0xBF, 0x61]) == nil)
  }

  @Test("are read in the encoding given")
  func encoding() throws {
    let record = try harvest(
      SpecificationReader(encoding: .windows1252), [0x63, 0x61, 0x66, 0xE9], file: "t.txt")
    #expect(record.mapped[0].values(Vocabulary.title) == ["café"])
  }

  @Test("have a key that does not depend on the folder they are in")
  func key() throws {
    for path in ["/a/b/specifications/x.md", "b/specifications/x.md", "specifications/x.md"] {
      #expect(
        try harvest(SpecificationReader(), "# t".utf8, file: path).records[0].key == "specifications/x.md")
    }
  }

  @Test("are cut into paragraphs under their headings")
  func structure() {
    let text = "Avant\n\n# Un ##\n\na *b*\nc\n- d\n  e\n\n***\n\n```\n# code\n```\n## Deux\nf"
    let document = SpecificationDocument(text, isMarkdown: true)
    #expect(document.title == "Un")
    #expect(document.paragraphs.map(\.text) == ["Avant", "a *b* c", "d e", "# code", "f"])
    #expect(document.paragraphs.map(\.heading) == [nil, "Un", "Un", "Un", "Deux"])
    #expect(
      document.paragraphs.map(\.anchor.text) == [
        "§ 1", "§ 2, Un", "§ 3, Un", "§ 4, Un", "§ 5, Un › Deux",
      ])
    #expect(document.anchor(ofLine: 6).text == "§ 2, Un")
    #expect(document.anchor(ofLine: 8).text == "§ 3, Un")
    #expect(document.anchor(ofLine: 9).text == "l. 9")
    let plain = SpecificationDocument("# a\n- b\n\nc", isMarkdown: false)
    #expect(plain.title == "# a")
    #expect(SpecificationDocument("", isMarkdown: true).title == nil)
    #expect(SpecificationDocument("---\nx: 1\n", isMarkdown: true).frontMatter == nil)
    #expect(
      SpecificationDocument("---\r\ntitle: T\r\n---\r\nCorps\r\n", isMarkdown: true).frontMatter == "title: T"
    )
  }

  @Test("keep the lines of plain text and of tables, with the places of their lines")
  func lines() throws {
    let plain = try harvest(SpecificationReader(), "Titre\n\nUn :\n  deux   trois\n\nfin".utf8, file: "t.txt")
    #expect(plain.mapped[0].values(Vocabulary.text) == ["Un :\ndeux trois", "fin"])
    #expect(plain.mapped[0].values(Vocabulary.anchor) == ["l. 3", "l. 6"])
    let table = "# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\nsuite\nencore"
    let markdown = try harvest(SpecificationReader(), table.utf8, file: "t.md").mapped[0]
    #expect(markdown.values(Vocabulary.text) == ["a : b\n1 : 2\nsuite encore"])
    #expect(markdown.values(Vocabulary.anchor) == ["§ 1"])
  }

  @Test("tell a contact of several lines once")
  func contacts() throws {
    let text = "Titre\n\nMarie : marie.dupont@ville.example\nou paul.durand@ville.example"
    let mapped = try harvest(SpecificationReader(), text.utf8, file: "t.txt").mapped[0]
    #expect(mapped.diagnostics.map(\.code.name) == ["privacy.contact"])
    #expect(mapped.values(Vocabulary.text) == ["Marie : […]\nou […]"])
  }

  @Test("take a buyer by number, several codes, and true or false")
  func frontMatter() throws {
    let text = "---\nbuyer: \"21690123100011\"\ncpv: 45310000\ndemonstration: false\n---\n# T\nx"
    let mapped = try harvest(SpecificationReader(), text.utf8, file: "t.md").mapped[0]
    #expect(mapped.values(Vocabulary.hasBuyer) == ["https://passerelle.example/id/siret/21690123100011"])
    #expect(mapped.values(Vocabulary.hasMainClassification) == ["http://data.europa.eu/cpv/cpv/45310000"])
    #expect(!mapped.isDemonstration)
  }
}
