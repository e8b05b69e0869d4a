import PasserelleCore
import Testing

/// Texts of numbers and moments that somebody made to break their readers.
@Suite struct UntrustedValuesTests {
  /// A fraction of a second with an exponent was read as a number of centuries, past the range of a moment.
  @Test(arguments: [
    "2018-03-01T23:59:59.205251e17", "2018-03-01T23:59:59.1e1", "2018-03-01T23:59:59.",
    "2018-03-01T23:59:59.+1",
    "2018-03-01T23:59:59.5.5", "2018-03-01T23:59:59. 5",
  ]) func aFractionOfASecondIsDigits(text: String) { #expect(Instant(iso: text) == nil) }

  @Test func aSoundFractionIsRead() {
    #expect(Instant(iso: "2018-03-01T23:59:59.205251Z")?.description == "2018-03-01T23:59:59.205Z")
  }

  /// Moments of the year 0 or 10000, by their zone, were written as moments of 1970.
  @Test(arguments: ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
  func aZoneLeadsToNoYearBeyondTheCalendar(text: String) { #expect(Instant(iso: text) == nil) }

  @Test(arguments: ["0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"])
  func theFirstAndTheLastMomentAreRead(text: String) throws {
    let moment = try #require(Instant(iso: text))
    #expect(Instant(iso: moment.description) == moment)
  }

  /// A number that is read is one that reads back: an exponent gives no more digits than may be written.
  @Test(arguments: ["4E36", ".04E38", "1e37", "-1e36", "123456789012345678e19"])
  func anExponentGivesNoMoreDigitsThanMayBe(text: String) { #expect(DecimalNumber(text) == nil) }

  @Test(arguments: ["1e35", "-9e35", "999999999999999999999999999999999999", "1e-28", "0e64", ".04E36"])
  func whatIsReadReadsBack(text: String) throws {
    let number = try #require(DecimalNumber(text))
    #expect(DecimalNumber(number.description) == number)
  }
}
