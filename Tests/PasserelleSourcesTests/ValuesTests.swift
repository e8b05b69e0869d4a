import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Values of awards")
struct ValuesTests {
  @Test(
    "Places mean what their code can mean",
    arguments: [
      ("69123", "Code commune", "commune 69123"), ("69000", "Code commune", "postal 69000!"),
      ("75015", "Code commune", "postal 75015!"),
      ("17", "Code commune", "department 17!"), ("59130", "Code postal", "postal 59130"),
      ("FR45000", "Code postal", "postal 45000~"),
      ("3200", "Code postal", "postal 03200~"), ("1116", "Code postal", "-"),
      ("32", "CODE POSTAL", "department 32!"),
      ("75", "Code département", "department 75"), ("2A", "Code département", "department 2A"),
      ("1", "Code département", "department 01~"),
      ("078", "Code département", "department 78~"), ("62041", "Code département", "department 62~"),
      ("DEP", "Code département", "-"),
      ("FRK26", "Code département", "NUTS FRK26!"), ("FR", "Code pays", "country FRA"),
      ("FRANCE", "Code pays", "country FRA"),
      ("99", "Code pays", "-"), ("FRF2", "Code région", "NUTS FRF2"), ("94", "Code région", "region 94"),
      ("820", "Code région", "-"),
      ("FR", "Code région", "country FRA!"), ("544", "Code arrondissement", "arrondissement 544"),
      ("0902", "Code arrondissement", "arrondissement 0902"),
      ("75012", "Code arrondissement", "postal 75012!"), ("69400", "Code arrondissement", "postal 69400!"),
      ("6912", "Code canton", "canton 6912"),
      ("INO", "Code commune", "-"), ("59130", "", "-"), ("974", "Code département", "department 974"),
      ("59328", "Code postal", "commune 59328!"),
    ])
  func places(code: String, label: String, expected: String) {
    let reading = PlaceReading.read(code, as: PlaceReading.Kind(label: label), buyersCommune: "59328")
    let found =
      reading.map { $0.description + ($0.isOtherKind ? "!" : "") + ($0.isRepaired ? "~" : "") } ?? "-"
    #expect(found == expected)
  }

  @Test(
    "Numbers of organisations",
    arguments: [
      ("55208131766522", "SIRET", "siren/552081317", ""),
      ("552081317", "SIRET", "siren/552081317", "company.sirenGiven"),
      ("552081317", "SIREN", "siren/552081317", ""),
      (" 552 081 317 66522 ", nil, "siren/552081317", "company.repaired"),
      ("55208131766520", "SIRET", "siren/552081317", "company.sirenOnly"),
      ("5520813176652", "SIRET", "siren/552081317", "company.sirenOnly"),
      ("12345678901234", "SIRET", "local/siret:12345678901234", "company.checkDigit"),
      ("123", "SIRET", "local/siret:123", "company.shape"), ("FR21483209383", "TVA", "siren/483209383", ""),
      ("FR66562096297", "TVA_INTRACOMMUNAUTAIRE", "siren/562096297", ""),
      ("FR03552081317", "TVA", "siren/552081317", ""),
      ("FR99552081317", "TVA", "local/vat:FR99552081317", "company.vat"),
      ("IT00802230151", "TVA", "vat/IT00802230151", ""),
      ("NL805843954B01", "TVA", "vat/NL805843954B01", ""),
      ("ES B66484189", "TVA", "vat/ESB66484189", "company.repaired"),
      ("PT500363790", "SIRET", "vat/PT500363790", "company.scheme"),
      ("55208131766522", "TVA", "siren/552081317", "company.scheme"),
      ("587857001", "TAHITI", "local/tahiti:587857001", ""),
      ("379834906", "IREP", "siren/379834906", "company.scheme"),
      ("W751067032", "IREP", "local/irep:W751067032", ""), ("0000000000", "SIRET", "-", ""),
      ("", nil, "-", ""),
    ] as [(String, String?, String, String)])
  func numbers(raw: String, type: String?, iri: String, code: String) {
    let number = PartyNumber.read(raw, type: type)
    let found = number?.iri(role: .winner, in: IRISpace(base: "")).replacing("/id/", with: "") ?? "-"
    #expect(found == iri)
    #expect(number?.findings.map(\.0.name).joined(separator: ",") ?? "" == code)
  }

  @Test(
    "Numbers as people write them",
    arguments: [
      ("1 234,50 €", nil, "1234.5"), ("1.234,50", nil, "1234.5"), ("1,234.50", nil, "1234.5"),
      ("1.234.567", nil, "1234567"),
      ("12,5", nil, "12.5"), ("1.234", ",", "1234"), ("1,234", ".", "1234"), ("1 000 EUR", nil, "1000"),
      ("-5", nil, "-5"),
      ("douze", nil, nil), ("", nil, nil), ("1,2,3.4.5", nil, nil), ("1'000.00", ".", "1000"),
    ] as [(String, Character?, String?)])
  func amounts(text: String, decimal: Character?, expected: String?) {
    #expect(NumberText.read(text, decimal: decimal)?.description == expected)
  }

  @Test(
    "Dates in other writings",
    arguments: [
      ("2019-1-1", "2019-01-01"), ("31/01/2019", "2019-01-31"), ("31-1-2019 10:00", "2019-01-31"),
      ("2019/01/31", "2019-01-31"),
      ("31.01.2019", "2019-01-31"), ("31/02/2019", nil), ("hier", nil), ("1/2/19", nil),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) {
    #expect(DateText.read(text)?.description == expected)
  }

  @Test("Fields of a wrong type are dropped, the record stays")
  func wrongTypes() throws {
    let result = try decp(
      #""objet":["x"],"montant":{"a":1},"titulaires":"EDF","modifications":[3],"lieuExecution":5,"dureeMois":true"#
    )
    #expect(result.records.count == 1)
    #expect(result.codes.count { $0 == "value.type" } == 6)
  }

  @Test("A repaired or dropped value is kept as written with its field")
  func sourceValues() throws {
    let mapped = try decp(#""objet":"x","codeCPV":"9132100","dureeMois":0,"dateNotification":"2108-01-01""#)
      .mapped[0]
    #expect(
      mapped.values(Vocabulary.sourceValue).sorted() == [
        "codeCPV=9132100", "dateNotification=2108-01-01", "dureeMois=0",
      ])
    #expect(mapped.values(Vocabulary.durationMonths).isEmpty)
  }

  @Test("A mapped record takes the key that the pipeline gives")
  func givenKey() throws {
    let record = try decp(#""objet":"x""#).records[0]
    #expect(record.mapped(key: "p/1~2", in: IRISpace()).subject == "https://passerelle.example/id/decp/p/1~2")
  }
}
