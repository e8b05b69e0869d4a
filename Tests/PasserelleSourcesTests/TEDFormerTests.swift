import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Notices of TED before R2.0.9")
struct TEDFormerTests {
  private static let profile = """
    <AUTHORITY><CA_CE_CONCESSIONAIRE_PROFILE><ORGANISATION><OFFICIALNAME>Base de Rivemont</OFFICIALNAME>
    <NATIONALID>99990169700014</NATIONALID></ORGANISATION><COUNTRY VALUE="FR"/><ATTENTION>Jean Exemple</ATTENTION>
    </CA_CE_CONCESSIONAIRE_PROFILE></AUTHORITY>
    """
  private static let object = """
    <OBJECT><DESCRIPTION><TITLE_CONTRACT><P>Hangars</P></TITLE_CONTRACT><TYPE_CONTRACT VALUE="WORKS"/>
    <LOCATION_NUTS><LOCATION><P>Rivemont</P></LOCATION><NUTS CODE="FRK26"/></LOCATION_NUTS>
    <NOTICE_INVOLVES_DEFENCE VALUE="ESTABLISHMENT_FRAMEWORK_AGREEMENT"/>
    <SHORT_CONTRACT_DESCRIPTION><P>Deux hangars</P></SHORT_CONTRACT_DESCRIPTION>
    <CPV><CPV_MAIN><CPV_CODE CODE="45213200"/></CPV_MAIN></CPV>
    <DIVISION><F17_ANNEX_B ITEM="1"><LOT_NUMBER>1</LOT_NUMBER><LOT_TITLE>Nord</LOT_TITLE><CPV><CPV_MAIN>
    <CPV_CODE CODE="45213250"/></CPV_MAIN></CPV><NATURE_QUANTITY_SCOPE><COSTS_RANGE_AND_CURRENCY CURRENCY="EUR">
    <VALUE_COST FMTVAL="400000">400 000</VALUE_COST></COSTS_RANGE_AND_CURRENCY></NATURE_QUANTITY_SCOPE></F17_ANNEX_B>
    <F17_ANNEX_B ITEM="2"><LOT_NUMBER>2</LOT_NUMBER><LOT_TITLE>Sud</LOT_TITLE></F17_ANNEX_B></DIVISION></DESCRIPTION>
    <PERIOD_WORK_DATE_STARTING><MONTHS>18</MONTHS></PERIOD_WORK_DATE_STARTING></OBJECT>
    """

  private func read(_ document: String) throws -> Harvest {
    try harvest(TEDReader(), document.utf8, file: "n.xml")
  }

