import Foundation

/// A logistic regression whose weights have given signs: coordinate descent with a quadratic bound, L2 penalty.
struct DirectedLogit {
  var bias = 0.0
  var weights: [Double]

  /// Fits to rows.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - directions: For each feature 1 (never negative), -1 (never positive) or 0.
  ///   - penalty: The L2 penalty of a standardised weight.
  ///   - sweeps: How often all weights are gone through at most.
  init(_ rows: PairRows, directions: [Int], penalty: Double, sweeps: Int = 300) {
    let width = rows.width
    weights = [Double](repeating: 0, count: width)
    let count = rows.count
    guard count > 0 else { return }
    let total = rows.weights.reduce(0, +)
    // Columns, centred on nothing and scaled by their deviation.
    var columns = [[Double]](repeating: [], count: width)
    var scales = [Double](repeating: 0, count: width)
    for feature in 0..<width {
      let column = (0..<count).map { Double(rows.values[$0 * width + feature]) }
      let mean = zip(column, rows.weights).reduce(0) { $0 + $1.0 * $1.1 } / total
      let variance = zip(column, rows.weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / total
      scales[feature] = variance.squareRoot()
      columns[feature] = scales[feature] > 1e-9 ? column.map { ($0 - mean) / scales[feature] } : []
    }
    let means = (0..<width).map { feature in
      (0..<count).reduce(0.0) { $0 + Double(rows.values[$1 * width + feature]) * rows.weights[$1] } / total
    }
    var odds = [Double](repeating: 0, count: count)
    var chances = [Double](repeating: 0.5, count: count)
    var scaled = [Double](repeating: 0, count: width)
    for _ in 0..<sweeps {
      var moved = 0.0
      // The bias, then each feature, by a Newton step that is not let through its sign.
      for feature in -1..<width {
        if feature >= 0, columns[feature].isEmpty { continue }
        var gradient = feature < 0 ? 0 : penalty * scaled[feature]
        var curvature = feature < 0 ? 1e-9 : penalty
        for place in 0..<count {
          let value = feature < 0 ? 1 : columns[feature][place]
          let error = (chances[place] - (rows.outcomes[place] ? 1 : 0)) * rows.weights[place]
          gradient += error * value
          curvature += max(0.02, chances[place] * (1 - chances[place])) * rows.weights[place] * value * value
        }
        var step = -gradient / curvature
        if feature >= 0 {
          var next = scaled[feature] + step
          if directions[feature] > 0 { next = max(0, next) }
          if directions[feature] < 0 { next = min(0, next) }
          step = next - scaled[feature]
          scaled[feature] = next
        } else {
          bias += step
        }
        guard abs(step) > 1e-12 else { continue }
        moved = max(moved, abs(step))
        for place in 0..<count {
          odds[place] += step * (feature < 0 ? 1 : columns[feature][place])
          chances[place] = 1 / (1 + exp(-odds[place]))
        }
      }
      if moved < 1e-4 { break }
    }
    for feature in 0..<width where scales[feature] > 1e-9 {
      weights[feature] = scaled[feature] / scales[feature]
      bias -= weights[feature] * means[feature]
    }
  }
}
