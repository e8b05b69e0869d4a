/// The constants of the plain formula: a weighted sum of reasons, no learning.
///
/// It ranks where no trained model is at hand. The few constants were chosen on a split by time inside the training
/// data of the benchmark, never on its test half.
public struct MatchWeights: Sendable, Hashable {
  /// A name that reports quote.
  public var name: String
  /// The weight of each reason; negative for one that counts against a vendor.
  public var features: FeatureValues
  /// The weight of words in the mix of channels.
  public var words = 1.0
  /// The weight of character 4-grams in the mix of channels.
  public var grams = 1.0
  /// The weight of CPV prefixes in the mix of channels.
  public var codes = 0.7

  /// Makes weights.
  public init(name: String, features: FeatureValues) {
    self.name = name
    self.features = features
  }

  /// The formula of the product.
  public static let standard: MatchWeights = {
    var features = FeatureValues()
    features[.similarAwards] = 1
    features[.wordsAndCode] = 0.3
    features[.similarNearby] = 0.2
    features[.profile] = 0.1
    features[.codeDepth] = 0.4
    features[.vendorName] = 0.1
    features[.nearness] = 0.2
    features[.localShare] = 0.1
    features[.elsewhereOnly] = -0.2
    features[.buyerHistory] = 0.04
    features[.experience] = 0.025
    return MatchWeights(name: "formula/1", features: features)
  }()

  /// The formula as a ranker: each reason by the feature that says it most plainly.
  func model(neutral: Bool) -> RankingModel {
    let used = Self.plainest.filter {
      features[$0.reason] != 0 && !(neutral && $0.isLeftOutByNeutral)
    }
    return RankingModel(
      checked: RankingModel.Header(
        name: name, language: "mul", trained: "2026-11-21", dataHash: String(repeating: "0", count: 64),
        queries: 0, rows: 0),
      features: used.map {
        RankingModel.Feature(name: $0.name, mean: 0, deviation: 1, weight: features[$0.reason], importance: 0)
      },
      trees: [], inputs: RankingFeature.names, places: used.map(\.rawValue))
  }

  private static let plainest: [RankingFeature] = [
    .mixSum, .bagSum, .codeDepth, .profile, .partners, .geoSum, .near, .localShare, .elsewhereOnly, .name,
    .buyerNameSum, .buyerHistory, .experience,
  ]
}

/// The weight of every reason of a formula.
public struct FeatureValues: Sendable, Hashable {
  private var values: [Double]

  /// Makes values that are all 0.
  public init() { values = [Double](repeating: 0, count: MatchFeature.allCases.count) }

  /// The value of one reason.
  public subscript(feature: MatchFeature) -> Double {
    get { values[Self.places[feature] ?? 0] }
    set { values[Self.places[feature] ?? 0] = newValue }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: MatchFeature.allCases.enumerated().map { ($1, $0) })
}
