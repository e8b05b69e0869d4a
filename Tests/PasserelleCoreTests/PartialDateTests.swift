import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2024", "2024"), ("2024Z", "2024"), ("2024+01:00", "2024"), ("2024-05:00", "2024"),
    ("2024-05", "2024-05"), ("2024-05Z", "2024-05"), ("2024-05+01:00", "2024-05"),
    ("2024-05-05:00", "2024-05"),
    ("2024-05-06", "2024-05-06"), ("2024-05-06Z", "2024-05-06"), ("2024-05-06+02:00", "2024-05-06"),
    ("2024-05-06-10:00", "2024-05-06"), ("2024-05-06T23:59:59+02:00", "2024-05-06"),
    ("0001-01-01", "0001-01-01"),
  ])
  func reads(text: String, expected: String) {
    #expect(PartialDate(iso: text)?.description == expected)
  }

  @Test(arguments: [
    "", "2", "202", "20240", "2024-", "2024-5", "2024-13", "2024-00", "2024-05-", "2024-05-6", "2024-05-00",
    "2024-05-32", "2024-04-31", "2023-02-29", "1900-02-29", "0000", "0000-01-01", "-0044", "2024/05/06",
    "06/05/2024", "2024-05-06 ", "2024-05-06X", "2024-05-06+2:00", "2024-05-06+02:0", "2024-05-06+02:0x",
    "20240506", "2024-056", "2024x", "２０２４", "2024-05-06+", "demain",
  ])
  func refuses(text: String) {
    #expect(PartialDate(iso: text) == nil)
  }

  @Test func leapYears() {
    for (year, days) in [(2000, 29), (1900, 28), (2024, 29), (2023, 28), (2100, 28), (4, 29)] {
      #expect(PartialDate.dayCount(year: year, month: 2) == days)
      #expect((PartialDate(year: year, month: 2, day: 29) != nil) == (days == 29))
    }
  }

  @Test func daysAreCountedBackAndForth() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5000 {
      let days = random.number(-719_162...2_932_896)
      let date = try #require(PartialDate(daysSince1970: days))
      #expect(date.firstDay == days)
      #expect(PartialDate(iso: date.description) == date)
      let next = PartialDate(daysSince1970: days + 1)
      if let next { #expect(date < next && !(next < date)) }
    }
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
    var previous = try #require(PartialDate(year: 1799, month: 12, day: 31))
    for days in previous.firstDay + 1...previous.firstDay + 146_097 {
      let date = try #require(PartialDate(daysSince1970: days))
      let (year, month, day) = try (previous.year, #require(previous.month), #require(previous.day))
      let isLastOfMonth = day == PartialDate.dayCount(year: year, month: month)
      let expected =
        isLastOfMonth
        ? month == 12
          ? PartialDate(year: year + 1, month: 1, day: 1) : PartialDate(year: year, month: month + 1, day: 1)
        : PartialDate(year: year, month: month, day: day + 1)
      if date != expected { Issue.record("\(previous) is followed by \(date)") }
      previous = date
    }
  }

  @Test func knownDays() {
    #expect(PartialDate(daysSince1970: 0)?.description == "1970-01-01")
    #expect(PartialDate(daysSince1970: -1)?.description == "1969-12-31")
    #expect(PartialDate(daysSince1970: 11_016)?.description == "2000-02-29")
    #expect(PartialDate(daysSince1970: 20_778)?.description == "2026-11-21")
    for days in [-719_163, 2_932_897, Int.min, Int.max] { #expect(PartialDate(daysSince1970: days) == nil) }
  }

  @Test func ordersByTheFirstDayItMayMean() throws {
    let texts = ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025"]
    let dates = try texts.map { try #require(PartialDate(iso: $0)) }
    #expect(dates.reversed().sorted() == dates)
    #expect(dates[1].precision == .year && dates[2].precision == .month && dates[3].precision == .day)
  }

  @Test func aDayNeedsItsMonth() {
    #expect(PartialDate(year: 2024, month: nil, day: 5) == nil)
    #expect(PartialDate(year: 10_000) == nil && PartialDate(year: 0) == nil)
  }
}
