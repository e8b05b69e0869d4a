/// What one ranking gave to one group.
public struct GroupExposure: Sendable, Hashable {
  /// The sum of 1 / log₂(1 + rank) over the group's vendors.
  public let exposure: Double
  /// The group's part in the exposure of all, 0 to 1.
  public let exposureShare: Double
  /// How many of the first ten places the group holds.
  public let slots: Int
  /// The group's part in those places, 0 to 1.
  public let slotShare: Double
}

/// How much one group of vendors is seen, against its part among the candidates.
public struct ExposureRow: Sendable, Hashable {
  /// The attribute.
  public let dimension: TraitDimension
  /// The group.
  public let group: TraitGroup
  /// How often a vendor of the group was a candidate, over all needs.
  public let candidates: Int
  /// The group's part among all candidates, 0 to 1.
  public let candidateShare: Double
  /// What the neutral ranking gave.
  public let neutral: GroupExposure
  /// What the full ranking gave.
  public let full: GroupExposure
  /// Whether the group is too small for its shares to say much.
  public let isSmall: Bool
}

/// Compares what rankings show with who could have been shown, group by group.
///
/// Exposure is position-weighted by 1 / log₂(1 + rank), as attention is in discounted cumulative gain and in
/// Singh and Joachims, "Fairness of Exposure in Rankings" (2018), over the first ``depth`` places. A group whose part in
/// exposure is far from its part among the candidates is a question to look into, no proof: what the group offers may
/// be nearer to the needs, or farther.
public struct ExposureAudit: Sendable {
  /// How many places are looked at.
  public static let depth = 100
  /// How many places are counted as those that people read.
  public static let slotCount = 10
  /// Fewer candidates than this make a small group.
  public static let smallCandidates = 30
  /// A group that would hold fewer of the first places than this, by its part among the candidates, is small too.
  public static let smallSlots = 5.0

  private struct Tally: Sendable {
    var exposure: [[Double]]
    var slots: [[Int]]

    init() {
      exposure = TraitDimension.allCases.map { $0.groups.map { _ in 0 } }
      slots = TraitDimension.allCases.map { $0.groups.map { _ in 0 } }
    }

    mutating func add(_ ranking: [Int], _ groups: [[Int]]) {
      for (place, candidate) in ranking.prefix(ExposureAudit.depth).enumerated() {
        let weight = ExposureAudit.weight(ofRank: place + 1)
        for (dimension, group) in groups[candidate].enumerated() {
          exposure[dimension][group] += weight
          if place < ExposureAudit.slotCount { slots[dimension][group] += 1 }
        }
      }
    }

    func group(_ dimension: Int, _ group: Int) -> GroupExposure {
      let whole = exposure[dimension].reduce(0, +)
      let places = slots[dimension].reduce(0, +)
      let (own, held) = (exposure[dimension][group], slots[dimension][group])
      return GroupExposure(
        exposure: own, exposureShare: whole > 0 ? own / whole : 0, slots: held,
        slotShare: places > 0 ? Double(held) / Double(places) : 0)
    }
  }

  private var candidates: [[Int]] = TraitDimension.allCases.map { $0.groups.map { _ in 0 } }
  private var neutral = Tally()
  private var full = Tally()
  /// How many needs were added.
  public private(set) var needCount = 0
  /// How many of them had no candidate at all.
  public private(set) var emptyCount = 0
  /// How many candidates there were over all needs.
  public private(set) var candidateCount = 0

  /// Makes an empty audit.
  public init() {}

  /// Adds a need.
  ///
  /// - Parameters:
  ///   - traits: The vendors that had evidence for the need.
  ///   - neutral: Places in `traits` in the order of the neutral ranking.
  ///   - full: Places in `traits` in the order of the full ranking.
  /// - Precondition: Rankings hold places of `traits` only.
  public mutating func add(_ traits: [VendorTraits], neutral: [Int], full: [Int]) {
    needCount += 1
    if traits.isEmpty { emptyCount += 1 }
    candidateCount += traits.count
    let groups = traits.map { one in TraitDimension.allCases.map { one.group($0) } }
    for own in groups {
      for (dimension, group) in own.enumerated() { candidates[dimension][group] += 1 }
    }
    self.neutral.add(neutral, groups)
    self.full.add(full, groups)
  }

  /// The groups that had a candidate, by dimension.
  public var rows: [ExposureRow] {
    TraitDimension.allCases.enumerated().flatMap { index, dimension in
      dimension.groups.indices.filter { candidates[index][$0] > 0 }.map { group in
        let count = candidates[index][group]
        let share = Double(count) / Double(max(1, candidateCount))
        let places = neutral.slots[index].reduce(0, +)
        return ExposureRow(
          dimension: dimension, group: dimension.groups[group], candidates: count, candidateShare: share,
          neutral: neutral.group(index, group), full: full.group(index, group),
          isSmall: count < Self.smallCandidates || share * Double(places) < Self.smallSlots)
      }
    }
  }

  /// The weight of a rank, from 1: 1 / log₂(1 + rank).
  static func weight(ofRank rank: Int) -> Double {
    Mathematics.logarithm(2) / Mathematics.logarithm(Double(1 + rank))
  }
}
