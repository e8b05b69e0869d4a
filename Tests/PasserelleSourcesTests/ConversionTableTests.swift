import PasserelleCore
import PasserelleOntology
import PasserelleSources
import Testing

/// Tables that values are converted by: exchange rates, codes of older editions.
@Suite struct ConversionTableTests {
  private struct Reading {
    var list: ReferenceListInfo?
    var entries: [PasserelleOntology.CodeList.Entry] = []
    var refused: [DiagnosticCode] = []
    var rows = 0

    var rates: [String] { entries.map { $0.code + " " + $0.label.french } }
    var replaced: [String] { entries.map { $0.code + " → " + ($0.replacedBy ?? "-") } }
  }

  private func read(_ text: String) throws -> Reading { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> Reading {
    let table = try #require(TableFile.detect(firstBytes: bytes))
    var result = Reading()
    var input: any ByteSource = MemoryByteSource(bytes)
    try table.read(&input, file: "t.csv") { list, row in
      result.list = list
      result.rows += 1
      result.entries += row.items.map(\.entry)
      result.refused += row.refusal?.diagnostics.map(\.code) ?? []
      return true
    }
    return result
  }

  /// The ECB's file: latest day first, a comma at the end of each line, `N/A` for currencies not quoted then.
  @Test func ratesACurrencyAColumn() throws {
    let reading = try read(
      """
      Date,USD,JPY,BGN,CYP,GBP,
      2019-05-13,1.1245,122.72,1.9558,N/A,0.86320,
      2019-05-10,1.1230,123.25,1.9558,N/A,0.8624,
      2019-05-09,1.12,x,1.9558,N/A,0.8624,
      2019-05-08,1.12,0,1.9558,N/A,0.8624,
      hier,1.12,1,1.9558,N/A,0.8624,

      """)
    #expect(reading.list?.id == "euro-rates" && reading.rows == 5)
    #expect(reading.entries.count == 8)
    #expect(
      reading.rates.contains("GBP/2019-05-13 0.86320") && reading.rates.contains("JPY/2019-05-10 123.25"))
    #expect(reading.refused == [.referenceRate, .referenceRate, .referenceRateDate])
  }

  @Test func ratesACurrencyARow() throws {
    let plain = try read(
      "date;devise;taux\n2019-05-13;GBP;0,8632\n2019-05;GBP;0,8717\n2019;gbp;0,87777\n2019-05-13;EUR;1\n2019-05-13;QQQ;1\n2019-05-13;USD;-1\n"
    )
    #expect(plain.rates == ["GBP/2019-05-13 0.8632", "GBP/2019-05 0.8717", "GBP/2019 0.87777"])
    #expect(plain.refused == [.referenceCurrency, .referenceCurrency, .referenceRate])
    let series = try read(
      """
      KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS
      EXR.D.GBP.EUR.SP00.A,D,GBP,EUR,SP00,A,2019-05-13,0.8632,A
      EXR.D.GBP.EUR.SP00.A,D,GBP,EUR,SP00,A,2019-05-01,NaN,H
      EXR.M.GBP.EUR.SP00.E,M,GBP,EUR,SP00,E,2019-05,0.8869,A
      EXR.D.GBP.USD.SP00.A,D,GBP,USD,SP00,A,2019-05-13,0.7676,A
      EXR.Q.GBP.EUR.ERC0.A,Q,GBP,EUR,ERC0,A,2019-05,98.7,A

      """)
    #expect(series.list?.id == "euro-rates" && series.rates == ["GBP/2019-05-13 0.8632"])
    #expect(series.refused == [.referenceRateSeries, .referenceCurrency, .referenceRateSeries])
  }

  @Test func codesOfTheOlderVocabulary() throws {
    let reading = try read(
      "CPV 2003;Description 2003;CPV 2008\n74111000-5;Legal;79110000-8\nCPV 74112000;Advice;79111000\n45000000-7;Works;45000000\nabc;x;79110000\n"
    )
    #expect(reading.list?.id == "cpv-2003")
    #expect(
      reading.replaced == ["74111000 → 79110000", "74112000 → 79111000", "45000000 → 45000000"])
    #expect(reading.refused == [.referenceCode])
    #expect(try read("cpv_2003,cpv_2008\n74111000,79110000\n").list?.id == "cpv-2003")
  }

  /// The Commission's tables: the edition of 2008 under the year 2007, its code first, `/` for a code that has no other.
  @Test func codesAsTheCommissionPublishesThem() throws {
    let reading = try read(
      "CPV 2007;DESCRIPTION 2007;CPV 2003;DESCRIPTION 2003\n79110000-8;Legal;74111000-5;Legal\n03111000-2;Seeds;/;/\n/;/;74112000-2;Advice\n"
    )
    #expect(reading.list?.id == "cpv-2003" && reading.rows == 3 && reading.refused.isEmpty)
    #expect(reading.replaced == ["74111000 → 79110000", "74112000 → -"])
    // Texts in Latin-1 are not read, and no reason to refuse the codes beside them.
    let latin =
      "CPV 2007;LIBELL\u{E9} CPV 2007;CPV 2003;LIBELL\u{E9} CPV 2003\n79110000-8;Repr\u{E9}sentation;74111000-5;x\n"
    let other = try read(latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(other.replaced == ["74111000 → 79110000"] && other.refused.isEmpty)
  }

  @Test func territoriesOfAnOlderEdition() throws {
    let reading = try read(
      "Code 2013,Code 2016,NUTS level 3,Change\nFR24,FRB0,Centre,recoded\nFR10,FR10,Ile,\n,HU11,,new\nHU10,,,discontinued\nzz!,FR1,,\n"
    )
    #expect(reading.list?.id == "nuts-2013" && reading.rows == 5)
    #expect(reading.replaced == ["FR24 → FRB0", "FR10 → FR10", "HU10 → -"])
    #expect(reading.refused == [.referenceCode])
    #expect(try read("nuts_2010,nuts_2013\nFR91,FRA1\n").list?.id == "nuts-2010")
  }

  /// Other tables with a date or a year in their headings are none of these.
  @Test(arguments: [
    "date,amount,buyer\n2019,1,x\n", "code,label 2013,label 2016\nFR1,a,b\n",
    "date,usd,title\n2019-01-01,1,x\n",
  ])
  func otherTablesAreLeft(_ text: String) {
    #expect(TableFile.detect(firstBytes: Array(text.utf8)) == nil)
  }
}
