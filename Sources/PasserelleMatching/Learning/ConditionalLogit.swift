/// A linear ranker: the chance that a candidate is the winner of its query is a softmax over the query.
///
/// The conditional logit of McFadden (1974), with several winners allowed: the loss of a query is
/// -log(sum of p over its winners). Features are standardised, z = (x - mean) / deviation, cut at ±6.
public struct ConditionalLogit: Sendable {
  /// How the weights are fitted.
  public struct Options: Sendable, Hashable {
    /// The penalty on squares of weights: (penalty / 2) · |w|² is added to the mean loss of a query.
    public var penalty = 1e-3
    /// The largest number of Newton steps.
    public var maximumSteps = 50
    /// The fit ends when no part of the gradient of the mean loss is larger.
    public var tolerance = 1e-7

    /// Makes the standard options.
    public init() {}
  }

  /// The scaling of each feature.
  public let scaling: FeatureScaling
  /// The weight of each standardised feature.
  public internal(set) var weights: [Double]
  /// The mean loss of a query, without the penalty.
  public internal(set) var loss: Double
  /// Number of Newton steps made.
  public internal(set) var steps: Int
  /// Number of queries that had something to teach: with a winner and another candidate.
  public let queryCount: Int

  /// Fits weights to data; queries without a winner are skipped.
  ///
  /// One thread, a fixed order of sums: the same data give the same weights.
  ///
  /// - Parameters:
  ///   - data: The training data.
  ///   - options: How to fit.
  /// - Complexity: O(*n* · *f*²) a step, for *n* rows of *f* features; about ten steps.
  public init(fitting data: RankingData, options: Options = Options()) {
    scaling = FeatureScaling(of: data)
    weights = [Double](repeating: 0, count: data.featureCount)
    loss = 0
    steps = 0
    let problem = LogitProblem(data, scaling: scaling)
    queryCount = problem.queryCount
    fit(problem, options: options)
  }
}

/// The mean and the standard deviation of each feature, over all rows.
public struct FeatureScaling: Sendable, Hashable {
  /// Standardised values are cut at plus and minus this.
  public static let limit = 6.0
  /// The mean of each feature.
  public var means: [Double]
  /// The standard deviation of each feature; 0 for one that never varies, which then counts nothing.
  public var deviations: [Double]

  /// Measures data; both are rounded to six significant digits so that they read well in a model file.
  public init(of data: RankingData) {
    let width = data.featureCount
    let count = Double(max(1, data.rowCount))
    var sums = [Double](repeating: 0, count: width)
    var squares = [Double](repeating: 0, count: width)
    data.values.withUnsafeBufferPointer { values in
      for row in 0..<data.rowCount {
        for feature in 0..<width { sums[feature] += Double(values[row * width + feature]) }
      }
      let means = sums.map { $0 / count }
      for row in 0..<data.rowCount {
        for feature in 0..<width {
          let distance = Double(values[row * width + feature]) - means[feature]
          squares[feature] += distance * distance
        }
      }
    }
    means = sums.map { Decimals.rounded($0 / count, digits: 6) }
    deviations = squares.map { Decimals.rounded(($0 / count).squareRoot(), digits: 6) }
    for feature in 0..<width where deviations[feature] < 1e-9 * max(1, abs(means[feature])) {
      deviations[feature] = 0
    }
  }

  /// A value standardised and cut.
  func standardised(_ value: Float, feature: Int) -> Double {
    let deviation = deviations[feature]
    guard deviation > 0, value.isFinite else { return 0 }
    return max(-Self.limit, min(Self.limit, (Double(value) - means[feature]) / deviation))
  }
}
