extension MatchModels {
  /// A plain weighted sum, which nobody trained: it ranks where no model is at hand.
  ///
  /// The few constants were chosen on a split by time inside the training data of the benchmark, never on its test
  /// half.
  static func formula(neutral: Bool) -> RankingModel {
    let used = weights.filter { !(neutral && $0.feature.isLeftOutByNeutral) }
    return RankingModel(
      checked: RankingModel.Header(
        name: neutral ? "formula-neutral" : "formula", language: "mul", trained: "2026-11-21",
        dataHash: String(repeating: "0", count: 64), queries: 0, rows: 0),
      features: used.map {
        RankingModel.Feature(name: $0.feature.name, mean: 0, deviation: 1, weight: $0.weight, importance: 0)
      }, trees: [], inputs: RankingFeature.names, places: used.map(\.feature.rawValue))
  }

  private static let weights: [(feature: RankingFeature, weight: Double)] = [
    (.mixSum, 1), (.bagSum, 0.3), (.codeDepth, 0.4), (.profile, 0.1), (.geoSum, 0.2), (.near, 0.2),
    (.localShare, 0.1), (.elsewhereOnly, -0.2), (.name, 0.1), (.buyerHistory, 0.04), (.experience, 0.025),
  ]
}
