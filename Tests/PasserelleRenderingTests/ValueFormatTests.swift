import PasserelleCore
import PasserelleRendering
import Testing

struct ValueFormatTests {
  let french = ValueFormat(.french)
  let english = ValueFormat(.english)
  let plain = ValueFormat(.french, isASCII: true)

  private func decimal(_ text: String) throws -> DecimalNumber { try #require(DecimalNumber(text)) }

  @Test func writesAmounts() throws {
    let amount = Money(try decimal("1234.56"))
    #expect(french.amount(amount) == "1\u{202F}234,56\u{A0}€")
    #expect(english.amount(amount) == "€1,234.56")
    #expect(plain.amount(amount) == "1 234,56 EUR")
    let whole = Money(try decimal("-24000000"))
    #expect(french.amount(whole) == "-24\u{202F}000\u{202F}000,00\u{A0}€")
    #expect(english.amount(whole) == "-€24,000,000.00")
    #expect(french.amount(Money(try decimal("0.125"), "GBP")) == "0,125\u{A0}£")
    #expect(english.amount(Money(try decimal("999"), "MAD")) == "MAD\u{A0}999.00")
    #expect(french.amount(Money(try decimal("999.9"), "USD")) == "999,90\u{A0}$US")
  }

  @Test func writesConvertedAmounts() throws {
    let day = try #require(PartialDate(iso: "2024-02-20"))
    let rate = try decimal("0.8548")
    let money = Money(
      try decimal("120000.25"), "GBP", euros: EuroValue(try decimal("140384.01"), rate: rate, date: day))
    #expect(
      french.amount(money)
        == "120\u{202F}000,25\u{A0}£ ≈ 140\u{202F}384,01\u{A0}€ (1\u{A0}€ = 0,8548\u{A0}GBP au 20/02/2024)")
    #expect(english.amount(money) == "£120,000.25 ≈ €140,384.01 (1\u{A0}€ = 0.8548\u{A0}GBP on 2024-02-20)")
    #expect(
      plain.amount(money) == "120 000,25 GBP ~ 140 384,01 EUR (1 EUR = 0,8548 GBP au 20/02/2024)")
    let month = try #require(PartialDate(iso: "2024-02"))
    let average = Money(money.amount, "GBP", euros: EuroValue(money.amount, rate: rate, date: month))
    #expect(english.amount(average).hasSuffix("GBP average of 2024-02)"))
  }

  @Test func writesNumbers() throws {
    #expect(french.number(0) == "0")
    #expect(french.number(999) == "999")
    #expect(french.number(1000) == "1\u{202F}000")
    #expect(english.number(1_234_567) == "1,234,567")
    #expect(french.number(-1_234_567) == "-1\u{202F}234\u{202F}567")
    #expect(french.number(try decimal("1234.5678")) == "1\u{202F}234,5678")
    #expect(french.number(Int.min) == "-9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
  }

  @Test(arguments: [
    (1.005, 2, "1.01"), (0.5, 0, "1"), (-0.5, 0, "-1"), (0.25, 3, "0.250"), (1e-12, 2, "0.00"),
    (1234.5, 1, "1,234.5"), (0.1 + 0.2, 4, "0.3000"), (.nan, 2, "–"), (1e40, 0, "1e+40"), (2.0, 0, "2"),
  ])
  func roundsBinaryNumbers(value: Double, digits: Int, text: String) {
    #expect(english.number(value, digits: digits) == text)
  }

  @Test func writesPercents() {
    #expect(french.percent(0.125, digits: 1) == "12,5\u{A0}%")
    #expect(english.percent(0.125, digits: 1) == "12.5%")
    #expect(english.percent(0.29) == "29%")
  }

  @Test func writesDates() throws {
    let day = try #require(PartialDate(year: 2018, month: 12, day: 7))
    let month = try #require(PartialDate(year: 2018, month: 12))
    let year = try #require(PartialDate(year: 2018))
    #expect([day, month, year].map(french.date) == ["07/12/2018", "12/2018", "2018"])
    #expect([day, month, year].map(english.date) == ["2018-12-07", "2018-12", "2018"])
    let instant = try #require(Instant(iso: "2018-12-17T09:05:59Z"))
    #expect(french.instant(instant) == "17/12/2018 09:05")
    #expect(english.instant(instant) == "2018-12-17 09:05")
  }

  @Test(arguments: [
    (Duration.milliseconds(850), "850 ms"), (.milliseconds(12_400), "12 s"), (.seconds(185), "3 min 05 s"),
    (.seconds(7620), "2 h 07 min"), (.milliseconds(-5), "0 ms"),
  ])
  func writesDurations(duration: Duration, text: String) {
    #expect(plain.duration(duration) == text)
    #expect(french.duration(duration) == text.map { $0 == " " ? "\u{A0}" : String($0) }.joined())
  }
}
