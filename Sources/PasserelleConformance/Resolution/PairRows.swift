/// Rows of features with their outcomes, to learn from.
struct PairRows {
  /// Values, one row after another.
  var values: [Float] = []
  /// Values of a row.
  let width: Int
  /// Whether each row is a match.
  var outcomes: [Bool] = []
  /// How much each row counts.
  var weights: [Double] = []
  /// Whether each row counts in calibration.
  var calibrates: [Bool] = []
  /// The part that each row is held out with.
  var folds: [Int] = []

  init(width: Int) { self.width = width }

  var count: Int { outcomes.count }

  func row(_ place: Int) -> UnsafeBufferPointer<Float> {
    values.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[(place * width)..<((place + 1) * width)])
    }
  }

  /// The rows whose fold is, or is not, the given one.
  func selected(fold: Int, held: Bool) -> PairRows {
    var rows = PairRows(width: width)
    for place in 0..<count where (folds[place] == fold) == held {
      rows.values.append(contentsOf: values[(place * width)..<((place + 1) * width)])
      rows.outcomes.append(outcomes[place])
      rows.weights.append(weights[place])
      rows.folds.append(folds[place])
      if place < calibrates.count { rows.calibrates.append(calibrates[place]) }
    }
    return rows
  }
}
