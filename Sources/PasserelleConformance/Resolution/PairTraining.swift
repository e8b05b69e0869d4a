public import PasserelleResolution

/// Learns a model of pairs: a directed logistic regression, directed trees on what it leaves, a calibration on held-out
/// folds.
public enum PairTraining {
  /// How a model is learned.
  public struct Options: Sendable {
    /// The model's name.
    public var name: String
    /// The day, in ISO 8601.
    public var day: String
    /// The hash of the data.
    public var dataHash: String
    /// How many trees.
    public var trees = 60
    /// Leaves of a tree.
    public var leaves = 6
    /// The penalty of weights.
    public var penalty = 4.0
    /// The probability from which pairs count as one thing.
    public var threshold = 0.5
    /// Parts that are held out in turn.
    public var folds = 5

    /// Makes options.
    public init(name: String, day: String, dataHash: String) {
      self.name = name
      self.day = day
      self.dataHash = dataHash
    }
  }

  /// Learns a model.
  ///
  /// - Parameters:
  ///   - pairs: The pairs; pairs that share a mention's id are held out together where ids allow.
  ///   - preparer: Makes mentions ready.
  ///   - options: How.
  /// - Returns: The model.
  /// - Complexity: O(*n* · *f* · *t*) for *n* pairs, *f* features, *t* trees.
  public static func model(
    _ pairs: [LabelledPair], preparer: NamePreparer, options: Options
  ) -> ResolutionModel {
    var rows = PairRows(width: NameFeature.count)
    var row = [Float](repeating: 0, count: NameFeature.count)
    for pair in pairs {
      let left = preparer.prepare(pair.left)
      let right = preparer.prepare(pair.right)
      row.withUnsafeMutableBufferPointer {
        PairScorer.measure(left.names[0], right.names[0], lexicon: preparer.lexicon, into: $0)
      }
      rows.values.append(contentsOf: row)
      rows.outcomes.append(pair.isMatch)
      rows.weights.append(pair.weight)
      rows.calibrates.append(pair.calibrates)
      rows.folds.append(Int(NameHash.of(pair.left.id) % UInt64(max(2, options.folds))))
    }
    return model(rows, options)
  }

  static func model(_ rows: PairRows, _ options: Options) -> ResolutionModel {
    let features = NameFeature.allCases
    let directions = features.map(\.direction)
    // Held-out scores calibrate.
    var scores: [Double] = []
    var outcomes: [Bool] = []
    var weights: [Double] = []
    for fold in 0..<max(2, options.folds) {
      let held = rows.selected(fold: fold, held: true)
      guard held.count > 0 else { continue }
      let part = fit(rows.selected(fold: fold, held: false), directions, options)
      for place in 0..<held.count where held.calibrates[place] {
        scores.append(part.rawScore(held.row(place)))
        outcomes.append(held.outcomes[place])
        weights.append(held.weights[place])
      }
    }
    let platt = PlattFit(scores, outcomes, weights)
    var model = fit(rows, directions, options)
    model.slope = Self.rounded(platt.slope)
    model.offset = Self.rounded(platt.offset)
    return model
  }

  private static func fit(_ rows: PairRows, _ directions: [Int], _ options: Options) -> ResolutionModel {
    let linear = DirectedLogit(rows, directions: directions, penalty: options.penalty)
    let features = NameFeature.allCases.enumerated().map { rank, feature in
      let mean = (0..<rows.count).reduce(0.0) { $0 + Double(rows.values[$1 * rows.width + rank]) }
      return ResolutionModel.Feature(
        name: feature.name, weight: rounded(linear.weights[rank]),
        mean: rounded(mean / Double(max(1, rows.count))))
    }
    var model = ResolutionModel(
      name: options.name, trained: options.day, dataHash: options.dataHash, pairs: rows.count,
      threshold: options.threshold, bias: rounded(linear.bias), features: features, trees: [], slope: 1,
      offset: 0)
    let start = (0..<rows.count).map { model.rawScore(rows.row($0)) }
    var settings = DirectedTrees.Options()
    settings.trees = options.trees
    settings.leaves = options.leaves
    model.trees = DirectedTrees(rows, start: start, directions: directions, options: settings).trees
    return model
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}
