import PasserelleNetwork

/// A figure with the ends of its 95 % interval.
public struct LinkFigure: Sendable, Hashable {
  /// The figure.
  public let value: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
}

/// The area under the curve of scores of tied and untied pairs, and what its spread needs.
struct LinkCurve {
  /// For each tied pair the part of the untied ones that score lower, equal ones half.
  let tied: [Double]
  /// For each untied pair the part of the tied ones that score higher.
  let untied: [Double]

  /// Compares scores.
  ///
  /// - Complexity: O(n log n).
  init(tied: [Double], untied: [Double]) {
    let (first, second) = (tied.sorted(), untied.sorted())
    self.tied = tied.map { Self.below($0, second) }
    self.untied = untied.map { 1 - Self.below($0, first) }
  }

  private static func below(_ value: Double, _ sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0.5 }
    func first(_ isPast: (Double) -> Bool) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let (less, notMore) = (first { $0 >= value }, first { $0 > value })
    return (Double(less) + Double(notMore - less) / 2) / Double(sorted.count)
  }

  /// The area.
  var area: Double { Self.mean(tied) }

  /// The area with its interval; nil without pairs of both sorts.
  ///
  /// E. DeLong, D. DeLong and D. Clarke-Pearson, “Comparing the areas under correlated curves”, Biometrics 44 (1988).
  var figure: LinkFigure? {
    Self.figure(tied, untied, centre: area).map {
      LinkFigure(value: $0.value, low: max(0, $0.low), high: min(1, $0.high))
    }
  }

  /// How much the area is larger than another of the same pairs, with the interval of that difference.
  func difference(from other: LinkCurve) -> LinkFigure? {
    let (first, second) = (zip(tied, other.tied).map { $0 - $1 }, zip(untied, other.untied).map { $0 - $1 })
    return Self.figure(first, second, centre: area - other.area)
  }

  private static func figure(_ first: [Double], _ second: [Double], centre: Double) -> LinkFigure? {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let spread = 1.96 * (variance(first) + variance(second)).squareRoot()
    return LinkFigure(value: centre, low: centre - spread, high: centre + spread)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The variance of a mean.
  private static func variance(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      / Double(values.count)
  }
}

/// What was found by asking from each vertex.
struct LinkRanks {
  /// The vertex asked from, for each question.
  private(set) var sources: [Int32] = []
  /// The part of ways to order equal scores in which the tie is among the first ten.
  private(set) var hits: [Double] = []
  /// One by the tie's rank, equal scores on average.
  private(set) var reciprocals: [Double] = []

  /// Adds a question.
  ///
  /// - Parameters:
  ///   - source: The vertex asked from.
  ///   - above: How many others score higher than the tie to be found.
  ///   - equal: How many score the same.
  mutating func add(_ source: Int32, above: Int, equal: Int) {
    sources.append(source)
    hits.append(above >= 10 ? 0 : min(1, Double(10 - above) / Double(equal + 1)))
    reciprocals.append(1 / (Double(above) + 1 + Double(equal) / 2))
  }

  /// The mean of values over questions, with an interval by drawing the vertices asked from 1,000 times.
  func figure(_ values: [Double], seed: UInt64) -> LinkFigure {
    var groups: [(sum: Double, count: Double)] = []
    var last: Int32 = -1
    for (place, source) in sources.enumerated() {
      if source != last { groups.append((0, 0)) }
      last = source
      groups[groups.count - 1].sum += values[place]
      groups[groups.count - 1].count += 1
    }
    guard !groups.isEmpty else { return LinkFigure(value: 0, low: 0, high: 0) }
    var draws = DrawSequence(seed: seed)
    var means: [Double] = []
    for _ in 0..<1000 {
      var (sum, count) = (0.0, 0.0)
      for _ in groups.indices {
        let group = groups[draws.below(groups.count)]
        sum += group.sum
        count += group.count
      }
      means.append(sum / count)
    }
    means.sort()
    return LinkFigure(value: values.reduce(0, +) / Double(values.count), low: means[24], high: means[974])
  }
}
