/// Pairwise agreement of clusters with a truth: every pair of mentions counts.
public struct ClusterFigures: Sendable, Hashable {
  /// Pairs of one thing in one cluster.
  public var truePairs = 0
  /// Pairs of one cluster, of known things.
  public var foundPairs = 0
  /// Pairs of one thing.
  public var knownPairs = 0

  /// Makes figures of nothing.
  public init() {}

  /// The part of the pairs found that is right; 1 where none was found.
  public var precision: Double { foundPairs > 0 ? Double(truePairs) / Double(foundPairs) : 1 }
  /// The part of the true pairs that was found; 1 where there is none.
  public var recall: Double { knownPairs > 0 ? Double(truePairs) / Double(knownPairs) : 1 }
  /// The harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  /// Counts pairs of mentions, each with a weight: how often it occurs.
  ///
  /// - Parameters:
  ///   - clusters: The cluster of each mention.
  ///   - truths: The number of the thing of each mention; nil where unknown: such mentions do not count.
  ///   - weights: How many times each mention counts.
  public init(clusters: [Int], truths: [Int?], weights: [Int]) {
    var byCluster: [Int: Int] = [:]
    var byTruth: [Int: Int] = [:]
    var byBoth: [[Int]: Int] = [:]
    for (place, cluster) in clusters.enumerated() {
      guard let truth = truths[place] else { continue }
      byCluster[cluster, default: 0] += weights[place]
      byTruth[truth, default: 0] += weights[place]
      byBoth[[cluster, truth], default: 0] += weights[place]
    }
    truePairs = Self.pairs(byBoth.values)
    foundPairs = Self.pairs(byCluster.values)
    knownPairs = Self.pairs(byTruth.values)
  }

  private static func pairs(_ sizes: some Sequence<Int>) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  /// Adds the pairs of other figures.
  public mutating func add(_ other: ClusterFigures) {
    truePairs += other.truePairs
    foundPairs += other.foundPairs
    knownPairs += other.knownPairs
  }
}
