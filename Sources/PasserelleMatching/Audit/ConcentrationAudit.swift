import PasserelleCore

/// Figures of concentration and dependence over past awards: patterns to look into, never findings about anyone.
public struct ConcentrationAudit: Sendable, Hashable {
  /// The groups large enough to be told, by their first winner's share, then by awards, the greatest first.
  public let groups: [BuyerConcentration]
  /// The vendors that depend on one buyer, by share, then by awards.
  public let dependences: [VendorDependence]
  /// How many awards were looked at.
  public let awardCount: Int
  /// How many groups were too small to be told.
  public let smallGroups: Int
  /// How many awards have no winner or no CPV code, and enter no group.
  public let leftOut: Int
  /// How many amounts were converted into euros.
  public let converted: Int
  /// How many amounts are in another currency of which no rate is known, and enter no sum.
  public let withoutRate: Int

  /// Looks at awards.
  ///
  /// - Parameters:
  ///   - awards: The awards, in any order; the result does not depend on it.
  ///   - thresholds: The thresholds in force, each with its dates.
  ///   - limits: From when on a figure is told.
  /// - Complexity: O(*n* log *n* + *n* · thresholds).
  public init(
    _ awards: [AuditedAward], thresholds: [AuditThreshold] = [],
    limits: ConcentrationLimits = ConcentrationLimits()
  ) {
    let sorted = awards.sorted { $0.document < $1.document }
    var groups: [GroupKey: [AuditedAward]] = [:]
    var vendors: [Int: [AuditedAward]] = [:]
    var leftOut = 0
    for award in sorted {
      for vendor in Set(award.vendors) { vendors[vendor, default: []].append(award) }
      guard let division = award.division, !award.vendors.isEmpty else {
        leftOut += 1
        continue
      }
      groups[GroupKey(buyer: award.buyer, division: division), default: []].append(award)
    }
    awardCount = awards.count
    converted = awards.count { $0.conversion == .converted }
    withoutRate = awards.count { $0.conversion == .withoutRate }
    self.leftOut = leftOut
    let large = groups.filter { $0.value.count >= max(1, limits.awards) }
    smallGroups = groups.count - large.count
    self.groups = large.map { Self.concentration($0.key, $0.value, thresholds, limits) }
      .sorted {
        ($1.firstShare, $1.awards, $0.buyer, $0.division) < ($0.firstShare, $0.awards, $1.buyer, $1.division)
      }
    dependences = vendors.compactMap { Self.dependence($0.key, $0.value, limits) }
      .sorted { ($1.share, $1.awards, $0.vendor) < ($0.share, $0.awards, $1.vendor) }
  }

  private struct GroupKey: Hashable {
    let buyer: Int
    let division: Int
  }

  private static func concentration(
    _ key: GroupKey, _ awards: [AuditedAward], _ thresholds: [AuditThreshold],
    _ limits: ConcentrationLimits
  ) -> BuyerConcentration {
    var wins: [Int: Int] = [:]
    var parts: [Int: Double] = [:]
    for award in awards {
      let winners = Set(award.vendors)
      for vendor in winners {
        wins[vendor, default: 0] += 1
        parts[vendor, default: 0] += 1 / Double(winners.count)
      }
    }
    let first = wins.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
    let own = awards.filter { $0.vendors.contains(first) }
    let whole = Double(awards.count)
    return BuyerConcentration(
      buyer: key.buyer, division: key.division, awards: awards.count, winners: wins.count, first: first,
      firstDocuments: own.map(\.document), firstDays: days(own), firstShare: Double(own.count) / whole,
      firstAmountShare: amountShare(of: own, in: awards), priced: awards.count { $0.price != nil },
      frameworks: awards.count { $0.isFramework && $0.amount != nil && !$0.isPlaceholder },
      placeholders: awards.count(where: \.isPlaceholder),
      missing: awards.count { $0.amount == nil && $0.conversion != .withoutRate },
      converted: awards.count { $0.conversion == .converted },
      withoutRate: awards.count { $0.conversion == .withoutRate },
      // Summed in a fixed order: the last bit must not depend on the hash table.
      herfindahl: parts.sorted { $0.key < $1.key }.reduce(0) { $0 + ($1.value / whole) * ($1.value / whole) },
      streak: streak(awards, limits), clusters: clusters(awards, thresholds, limits))
  }

