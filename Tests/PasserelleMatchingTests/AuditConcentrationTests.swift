import PasserelleCore
import PasserelleMatching
import Testing

@Suite struct AuditConcentrationTests {
  private func award(
    _ document: Int64, _ vendors: [Int], buyer: Int = 1, division: Int? = 45, amount: Int? = 1000,
    isFramework: Bool = false, day: Int? = nil
  ) -> AuditedAward {
    AuditedAward(
      document: document, buyer: buyer, division: division, vendors: vendors,
      amount: amount.map { DecimalNumber($0) }, isFramework: isFramework,
      date: PartialDate(daysSince1970: 18_000 + (day ?? Int(document))))
  }

  @Test func theFiguresOfAGroup() throws {
    // Vendor 7 wins 3 of 5, once together with 8; 9 wins the others.
    let audit = ConcentrationAudit([
      award(1, [7], amount: 100), award(2, [7, 8], amount: 100), award(3, [9], amount: 200),
      award(4, [7], amount: 1), award(5, [9], amount: nil),
    ])
    let group = try #require(audit.groups.first)
    #expect(audit.groups.count == 1 && audit.smallGroups == 0 && audit.leftOut == 0 && audit.awardCount == 5)
    #expect(group.awards == 5 && group.winners == 3 && group.first == 7)
    #expect(group.firstDocuments == [1, 2, 4] && group.firstShare == 0.6)
    #expect(group.priced == 3 && group.placeholders == 1 && group.missing == 1 && group.frameworks == 0)
    #expect(group.firstAmountShare == 0.5, "100 + 100 of 400; the placeholder is no price")
    // Parts: 2.5/5, 0.5/5, 2/5.
    #expect(abs(group.herfindahl - (0.25 + 0.01 + 0.16)) < 1e-12)
    #expect(group.streak == nil && group.clusters.isEmpty)
  }

  /// Amounts in other currencies enter sums by their value in euros; without a rate they are counted and enter none.
  @Test func otherCurrenciesAreConvertedOrCounted() throws {
    var awards = [award(1, [7], amount: 300), award(2, [7], amount: 100), award(3, [9], amount: 100)]
    awards[1].conversion = .converted
    for document in Int64(4)...5 {
      var foreign = award(document, [9], amount: nil)
      foreign.conversion = .withoutRate
      awards.append(foreign)
    }
    let audit = ConcentrationAudit(awards)
    let group = try #require(audit.groups.first)
    #expect(audit.converted == 1 && audit.withoutRate == 2)
    #expect(group.converted == 1 && group.withoutRate == 2 && group.missing == 0 && group.priced == 3)
    #expect(group.firstAmountShare == 0.2, "100 of 500: no rate, no part in the sum")
  }

  @Test func ceilingsAndPlaceholdersAreNoPrices() throws {
    let audit = ConcentrationAudit(
      (1...6).map { award($0, [Int($0 % 2)], amount: $0 <= 4 ? 1_000_000 : 10, isFramework: $0 <= 4) })
    let group = try #require(audit.groups.first)
    #expect(group.frameworks == 4 && group.priced == 2)
    #expect(group.firstAmountShare == nil, "fewer than half have a price")
  }

  @Test func smallGroupsGiveNothing() {
    let awards = (1...4).map { award($0, [1]) } + (5...8).map { award($0, [1], division: 72) }
    let audit = ConcentrationAudit(awards + [award(9, []), award(10, [1], division: nil)])
    #expect(audit.groups.isEmpty && audit.smallGroups == 2 && audit.leftOut == 2)
    #expect(ConcentrationAudit([]).groups.isEmpty)
  }

