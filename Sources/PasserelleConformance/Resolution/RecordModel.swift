import Foundation
import PasserelleResolution

/// A model of pairs of records, learned from the train split beside a test file: the same regression and trees as for
/// names, over the fields.
struct RecordModel {
  let comparison: FieldComparison
  private let model: ResolutionModel
  /// The probability from which pairs count as matches, from held-out folds of the training pairs.
  let threshold: Double

  /// Learns from labelled pairs.
  init(
    _ pairs: [(left: FieldRecord, right: FieldRecord, isMatch: Bool)], comparison: FieldComparison,
    trees: Int = 150,
    weightOfOthers: Double = 1
  ) {
    self.comparison = comparison
    var rows = PairRows(width: comparison.width)
    var row = [Float](repeating: 0, count: comparison.width)
    for (place, pair) in pairs.enumerated() {
      comparison.measure(pair.left, pair.right, into: &row)
      rows.values.append(contentsOf: row)
      rows.outcomes.append(pair.isMatch)
      rows.weights.append(pair.isMatch ? 1 : weightOfOthers)
      rows.folds.append(place % 3)
    }
    let directions = comparison.directions
    var scores: [Double] = []
    var outcomes: [Bool] = []
    var weights: [Double] = []
    for fold in 0..<3 {
      let part = Self.fit(rows.selected(fold: fold, held: false), directions, trees)
      let held = rows.selected(fold: fold, held: true)
      for place in 0..<held.count {
        scores.append(part.rawScore(held.row(place)))
        outcomes.append(held.outcomes[place])
        weights.append(held.weights[place])
      }
    }
    let platt = PlattFit(scores, outcomes, weights)
    var fitted = Self.fit(rows, directions, trees)
    fitted.slope = platt.slope
    fitted.offset = platt.offset
    model = fitted
    threshold = Self.bestThreshold(
      scores.map { 1 / (1 + exp(-(platt.slope * $0 + platt.offset))) }, outcomes, weights)
  }

  /// The probability that two records are one thing.
  func probability(_ left: FieldRecord, _ right: FieldRecord, row: inout [Float]) -> Double {
    comparison.measure(left, right, into: &row)
    return row.withUnsafeBufferPointer { model.probability($0) }
  }

  private static func fit(_ rows: PairRows, _ directions: [Int], _ trees: Int) -> ResolutionModel {
    let linear = DirectedLogit(rows, directions: directions, penalty: 4, sweeps: 60)
    var model = ResolutionModel(
      name: "records", trained: "", dataHash: "", pairs: rows.count, threshold: 0.5, bias: linear.bias,
      features: linear.weights.map { ResolutionModel.Feature(name: "", weight: $0, mean: 0) }, trees: [],
      slope: 1,
      offset: 0)
    let start = (0..<rows.count).map { model.rawScore(rows.row($0)) }
    var options = DirectedTrees.Options()
    options.trees = trees
    options.leaves = 8
    model.trees = DirectedTrees(rows, start: start, directions: directions, options: options).trees
    return model
  }

  /// The threshold of the best F1.
  static func bestThreshold(_ scores: [Double], _ outcomes: [Bool], _ weights: [Double]) -> Double {
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    let positives = zip(outcomes, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    var (hits, taken, best, threshold) = (0.0, 0.0, 0.0, 0.5)
    for (rank, place) in order.enumerated() {
      taken += weights[place]
      if outcomes[place] { hits += weights[place] }
      let f1 = 2 * hits / (taken + positives)
      if f1 > best {
        best = f1
        let next = rank + 1 < order.count ? scores[order[rank + 1]] : 0
        threshold = (scores[place] + next) / 2
      }
    }
    return threshold
  }
}

/// How alike the letters of two values are.
enum EditLikeness {
  static func of(_ left: [UInt8], _ right: [UInt8]) -> Float {
    let (a, b) = (left.prefix(64), right.prefix(64))
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in NameDistance.likeness(a, b) }
    }
  }
}
