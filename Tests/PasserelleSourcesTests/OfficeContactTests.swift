import Testing

@testable import PasserelleSources

@Suite("Offices") struct OfficeContactTests {
  @Test(
    "are told by words of offices alone",
    arguments: [
      "Service des marchés publics", "Direction de la commande publique", "Registry", "Helpdesk", "Info desk",
      "Procurement contact point", "Head of Procurement", "Abteilung Budget und Bauwirtschaft", "Greffe",
      "Vergabestelle", "Ufficio Approvvigionamenti", "Direzione di Commissariato", "Servicio de Contratación",
      "Urząd – Wydział Zamówień Publicznych", "Közbeszerzési Osztály", "Отдел „Обществени поръчки“",
      "Διεύθυνση Προμηθειών", "Service Appel d’offres", "Inkoop", "Upphandlingsenheten", "Odbor investic",
    ])
  func offices(name: String) {
    #expect(OfficeNames.isOffice(name))
  }

  @Test(
    "are nobody's names",
    arguments: [
      "Karen Towers", "E Paolucci", "M Vincent Gourdin", "SCWP Schindhelm, Mag. Edwin Scharf",
      "Service Dupont",
      "Service achats, Mme Martin", "Registry, Mr Lane", "Jean Bureau", "Greffier Valérie", "Dupont",
      "Urbain",
      "Amadou Camara", "Procurement: j.lane@x.org", "Service 06 11 22 33 44", "M. le Directeur Durand", "",
      "of the",
      "Zespół Jankowska", "Herr Kanzler", "Ms Grace Office", "Иванова", "Отдел Иванов", "n/a",
    ])
  func others(name: String) {
    #expect(!OfficeNames.isOffice(name))
  }

  /// No word of the tables is a given name, and each is folded as names are.
  @Test func tablesHoldNoGivenName() {
    let words = OfficeWords.offices.union(OfficeWords.joins).union(OfficeWords.mailboxes)
    #expect(words.intersection(GivenNames.all).sorted() == [])
    #expect(words.filter { TextCleaner.clean($0)?.text != $0 || $0.contains("é") }.sorted() == [])
  }

  @Test func numbersAreKeptOfAnOfficeAlone() {
    func numbers(
      _ name: String?, _ mailbox: String?, _ telephone: String = "+33 235156161",
      of: String = "Rouen Habitat",
      office: String? = nil
    ) -> String? {
      OfficeContact(
        name: name, mailbox: mailbox, telephone: telephone, fax: nil, of: of, office: office
      ).telephone
    }
    #expect(numbers("Info desk", "contact@rouenhabitat.fr") == "+33 235156161")
    #expect(numbers(nil, "contact@rouenhabitat.fr") != nil)
    #expect(numbers("n/a", "contact@rouenhabitat.fr") != nil)
    #expect(numbers("Service achats", nil) != nil)
    #expect(numbers(nil, nil, office: "Service achats") != nil)
    #expect(numbers(nil, nil) == nil)
    #expect(numbers("n/a", nil) == nil)
    #expect(numbers("Karen Towers", "contact@x.fr") == nil)
    #expect(numbers("Service achats", "k.towers@x.fr") == nil)
    #expect(numbers("Service achats", nil, of: "Menuiserie Jean Dupont") == nil)
  }

  @Test(
    "numbers of mobile telephones are nobody's office",
    arguments: [
      ("+33 235156161", true), ("0235156161", true), ("(+12)34567890", true), ("+352 4303-1", true),
      ("+1 (555) 123-4567", true), ("+33 680800000", false), ("06 80 80 00 00", false),
      ("0033 6 80 80 00 00", false),
      ("+33 (0)6 80 80 00 00", false), ("+33 (0)2 35 15 61 61", true), ("+44 7700 900123", false),
      ("+49 1511 2345678", false), ("call Jean", false), ("12", false), ("", false),
    ])
  func mobiles(number: String, isFixed: Bool) {
    #expect(OfficeContact.isFixedNumber(number) == isFixed)
  }
}
