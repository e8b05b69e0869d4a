import PasserelleCore
import Testing

@testable import PasserelleMatching

@Suite struct SpecificationFactsTests {
  @Test(arguments: [
    ("La ville de Valence (26) souhaite des caméras.", "26"), ("Le CCAS de Bastia (2B) achète.", "2B"),
    ("Commune de Saint-Rémy-lès-Chevreuse (78470).", "78"), ("Le lot comprend des caméras (26).", nil),
    ("La ville demande des mâts (26).", nil), ("La ville de Valence (2026).", nil),
  ])
  func readsTheDepartmentOfABody(text: String, department: String?) {
    let outline = SpecificationAnalyzer().outline(of: "# Objet\n\n" + text)
    #expect(outline.places.first?.coarse == department)
  }

  @Test func ninesOfAFormAreNoAmount() {
    let filler = DecimalNumber("9999999999").map(FactReader.isFiller)
    let amount = DecimalNumber("999999").map(FactReader.isFiller)
    #expect(filler == true && amount == false)
  }

  @Test(arguments: [
    ("16 203 000 euros", "16203000"), ("200.000 euros HT", "200000"), ("12 000,50 €", "12000.5"),
    ("240 k€", "240000"),
    ("2,5 M€ HT", "2500000"), ("1,234.50 EUR", "1234.5"), ("10 000euro(s) HT", "10000"),
    ("3 millions d’euros", "3000000"),
    ("1\u{202F}500\u{A0}€", "1500"), ("0,85 euro", "0.85"),
  ])
  func readsAmounts(text: String, value: String) {
    #expect(AmountScanner.mentions(in: "Montant : \(text).").map(\.amount.description) == [value])
  }

  @Test func tellsCeilingsFromPenaltiesAndYears() {
    let ceiling = AmountScanner.mentions(in: "avec un montant maximum de 90 000 euros HT")
    #expect(ceiling.map(\.role) == [.ceiling])
    #expect(ceiling.map(\.excludesTax) == [true])
    let yearly = AmountScanner.mentions(in: "le montant maximum annuel est de 40 000 EUR HT")
    #expect(yearly.map(\.isPeriodic) == [true])
    #expect(AmountScanner.mentions(in: "une pénalité de 100 € par jour").map(\.role) == [.other])
    #expect(AmountScanner.mentions(in: "estimé à 50 000 € TTC").map(\.excludesTax) == [false])
    #expect(AmountScanner.mentions(in: "le 12 mai, 3 agents, 45 %").isEmpty)
  }

  @Test(arguments: [
    ("09/08/2020", "2020-08-09"), ("le 9 août 2020 à 16 h 30", "2020-08-09"),
    ("1.e.r février 2021", "2021-02-01"),
    ("1er mars 2027", "2027-03-01"), ("2020-08-09", "2020-08-09"), ("March 3, 2021", "2021-03-03"),
    ("3 de março de 2021", "2021-03-03"), ("5 octobre 2020 - 16:00", "2020-10-05"),
  ])
  func readsDates(text: String, date: String) {
    #expect(DateScanner.dates(in: text).map(\.description) == [date])
  }

  @Test func readsNoDateThatIsNone() {
    for text in ["31/02/2021", "12 000 euros", "01.02.03", "article 3 mai", "99/99/9999"] {
      #expect(DateScanner.dates(in: text).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("Durée en mois : 48", 48), ("4 ans à compter de la notification", 48), ("une durée de trois ans", 36),
    ("1 an(s).", 12), ("90 jours", 3), ("Début : 1.e.r mars 2021 - Fin : 1.e.r mars 2023", 24),
    ("period of two years", 24),
  ])
  func readsDurations(text: String, months: Int) { #expect(DateScanner.months(in: text) == months) }

  @Test func readsPlaces() {
    #expect(PlaceReader.places(in: "Code NUTS : FRJ24", "code nuts") == [MatchPlace(coarse: "32")])
    #expect(
      PlaceReader.places(in: "Commune de Petite-Ile 97429 - Petite-Ile", "") == [MatchPlace(coarse: "974")])
    #expect(
      PlaceReader.places(in: "Grenoble (code commune 38185)", "") == [MatchPlace(coarse: "38", fine: "38185")]
    )
    #expect(PlaceReader.places(in: "BP 40016 - 38317 Bourgoin", "") == [MatchPlace(coarse: "38")])
    #expect(PlaceReader.places(in: "pour 25000 habitants", "").isEmpty)
    #expect(NUTSDepartment.department("FRY4") == "974")
    #expect(NUTSDepartment.department("FRJ") == nil)
    #expect(NUTSDepartment.department("FR") == nil)
  }

  @Test func readsCodes() {
    #expect(CPVScanner.codes(in: "45310000-3, 2020123 et 123456789").map(\.digits) == ["45310000"])
    #expect(CPVScanner.quotedCodes(in: "classification C.P.V. : 34993000").map(\.digits) == ["34993000"])
    #expect(CPVScanner.quotedCodes(in: "téléphone 34993000").isEmpty)
  }

  @Test(arguments: [
    ("1. Valeur technique / Pondération : 60", "Valeur technique", 60_000), ("Prix : 40 %", "Prix", 40_000),
    ("Réemploi (10 %)", "Réemploi", 10_000), ("prix des prestations : 50 %;", "prix des prestations", 50_000),
    ("1. Prix / Pondération : 55.0", "Prix", 55_000), ("2. Délai / Pondération : 0.10", "Délai", 100),
    ("Valeur technique : 60 points", "Valeur technique", 60_000), ("Quality: 60%", "Quality", 60_000),
  ])
  func readsCriteria(line: String, name: String, weight: Int) {
    let criterion = AwardCriterionReader.criterion(line)
    #expect(criterion?.name == name)
    #expect(criterion?.weight == weight)
  }

  @Test func weightsBecomePercents() {
    func percents(_ weights: [Int]) -> [Int?] {
      AwardCriterionReader.percents(weights.map { .init(name: "x", weight: $0, isPercent: false) })
    }
    #expect(percents([500, 100, 400]) == [50, 10, 40])
    #expect(percents([6000, 4000]) == [60, 40])
    #expect(percents([60_000, 40_000]) == [60, 40])
    #expect(percents([0]) == [nil])
    #expect(AwardCriterionReader.criterion("la note est donnée sur 10 points") == nil)
  }

  @Test func readsTheBuyersNumber() {
    let outline = SpecificationAnalyzer().outline(
      of: "Acheteur : Ville de Paris\nSIRET : 217 500 016 00019\n\nFourniture de bancs.\n")
    #expect(outline.buyerName == "Ville de Paris")
    #expect(outline.buyerNumber == "21750001600019")
    #expect(outline.places == [MatchPlace(coarse: "75", fine: "75056")])
    #expect(SpecificationAnalyzer().outline(of: "SIRET : 12345678900001").buyerNumber == nil)
  }
}
