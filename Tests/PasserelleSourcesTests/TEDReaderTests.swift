import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Notices of TED")
struct TEDReaderTests {
  private static let base = IRISpace.defaultBase

  private func read(_ document: String) throws -> Harvest {
    try harvest(TEDReader(), document.utf8, file: "n.xml")
  }

  private func call(_ document: String) throws -> MappedRecord {
    try #require(try read(document).mapped.first)
  }

  @Test func aNoticeIsToldByItsRoot() {
    let document = Array(TEDSamples.document("F02_2014 FORM=\"F02\"", TEDSamples.buyer).utf8)
    #expect(TEDReader.detects(fileName: "a.bin", firstBytes: document))
    #expect(SourceFormats.detect(fileName: "000001-2021.xml", firstBytes: document)?.formatName == "ted")
    #expect(SourceFormats.named("ted")?.formatName == "ted")
    #expect(!TEDReader.detects(fileName: "a.xml", firstBytes: Array("<ContractNotice>TED_EXPORT".utf8)))
    #expect(!TEDReader.detects(fileName: "a.json", firstBytes: Array("{\"TED_EXPORT\":1}".utf8)))
  }

  /// Form, kind of notice and directive → form, type and subtype of eForms.
  @Test(arguments: [
    ("F01", "PRI_ONLY", "32014L0024", "planning", "pin-only", "4"),
    ("F01", "PRI_REDUCING_TIME_LIMITS", "32014L0024", "planning", "pin-rtl", "7"),
    ("F01", "PRI_CALL_COMPETITION", "32014L0024", "competition", "pin-cfc-standard", "10"),
    ("F02", "", "32014L0024", "competition", "cn-standard", "16"),
    ("F03", "", "32014L0024", "result", "can-standard", "29"),
    ("F04", "PER_ONLY", "32014L0025", "planning", "pin-only", "5"),
    ("F04", "PER_CALL_COMPETITION", "32014L0025", "competition", "pin-cfc-standard", "11"),
    ("F05", "", "32014L0025", "competition", "cn-standard", "17"),
    ("F06", "", "32014L0025", "result", "can-standard", "30"),
    ("F07", "QSU_CALL_COMPETITION", "32014L0025", "competition", "qu-sy", "15"),
    ("F08", "", "32009L0081", "planning", "pin-buyer", "3"),
    ("F12", "", "32014L0024", "competition", "cn-desg", "23"),
    ("F13", "", "32014L0025", "result", "can-desg", "37"),
    ("F15", "", "32014L0023", "dir-awa-pre", "veat", "28"),
    ("F21", "PRI_CALL_COMPETITION", "32014L0024", "competition", "pin-cfc-social", "12"),
    ("F21", "CONTRACT", "32014L0024", "competition", "cn-social", "20"),
    ("F21", "AWARD_CONTRACT", "32014L0024", "result", "can-social", "33"),
    ("F22", "QSU_CALL_COMPETITION", "32014L0025", "competition", "qu-sy", "15"),
    ("F22", "CONTRACT", "32014L0025", "competition", "cn-social", "21"),
    ("F23", "CONCESSION_AWARD_CONTRACT", "32014L0023", "result", "can-social", "35"),
    ("F23", "PRI", "32014L0023", "competition", "pin-cfc-social", "14"),
    ("F24", "", "32014L0023", "competition", "cn-standard", "19"),
    ("F25", "", "32014L0023", "result", "can-standard", "32"),
    ("T01", "", "32007R1370", "planning", "pin-tran", "T01"),
    ("T02", "", "32007R1370", "result", "can-tran", "T02"),
  ])
  func aFormIsTold(
    _ form: String, _ notice: String, _ basis: String, _ announced: String, _ type: String, _ subtype: String
  ) throws {
    let name = form.hasPrefix("T") ? "MOVE" : form + "_2014"
    let kind = notice.isEmpty ? "" : "<NOTICE TYPE=\"\(notice)\"/>"
    let one = try call(
      TEDSamples.document(
        "\(name) FORM=\"\(form)\"", basis: basis, kind + TEDSamples.buyer + TEDSamples.object))
    #expect(one.kind == .call)
    #expect(one.values(Vocabulary.noticeForm) == [announced])
    #expect(one.values(Vocabulary.noticeType) == [type])
    #expect(one.values(Vocabulary.noticeSubtype) == [subtype])
    #expect(one.values(Vocabulary.title).contains("Pompes"))
  }

