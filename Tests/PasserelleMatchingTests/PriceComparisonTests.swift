import PasserelleCore
import PasserelleMatching
import Testing

@Suite struct PriceComparisonTests {
  private func contract(
    _ amount: String?, nature: String? = "works", months: Int? = 12, year: Int? = 2019,
    framework: Bool = false,
    document: Int64 = 1
  ) -> ComparableContract {
    ComparableContract(
      document: document, amount: amount.flatMap { DecimalNumber($0) }.map { Money($0) }, nature: nature,
      durationMonths: months,
      year: year, isFramework: framework)
  }

  @Test func neverMixesWhatCannotBeCompared() {
    let contracts = [
      contract("100"), contract("110", months: 10), contract("120", months: 24), contract("130", year: 2018),
      contract("140", nature: "services"), contract("150", framework: true), contract("160", nature: nil),
      contract("170", months: nil), contract("180", year: nil),
    ]
    let comparison = PriceComparison(contracts)
    #expect(comparison.groups.map(\.documents.count).sorted() == [1, 1, 1, 1, 1, 1, 1, 2])
    #expect(comparison.groups.map(\.documents.count).reduce(0, +) == 9)
    #expect(comparison.groups.last?.isFramework == true)
    #expect(comparison.groups.filter(\.isFramework).count == 1)
    #expect(comparison == PriceComparison(contracts.reversed()))
  }

  @Test func leavesOutPlaceholdersAndCountsThem() {
    let comparison = PriceComparison([
      contract("0"), contract("1"), contract("1.00"), contract("-5"), contract(nil), contract("1.01"),
    ])
    #expect(comparison.placeholderCount == 4)
    #expect(comparison.missingCount == 1)
    #expect(comparison.groups.map(\.documents.count) == [1])
  }

  /// Amounts are compared in euros; one in another currency of which no rate is known is counted, and enters no spread.
  @Test func otherCurrenciesEnterByTheirValueInEuros() throws {
    func foreign(_ amount: Int, _ euros: Int?) -> ComparableContract {
      let date = PartialDate(year: 2019)
      var one = contract(nil)
      one.amount = Money(
        DecimalNumber(amount), "JPY",
        euros: euros.flatMap { euros in
          date.map { EuroValue(DecimalNumber(euros), rate: DecimalNumber(120), date: $0) }
        })
      return one
    }
    let comparison = PriceComparison([
      contract("100"), contract("300"), foreign(24_000, 200), foreign(48_000, 400), contract("500"),
      foreign(1_000_000, nil), foreign(1, nil),
    ])
    let group = try #require(comparison.groups.first)
    #expect(comparison.groups.count == 1 && group.convertedCount == 2)
    #expect(group.spread?.median == DecimalNumber(300) && group.spread?.maximum == DecimalNumber(500))
    #expect(comparison.unconvertedCount == 1 && comparison.placeholderCount == 1)
    #expect(comparison.missingCount == 0)
  }

  @Test func tooFewGiveNoSpread() throws {
    let four = PriceComparison((1...4).map { contract("\($0)00") })
    let group = try #require(four.groups.first)
    #expect(group.spread == nil)
    #expect(group.remark?.english.contains("too few") == true)
    let five = PriceComparison((1...5).map { contract("\($0)00") })
    #expect(five.groups.first?.spread?.median == DecimalNumber(300))
    #expect(five.groups.first?.remark == nil)
    let ceilings = PriceComparison((1...5).map { contract("\($0)00", framework: true) })
    #expect(ceilings.groups.first?.remark?.french.contains("plafonds") == true)
  }

  @Test func quartilesAreExact() throws {
    func spread(_ prices: [String]) throws -> [String] {
      let spread = try #require(PriceSpread(prices.compactMap { DecimalNumber($0) }))
      return [spread.minimum, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.maximum]
        .map(\.description)
    }
    #expect(try spread(["5"]) == ["5", "5", "5", "5", "5"])
    #expect(try spread(["3", "1", "2", "5", "4"]) == ["1", "2", "3", "4", "5"])
    #expect(try spread(["1", "2", "3", "4", "5", "6"]) == ["1", "2", "3.5", "5", "6"])
    #expect(try spread(["0.1", "0.2", "0.3", "0.4"]) == ["0.1", "0.15", "0.25", "0.35", "0.4"])
    #expect(PriceSpread([]) == nil)
  }

  @Test func groupsStandInAnOrder() {
    let comparison = PriceComparison([
      contract("10", nature: "supplies", year: 2017), contract("10", nature: "supplies", year: 2018),
      contract("10", nature: "services", months: 60), contract("10", nature: "services", months: 3),
      contract("10", nature: nil), contract("10", nature: "supplies", year: nil),
      contract("9", framework: true),
    ])
    #expect(
      comparison.groups.map { $0.nature ?? "-" } == [
        "services", "services", "supplies", "supplies", "supplies", "-", "works",
      ])
    #expect(comparison.groups.map { $0.year ?? 0 } == [2019, 2019, 2018, 2017, 0, 2019, 2019])
    #expect(comparison.groups[0].duration == .upTo6)
    #expect(comparison.groups[1].duration == .over48)
    #expect(DurationBand(months: -3) == .unknown)
    #expect(DurationBand(months: 48) == .upTo48)
  }
}