  @Test func aStreakNeedsDatesInARow() throws {
    var winners = [1, 2, 2, 2, 2, 3]
    func streak(_ days: [Int?]) throws -> WinningStreak? {
      let awards = zip(winners, days).enumerated().map { index, one in
        var made = award(Int64(index + 1), [one.0], day: one.1)
        if one.1 == nil { made.date = nil }
        return made
      }
      return try #require(ConcentrationAudit(awards.reversed()).groups.first).streak
    }
    let found = try #require(try streak([0, 1, 2, 3, 4, 5]))
    #expect(found.vendor == 2 && found.documents == [2, 3, 4, 5])
    #expect(
      found.from == PartialDate(daysSince1970: 18_001) && found.to == PartialDate(daysSince1970: 18_004))
    #expect(try streak([3, 1, 2, 4, 5, 0]) == nil, "another one won in between")
    #expect(try streak([0, 1, 2, 3, nil, 5]) == nil, "an award without a date is in no row")
    winners = [1, 1, 1, 1, 1, 1]
    #expect(try streak([9, 1, 2, 3, 4, 5])?.documents == [2, 3, 4, 5, 6, 1])
    winners = [1, 1, 1, 2, 2, 2]
    #expect(try streak([0, 1, 2, 3, 4, 5]) == nil, "three are too few")
  }

  /// Eight lots of one procedure are one day, and one day is no streak and no dependence.
  @Test func lotsOfOneDayCountOnce() throws {
    let lots = (1...8).map { award($0, [1], day: 10) }
    let audit = ConcentrationAudit(lots)
    let group = try #require(audit.groups.first)
    #expect(group.streak == nil && group.firstDays == 1 && group.firstShare == 1)
    #expect(audit.dependences.isEmpty)
    // Four days, of which one has a lot for another vendor: that day breaks the row.
    let mixed = lots + (11...13).map { award($0, [1], day: Int($0)) } + [award(14, [2], day: 12)]
    #expect(ConcentrationAudit(mixed).groups.first?.streak == nil)
    let whole = ConcentrationAudit(lots + (11...13).map { award($0, [1], day: Int($0)) }).groups.first?.streak
    #expect(whole?.days == 4 && whole?.documents.count == 11)
  }

  @Test func aGroupOfCompaniesKeepsAStreak() throws {
    let audit = ConcentrationAudit([
      award(1, [1, 2]), award(2, [2, 3]), award(3, [2]), award(4, [4, 2]), award(5, [4]), award(6, [4]),
    ])
    let streak = try #require(audit.groups.first?.streak)
    #expect(streak.vendor == 2 && streak.documents == [1, 2, 3, 4])
  }

  private let threshold = AuditThreshold(
    amount: DecimalNumber(40_000), label: LocalizedText(verbatim: "x"), from: PartialDate(year: 2015))

  private func clusters(_ amounts: [Int?], _ threshold: AuditThreshold) throws -> [ThresholdCluster] {
    let awards = amounts.enumerated().map { award(Int64($0.offset + 1), [$0.offset], amount: $0.element) }
    return try #require(ConcentrationAudit(awards, thresholds: [threshold]).groups.first).clusters
  }

  @Test func amountsJustUnderAThresholdAreFound() throws {
    let found = try clusters([39_999, 36_000, 38_500, 35_999, 100, 40_000], threshold)
    #expect(found.map(\.documents) == [[2, 3, 1]], "by amount; 35,999 is too far, 40,000 not under")
    #expect(found.first?.aboveCount == 1)
    #expect(try clusters([39_999, 38_000, 100, 100, 100], threshold).isEmpty, "two are too few")
    #expect(try clusters([39_999, 39_000, 38_000, 41_000, 42_000], threshold).isEmpty, "as many lie above")
  }

  @Test func aThresholdHoldsForItsTimeAndItsDivisions() throws {
    let amounts: [Int?] = [39_999, 39_998, 39_997, 5, 6]
    var other = threshold
    #expect(try clusters(amounts, other).count == 1)
    other.from = PartialDate(year: 2030)
    #expect(try clusters(amounts, other).isEmpty)
    other = threshold
    other.to = PartialDate(year: 2018)
    #expect(try clusters(amounts, other).isEmpty)
    other = threshold
    other.divisions = [72]
    #expect(try clusters(amounts, other).isEmpty)
    other.divisions = [45]
    #expect(try clusters(amounts, other).count == 1)
  }

  @Test func dependenceIsTheVendorsPartNotTheBuyers() throws {
    // Vendor 1: 4 of 5 from buyer 1. Vendor 2: 3 of 5. Vendor 3 has four awards only.
    var awards = (1...4).map { award($0, [1], amount: 10) } + [award(5, [1], buyer: 2, amount: 60)]
    awards += (11...13).map { award($0, [2]) } + (14...15).map { award($0, [2], buyer: 2) }
    awards += (21...24).map { award($0, [3], buyer: 3) }
    let found = ConcentrationAudit(awards).dependences
    #expect(found.map(\.vendor) == [1])
    let first = try #require(found.first)
    #expect(first.buyer == 1 && first.documents == [1, 2, 3, 4] && first.awards == 5 && first.share == 0.8)
    #expect(first.amountShare == 0.4)
  }

  @Test func theOrderOfAwardsDoesNotMatter() {
    let awards = (1...200).map { index in
      award(
        Int64(index), [index * 7 % 5, index % 3], buyer: index % 4, division: [45, 72][index % 2],
        amount: index * 977 % 50_000, day: index * 13 % 90)
    }
    let audit = ConcentrationAudit(awards, thresholds: [threshold])
    #expect(audit.groups.count == 4)
    for step in [3, 7, 11] {
      let turned = awards.indices.map { awards[$0 * step % awards.count] }
      #expect(ConcentrationAudit(turned, thresholds: [threshold]) == audit)
    }
  }
}