  @Test func aCallHasTheShapeOfAllCalls() throws {
    let object = TEDSamples.object.replacing(
      "<DURATION",
      with: """
        <AC><AC_QUALITY><AC_CRITERION>Rendement</AC_CRITERION><AC_WEIGHTING>60 %</AC_WEIGHTING></AC_QUALITY>
        <AC_PRICE><AC_WEIGHTING>40</AC_WEIGHTING></AC_PRICE></AC><VAL_OBJECT CURRENCY="EUR">5000.50</VAL_OBJECT><DURATION
        """)
    let one = try call(
      TEDSamples.document("F02_2014 FORM=\"F02\"", TEDSamples.buyer + object + TEDSamples.openProcedure))
    #expect(one.subject == Self.base + "id/local/ted:000001-2021")
    #expect(one.published == PartialDate(year: 2021, month: 1, day: 8))
    #expect(one.values(Vocabulary.source) == ["ted"])
    #expect(one.values(Vocabulary.procedureIdentifier) == ["000001-2021"])
    #expect(one.values(Vocabulary.hasBuyer) == [Self.base + "id/siret/99990169700014"])
    #expect(one.values(Vocabulary.mailbox) == ["marches@rivemont.example"])
    #expect(one.values(Vocabulary.hasProcedure) == ["Appel d'offres ouvert"])
    #expect(one.values(Vocabulary.contractCategory) == ["fournitures"])
    #expect(one.values(Vocabulary.hasLot) == [one.subject + "/lot/1"])
    #expect(one.values(Vocabulary.estimatedAmount) == ["5000.5"])
    #expect(one.values(Vocabulary.durationMonths) == ["24"])
    #expect(one.values(Vocabulary.deadline) == ["2021-07-01", "2021-07-01"])
    // Noon in summer is ten o’clock in UTC.
    #expect(one.values(Vocabulary.deadlineTime) == ["2021-07-01T10:00:00Z"])
    #expect(one.values(Vocabulary.weight) == ["60", "40"])
    #expect(one.values(Vocabulary.weightUnit) == ["pour cent", "pour cent"])
    #expect(one.values(Vocabulary.hasNature) == ["Marché"])
    #expect(one.values(Vocabulary.procurementDocuments) == ["https://marches.example/eau"])
    #expect(one.values(Vocabulary.tenderLanguage) == ["fr"])
    // Superscripts stay in their places.
    #expect(one.values(Vocabulary.description).contains("Débit de 30 m3 par heure"))
    #expect(one.values(Vocabulary.alternativeLabel) == ["Pumps"])
    #expect(one.diagnostics.map(\.code).contains(.privacyContact))
    #expect(!one.statements.terms.contains { $0.lexicalForm?.contains("Jeanne") ?? false })
  }

  @Test func wordsInSeveralLanguagesAreOneStatement() throws {
    let german = """
      <F02_2014 FORM="F02" LG="DE" CATEGORY="TRANSLATION"><OBJECT_CONTRACT><TITLE><P>Pumpen</P></TITLE>
      <OBJECT_DESCR ITEM="1"><SHORT_DESCR><P>30 Kubikmeter</P></SHORT_DESCR></OBJECT_DESCR></OBJECT_CONTRACT></F02_2014>
      """
    let one = try call(
      TEDSamples.document("F02_2014 FORM=\"F02\"", TEDSamples.buyer + TEDSamples.object, others: german))
    #expect(one.values(Vocabulary.title) == ["Pompes", "Pumpen"])
    #expect(one.values(Vocabulary.hasLot).count == 1)
    let titles = one.statements.statements.filter { $0.predicate.iriValue == Vocabulary.title }.map(\.object)
    #expect(titles == [.string("Pompes", language: "fr"), .string("Pumpen", language: "de")])
  }

