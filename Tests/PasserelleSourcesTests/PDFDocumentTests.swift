import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Specifications in PDF") struct PDFDocumentTests {
  private typealias Samples = DocumentSamples
  static let hasConverter = PDFConverter(limits: .standard).isAvailable

  private func read(_ pages: [[(left: Double, top: Double, text: String)]]) throws -> SpecificationDocument {
    try PDFDocumentReader(limits: .standard).document(layout: Samples.layout(pages))
  }

  @Test("join the lines that are full, and end paragraphs where the next word had room")
  func paragraphs() throws {
    let full = "Le titulaire remplace les luminaires de la ville avant la fin de l'année et"
    let document = try read([
      [
        (50, 100, "Cahier des charges"), (50, 130, full), (50, 144, "remet un bilan."),
        (50, 158, "Il forme les agents."),
        (50, 200, full), (50, 214, "les mâts qui sont vérifiés puis repeints avec une peinture antiaffi-"),
        (50, 228, "chage garantie dix ans."), (50, 242, "\u{F0B7} premier point"),
        (50, 256, "\u{F0B7} second point"),
      ]
    ])
    #expect(document.title == "Cahier des charges")
    #expect(
      document.paragraphs.map(\.text) == [
        full + " remet un bilan.", "Il forme les agents.",
        full + " les mâts qui sont vérifiés puis repeints avec une peinture antiaffichage garantie dix ans.",
        "premier point", "second point",
      ])
    #expect(document.paragraphs[0].anchor.text == "p. 1, § 2")
    #expect(document.reading?.text.contains("\n- premier point\n") == true)
  }

  @Test("keep the hyphens of compounds")
  func hyphens() throws {
    let document = try read([
      [
        (50, 100, "Titre"), (50, 130, "Les candidats ne viennent pas sans avoir pris un rendez-"),
        (50, 144, "vous avec le service ; la ville publie les données et peut-"),
        (50, 158, "être aussi les mesures."),
      ]
    ])
    #expect(document.paragraphs.map(\.text).joined(separator: " ").contains("rendez-vous avec"))
    #expect(document.paragraphs.map(\.text).joined(separator: " ").contains("peut-être aussi"))
  }

  @Test("go on over pages without their headers, footers and numbers")
  func pages() throws {
    let full = "Le titulaire remplace les luminaires de la ville avant la fin de l'année et"
    let pages = (1...4).map { page -> [(left: Double, top: Double, text: String)] in
      [
        (50, 20, "Ville de X – CCTP n° 2024-\(page)"),
        (50, 130, page == 1 ? "Objet du marché" : "le mobilier \(page)."),
        (50, 300, full), (280, 810, "Page \(page) / 4"),
      ]
    }
    let document = try read(pages)
    #expect(
      document.paragraphs.map(\.text) == [
        full + " le mobilier 2.", full + " le mobilier 3.", full + " le mobilier 4.", full,
      ])
    #expect(document.paragraphs.map(\.anchor.page) == [1, 2, 3, 4])
    #expect(Samples.codes(document) == ["document.runningText"])
    #expect(document.findings.first?.value == "Ville de X – CCTP n° #-# | Page # / #")
  }

  @Test("read two columns one after the other")
  func columns() throws {
    let document = try read([
      [
        (50, 60, "Titre"), (50, 100, "La première colonne commence ici et va"),
        (50, 114, "jusqu'à son point final."),
        (320, 100, "La seconde colonne commence là et finit"), (320, 114, "elle aussi."),
      ]
    ])
    #expect(
      document.paragraphs.map(\.text) == [
        "La première colonne commence ici et va jusqu'à son point final.",
        "La seconde colonne commence là et finit elle aussi.",
      ])
  }

  @Test("without text, or of signs that no font explains, are refused")
  func scanned() {
    #expect(throws: DocumentFault.noText) { try read([[], []]) }
    #expect(throws: DocumentFault.noText) {
      try read([[(50, 100, "\u{FFFD}\u{FFFD} \u{FFFD}\u{FFFD}"), (50, 130, "\u{E001}\u{E002}")]])
    }
    #expect(throws: DocumentFault.converterMissing) {
      try PDFConverter(limits: .standard, paths: ["/nowhere/pdftotext"]).layout(of: [])
    }
  }

  @Test("are converted by pdftotext", .enabled(if: hasConverter, "no pdftotext: apt install poppler-utils"))
  func converted() throws {
    let bytes = Samples.pdf([
      [
        (60, 780, 18, "Éclairage (public)"), (60, 700, 11, "La ville remplace ses luminaires."),
        (280, 20, 9, "1"),
      ],
      [(60, 780, 11, "Le système doit tenir dix ans & plus."), (280, 20, 9, "2")],
    ])
    let mapped = try harvest(SpecificationReader(), bytes, file: "t.pdf").mapped[0]
    #expect(mapped.values(Vocabulary.title) == ["Éclairage (public)"])
    #expect(
      mapped.values(Vocabulary.text) == [
        "La ville remplace ses luminaires.", "Le système doit tenir dix ans & plus.",
      ])
    #expect(mapped.values(Vocabulary.anchor) == ["p. 1, § 2", "p. 2, § 1"])
    #expect(mapped.values(Vocabulary.page) == ["1", "2"])
  }

  @Test("that are damaged are refused", .enabled(if: hasConverter, "no pdftotext"))
  func damaged() {
    func code(_ bytes: [UInt8]) -> String? {
      errorCode { _ = try harvest(SpecificationReader(), bytes, file: "t.pdf") }?.name
    }
    #expect(code(Array("%PDF-1.7\nrien".utf8)) == "document.damaged")
    #expect(code(Samples.pdf([[]])) == "document.noText")
  }

  @Test("stop at the limits of time, output and memory", .enabled(if: hasConverter, "no pdftotext"))
  func limits() throws {
    let bytes = Samples.pdf([(0..<200).map { (60, 800 - $0 * 4, 4, "ligne \($0)") }])
    var limits = DocumentLimits()
    limits.seconds = 0
    #expect(throws: DocumentFault.converterTimeout) { try PDFConverter(limits: limits).layout(of: bytes) }
    limits = DocumentLimits()
    limits.convertedBytes = 1000
    #expect(throws: DocumentFault.tooLarge) { try PDFConverter(limits: limits).layout(of: bytes) }
    limits = DocumentLimits()
    limits.fileBytes = 100
    let code = errorCode {
      _ = try harvest(SpecificationReader(documentLimits: limits), bytes, file: "t.pdf")
    }
    #expect(code?.name == "document.limit")
  }
}