  /// The part of some awards in the sum of prices; nil when fewer than half have one.
  private static func amountShare(of own: [AuditedAward], in all: [AuditedAward]) -> Double? {
    let prices = all.compactMap(\.price)
    guard prices.count * 2 >= all.count, let whole = sum(prices), let part = sum(own.compactMap(\.price)),
      whole > DecimalNumber.zero
    else { return nil }
    return part.approximateDouble / whole.approximateDouble
  }

  private static func sum(_ amounts: [DecimalNumber]) -> DecimalNumber? {
    amounts.reduce(DecimalNumber.zero as DecimalNumber?) { $0?.adding($1) }
  }

  /// The longest row of days on which one vendor won every award; of equal ones the first.
  ///
  /// Awards of one day are most often the lots of one procedure: they count once.
  private static func streak(_ awards: [AuditedAward], _ limits: ConcentrationLimits) -> WinningStreak? {
    let days = Dictionary(grouping: awards.filter { $0.date != nil }) { $0.date?.firstDay ?? 0 }
      .sorted { $0.key < $1.key }.map(\.value)
    var starts: [Int: Int] = [:]
    var best: (vendor: Int, range: Range<Int>)?
    for (place, day) in days.enumerated() {
      let winners = day.dropFirst().reduce(Set(day[0].vendors)) { $0.intersection($1.vendors) }
      var next: [Int: Int] = [:]
      for vendor in winners.sorted() {
        let start = starts[vendor] ?? place
        next[vendor] = start
        if place + 1 - start > best?.range.count ?? 0 { best = (vendor, start..<place + 1) }
      }
      starts = next
    }
    guard let best, best.range.count >= max(2, limits.streak), let from = days[best.range.lowerBound][0].date,
      let to = days[best.range.upperBound - 1][0].date
    else { return nil }
    return WinningStreak(
      vendor: best.vendor, days: best.range.count, documents: days[best.range].joined().map(\.document),
      from: from, to: to)
  }

  /// On how many different days awards were made; those without a date are left out.
  private static func days(_ awards: [AuditedAward]) -> Int {
    Set(awards.compactMap { $0.date?.firstDay }).count
  }

  private static func clusters(
    _ awards: [AuditedAward], _ thresholds: [AuditThreshold], _ limits: ConcentrationLimits
  ) -> [ThresholdCluster] {
    thresholds.compactMap { threshold in
      let line = threshold.amount.approximateDouble
      var under: [(price: DecimalNumber, document: Int64)] = []
      var above = 0
      for award in awards {
        guard let price = award.price, threshold.holds(for: award) else { continue }
        let value = price.approximateDouble
        if price < threshold.amount, value >= line * (1 - limits.margin) {
          under.append((price, award.document))
        }
        if price >= threshold.amount, value < line * (1 + limits.margin) { above += 1 }
      }
      // As many above as under is what chance gives; twice as many under is worth a look.
      guard under.count >= max(1, limits.nearThreshold), under.count > 2 * above else { return nil }
      under.sort { ($0.price, $0.document) < ($1.price, $1.document) }
      return ThresholdCluster(threshold: threshold, documents: under.map(\.document), aboveCount: above)
    }
  }

  private static func dependence(
    _ vendor: Int, _ awards: [AuditedAward], _ limits: ConcentrationLimits
  ) -> VendorDependence? {
    guard awards.count >= max(1, limits.vendorAwards) else { return nil }
    let counts = Dictionary(awards.map { ($0.buyer, 1) }, uniquingKeysWith: +)
    guard let (buyer, count) = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { return nil }
    let share = Double(count) / Double(awards.count)
    guard share >= limits.dependence else { return nil }
    let own = awards.filter { $0.buyer == buyer }
    guard days(own) >= limits.days else { return nil }
    return VendorDependence(
      vendor: vendor, buyer: buyer, awards: awards.count, documents: own.map(\.document), share: share,
      amountShare: amountShare(of: own, in: awards))
  }
}
