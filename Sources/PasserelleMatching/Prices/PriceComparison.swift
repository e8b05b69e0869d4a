public import PasserelleCore

/// One contract whose price can be compared.
public struct ComparableContract: Sendable, Hashable {
  /// The document of the award in the text index, to show which contracts stand behind a figure.
  public var document: Int64
  /// The amount, compared in euros; nil when none was published.
  public var amount: Money?
  /// What is bought, such as `works`, `services` or `supplies`; nil when unknown.
  public var nature: String?
  /// The duration in months; nil when unknown.
  public var durationMonths: Int?
  /// The year of the award; nil when unknown.
  public var year: Int?
  /// Whether the amount is the ceiling of a framework agreement.
  public var isFramework: Bool

  /// Makes a contract.
  public init(
    document: Int64, amount: Money?, nature: String?, durationMonths: Int?, year: Int?,
    isFramework: Bool
  ) {
    self.document = document
    self.amount = amount
    self.nature = nature
    self.durationMonths = durationMonths
    self.year = year
    self.isFramework = isFramework
  }
}

/// Durations that can be compared with each other.
public enum DurationBand: String, Sendable, Hashable, CaseIterable, Codable {
  /// Up to 6 months.
  case upTo6 = "0-6"
  /// 7 to 12 months.
  case upTo12 = "7-12"
  /// 13 to 24 months.
  case upTo24 = "13-24"
  /// 25 to 48 months.
  case upTo48 = "25-48"
  /// More than 48 months.
  case over48 = "49+"
  /// The duration is not known.
  case unknown

  /// The band of a duration; zero or less counts as unknown.
  public init(months: Int?) {
    switch months ?? 0 {
    case ...0: self = .unknown
    case ...6: self = .upTo6
    case ...12: self = .upTo12
    case ...24: self = .upTo24
    case ...48: self = .upTo48
    default: self = .over48
    }
  }

  /// The band in words.
  public var label: LocalizedText {
    switch self {
    case .upTo6: LocalizedText(fr: "6 mois au plus", en: "6 months at most")
    case .upTo12: LocalizedText(fr: "7 à 12 mois", en: "7 to 12 months")
    case .upTo24: LocalizedText(fr: "13 à 24 mois", en: "13 to 24 months")
    case .upTo48: LocalizedText(fr: "25 à 48 mois", en: "25 to 48 months")
    case .over48: LocalizedText(fr: "plus de 48 mois", en: "more than 48 months")
    case .unknown: LocalizedText(fr: "durée inconnue", en: "unknown duration")
    }
  }
}

/// The spread of some prices, exact to the digit.
public struct PriceSpread: Sendable, Hashable {
  /// The least price.
  public let minimum: DecimalNumber
  /// The median of the lower half.
  public let lowerQuartile: DecimalNumber
  /// The middle price, or the mean of the two in the middle.
  public let median: DecimalNumber
  /// The median of the upper half.
  public let upperQuartile: DecimalNumber
  /// The greatest price.
  public let maximum: DecimalNumber

  /// Computes the spread, nil for no price; of an odd number of prices the middle one belongs to both halves
  /// (Tukey's hinges).
  ///
  /// - Parameter prices: Prices in any order.
  public init?(_ prices: [DecimalNumber]) {
    let sorted = prices.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let half = (sorted.count + 1) / 2
    minimum = first
    maximum = last
    lowerQuartile = Self.middle(sorted[..<half])
    median = Self.middle(sorted[...])
    upperQuartile = Self.middle(sorted[(sorted.count - half)...])
  }

  /// The middle of sorted prices, of which there is at least one.
  private static func middle(_ sorted: ArraySlice<DecimalNumber>) -> DecimalNumber {
    let upper = sorted[sorted.startIndex + sorted.count / 2]
    guard sorted.count.isMultiple(of: 2) else { return upper }
    let lower = sorted[sorted.startIndex + sorted.count / 2 - 1]
    // A mean past 128 bits cannot be written; the lower of the two is then as good a middle.
    return lower.midpoint(with: upper) ?? lower
  }
}

