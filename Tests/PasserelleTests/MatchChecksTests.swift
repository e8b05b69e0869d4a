import Testing

@testable import Passerelle

@Suite struct MatchChecksTests {
  @Test(arguments: [
    ("Le titulaire est certifié ISO 27001.", ["ISO 27001"]),
    ("Qualification Qualibat 2111 ou équivalente", ["Qualibat 2111"]),
    ("Le candidat dispose du label Cit’ergie.", ["Cit’ergie"]),
    ("a certificate in force. Bidders shall submit it", []),
    ("to recognised standards. Penetration tests are made", []),
    ("The standards that Bidders meet", []),
  ]) func aNameIsMoreThanTheBeginningOfASentence(_ text: String, _ names: [String]) {
    #expect(NamedDemands.names(in: text) == names)
  }

  /// A vendor that shows `ISO 9001` shows `BS EN ISO 9001:2015`.
  @Test(arguments: [
    ("BS EN ISO 9001", "ISO 9001"), ("ISO 27001:2017 Information Security", "ISO 27001"),
    ("UNI EN ISO 9001-2015", "ISO 9001"), ("Qualibat 2111", "Qualibat 2111"), ("Cit’ergie", "Cit’ergie"),
    ("Classe 5", "Classe 5"), ("2015 Norme", "2015 Norme"),
  ]) func aStandardIsSoughtByItsNumber(_ name: String, _ core: String) {
    #expect(NamedDemands.core(of: name) == core)
  }

  @Test func codesOfOneLabelAreGathered() {
    #expect(
      MatchPage.gathered(["66510000 ≈ Assurances", "48900000 Autres logiciels", "66515200 ≈ Assurances"]) == [
        "66510000, 66515200 ≈ Assurances", "48900000 Autres logiciels",
      ])
  }
}
