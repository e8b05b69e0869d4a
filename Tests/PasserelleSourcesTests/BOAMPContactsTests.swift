import Testing

@testable import PasserelleSources

@Suite("Contacts in notices")
struct BOAMPContactsTests {
  @Test(
    "are taken out",
    arguments: [
      ("Courriel : dirsao.97110 pole-emploi.fr , F", "Courriel : […] , F"),
      ("guy1.martel intradef.gouv.frsite de Miramas", "[…] de Miramas"),
      ("écrire à : dcaruso mairie-lens.fr", "écrire à : […]"),
      ("TELEPHONE04.91.13.48.13greffe", "TELEPHONE[…]greffe"),
      ("Télécopieur : 0232081271mel", "Télécopieur : […]mel"), ("appeler le 0825 0013 26", "appeler le […]"),
      ("voir m. Gil IMBERDIS demain", "voir […] demain"),
      ("contacter Monsieur Marc ALFRED ou non", "contacter […] ou non"),
      ("LAPEIRE Olivier, technicien", "[…], technicien"), ("Cahtherine SIMON - 05.53.45.49.20", "[…] - […]"),
    ])
  func removed(text: String, expected: String) {
    #expect(BOAMPContacts.removed(from: text).text == expected)
  }

  @Test(
    "places, offices and sites stay",
    arguments: [
      "sur la plateforme achatpublic.com", "le site www.telerecours.fr",
      "718 avenue du Docteur Marcel Touboul",
      "Lycée Thierry MAULNIER", "M. Le Payeur départemental", "marché n o 50183", "Code NUTS : FRK26",
      "https://www.marches-publics.gouv.fr/?page=x", "12 mois, 45214200",
    ])
  func kept(text: String) {
    #expect(!BOAMPContacts.removed(from: text).didRemove)
  }

  @Test(
    "days are read as notices write them",
    arguments: [
      ("18 septembre 2020, à 12 heures.", "2020-09-18"), ("1.e.r octobre 2020", "2020-10-01"),
      ("18/09/2020 à 12h00", "2020-09-18"), ("13 août 2020 - 12:00", "2020-08-13"),
    ])
  func days(text: String, expected: String) { #expect(BOAMPText.day(text) == expected) }

  @Test(arguments: ["31 février 2020", "le 3 mai", "septembre 2020", "", "12 mois"])
  func otherWordsAreNoDays(text: String) { #expect(BOAMPText.day(text) == nil) }

  @Test(
    "amounts are read where they are beyond doubt",
    arguments: [
      ("100 000 euros", "100 000"), ("130 000,00 euros", "130 000,00"), ("euros", nil), ("1.500 euros", nil),
      ("de 5 à 10 euros", nil), ("100 000", nil),
    ] as [(String, String?)])
  func amounts(text: String, expected: String?) { #expect(BOAMPText.euros(text) == expected) }
}
