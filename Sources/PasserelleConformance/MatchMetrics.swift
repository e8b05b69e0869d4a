import Foundation

/// Quality of rankings over the queries of one language.
///
/// A query is hit at *k* when any of its winners stands among the first *k* vendors.
public struct MatchMetrics: Sendable, Hashable {
  /// The number of queries.
  public let queries: Int
  /// The share of queries hit at 1.
  public let hitAt1: Double
  /// The share of queries hit at 5.
  public let hitAt5: Double
  /// The share of queries hit at 10.
  public let hitAt10: Double
  /// The share of queries hit at 50.
  public let hitAt50: Double
  /// The mean of 1 / rank of the first winner, 0 beyond rank 10.
  public let reciprocalRankAt10: Double
  /// Half the width of the 95 % interval around ``reciprocalRankAt10``, by the normal approximation.
  public let reciprocalRankHalfWidth: Double
  /// The mean normalised discounted gain of the first 10, every winner worth the same.
  public let discountedGainAt10: Double
  /// Distinct vendors in the lists of 10, over all vendors of the training data.
  public let coverage: Double
  /// The share of the places in the lists of 10 held by vendors with at most two training awards.
  public let tailShare: Double
  /// Median time of one query, in milliseconds.
  public let latencyMedian: Double
  /// 95th percentile of the time of one query, in milliseconds.
  public let latency95: Double

  /// Half the width of the 95 % interval around ``hitAt10``, by the normal approximation.
  public var hitAt10HalfWidth: Double {
    queries == 0 ? 0 : 1.96 * (hitAt10 * (1 - hitAt10) / Double(queries)).squareRoot()
  }

  /// One ranked answer and what was right.
  struct Answer: Sendable {
    /// The first 50 vendors, or fewer.
    let vendors: [Int]
    /// The winners known to the training data.
    let winners: Set<Int>
    /// The number of winners, known or not.
    let winnerCount: Int
    let milliseconds: Double
    /// The scores of the vendors; empty where nobody asks for them.
    var scores: [Double] = []

    /// The place of the first winner, from 1.
    var firstRank: Int? { vendors.firstIndex { winners.contains($0) }.map { $0 + 1 } }

    /// 1 / the place of the first winner, 0 beyond 10.
    var reciprocalRank: Double { firstRank.map { $0 <= 10 ? 1 / Double($0) : 0 } ?? 0 }

    /// Discounted gain of the first 10 over the greatest possible.
    var gainAt10: Double {
      func discount(_ place: Int) -> Double { 1 / log2(Double(place + 2)) }
      let ideal = (0..<min(10, winnerCount)).reduce(0) { $0 + discount($1) }
      guard ideal > 0 else { return 0 }
      return vendors.prefix(10).enumerated().reduce(0) {
        $0 + (winners.contains($1.element) ? discount($1.offset) : 0)
      } / ideal
    }
  }

  /// Measures answers.
  ///
  /// - Parameters:
  ///   - answers: The answers, in any order.
  ///   - awardCounts: The number of training awards of each vendor.
  init(_ answers: [Answer], awardCounts: [Int]) {
    let ranks = answers.map(\.firstRank)
    let number = Double(max(1, answers.count))
    func hits(_ limit: Int) -> Double { Double(ranks.filter { ($0 ?? .max) <= limit }.count) / number }
    queries = answers.count
    hitAt1 = hits(1)
    hitAt5 = hits(5)
    hitAt10 = hits(10)
    hitAt50 = hits(50)
    let mean = answers.reduce(0) { $0 + $1.reciprocalRank } / number
    reciprocalRankAt10 = mean
    let variance = answers.reduce(0) { $0 + ($1.reciprocalRank - mean) * ($1.reciprocalRank - mean) } / number
    reciprocalRankHalfWidth = 1.96 * (variance / number).squareRoot()
    discountedGainAt10 = answers.reduce(0) { $0 + $1.gainAt10 } / number
    let places = answers.flatMap { $0.vendors.prefix(10) }
    coverage = Double(Set(places).count) / Double(max(1, awardCounts.count))
    tailShare = Double(places.filter { awardCounts[$0] <= 2 }.count) / Double(max(1, places.count))
    let times = answers.map(\.milliseconds).sorted()
    func percentile(_ part: Double) -> Double {
      times.isEmpty ? 0 : times[min(times.count - 1, Int(part * Double(times.count)))]
    }
    latencyMedian = percentile(0.5)
    latency95 = percentile(0.95)
  }
}
