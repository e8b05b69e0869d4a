extension RankingModel {
  /// Makes a model from what was fitted to data: a weighted sum, trees, or trees that correct the sum.
  ///
  /// Trees that correct a sum must have been grown above the scores of the sum alone.
  ///
  /// - Parameters:
  ///   - header: What the model says of itself.
  ///   - data: The training data, for the scaling and the importance of features.
  ///   - linear: The weighted sum, if any.
  ///   - trees: The trees, if any.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for a header that a model file cannot hold.
  /// - Complexity: O(*n* · *t* · *d*) for *n* rows (at most 100,000 of them) and *t* trees of depth *d*.
  public init(header: Header, data: RankingData, linear: ConditionalLogit?, trees: BoostedTrees?) throws {
    let scaling = linear?.scaling ?? FeatureScaling(of: data)
    var features = data.featureNames.indices.map { place in
      Feature(
        name: data.featureNames[place], mean: scaling.means[place], deviation: scaling.deviations[place],
        weight: linear?.weights[place] ?? 0, importance: 0)
    }
    let trees = trees?.trees ?? []
    let places = Array(features.indices)
    let inputs = data.featureNames
    try Self.check(header, features: features)
    let draft = RankingModel(
      checked: header, features: features, trees: trees, inputs: inputs, places: places)
    for (place, part) in draft.importances(over: data).enumerated() { features[place].importance = part }
    self.init(checked: header, features: features, trees: trees, inputs: inputs, places: places)
  }

  /// Each feature's part of all contributions to rows, signs left out; at most 100,000 rows, evenly spread.
  private func importances(over data: RankingData) -> [Double] {
    let width = data.featureCount
    var sums = [Double](repeating: 0, count: width)
    var units = [Int64](repeating: 0, count: width)
    let step = max(1, (data.rowCount + 99_999) / 100_000)
    data.values.withUnsafeBufferPointer { values in
      for row in stride(from: 0, to: data.rowCount, by: step) {
        addContributions(UnsafeBufferPointer(rebasing: values[row * width..<(row + 1) * width]), to: &units)
        for feature in 0..<width {
          sums[feature] += Double(abs(units[feature]))
          units[feature] = 0
        }
      }
    }
    let total = sums.reduce(0, +)
    return sums.map { total > 0 ? ($0 / total * 1e4).rounded() / 1e4 : 0 }
  }

  /// The scores of all rows of data whose features are the inputs of the model.
  ///
  /// - Precondition: The data have the model's inputs, in the same order.
  public func scores(of data: RankingData) -> [Double] {
    precondition(data.featureNames == inputs, "data and model must have the same features")
    let width = data.featureCount
    return data.values.withUnsafeBufferPointer { values in
      (0..<data.rowCount).map { row in
        score(UnsafeBufferPointer(rebasing: values[row * width..<(row + 1) * width]))
      }
    }
  }
}