  @Test(arguments: ["CONTRACT_DEFENCE FORM=\"17\"", "CONTRACT FORM=\"2\""])
  func aCallHasItsLots(_ form: String) throws {
    let limits = """
      <PROCEDURE_DEFINITION><AWARD_CRITERIA><CRITERIA_DEFINITION><ORDER_C>1</ORDER_C><CRITERIA>Prix</CRITERIA><WEIGHTING>70</WEIGHTING>
      </CRITERIA_DEFINITION><CRITERIA_DEFINITION><CRITERIA>Délai</CRITERIA><WEIGHTING>30</WEIGHTING></CRITERIA_DEFINITION></AWARD_CRITERIA>
      <RECEIPT_LIMIT_DATE><DAY>1</DAY><MONTH>07</MONTH><YEAR>2021</YEAR><TIME>12:00</TIME></RECEIPT_LIMIT_DATE></PROCEDURE_DEFINITION>
      """
    let one = try #require(
      try read(
        TEDSamples.document(form, basis: "32009L0081", "<FD>" + Self.profile + Self.object + limits + "</FD>")
      ).mapped.first)
    #expect(one.values(Vocabulary.noticeForm) == ["competition"])
    #expect(one.values(Vocabulary.title) == ["Hangars", "Nord", "Prix", "Délai", "Sud", "Prix", "Délai"])
    #expect(
      one.values(Vocabulary.hasMainClassification).map { String($0.suffix(8)) } == ["45213200", "45213250"])
    #expect(one.values(Vocabulary.estimatedAmount) == ["400000"])
    #expect(one.values(Vocabulary.durationMonths) == ["18", "18"])
    #expect(one.values(Vocabulary.deadline) == ["2021-07-01", "2021-07-01", "2021-07-01"])
    #expect(one.values(Vocabulary.hasNature) == ["Accord-cadre", "Accord-cadre"])
    #expect(one.values(Vocabulary.weight) == ["70", "30", "70", "30"])
    #expect(one.values(Vocabulary.hasBuyer) == [IRISpace.defaultBase + "id/siret/99990169700014"])
  }

  @Test func aPlanIsOne() throws {
    let one = try #require(
      try read(
        TEDSamples.document(
          "PRIOR_INFORMATION_DEFENCE FORM=\"16\"", basis: "32009L0081", Self.profile + Self.object)
      ).mapped.first)
    #expect(one.values(Vocabulary.noticeForm) == ["planning"])
    #expect(one.values(Vocabulary.noticeSubtype) == ["6"])
  }

  @Test func aResultHasItsAwards() throws {
    let awards = """
      <FD><AWARD_OF_CONTRACT_DEFENCE ITEM="1"><CONTRACT_NUMBER>H-1</CONTRACT_NUMBER><LOT_NUMBER>2</LOT_NUMBER>
      <CONTRACT_AWARD_DATE><DAY>9</DAY><MONTH>12</MONTH><YEAR>2020</YEAR></CONTRACT_AWARD_DATE>
      <OFFERS_RECEIVED_NUMBER>2</OFFERS_RECEIVED_NUMBER><ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME>
      <ORGANISATION><OFFICIALNAME>Bâti Demo SA</OFFICIALNAME><NATIONALID>999902000</NATIONALID></ORGANISATION><COUNTRY VALUE="FR"/>
      </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS><CONTRACT_VALUE_INFORMATION>
      <COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR"><VALUE_COST FMTVAL="350000.00">350 000,00</VALUE_COST><EXCLUDING_VAT/>
      </COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></CONTRACT_VALUE_INFORMATION><MORE_INFORMATION_TO_SUB_CONTRACTED>
      <NO_CONTRACT_LIKELY_SUB_CONTRACTED/></MORE_INFORMATION_TO_SUB_CONTRACTED></AWARD_OF_CONTRACT_DEFENCE></FD>
      """
    let document = TEDSamples.document(
      "CONTRACT_AWARD_DEFENCE FORM=\"18\"", basis: "32009L0081", Self.profile + Self.object + awards)
    let found = try read(document)
    #expect(found.records.map(\.key) == ["000001-2021", "000001-2021/2/H-1"])
    let one = try #require(found.mapped.last)
    #expect(one.values(Vocabulary.hasWinner) == [IRISpace.defaultBase + "id/siren/999902000"])
    #expect(one.values(Vocabulary.amount) == ["350000"])
    #expect(one.values(Vocabulary.notified) == ["2020-12-09"])
    #expect(one.values(Vocabulary.title) == ["Hangars – Sud"])
    #expect(one.values(Vocabulary.lotIdentifier) == ["2"])
    #expect(one.values(NoticeVocabulary.isSubcontractingDeclared) == ["false"])

    let range =
      "<RANGE_VALUE_COST><LOW_VALUE FMTVAL=\"300000.00\">300 000,00</LOW_VALUE>"
      + "<HIGH_VALUE FMTVAL=\"410000.50\">410 000,50</HIGH_VALUE></RANGE_VALUE_COST>"
    let value = "<VALUE_COST FMTVAL=\"350000.00\">350 000,00</VALUE_COST>"
    let ranged = try #require(try read(document.replacing(value, with: range)).mapped.last)
    #expect(ranged.values(NoticeVocabulary.lowestOffer) == ["300000"])
    #expect(ranged.values(NoticeVocabulary.highestOffer) == ["410000.5"])
    #expect(ranged.values(Vocabulary.currency) == ["EUR"])

    let taxed = try read(document.replacing("<EXCLUDING_VAT/>", with: "<INCLUDING_VAT/>"))
    #expect(taxed.mapped.last?.values(Vocabulary.amount) == [])
    #expect(taxed.codes.contains("ted.taxIncluded"))
  }
}
