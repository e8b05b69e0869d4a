/// The rows that a conditional logit learns from, standardised, query after query.
struct LogitProblem {
  let width: Int
  /// Standardised values, row after row.
  private(set) var values: [Float] = []
  /// For each row, whether it won.
  private(set) var labels: [UInt8] = []
  /// Where each query starts, and the end.
  private(set) var starts: [Int] = [0]
  /// The part of each query in the mean loss; sums to 1.
  private(set) var shares: [Double] = []

  var queryCount: Int { shares.count }

  init(_ data: RankingData, scaling: FeatureScaling) {
    width = data.featureCount
    let groups = data.instructiveGroups
    let total = groups.reduce(0.0) { $0 + data.groupWeights[$1] }
    values.reserveCapacity(groups.reduce(0) { $0 + data.rows(ofGroup: $1).count } * width)
    for group in groups {
      for row in data.rows(ofGroup: group) {
        for feature in 0..<width {
          values.append(Float(scaling.standardised(data.values[row * width + feature], feature: feature)))
        }
        labels.append(data.labels[row])
      }
      starts.append(labels.count)
      shares.append(data.groupWeights[group] / total)
    }
  }

  /// The mean loss of a query at some weights.
  func loss(at weights: [Double]) -> Double {
    var total = 0.0
    var scores: [Double] = []
    for query in shares.indices {
      let (sum, relevant) = fillChances(&scores, query: query, weights: weights)
      total -= shares[query] * (Mathematics.logarithm(relevant) - Mathematics.logarithm(sum))
    }
    return total
  }

  /// Puts exp(score - best score) of each row of a query in `chances`; returns their sum, and the winners'.
  func fillChances(_ chances: inout [Double], query: Int, weights: [Double]) -> (Double, Double) {
    let rows = starts[query]..<starts[query + 1]
    chances.removeAll(keepingCapacity: true)
    values.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        for row in rows {
          var score = 0.0
          for feature in 0..<width { score += weights[feature] * Double(values[row * width + feature]) }
          chances.append(score)
        }
      }
    }
    let best = chances.max() ?? 0
    // The best winner sets the floor, so that the logarithm of the winners' part stays finite.
    var sum = 0.0
    var relevant = 0.0
    for place in chances.indices {
      chances[place] = max(1e-300, Mathematics.exponential(chances[place] - best))
      sum += chances[place]
      if labels[rows.lowerBound + place] > 0 { relevant += chances[place] }
    }
    return (sum, relevant)
  }

  /// Adds up the gradient of the mean loss and a positive matrix of its curvature at some weights.
  ///
  /// The curvature of several winners taken together is left out, which keeps the matrix positive.
  func derivatives(at weights: [Double]) -> (loss: Double, gradient: [Double], curvature: [Double]) {
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: width)
    var curvature = [Double](repeating: 0, count: width * width)
    var chances: [Double] = []
    var mean = [Double](repeating: 0, count: width)
    var wanted = [Double](repeating: 0, count: width)
    values.withUnsafeBufferPointer { values in
      for query in shares.indices {
        let (sum, relevant) = fillChances(&chances, query: query, weights: weights)
        let share = shares[query]
        loss -= share * (Mathematics.logarithm(relevant) - Mathematics.logarithm(sum))
        for feature in 0..<width {
          mean[feature] = 0
          wanted[feature] = 0
        }
        for place in chances.indices {
          let row = starts[query] + place
          let chance = chances[place] / sum
          let base = row * width
          for feature in 0..<width { mean[feature] += chance * Double(values[base + feature]) }
          if labels[row] > 0 {
            let part = chances[place] / relevant
            for feature in 0..<width { wanted[feature] += part * Double(values[base + feature]) }
          }
          guard chance > 1e-9 else { continue }
          addSquare(of: values.baseAddress, at: base, weight: share * chance, to: &curvature)
        }
        for feature in 0..<width { gradient[feature] += share * (mean[feature] - wanted[feature]) }
        for left in 0..<width {
          for right in 0...left { curvature[left * width + right] -= share * mean[left] * mean[right] }
        }
      }
    }
    return (loss, gradient, curvature)
  }

  /// Adds weight · z zᵀ to the lower triangle of a matrix.
  @inline(__always)
  private func addSquare(
    of values: UnsafePointer<Float>?, at base: Int, weight: Double, to matrix: inout [Double]
  ) {
    guard let values else { return }
    matrix.withUnsafeMutableBufferPointer { matrix in
      for left in 0..<width {
        let factor = weight * Double(values[base + left])
        let line = left * width
        for right in 0...left { matrix[line + right] += factor * Double(values[base + right]) }
      }
    }
  }
}

extension ConditionalLogit {
  /// Newton's method with steps halved until the loss falls.
  mutating func fit(_ problem: LogitProblem, options: Options) {
    guard problem.queryCount > 0 else { return }
    let penalty = max(1e-12, options.penalty)
    func penalised(_ loss: Double, _ weights: [Double]) -> Double {
      loss + penalty / 2 * weights.reduce(0) { $0 + $1 * $1 }
    }
    loss = problem.loss(at: weights)
    while steps < options.maximumSteps {
      var (current, gradient, curvature) = problem.derivatives(at: weights)
      loss = current
      for feature in weights.indices {
        gradient[feature] += penalty * weights[feature]
        curvature[feature * problem.width + feature] += penalty
      }
      guard gradient.contains(where: { abs($0) > options.tolerance }) else { break }
      let direction = LinearEquations.solve(curvature, gradient)
      let slope = zip(direction, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      let before = penalised(current, weights)
      var length = 1.0
      var moved = false
      while length > 1e-6 {
        let candidate = zip(weights, direction).map { $0 - length * $1 }
        let after = problem.loss(at: candidate)
        if penalised(after, candidate) <= before - 1e-4 * length * slope {
          weights = candidate
          loss = after
          moved = true
          break
        }
        length /= 2
      }
      guard moved else { break }
      steps += 1
    }
    weights = weights.map { Decimals.rounded($0, digits: 6) }
    loss = problem.loss(at: weights)
  }
}
