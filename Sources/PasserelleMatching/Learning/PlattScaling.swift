/// Turns scores into probabilities: a logistic function of a few inputs, fitted to what happened.
///
/// Platt (1999), with several inputs, its smoothed targets, and Newton's method.
public struct PlattScaling: Sendable, Hashable {
  /// The part that no input changes.
  public let intercept: Double
  /// What one more of each input adds to the logarithm of the odds.
  public let weights: [Double]

  /// Makes a known function.
  public init(intercept: Double, weights: [Double]) {
    self.intercept = intercept
    self.weights = weights
  }

  /// Fits the function to cases.
  ///
  /// - Parameters:
  ///   - inputs: The inputs of each case, one case after another; what is not finite counts as 0.
  ///   - inputCount: How many inputs a case has.
  ///   - outcomes: For each case, whether it happened.
  /// - Precondition: There are `inputCount` inputs for each outcome.
  /// - Complexity: O(*n* · *k*²) a step for *n* cases of *k* inputs; about ten steps.
  public init(fitting inputs: [Double], inputCount: Int, outcomes: [Bool]) {
    precondition(inputs.count == inputCount * outcomes.count, "as many inputs for each outcome")
    let scaled = Standardised(inputs, width: inputCount)
    let happened = Double(outcomes.reduce(0) { $0 + ($1 ? 1 : 0) })
    let not = Double(outcomes.count) - happened
    let targets = outcomes.map { $0 ? (happened + 1) / (happened + 2) : 1 / (not + 2) }
    let fitted = scaled.fit(targets)
    var intercept = fitted[0]
    var weights: [Double] = []
    for input in 0..<inputCount {
      let weight = scaled.deviations[input] > 0 ? fitted[input + 1] / scaled.deviations[input] : 0
      weights.append(weight)
      intercept -= weight * scaled.means[input]
    }
    self.intercept = intercept
    self.weights = weights
  }

  /// The probability for some inputs.
  ///
  /// - Precondition: There are as many inputs as weights.
  public func probability(of inputs: [Double]) -> Double {
    precondition(inputs.count == weights.count, "one value for each input")
    var sum = intercept
    for (input, weight) in zip(inputs, weights) where input.isFinite { sum += weight * input }
    return Self.logistic(sum)
  }

  static func logistic(_ value: Double) -> Double {
    1 / (1 + Mathematics.exponential(max(-700, min(700, -value))))
  }

  /// The inputs on a common scale, on which Newton's method is stable.
  private struct Standardised {
    let width: Int
    var rows: [Double]
    var means: [Double]
    var deviations: [Double]

    init(_ inputs: [Double], width: Int) {
      self.width = width
      rows = inputs.map { $0.isFinite ? $0 : 0 }
      means = [Double](repeating: 0, count: width)
      deviations = means
      let count = Double(max(1, width == 0 ? 1 : inputs.count / width))
      for (place, value) in rows.enumerated() { means[place % width] += value / count }
      for (place, value) in rows.enumerated() {
        deviations[place % width] += (value - means[place % width]) * (value - means[place % width]) / count
      }
      for input in 0..<width {
        deviations[input] = deviations[input].squareRoot()
        if deviations[input] < 1e-12 * max(1, abs(means[input])) { deviations[input] = 0 }
      }
      for place in rows.indices {
        let deviation = deviations[place % width]
        rows[place] = deviation > 0 ? (rows[place] - means[place % width]) / deviation : 0
      }
    }

    /// The intercept and the weights; a very small penalty keeps them finite when cases can be told apart.
    func fit(_ targets: [Double]) -> [Double] {
      let size = width + 1
      var weights = [Double](repeating: 0, count: size)
      let penalty = 1e-6 * Double(max(1, targets.count))
      var before = loss(weights, targets, penalty)
      for _ in 0..<60 {
        var gradient = weights.map { $0 * penalty }
        var curvature = [Double](repeating: 0, count: size * size)
        for input in 0..<size { curvature[input * size + input] = penalty }
        for (place, target) in targets.enumerated() {
          let chance = PlattScaling.logistic(sum(weights, place))
          let spread = chance * (1 - chance)
          for left in 0..<size {
            let value = self.value(left, place)
            gradient[left] += (chance - target) * value
            for right in 0...left {
              curvature[left * size + right] += spread * value * self.value(right, place)
            }
          }
        }
        let direction = LinearEquations.solve(curvature, gradient)
        var length = 1.0
        var gained = 0.0
        while length > 1e-6 {
          let candidate = zip(weights, direction).map { $0 - length * $1 }
          let after = loss(candidate, targets, penalty)
          if after < before {
            gained = before - after
            weights = candidate
            before = after
            break
          }
          length /= 2
        }
        guard gained > 1e-12 * max(1, before) else { break }
      }
      return weights
    }

    private func value(_ column: Int, _ row: Int) -> Double {
      column == 0 ? 1 : rows[row * width + column - 1]
    }

    private func sum(_ weights: [Double], _ row: Int) -> Double {
      var sum = weights[0]
      for input in 0..<width { sum += weights[input + 1] * rows[row * width + input] }
      return sum
    }

    private func loss(_ weights: [Double], _ targets: [Double], _ penalty: Double) -> Double {
      var total = weights.reduce(0) { $0 + $1 * $1 } * penalty / 2
      for (place, target) in targets.enumerated() {
        let sum = sum(weights, place)
        // log(1 + exp(sum)) - target · sum, without overflow.
        total += max(0, sum) + Mathematics.logarithm(1 + Mathematics.exponential(-abs(sum))) - target * sum
      }
      return total
    }
  }
}