/// Contracts that can be compared with each other: same nature, duration band, year, and kind of amount.
public struct PriceGroup: Sendable, Hashable {
  /// What is bought; nil when unknown.
  public let nature: String?
  /// How long.
  public let duration: DurationBand
  /// The year of the awards; nil when unknown.
  public let year: Int?
  /// Whether the amounts are ceilings of framework agreements, which are no prices paid.
  public let isFramework: Bool
  /// The documents of the contracts, by amount then number.
  public let documents: [Int64]
  /// How many of the amounts were converted into euros.
  public let convertedCount: Int
  /// The spread; nil when there are too few contracts for one.
  public let spread: PriceSpread?

  /// What a reader must know about the group: too few contracts, or ceilings in place of prices.
  public var remark: LocalizedText? {
    if spread == nil {
      return LocalizedText(
        fr: "trop peu de marchés (\(documents.count)) pour donner une fourchette ; il en faut "
          + "\(PriceComparison.minimumCount)",
        en:
          "too few contracts (\(documents.count)) to give a spread; \(PriceComparison.minimumCount) are needed"
      )
    }
    guard isFramework else { return nil }
    return LocalizedText(
      fr: "plafonds d’accords-cadres, non des montants payés",
      en: "ceilings of framework agreements, not amounts paid")
  }
}

/// Prices of comparable contracts, never mixing what cannot be compared.
public struct PriceComparison: Sendable, Hashable {
  /// The least number of contracts for which a spread is given.
  public static let minimumCount = 5

  /// The groups: prices before ceilings, then by nature, duration, and year from the latest; unknown last.
  public let groups: [PriceGroup]
  /// How many contracts were left out because their amount stands for "none": 1 euro or less.
  public let placeholderCount: Int
  /// How many contracts were left out because they have no amount.
  public let missingCount: Int
  /// How many contracts were left out because their amount is in another currency and no rate of it is known.
  public let unconvertedCount: Int

  /// Compares contracts.
  ///
  /// - Parameter contracts: Contracts in any order; the result does not depend on it.
  /// - Complexity: O(*n* log *n*).
  public init(_ contracts: [ComparableContract]) {
    var missing = 0
    var placeholders = 0
    var unconverted = 0
    var groups: [Key: [(amount: DecimalNumber, document: Int64, isConverted: Bool)]] = [:]
    for contract in contracts {
      guard let stated = contract.amount else {
        missing += 1
        continue
      }
      // What stands for "none" does so in every currency.
      guard let amount = stated.inEuros ?? (stated.amount > DecimalNumber(1) ? nil : stated.amount) else {
        unconverted += 1
        continue
      }
      guard amount > DecimalNumber(1) else {
        placeholders += 1
        continue
      }
      let key = Key(
        isFramework: contract.isFramework, nature: contract.nature,
        duration: DurationBand(months: contract.durationMonths), year: contract.year)
      groups[key, default: []].append((amount, contract.document, stated.euros != nil))
    }
    missingCount = missing
    placeholderCount = placeholders
    unconvertedCount = unconverted
    self.groups = groups.sorted { $0.key < $1.key }.map { key, members in
      let members = members.sorted { ($0.amount, $0.document) < ($1.amount, $1.document) }
      return PriceGroup(
        nature: key.nature, duration: key.duration, year: key.year, isFramework: key.isFramework,
        documents: members.map(\.document), convertedCount: members.count(where: \.isConverted),
        spread: members.count < Self.minimumCount ? nil : PriceSpread(members.map(\.amount)))
    }
  }

  private struct Key: Hashable, Comparable {
    let isFramework: Bool
    let nature: String?
    let duration: DurationBand
    let year: Int?

    static func < (left: Key, right: Key) -> Bool {
      if left.isFramework != right.isFramework { return right.isFramework }
      if left.nature != right.nature {
        guard let first = left.nature, let second = right.nature else { return left.nature != nil }
        return first < second
      }
      if left.duration != right.duration {
        let order = DurationBand.allCases
        return (order.firstIndex(of: left.duration) ?? 0) < (order.firstIndex(of: right.duration) ?? 0)
      }
      return (left.year ?? .min) > (right.year ?? .min)
    }
  }
}
