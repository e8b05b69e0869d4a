/// Measures a search on a test collection, with intervals by the bootstrap over its queries.
///
/// The search is whatever answers a text with the ids of documents; an empty answer counts as 0.
public struct RetrievalEvaluation: Sendable, Hashable {
  /// A mean over the queries, with its 95 % interval.
  public struct Estimate: Sendable, Hashable {
    /// The mean.
    public let mean: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double
  }

  /// What one query came to.
  public struct Answer: Sendable, Hashable {
    /// The query's id.
    public let query: String
    /// Its metrics.
    public let metrics: RetrievalMetrics
  }

  /// The metrics of each query, in the collection's order.
  public let answers: [Answer]
  /// nDCG@10.
  public let discountedGainAt10: Estimate
  /// MRR@10.
  public let reciprocalRankAt10: Estimate
  /// Recall@100.
  public let recallAt100: Estimate

  /// How many documents are asked for each query.
  public static let depth = 100

  /// Asks every judged query of a collection.
  ///
  /// - Parameters:
  ///   - collection: The collection.
  ///   - resamples: How often the queries are drawn again, with replacement, for the intervals (percentile bootstrap,
  ///     Efron and Tibshirani, 1993).
  ///   - seed: Decides the draws; the same seed gives the same intervals.
  ///   - search: Receives a query's text and how many documents are wanted; returns their ids, best first.
  /// - Throws: What `search` throws.
  /// - Complexity: O(*q* · (cost of a search + `resamples`)) for *q* queries.
  public init(
    _ collection: RetrievalCollection, resamples: Int = 2000, seed: UInt64 = 1,
    search: (_ text: String, _ limit: Int) throws -> [String]
  ) rethrows {
    let answers = try collection.queries.map { query in
      Answer(
        query: query.id,
        metrics: RetrievalMetrics(ranking: try search(query.text, Self.depth), grades: query.grades))
    }
    self.init(answers, resamples: resamples, seed: seed)
  }

  init(_ answers: [Answer], resamples: Int, seed: UInt64) {
    self.answers = answers
    func estimate(_ value: (RetrievalMetrics) -> Double) -> Estimate {
      Self.estimate(answers.map { value($0.metrics) }, resamples: resamples, seed: seed)
    }
    discountedGainAt10 = estimate(\.discountedGainAt10)
    reciprocalRankAt10 = estimate(\.reciprocalRankAt10)
    recallAt100 = estimate(\.recallAt100)
  }

  /// The mean of some values with its interval; 0 for none.
  static func estimate(_ values: [Double], resamples: Int, seed: UInt64) -> Estimate {
    guard !values.isEmpty else { return Estimate(mean: 0, low: 0, high: 0) }
    let number = Double(values.count)
    let mean = values.reduce(0, +) / number
    guard resamples > 0 else { return Estimate(mean: mean, low: mean, high: mean) }
    var draws = BootstrapDraws(seed: seed)
    let means = (0..<resamples).map { _ in
      var sum = 0.0
      for _ in values { sum += values[draws.place(below: values.count)] }
      return sum / number
    }.sorted()
    // Places of the 2.5 % and 97.5 % quantiles, counted inwards from either end.
    let tail = resamples * 25 / 1000
    return Estimate(mean: mean, low: means[tail], high: means[resamples - 1 - tail])
  }
}

/// A sequence of places that depends on its seed alone (SplitMix64, Steele and others, 2014).
private struct BootstrapDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A place from 0 to `count` − 1; the bias is below count / 2⁶⁴.
  mutating func place(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(UInt64(count).multipliedFullWidth(by: mixed).high)
  }
}
