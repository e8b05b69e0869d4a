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

  /// `match` has no option for another encoding: the remedy must be one that works.
  @Test func anotherEncodingIsToBeConverted() {
    let error = #expect(throws: PasserelleError.self) {
      try NeedDocument(iris: IRISpace()).need(Array("Entretien des caf".utf8) + [0xE9, 0x73], file: "a.txt")
    }
    #expect(error?.code == .inputEncoding)
    #expect(error?.message.french.contains("--encoding") == false)
  }
}
