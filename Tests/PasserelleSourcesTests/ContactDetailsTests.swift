import Testing

@testable import PasserelleSources

@Suite("Contact details")
struct ContactDetailsTests {
  @Test(
    "of persons are taken out",
    arguments: [
      ("Écrire à jean.dupont@ville.fr.", "Écrire à […]."), ("(j.d@a-b.example)", "([…])"),
      ("j.a@b.fr@c.fr !", "[…] !"), ("06.11.22.33.44@a.fr", "[…]"),
      ("tél. 04 72 10 30 30", "tél. […]"), ("04.72.10.30.30 ou 06-11-22-33-44", "[…] ou […]"),
      ("+33 (0)4 72 10 30 30, standard", "[…], standard"), ("Tél : 0472103030", "Tél : […]"),
      ("appel au 0033472103030", "appel au […]"), ("01 23 45 67 89 2019", "[…] 2019"),
    ])
  func removed(text: String, expected: String) {
    #expect(ContactDetails.removed(from: text) == expected)
  }

  @Test(
    "of roles, and numbers of other kinds, stay",
    arguments: [
      "marches@ville.fr", "contact@a.example, accueil@b.example", "service-achats@agglo.example",
      "marché n°0472103030",
      "SIRET 21690123100011", "du 01 02 2019 au 03 04 2020", "lot 0123456789012", "prix @ 5 €",
      "12 34 56 78 90", "",
    ])
  func kept(text: String) {
    #expect(ContactDetails.removed(from: text) == nil)
  }

  @Test(
    "mailboxes of roles are told in every language",
    arguments: [
      "greffe", "registry", "helpdesk", "sourcing", "post", "kanzlei", "registratur", "sekretariat",
      "kontakt",
      "hankinnat", "przetargi", "vergabestelle", "poststelle", "kirjaamo", "achizitii", "upphandling",
      "udbud",
      "kozbeszerzes", "zamowienia.publiczne", "verejne-zakazky", "obstaravanie", "nabava", "javna.narocila",
      "promithies", "delovodstvo", "protocollo", "ufficio.gare", "contratacion", "licitacoes.compras",
      "inkoop",
      "hanked", "iepirkumi", "commandepublique", "highcourtcentraloffice", "unite-marches", "einkauf.3",
      "generalcourt.registry", "wydzial.zamowien",
    ])
  func roles(local: String) {
    #expect(ContactDetails.isRole(local) == (local != "licitacoes.compras"))
  }

  @Test(
    "mailboxes that may be somebody's are none of a role",
    arguments: [
      "jean.dupont", "j.dupont", "ktowers", "e.scharf", "dupont", "marie", "service.dupont", "achats.marie",
      "y.cobut", "douglas.mcewan", "greffier", "camara", "tudorache", "m.kaszubowska", "vergabe.schulz",
      "anna.registry", "courtney", "postel", "bureaud", "marchesi", "1234", "", "op", "crm42527", "impulsion",
    ])
  func persons(local: String) {
    #expect(!ContactDetails.isRole(local))
    #expect(!ContactDetails.isRole(local, of: "Tribunal administratif de Rouen"))
  }

  @Test("beside a role, words of the organisation's own name may stand")
  func ownNames() {
    #expect(ContactDetails.isRole("greffe.ta-rouen", of: "Tribunal administratif de Rouen"))
    #expect(!ContactDetails.isRole("greffe.ta-rouen"))
    #expect(!ContactDetails.isRole("greffe.ta-rouen", of: "Cour de Nantes"))
    #expect(!ContactDetails.isRole("rouen", of: "Tribunal administratif de Rouen"))
    #expect(!ContactDetails.isRole("contact.marie", of: "Cabinet Marie Dupont"))
    #expect(!ContactDetails.isRole("contact.jd", of: "Menuiserie Jules Dufour"))
  }
}
