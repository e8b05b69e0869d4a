import PasserelleCore
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite struct SpecificationAnalyzerTests {
  private let analyzer = SpecificationAnalyzer()

  @Test func nothingGivesNothing() {
    for text in ["", " \n\r\n", "---\n---", "====\n||||"] {
      let outline = analyzer.outline(of: text)
      #expect(outline.clauses.isEmpty)
      #expect(outline.lots.isEmpty)
      #expect(outline.codes.isEmpty)
    }
  }

  @Test func theSameTextGivesTheSameOutline() {
    let text = "# Bacs\n\n## Exigences\n\nF1. Le bac doit rouler.\n\n- Lot 1 : bacs\n- Lot 2 : roues\n"
    #expect(analyzer.outline(of: text) == analyzer.outline(of: text))
    #expect(
      analyzer.outline(of: text.replacing("\n", with: "\r\n")).clauses.map(\.text)
        == analyzer.outline(of: text).clauses.map(\.text))
  }

  @Test func strangeTextsDoNoHarm() {
    let texts = [
      "Lot", "Lot 1", "Lot 1 :", "II.2.1)", "II.2.1)\nLot nº :", "F", "F1", "F1.", "a)", "(", "#", "# ", "€",
      "1 €", "%",
      ": :", "I.1)\nI.1)\nI.1)\nNOM ET ADRESSES", "Pondération :", "1. / Pondération : 99999999999999999999",
      "---\ncpv: x\ninsee: 99\ndate: hier", "Montant : 99999999999999999999999999 euros",
      "\u{FEFF}\u{0}\u{1}",
      String(repeating: "(", count: 5000), String(repeating: "F1. ", count: 500),
    ]
    for text in texts {
      let outline = analyzer.outline(of: text)
      #expect(Set(outline.clauses.map(\.id)).count == outline.clauses.count)
    }
  }

  @Test func frontMatterStatesFacts() {
    let outline = analyzer.outline(
      of: "---\ntitle: \"Nœuds de commande\"\nbuyer: Ville d’Orlaive\ninsee: \"52121\"\ncpv: 34928500\n"
        + "date: 2022-03-17\nlanguage: fr\n---\n\nLes nœuds sont posés.\n")
    #expect(outline.title == "Nœuds de commande")
    #expect(outline.buyerName == "Ville d’Orlaive")
    #expect(outline.places == [MatchPlace(coarse: "52", fine: "52121")])
    #expect(outline.codes.map(\.digits) == ["34928500"])
    #expect(outline.published == PartialDate(year: 2022, month: 3, day: 17))
    #expect(outline.clauses.map(\.line) == [10])
  }

  @Test func facultyOfUsersIsARequirementAndThatOfTheContractorAnOption() {
    let outline = analyzer.outline(
      of: "# Compte\n\n## Exigences fonctionnelles\n\nF1. L’usager peut changer d’adresse.\n\n"
        + "F2. Le titulaire peut proposer une application.\n\nF3. La solution ne peut conserver les trajets.\n\n"
        + "F4. Le portail devrait être traduit.\n\nF5. Le bac est livré en option.\n", language: .french)
    #expect(outline.clauses.map(\.id) == ["F1", "F2", "F3", "F4", "F5"])
    #expect(
      outline.clauses.map(\.obligation) == [.mandatory, .optional, .mandatory, .recommended, .optional])
    #expect(outline.clauses.allSatisfy { $0.kind == .functional })
  }

  @Test func procedureIsNeverARequirement() {
    let procedure = [
      "Les recours sont portés devant le tribunal administratif de Pau.",
      "Les plis sont remis par voie électronique sur le profil d’acheteur.",
      "Téléphone : 01 02 03 04 05, courriel : marches ville.example",
      "Le candidat fournit une lettre de candidature (formulaire DC1).",
      "Une copie de sauvegarde peut être adressée ; la signature électronique n’est pas exigée.",
    ]
    for text in procedure {
      let clauses = analyzer.outline(of: "# Fourniture de bacs\n\n## Prestations attendues\n\n\(text)\n")
        .clauses
      #expect(clauses.count <= 1)
      #expect(clauses.allSatisfy { !$0.kind.isRequirement }, "\(text)")
    }
  }

  @Test func aParagraphThatSaysSeveralThingsIsSplit() {
    let outline = analyzer.outline(
      of: "# Bacs\n\n## Description des prestations\n\nLe titulaire doit livrer les bacs à chaque habitant. "
        + "Il doit reprendre les anciens bacs et les recycler. Le paiement intervient à trente jours. "
        + "Les bacs doivent porter un numéro lisible à deux mètres.\n")
    #expect(outline.clauses.map(\.kind) == [.functional, .functional, .administrative, .functional])
  }

  @Test func whatTwoLotsRepeatHoldsForAll() {
    let form = "II.1.1)\nIntitulé : Bacs\nII.1.4)\nDescription succincte : Bacs roulants\n"
    func lot(_ number: Int) -> String {
      "II.2)\nDESCRIPTION\nII.2.1)\nIntitulé : Secteur \(number)\nLot nº : \(number)\nII.2.4)\n"
        + "Description des prestations : Livraison des bacs du secteur\n"
    }
    let outline = analyzer.outline(of: form + lot(1) + lot(2))
    #expect(outline.lots.map(\.title) == ["Secteur 1", "Secteur 2"])
    let delivery = outline.clauses.filter { $0.text == "Livraison des bacs du secteur" }
    #expect(delivery.map(\.lot) == [nil])
  }

  @Test func aLongTextIsReadToItsEnd() {
    var text = "# Grand cahier\n\n## Exigences techniques\n\n"
    var number = 0
    while text.utf8.count < 100_000 {
      number += 1
      text += "T\(number). L’équipement numéro \(number) respecte la norme et la puissance indiquée.\n\n"
    }
    let outline = analyzer.outline(of: text, language: .french)
    #expect(outline.clauses.count == number)
    #expect(outline.clauses.last?.id == "T\(number)")
  }
}
