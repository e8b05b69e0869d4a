import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Awards of TED")
struct TEDAwardTests {
  private static let base = IRISpace.defaultBase
  private static let winners =
    TEDSamples.winner("Aqua Demo SAS", number: "999902000")
    + TEDSamples.winner("Beta BV", number: "NL999902141B01", country: "NL")

  private func read(_ document: String) throws -> Harvest {
    try harvest(TEDReader(), document.utf8, file: "n.xml")
  }

  private func award(_ document: String) throws -> MappedRecord {
    try #require(try read(document).mapped.first { $0.kind == .award })
  }

  /// The references of a result.
  private static let earlier = """
    <PROCEDURE><PT_OPEN/><FRAMEWORK/><NOTICE_NUMBER_OJ>2020/S 100-123456</NOTICE_NUMBER_OJ></PROCEDURE>
    """

  @Test(arguments: [
    ("F03_2014 FORM=\"F03\"", "32014L0024", ""), ("F06_2014 FORM=\"F06\"", "32014L0025", ""),
    ("F15_2014 FORM=\"F15\"", "32014L0024", ""),
    ("F21_2014 FORM=\"F21\"", "32014L0024", "<NOTICE TYPE=\"AWARD_CONTRACT\"/>"),
    ("F22_2014 FORM=\"F22\"", "32014L0025", "<NOTICE TYPE=\"AWARD_CONTRACT\"/>"),
  ])
  func aResultIsTheCallAndItsAwards(_ form: String, _ basis: String, _ notice: String) throws {
    let document = TEDSamples.document(
      form, basis: basis,
      notice + TEDSamples.buyer + TEDSamples.object + Self.earlier
        + TEDSamples.award(contract: "2021/7", Self.winners))
    let found = try read(document)
    #expect(found.refused.isEmpty)
    #expect(found.records.map(\.key) == ["000001-2021", "000001-2021/2021-7"])
    let call = try #require(found.mapped.first)
    #expect(call.values(NoticeVocabulary.winnerSelectionStatus) == ["selec-w"])
    #expect(call.values(Vocabulary.estimatedAmount) == ["1200"])
    let one = try #require(found.mapped.last)
    #expect(one.subject == Self.base + "id/local/ted:000001-2021/2021-7")
    #expect(
      one.values(Vocabulary.hasWinner) == [
        Self.base + "id/siren/999902000", Self.base + "id/vat/NL999902141B01",
      ])
    #expect(one.values(NoticeVocabulary.companySize) == ["sme", "sme"])
    #expect(one.values(Vocabulary.amount) == ["1000"])
    #expect(one.values(Vocabulary.currency) == ["EUR"])
    #expect(one.values(Vocabulary.notified) == ["2021-01-02"])
    #expect(one.values(Vocabulary.offersReceived) == ["3"])
    #expect(one.values(Vocabulary.durationMonths) == ["24"])
    #expect(one.values(Vocabulary.hasNature) == ["Accord-cadre"])
    #expect(one.values(Vocabulary.identifier).contains("2021/7"))
    #expect(one.values(Vocabulary.uniqueIdentifier) == ["000001-2021/1"])
    #expect(one.values(Vocabulary.lotIdentifier) == ["1"])
    #expect(one.values(Vocabulary.procedureIdentifier) == ["123456-2020"])
    #expect(
      one.values(Vocabulary.hasCall) == [
        Self.base + "id/local/ted:123456-2020", Self.base + "id/local/ted:000001-2021",
      ])
    #expect(one.values(Vocabulary.hasBuyer) == [Self.base + "id/siret/99990169700014"])
  }

  @Test func aLotThatNobodyWonIsTold() throws {
    let lots = TEDSamples.object.replacing(
      "<OBJECT_DESCR ITEM=\"1\">",
      with: "<OBJECT_DESCR ITEM=\"1\"><TITLE><P>Petites</P></TITLE><LOT_NO>1</LOT_NO>"
    )
    .replacing(
      "</OBJECT_CONTRACT>",
      with: "<OBJECT_DESCR ITEM=\"2\"><LOT_NO>2</LOT_NO></OBJECT_DESCR></OBJECT_CONTRACT>")
    let none = """
      <AWARD_CONTRACT><LOT_NO>2</LOT_NO><NO_AWARDED_CONTRACT><PROCUREMENT_DISCONTINUED/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>
      """
    let found = try read(
      TEDSamples.document(
        "F03_2014 FORM=\"F03\"", TEDSamples.buyer + lots + TEDSamples.award(lot: "1", Self.winners) + none))
    #expect(found.records.map(\.key) == ["000001-2021", "000001-2021/1"])
    let call = try #require(found.mapped.first)
    #expect(call.values(NoticeVocabulary.winnerSelectionStatus) == ["selec-w", "clos-nw"])
    #expect(call.values(NoticeVocabulary.nonAwardReason) == ["other"])
    #expect(call.diagnostics.map(\.code).contains(.eformsLotWithoutWinner))
    #expect(found.mapped.last?.values(Vocabulary.title) == ["Pompes – Petites"])
  }

  @Test(arguments: [
    ("F25_2014 FORM=\"F25\"", ""), ("F23_2014 FORM=\"F23\"", "<NOTICE TYPE=\"CONCESSION_AWARD_CONTRACT\"/>"),
  ])
  func aConcessionIsOne(_ form: String, _ notice: String) throws {
    let one = try award(
      TEDSamples.document(
        form, basis: "32014L0023",
        notice + TEDSamples.buyer + TEDSamples.object.replacing("SUPPLIES", with: "SERVICES")
          + "<PROCEDURE><PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION/></PROCEDURE>"
          + TEDSamples.award(Self.winners)))
    #expect(one.values(Vocabulary.hasNature) == ["Concession de service"])
    #expect(one.values(Vocabulary.hasProcedure) == ["Attribution de concession avec publication préalable"])
  }

  @Test func aTransportContractIsAnAward() throws {
    let party = TEDSamples.winner("Tram Demo", number: "999902000").replacing(
      "ADDRESS_CONTRACTOR", with: "ADDRESS_PARTY")
    let one = try award(
      TEDSamples.document(
        "MOVE FORM=\"T02\"", basis: "32007R1370",
        TEDSamples.buyer + TEDSamples.object + TEDSamples.award(party)))
    #expect(one.values(Vocabulary.hasWinner) == [Self.base + "id/siren/999902000"])
  }

  @Test func aContestHasItsPrizes() throws {
    let results = """
      <RESULTS><AWARDED_PRIZE><DATE_DECISION_JURY>2020-12-08</DATE_DECISION_JURY><PARTICIPANTS>
      <NB_PARTICIPANTS>5</NB_PARTICIPANTS></PARTICIPANTS><WINNERS>\(TEDSamples.winner("Atelier Demo SARL", number: "999902000", tag: "WINNER"))</WINNERS>
      <VAL_PRIZE CURRENCY="EUR">20000</VAL_PRIZE></AWARDED_PRIZE></RESULTS>
      """
    let one = try award(
      TEDSamples.document(
        "F13_2014 FORM=\"F13\"", TEDSamples.buyer + TEDSamples.object + Self.earlier + results))
    #expect(one.values(NoticeVocabulary.decisionDate) == ["2020-12-08"])
    #expect(one.values(Vocabulary.amount) == ["20000"])
    #expect(one.values(Vocabulary.offersReceived) == ["5"])
    #expect(one.values(Vocabulary.hasWinner) == [Self.base + "id/siren/999902000"])
  }

  @Test func aModificationFindsItsContract() throws {
    let result = try read(
      TEDSamples.document(
        "F03_2014 FORM=\"F03\"",
        TEDSamples.buyer + TEDSamples.object + TEDSamples.award(contract: "7", Self.winners)))
    let changes = """
      <PROCEDURE><NOTICE_NUMBER_OJ>2021/S 005-000001</NOTICE_NUMBER_OJ></PROCEDURE>
      <MODIFICATIONS_CONTRACT><DESCRIPTION_PROCUREMENT><DURATION TYPE="MONTH">36</DURATION></DESCRIPTION_PROCUREMENT>
      <INFO_MODIFICATIONS><SHORT_DESCR><P>Deux pompes de plus</P></SHORT_DESCR><ADDITIONAL_NEED><P>Croissance</P></ADDITIONAL_NEED>
      <VALUES><VAL_TOTAL_BEFORE CURRENCY="EUR">1000</VAL_TOTAL_BEFORE><VAL_TOTAL_AFTER CURRENCY="EUR">1500</VAL_TOTAL_AFTER></VALUES>
      </INFO_MODIFICATIONS></MODIFICATIONS_CONTRACT>
      """
    let found = try read(
      TEDSamples.document(
        "F20_2014 FORM=\"F20\"", number: "000900-2021",
        TEDSamples.buyer + TEDSamples.object + TEDSamples.award(contract: "7", Self.winners) + changes,
        dispatched: "20210601"))
    #expect(found.records.map(\.key) == ["000001-2021/7"])
    #expect(found.records.map(\.key) == result.records.dropFirst().map(\.key))
    #expect(found.records[0].amendment?.isWhole == false)
    let one = try #require(found.mapped.first)
    #expect(one.additiveRelations == [Vocabulary.hasModification])
    #expect(one.values(Vocabulary.hasModification) == [one.subject + "/modification/000900-2021"])
    #expect(one.values(NoticeVocabulary.modificationReason) == ["add-wss"])
    #expect(one.values(Vocabulary.amount) == ["1000", "1500"])
    #expect(one.values(Vocabulary.durationMonths) == ["24", "36"])
    #expect(one.values(Vocabulary.hasCall).isEmpty)
  }

  @Test func aCorrectionIsLaidOverItsNotice() throws {
    let changes = """
      <COMPLEMENTARY_INFO><NOTICE_NUMBER_OJ>2021/S 005-000001</NOTICE_NUMBER_OJ></COMPLEMENTARY_INFO><CHANGES><CHANGE>
      <WHERE><SECTION>IV.2.2</SECTION><LABEL>Date limite</LABEL></WHERE><OLD_VALUE><DATE>2021-07-01</DATE></OLD_VALUE>
      <NEW_VALUE><DATE>2021-07-15</DATE><TIME>12:00</TIME></NEW_VALUE></CHANGE></CHANGES>
      """
    let found = try read(
      TEDSamples.document(
        "F14_2014 FORM=\"F14\"", number: "000002-2021", TEDSamples.buyer + TEDSamples.object + changes))
    #expect(found.records.map(\.key) == ["000001-2021"])
    #expect(found.records[0].amendment?.isWhole == false)
    #expect(found.records[0].amendment?.identifier == "000002-2021")
    let one = try #require(found.mapped.first)
    #expect(one.values(Vocabulary.deadline) == ["2021-07-15"])
    #expect(
      one.values(Vocabulary.additionalInformation) == [
        "000002-2021 IV.2.2, Date limite: 2021-07-01 → 2021-07-15 12:00"
      ])
    #expect(one.additiveRelations == [Vocabulary.additionalInformation])
    #expect(one.values(Vocabulary.identifier).contains("000001-2021"))
  }

  /// What a buyer is and does, and the range of the offers, as in notices of today.
  @Test func buyersAndOffersHaveTheShapeOfNoticesOfToday() throws {
    let range =
      "<VAL_RANGE_TOTAL CURRENCY=\"EUR\"><LOW>900.50</LOW><HIGH>1500</HIGH></VAL_RANGE_TOTAL>"
    let kind =
      "<CA_TYPE VALUE=\"REGIONAL_AUTHORITY\"/><CA_ACTIVITY VALUE=\"ENVIRONMENT \"/></CONTRACTING_BODY>"
    let document = TEDSamples.document(
      "F03_2014 FORM=\"F03\"", basis: "32014L0024",
      TEDSamples.buyer.replacing("</CONTRACTING_BODY>", with: kind) + TEDSamples.object + Self.earlier
        + TEDSamples.award(contract: "2021/7", Self.winners))
    let total = "<VAL_TOTAL CURRENCY=\"EUR\">1000</VAL_TOTAL>"
    #expect(document.contains(total))
    let found = try read(document.replacing(total, with: range))
    for record in found.mapped {
      #expect(record.values(NoticeVocabulary.buyerLegalType) == ["ra-la"])
      #expect(record.values(NoticeVocabulary.buyerActivity) == ["env-pro"])
      #expect(record.values(NoticeVocabulary.lowestOffer) == ["900.5"])
      #expect(record.values(NoticeVocabulary.highestOffer) == ["1500"])
    }
    #expect(!found.codes.contains("list.unknown"))
    let unknown = try read(document.replacing("\"REGIONAL_AUTHORITY\"", with: "\"KINGDOM\""))
    #expect(unknown.codes.contains("list.unknown"))
    // Of the whole, where the notice tells of one award.
    let whole = document.replacing(total, with: "").replacing(
      "<OBJECT_DESCR", with: range + "<OBJECT_DESCR")
    let one = try #require(try read(whole).mapped.first { $0.kind == .award })
    #expect(one.values(NoticeVocabulary.highestOffer) == ["1500"])
  }
}
