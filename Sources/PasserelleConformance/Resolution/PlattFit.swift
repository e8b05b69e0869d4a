import Foundation

/// A logistic function of one score fitted to outcomes (Platt 1999), by Newton's method.
struct PlattFit {
  var slope = 1.0
  var offset = 0.0

  init(_ scores: [Double], _ outcomes: [Bool], _ weights: [Double]) {
    let positives = (zip(outcomes, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) })
    let negatives = weights.reduce(0, +) - positives
    guard positives > 0, negatives > 0 else { return }
    for _ in 0..<50 {
      var gradient = (0.0, 0.0)
      var curvature = (1e-9, 0.0, 1e-9)
      for (place, score) in scores.enumerated() {
        let (outcome, weight) = (outcomes[place], weights[place])
        let chance = 1 / (1 + exp(-(slope * score + offset)))
        let target = outcome ? (positives + 1) / (positives + 2) : 1 / (negatives + 2)
        let spread = max(1e-9, chance * (1 - chance)) * weight
        gradient.0 += (chance - target) * score * weight
        gradient.1 += (chance - target) * weight
        curvature.0 += spread * score * score
        curvature.1 += spread * score
        curvature.2 += spread
      }
      let determinant = curvature.0 * curvature.2 - curvature.1 * curvature.1
      guard abs(determinant) > 1e-12 else { return }
      let stepSlope = (gradient.0 * curvature.2 - gradient.1 * curvature.1) / determinant
      let stepOffset = (gradient.1 * curvature.0 - gradient.0 * curvature.1) / determinant
      slope -= stepSlope
      offset -= stepOffset
      if abs(stepSlope) + abs(stepOffset) < 1e-9 { return }
    }
  }
}