  @Test func aPlanOfSeveralObjectsHasALotForEach() throws {
    let second = TEDSamples.object.replacing("Pompes<", with: "Vannes<").replacing(
      "42122000", with: "42131000")
    let one = try call(
      TEDSamples.document(
        "F01_2014 FORM=\"F01\"", "<NOTICE TYPE=\"PRI_ONLY\"/>" + TEDSamples.buyer + TEDSamples.object + second
      ))
    #expect(one.values(Vocabulary.hasLot).count == 2)
    #expect(one.values(Vocabulary.title).contains("Vannes"))
    #expect(one.values(Vocabulary.deadline).isEmpty)
  }

  @Test func requestsToTakePartHaveTheirDay() throws {
    let one = try call(
      TEDSamples.document(
        "F05_2014 FORM=\"F05\"", basis: "32014L0025",
        TEDSamples.buyer + TEDSamples.object + TEDSamples.openProcedure,
        procedure: "2"))
    #expect(one.values(Vocabulary.participationDeadline) == ["2021-07-01"])
    #expect(one.values(Vocabulary.deadlineTime).isEmpty)
  }

  @Test func whatIsNoNoticeIsRefused() throws {
    let unknown = try read(TEDSamples.document("F99_2014 FORM=\"F99\"", TEDSamples.buyer))
    #expect(unknown.codes == ["ted.unknownForm"])
    let nameless = try read(
      TEDSamples.document("F02_2014 FORM=\"F02\"", number: "", TEDSamples.buyer))
    #expect(nameless.codes == ["ted.noNumber"])
    let other = try read("<marches/>")
    #expect(other.codes == ["ted.unknownForm"])
    let broken = try read("<TED_EXPORT><FORM_SECTION>")
    #expect(broken.codes == ["xml.malformed"])
    let bomb = try read("<!DOCTYPE TED_EXPORT [<!ENTITY a \"b\">]><TED_EXPORT>&a;</TED_EXPORT>")
    #expect(bomb.codes == ["xml.entity"])
  }

  @Test func theUnreadIsToldOnce() throws {
    let body =
      TEDSamples.buyer + TEDSamples.object
      + "<LEFTI><DEPOSIT_GUARANTEE_REQUIRED><P>5 %</P></DEPOSIT_GUARANTEE_REQUIRED></LEFTI>"
    let one = try call(TEDSamples.document("F05_2014 FORM=\"F05\"", body))
    let told = one.diagnostics.filter { $0.code == .tedUnread }
    #expect(told.map(\.value) == ["DEPOSIT_GUARANTEE_REQUIRED"])
  }

  @Test func numbersAreReadInBothForms() {
    #expect(TEDNotice.number("2019/S 092-220933") == "220933-2019")
    #expect(TEDNotice.number(" 220933-2019 ") == "220933-2019")
    #expect(TEDNotice.number("2019/S") == nil)
    #expect(TEDNotice.number("a-2019") == nil)
  }

  @Test(arguments: [
    ("FR", "FRK26", "2021-07-01", "12:00", "2021-07-01T10:00:00Z"),
    ("DE", "", "2021-01-15", "9:30", "2021-01-15T08:30:00Z"),
    ("UK", "", "2021-03-28", "12:00", "2021-03-28T11:00:00Z"),
    ("RO", "", "2021-03-27", "12:00", "2021-03-27T10:00:00Z"),
    ("PT", "PT200", "2021-10-30", "17:00", "2021-10-30T17:00:00Z"),
    ("EL", "", "2021-10-31", "12:00", "2021-10-31T10:00:00Z"),
    ("FR", "FRY40", "2021-07-01", "12:00", nil),
    ("FR", "", "2021-07-01", "noon", nil),
  ])
  func timesAreThoseOfTheCountry(
    _ country: String, _ territory: String, _ day: String, _ time: String, _ moment: String?
  ) throws {
    let day = try #require(PartialDate(iso: day))
    let zone = TEDZone(country: country, territory: territory.isEmpty ? nil : territory)
    #expect(zone?.instant(day, time: time)?.description == moment)
  }
}
