public import PasserelleCore

/// Days in a row on which one vendor won, alone or with others, all that its buyer awarded in the division.
public struct WinningStreak: Sendable, Hashable {
  /// The vendor.
  public let vendor: Int
  /// How many days.
  public let days: Int
  /// The awards, by date.
  public let documents: [Int64]
  /// The date of the first.
  public let from: PartialDate
  /// The date of the last.
  public let to: PartialDate
}

/// Awards whose amounts lie just under a threshold.
public struct ThresholdCluster: Sendable, Hashable {
  /// The threshold.
  public let threshold: AuditThreshold
  /// The awards just under it, by amount.
  public let documents: [Int64]
  /// How many awards lie at it, or as little above it as those are under it.
  public let aboveCount: Int
}

/// The awards of one buyer in one CPV division.
public struct BuyerConcentration: Sendable, Hashable {
  /// The buyer.
  public let buyer: Int
  /// The CPV division.
  public let division: Int
  /// How many awards.
  public let awards: Int
  /// How many different winners.
  public let winners: Int
  /// The vendor that won most often; ties by number.
  public let first: Int
  /// The awards that it won.
  public let firstDocuments: [Int64]
  /// On how many different days it won them; awards of one day are most often the lots of one procedure.
  public let firstDays: Int
  /// The part of the first winner among the awards, 0 to 1.
  public let firstShare: Double
  /// The part of the first winner in the sum of prices, 0 to 1; nil when fewer than half of the awards have a price.
  public let firstAmountShare: Double?
  /// How many amounts are prices.
  public let priced: Int
  /// How many amounts are ceilings of framework agreements.
  public let frameworks: Int
  /// How many amounts stand for "none".
  public let placeholders: Int
  /// How many awards have no amount.
  public let missing: Int
  /// How many amounts are in another currency and were converted into euros.
  public let converted: Int
  /// How many amounts are in another currency of which no rate is known: they enter no sum.
  public let withoutRate: Int
  /// The Herfindahl–Hirschman index of the winners by number of awards, 0 to 1; an award of a group is shared among it.
  public let herfindahl: Double
  /// The longest row of awards to one vendor; nil where it is short.
  public let streak: WinningStreak?
  /// Clusters just under thresholds.
  public let clusters: [ThresholdCluster]
}

/// A vendor most of whose awards come from one buyer.
public struct VendorDependence: Sendable, Hashable {
  /// The vendor.
  public let vendor: Int
  /// The buyer.
  public let buyer: Int
  /// How many awards the vendor has.
  public let awards: Int
  /// Those from the buyer.
  public let documents: [Int64]
  /// Their part, 0 to 1.
  public let share: Double
  /// Their part in the sum of the vendor's prices, 0 to 1; nil when fewer than half of the awards have a price.
  public let amountShare: Double?
}
