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
    #expect(code(Array("%PDF-1.7".utf8)) == .inputUnknownFormat)
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
    let plain = SpecificationDocument("# a\n- b\n\nc", isMarkdown: false)
    #expect(plain.title == "# a")
    #expect(SpecificationDocument("", isMarkdown: true).title == nil)
    #expect(SpecificationDocument("---\nx: 1\n", isMarkdown: true).frontMatter == nil)
    #expect(
      SpecificationDocument("---\r\ntitle: T\r\n---\r\nCorps\r\n", isMarkdown: true).frontMatter == "title: T"
    )
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
