/// The constants of the ranking formula: a weighted sum of features, no learning.
///
/// The few constants were chosen on a split by time inside the training data of the benchmark, never on its
/// test half; Documentation/Methods/matching.md says how.
public struct MatchWeights: Sendable, Hashable {
  /// A name that reports quote.
  public var name: String
  /// The weight of each feature; negative for one that counts against a vendor.
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
    features[.buyerHistory] = 0.1
    features[.experience] = 0.1
    return MatchWeights(name: "formula/1", features: features)
  }()

  /// The weight that counts under options: 0 for a feature that a neutral match leaves out.
  func weight(of feature: MatchFeature, neutral: Bool) -> Double {
    neutral && feature.isLeftOutByNeutral ? 0 : features[feature]
  }
}
