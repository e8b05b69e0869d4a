public import PasserelleCore

/// One award as the audit of concentration sees it.
public struct AuditedAward: Sendable, Hashable {
  /// The award's document, to show which records stand behind a figure.
  public var document: Int64
  /// The buyer, by a number that the caller chooses.
  public var buyer: Int
  /// The CPV division, such as 45; nil when the award has no code.
  public var division: Int?
  /// The winners, by numbers that the caller chooses; several for a group.
  public var vendors: [Int]
  /// The amount in euros, stated or converted; nil when none was published, or no rate is known.
  public var amount: DecimalNumber?
  /// How the amount became one in euros.
  public var conversion: Conversion
  /// Whether the amount is the ceiling of a framework agreement, which is no price paid.
  public var isFramework: Bool
  /// When it was awarded.
  public var date: PartialDate?

  /// How an amount becomes one in euros.
  public enum Conversion: Sendable, Hashable {
    /// It is stated in euros, or there is none.
    case none
    /// It is stated in another currency, and was converted.
    case converted
    /// It is stated in another currency of which no rate is known.
    case withoutRate
  }

  /// Makes an award.
  public init(
    document: Int64, buyer: Int, division: Int?, vendors: [Int], amount: DecimalNumber? = nil,
    conversion: Conversion = .none,
    isFramework: Bool = false, date: PartialDate? = nil
  ) {
    self.document = document
    self.buyer = buyer
    self.division = division
    self.vendors = vendors
    self.amount = amount
    self.conversion = conversion
    self.isFramework = isFramework
    self.date = date
  }

  /// The amount where it is a price: no ceiling, no placeholder of 1 euro or less.
  var price: DecimalNumber? {
    guard !isFramework, let amount, amount > DecimalNumber(1) else { return nil }
    return amount
  }

  /// Whether the amount stands for "none": 1 euro or less.
  var isPlaceholder: Bool { amount.map { $0 <= DecimalNumber(1) } ?? false }
}

/// An amount from which another procedure is due.
public struct AuditThreshold: Sendable, Hashable {
  /// The amount in euros, tax excluded; a contract at or above it falls under the other procedure.
  public var amount: DecimalNumber
  /// What begins there, for people.
  public var label: LocalizedText
  /// The CPV divisions for which it holds; nil for all.
  public var divisions: Set<Int>?
  /// The first day on which it holds.
  public var from: PartialDate?
  /// The last day on which it holds.
  public var to: PartialDate?

  /// Makes a threshold.
  public init(
    amount: DecimalNumber, label: LocalizedText, divisions: Set<Int>? = nil, from: PartialDate? = nil,
    to: PartialDate? = nil
  ) {
    self.amount = amount
    self.label = label
    self.divisions = divisions
    self.from = from
    self.to = to
  }

  /// Whether it holds for an award; one without a date is taken to fall under no threshold that has dates.
  func holds(for award: AuditedAward) -> Bool {
    if let divisions, !(award.division.map { divisions.contains($0) } ?? false) { return false }
    if from == nil, to == nil { return true }
    guard let date = award.date else { return false }
    return (from.map { $0.firstDay <= date.firstDay } ?? true)
      && (to.map { date.firstDay <= $0.lastDay } ?? true)
  }
}

/// From when on a figure is told; smaller groups give nothing.
public struct ConcentrationLimits: Sendable, Hashable {
  /// The fewest awards of a buyer in a division.
  public var awards = 5
  /// The fewest days in a row on which the same vendor won; awards of one day count once.
  public var streak = 4
  /// The least part of the first winner, 0 to 1, to be worth a look.
  public var firstShare = 0.6
  /// The fewest different days on which awards were made for a part in them to be worth a look: awards of one day are
  /// most often the lots of one procedure.
  public var days = 4
  /// How far under a threshold an amount counts as just under it, as a part of the threshold.
  public var margin = 0.1
  /// The fewest awards just under a threshold.
  public var nearThreshold = 3
  /// The fewest awards of a vendor, over all buyers.
  public var vendorAwards = 5
  /// The least part of one buyer in a vendor's awards, 0 to 1.
  public var dependence = 0.75

  /// Makes the standard limits.
  public init() {}
}
