import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Outlines of notices")
struct EFormsOutlineTests {
  private func outline(_ name: String) throws -> NoticeOutline {
    var source: any ByteSource = MemoryByteSource(try EFormsReaderTests.bytes(name))
    return try EFormsReader().outline(of: &source, file: name).notice
  }

  @Test func everythingAboutTheWholeIsThere() throws {
    let notice = try outline("complete.xml")
    #expect(notice.form == .competition)
    #expect(notice.type == "cn-standard" && notice.subtype == "16" && notice.version == "02")
    #expect(notice.procedureIdentifier == "6fa459ea-ee8a-4ca4-894e-db77e160355e")
    #expect(notice.codes.map(\.digits) == ["38421100", "65130000"])
    #expect(notice.categories == ["supplies", "services"])
    #expect(notice.procedure == "Procédure avec négociation")
    #expect(notice.amount == DecimalNumber("1250000.50").map { Money($0) })
    #expect(notice.deadline == PartialDate(year: 2024, month: 5, day: 2))
    #expect(!notice.isCancelled && !notice.isDemonstration)
  }

  @Test func frenchIsChosenThenEnglishThenTheNoticesOwn() throws {
    let notice = try outline("complete.xml")
    #expect(notice.title?.text == "Compteurs d’eau communicants")
    #expect(notice.title?.translations.map(\.language) == ["nl", "en"])
    #expect(notice.description?.language == "en")
    #expect(notice.language == "fr")
    #expect(notice.additionalInformation?.text == "Visite possible ; écrire à […].")
    let planning = try outline("planning.xml")
    #expect(planning.title?.text == "Iluminação pública" && planning.language == "pt")
    func text(_ languages: [String], notice: String) -> String? {
      NoticeText(languages.map { NoticeText.Translation(language: $0, text: $0) }, noticeLanguage: notice)?
        .text
    }
    #expect(text(["de", "nl", "fr", "en"], notice: "nl") == "fr")
    #expect(text(["de", "nl", "en"], notice: "nl") == "en")
    #expect(text(["de", "nl"], notice: "nl") == "nl")
    #expect(text(["de", "nl"], notice: "it") == "de")
    #expect(text([], notice: "it") == nil)
  }

