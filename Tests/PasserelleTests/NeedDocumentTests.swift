import Foundation
import PasserelleCore
import PasserelleMatching
import Testing

@testable import Passerelle

@Suite struct NeedDocumentTests {
  private static let notice = """
    Avis No 20-102019
    publié le 15/08/2020
    Dépt. : 37 Cc touraine vallee de l indre
    Collecte en porte à porte des déchets végétaux
    Avis de marché
    Procédure Ouverte
    Annonce No 20-102019 I.II.III.IV.VI.
    AVIS DE MARCHÉ
    Directive 2014/24/UE
    Section I : Pouvoir adjudicateur
    I.1)
    NOM ET ADRESSES
    CC TOURAINE VALLEE DE L INDRE, 6 place Antoine de Saint-Exupéry, Sorigny, F, Code NUTS : FRB04
    Section II : Objet
    II.1.1)
    Intitulé : Collecte en porte à porte, transport et traitement des déchets végétaux
    II.1.2)
    Code CPV principal :
    Descripteur principal : 90511000
    II.2.4)
    Description des prestations : Collecte des végétaux chaque semaine d\u{92}avril à novembre
    Section VI : Renseignements complémentaires
    VI.4.1)
    Instance chargée des procédures de recours :
    Tribunal administratif d'Orléans, 28, rue de la Bretonnerie, 45041, Orleans Cedex 1, F
    """

  private func need(_ text: String, _ file: String) throws -> StatedNeed {
    try NeedDocument(iris: IRISpace()).need(Array(text.utf8), file: file)
  }

  /// The number on the first line would find awards with `20` in their titles.
  @Test func theTitleOfANoticeIsItsSubjectAndNotItsNumber() throws {
    let stated = try need(Self.notice, "avis.txt")
    #expect(stated.title.hasPrefix("Collecte en porte à porte"))
    #expect(stated.need.title == stated.title)
    #expect(stated.need.codes.map(\.digits) == ["90511000"])
    #expect(stated.need.place == MatchPlace(coarse: "37"))
  }

  @Test func aNoticeAsksWithWhatIsBoughtAndNotWithItsProcedure() throws {
    let text = try need(Self.notice, "-").need.text
    #expect(text.contains("végétaux chaque semaine d’avril"))
    #expect(!text.contains("Tribunal"))
    #expect(!text.contains("Avis No"))
  }

  @Test func lostQuotationMarksComeBack() {
    #expect(NeedDocument.repaired("l\u{92}eau \u{96} \u{9C}uvre") == "l’eau – œuvre")
    #expect(NeedDocument.repaired("été") == "été")
    #expect(NeedDocument.repaired("a\u{81}b") == "a b")
  }

  @Test func dataAreNoNeed() {
    let error = #expect(throws: PasserelleError.self) {
      try need(#"{"marches": [{"id": "1", "objet": "Éclairage"}]}"#, "marches.json")
    }
    #expect(error?.code == .inputUnreadable)
    #expect(error?.message.french.contains("Ingérez-le") == true)
  }

  /// `match` has no option for an encoding: what office programs write is read.
  @Test func textsOfOfficeProgramsAreRead() throws {
    let text = "Entretien des cafés\n\nLe titulaire doit détartrer l’évier."
    let document = NeedDocument(iris: IRISpace())
    let wide: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let unicode = try document.need(wide, file: "a.txt")
    #expect(unicode.title == "Entretien des cafés" && unicode.readingChecks.isEmpty)
    let single = try #require(text.data(using: .windowsCP1252))
    let guessed = try document.need(Array(single), file: "a.txt")
    let plain = try need(text, "a.txt")
    #expect(guessed.title == plain.title && guessed.need.text == plain.need.text)
    #expect(guessed.outline.clauses.map(\.text) == plain.outline.clauses.map(\.text))
    #expect(guessed.readingChecks.map(\.kind) == [.document])
    #expect(guessed.readingChecks.first?.message.french.contains("Windows-1252") == true)
  }

  /// A fault in a text in UTF-8 must not turn all its accents into others.
  @Test func aFaultyTextIsRefusedWithARemedyThatWorks() {
    let error = #expect(throws: PasserelleError.self) {
      try NeedDocument(iris: IRISpace()).need(
        Array("Entretien des cafés".utf8) + [0xE9, 0x73], file: "a.txt")
    }
    #expect(error?.code == .inputEncoding)
    #expect(error?.message.french.contains("--encoding") == false)
    #expect(!NeedReading.isWindows1252([0x63, 0x81, 0xE9]) && !NeedReading.isWindows1252([0xE9, 0x00]))
  }

  /// `Cahier des clauses techniques particulières` would find awards with `techniques` in their titles.
  @Test func aTitleThatNamesAKindOfDocumentGivesWayToTheSubject() throws {
    let stated = try need(
      """
      # CCTP - Cahier des Clauses Techniques Particulières
      ## Article 1 - Objet du marché
      Le marché porte sur la maintenance des ascenseurs. Il dure un an.
      ## 2. Exigences
      Le titulaire doit intervenir en deux heures.
      """, "cctp.md")
    #expect(stated.need.title == "Le marché porte sur la maintenance des ascenseurs")
    #expect(stated.title == stated.need.title)
  }

  @Test(arguments: [
    ("CCTP", true), ("1. Objet du marché", true), ("Cahier des charges", true),
    ("Terms of Reference (ToR)", true),
    ("Cahier des charges de l’éclairage", false), ("Objet connecté pour l’eau", false), ("Réseau 5G", false),
  ])
  func tellsGenericTitles(title: String, isGeneric: Bool) {
    #expect(NeedTitle.isGeneric(title) == isGeneric)
  }

  @Test func imagesOfADocumentAreTold() throws {
    let page =
      "<html><body><h1>Bancs</h1><p>Le titulaire doit poser dix bancs.</p><img src='plan.png'></body></html>"
    let checks = try need(page, "a.html").readingChecks
    #expect(checks.map(\.kind) == [.document])
    #expect(checks.first?.message.english.contains("images") == true)
  }
}
