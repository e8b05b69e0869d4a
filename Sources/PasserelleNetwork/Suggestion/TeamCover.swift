/// Puts teams together that cover weighted items, by greedy choice.
///
/// The worth of a team is the weight of each item times the best level that a member reaches on it: a monotone submodular
/// function, so that a greedy team of *k* is worth at least 1 − 1/e = 63 % of the best team of *k* (Nemhauser, Wolsey, Fisher,
/// Math. Programming 14, 265–294, 1978).
public struct TeamCover: Sendable {
  /// The part of the best worth of as many members that a greedy team is sure to reach: 1 − 1/e.
  public static let bound = 0.632

  /// A member with what it adds.
  public struct Pick: Sendable, Hashable {
    /// The number of the candidate.
    public let candidate: Int
    /// The worth that it added when it was taken.
    public let gain: Double
    /// The items whose level it raised, ascending.
    public let items: [Int]
  }

  /// The weight of each item, positive.
  public let weights: [Double]
  /// The level from 0 to 1 that each candidate reaches on each item.
  public let levels: [[Double]]

  /// Makes a cover.
  ///
  /// - Precondition: Every candidate has as many levels as there are weights.
  public init(weights: [Double], levels: [[Double]]) {
    precondition(
      levels.allSatisfy { $0.count == weights.count }, "Every candidate has a level for every item.")
    self.weights = weights
    self.levels = levels
  }

  /// The worth of everything at its full level.
  public var total: Double { weights.reduce(0, +) }

  /// The worth of a team.
  public func worth(of team: [Int]) -> Double { worth(best(of: team)) }

  /// The worth of all candidates together: what no team can pass.
  public var ceiling: Double { worth(of: Array(levels.indices)) }

  /// The best level on each item that a team reaches.
  public func best(of team: [Int]) -> [Double] {
    weights.indices.map { item in team.reduce(0) { max($0, levels[$1][item]) } }
  }

  /// A team by greedy choice.
  ///
  /// - Parameters:
  ///   - limit: The most members.
  ///   - excluded: Candidates that are left out.
  ///   - start: Members that are in it from the start, such as the one that another team is built around.
  ///   - least: The least worth that a member must add, as a part of ``total``.
  ///   - slack: How much less than the best a preferred candidate may add and still be taken, as a part of that best.
  ///   - isPreferred: Candidates taken first among those that add about as much.
  /// - Returns: The members in the order in which they were taken; equal ones by number.
  /// - Complexity: O(*limit* · candidates · items).
  public func team(
    limit: Int, excluding excluded: Set<Int> = [], startingWith start: [Int] = [], least: Double = 0.01,
    slack: Double = 0, preferring isPreferred: (Int) -> Bool = { _ in false }
  ) -> [Pick] {
    var best = [Double](repeating: 0, count: weights.count)
    var picks: [Pick] = []
    var rest = levels.indices.filter { !excluded.contains($0) && !start.contains($0) }
    for candidate in start.prefix(limit) { take(candidate, &best, &picks) }
    while picks.count < limit {
      let gains = rest.map { gain($0, best) }
      guard let greatest = gains.max(), greatest >= least * total, greatest > 0 else { break }
      let near = rest.indices.filter { gains[$0] >= greatest * (1 - slack) - 1e-12 }
      let preferred = near.filter { isPreferred(rest[$0]) }
      let among = preferred.isEmpty ? near.filter { gains[$0] >= greatest - 1e-12 } : preferred
      guard let place = among.max(by: { (gains[$0], -$0) < (gains[$1], -$1) }) else { break }
      take(rest.remove(at: place), &best, &picks)
    }
    return picks
  }

  private func gain(_ candidate: Int, _ best: [Double]) -> Double {
    weights.indices.reduce(0) { $0 + weights[$1] * max(0, levels[candidate][$1] - best[$1]) }
  }

  private func take(_ candidate: Int, _ best: inout [Double], _ picks: inout [Pick]) {
    let items = weights.indices.filter { levels[candidate][$0] > best[$0] }
    picks.append(Pick(candidate: candidate, gain: gain(candidate, best), items: items))
    for item in items { best[item] = levels[candidate][item] }
  }

  private func worth(_ best: [Double]) -> Double { weights.indices.reduce(0) { $0 + weights[$1] * best[$1] } }
}