  @Test func buyersHaveTheNumbersOfTheirCountries() throws {
    let buyers = try outline("complete.xml").buyers
    #expect(buyers.map { $0.name?.text } == ["Syndicat des eaux de Valmont", "Waterschap Zilverbeek"])
    #expect(buyers.map(\.country) == ["FRA", "NLD"])
    #expect(buyers.map(\.mailbox) == ["marches@valmont.example", nil])
    let mapped = try harvest(EFormsReader(), EFormsReaderTests.bytes("complete.xml"), file: "t.xml").mapped[0]
    let base = IRISpace.defaultBase
    #expect(
      mapped.values(Vocabulary.hasBuyer)
        == [base + "id/siret/99990169700014", base + "id/vat/NL123456789B01"])
    let planning = try harvest(EFormsReader(), EFormsReaderTests.bytes("planning.xml"), file: "t.xml").mapped[
      0]
    #expect(planning.values(Vocabulary.hasBuyer) == [base + "id/nif/501234567"])
  }

  @Test func placesAreAsFineAsTheNoticeSays() throws {
    let places = try outline("complete.xml").places
    #expect(places.map(\.nuts) == ["FRK26", nil])
    #expect(places.map(\.department) == ["69", nil])
    #expect(places.map(\.postalCode) == ["69003", nil])
    #expect(places.map(\.town) == ["Lyon", nil])
    #expect(places.map(\.country) == ["FRA", "NLD"])
    // The whole has none, so that of the parts counts; a foreign postal code is not kept.
    let planned = try outline("planning.xml").places
    #expect(planned.map(\.nuts) == ["PT170"])
    #expect(planned.first?.postalCode == nil && planned.first?.department == nil)
    #expect(NUTSDepartment.department("FRY40") == "974")
    #expect(NUTSDepartment.department("FRK2") == nil)
    #expect(["FR", "FRK26", "EL30"].allSatisfy(NUTSDepartment.isCode))
    #expect(["", "F", "fr", "FR-26", "FRK261"].allSatisfy { !NUTSDepartment.isCode($0) })
  }

  @Test func lotsAreWhole() throws {
    let lots = try outline("complete.xml").lots
    #expect(lots.map(\.identifier) == ["LOT-0001", "LOT-0002"])
    #expect(lots.map(\.number) == ["1", nil])
    #expect(lots.map { $0.title?.text } == ["Compteurs", "Relève"])
    #expect(lots.map(\.isFramework) == [true, false])
    #expect(lots.map(\.amount) == [Money(DecimalNumber(800_000)), nil])
    #expect(lots[0].maximumAmount == Money(DecimalNumber(900_000)))
    #expect(lots.map(\.durationMonths) == [36, 24])
    #expect(lots[0].deadlineTime == Instant(iso: "2024-04-15T10:30:00Z"))
    #expect(lots[1].deadline == nil && lots[1].participationDeadline != nil)
    #expect(lots[0].tenderLanguages == ["fr", "nl"])
    #expect(lots[0].documents == ["https://marches.example/eau"])
    #expect(lots[0].isSuitableForSMEs == true && lots[1].isSuitableForSMEs == nil)
  }

  @Test func criteriaHaveTheirWeights() throws {
    let criteria = try outline("complete.xml").lots[0].criteria
    #expect(criteria.map(\.kind) == [.award, .award, .selection])
    #expect(criteria.map { $0.name?.text } == ["Valeur technique", "Prix", "Références de livraisons"])
    #expect(criteria.map(\.percent) == [60, 40, nil])
    #expect(criteria[2].description?.text == "Deux parcs de 5 000 compteurs")
    // Thirty and sixty points; a negative weight; a rank.
    let others = try outline("damaged.xml").lots[0].criteria
    #expect(others.map(\.unit) == [.points, .points, nil, .order])
    #expect(others.map(\.percent) == [33, 67, nil, nil])
  }

  @Test func durationsAreMonthsRoundedUp() throws {
    func months(_ period: String) throws -> Int? {
      let text = String(decoding: try EFormsReaderTests.bytes("no-deadline.xml"), as: UTF8.self)
      let lot =
        "<cac:ProcurementProjectLot><cbc:ID>1</cbc:ID><cac:ProcurementProject><cac:PlannedPeriod>\(period)"
        + "</cac:PlannedPeriod></cac:ProcurementProject></cac:ProcurementProjectLot></ContractNotice>"
      var source: any ByteSource = MemoryByteSource(text.replacing("</ContractNotice>", with: lot).utf8)
      return try EFormsReader().outline(of: &source, file: "t.xml").notice.lots[0].durationMonths
    }
    func measured(_ value: String, _ unit: String) throws -> Int? {
      try months("<cbc:DurationMeasure unitCode='\(unit)'>\(value)</cbc:DurationMeasure>")
    }
    #expect(try measured("18", "MONTH") == 18)
    #expect(try measured("2", "YEAR") == 24)
    #expect(try measured("30", "DAY") == 1)
    #expect(try measured("31", "DAY") == 2)
    #expect(try measured("365", "DAY") == 12)
    #expect(try measured("52", "WEEK") == 12)
    #expect(try measured("99999999999", "DAY") == nil)
    #expect(try measured("-3", "WEEK") == nil)
    func between(_ start: String, _ end: String) throws -> Int? {
      try months("<cbc:StartDate>\(start)</cbc:StartDate><cbc:EndDate>\(end)</cbc:EndDate>")
    }
    #expect(try between("2024-01-01", "2024-12-31") == 12)
    #expect(try between("2024-01-15", "2025-01-14") == 12)
    #expect(try between("2024-01-15", "2025-01-16") == 13)
    #expect(try between("2024-01-15", "2024-01-20") == 1)
    #expect(try between("2024-02-01", "2024-01-01") == nil)
  }

  @Test func whatIsRefusedIsAnErrorWithItsRemedy() throws {
    let error = #expect(throws: PasserelleError.self) { try outline("registration.xml") }
    #expect(error?.message.french.contains("enregistrement") == true)
    // A change to a contract calls for nothing.
    #expect(throws: PasserelleError.self) { try outline("modification.xml") }
    #expect(throws: PasserelleError.self) { try outline("truncated.xml") }
    var nothing: any ByteSource = MemoryByteSource([])
    let empty = #expect(throws: PasserelleError.self) {
      try EFormsReader().outline(of: &nothing, file: "t.xml")
    }
    #expect(empty?.code == .inputEmpty)
  }
}
