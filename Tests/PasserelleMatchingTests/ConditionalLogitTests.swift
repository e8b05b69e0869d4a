import Foundation
import Testing

@testable import PasserelleMatching

@Suite struct ConditionalLogitTests {
  /// Winners drawn by the model itself: softmax of known weights of standardised features.
  private func drawn(weights: [Double], queries: Int) -> RankingData {
    var generator = SplitMix64(seed: 11)
    func uniform() -> Double { (Double(generator.next() >> 11) + 0.5) * 0x1p-53 }
    var data = RankingData(featureNames: weights.indices.map { "f\($0)" })
    for _ in 0..<queries {
      let rows = (0..<10).map { _ in weights.map { _ in Float(uniform()) } }
      let scores = rows.map { row in
        zip(row, weights).reduce(-log(-log(uniform()))) {
          $0 + $1.1 * (Double($1.0) - 0.5) * 12.0.squareRoot()
        }
      }
      let best = scores.indices.max { scores[$0] < scores[$1] }
      data.beginGroup()
      for (place, row) in rows.enumerated() { data.append(values: row, isRelevant: place == best) }
    }
    return data
  }

  @Test func findsTheWeightsThatDrewTheWinners() {
    let weights = [1.5, -0.7, 0]
    var options = ConditionalLogit.Options()
    options.penalty = 1e-9
    let fitted = ConditionalLogit(fitting: drawn(weights: weights, queries: 1500), options: options)
    for (found, known) in zip(fitted.weights, weights) { #expect(abs(found - known) < 0.1) }
    #expect(fitted.loss < log(10) - 0.5 && fitted.steps < 12)
  }

  @Test func gradientIsThatOfTheLoss() {
    let data = drawn(weights: [1, 0.5], queries: 20)
    let problem = LogitProblem(data, scaling: FeatureScaling(of: data))
    let point = [0.3, -0.8]
    let (loss, gradient, curvature) = problem.derivatives(at: point)
    #expect(abs(loss - problem.loss(at: point)) < 1e-12)
    for feature in 0..<2 {
      var (above, below) = (point, point)
      above[feature] += 1e-5
      below[feature] -= 1e-5
      #expect(abs((problem.loss(at: above) - problem.loss(at: below)) / 2e-5 - gradient[feature]) < 1e-8)
      // One winner a query: the matrix is the true second derivative.
      let second =
        (problem.derivatives(at: above).gradient[0] - problem.derivatives(at: below).gradient[0]) / 2e-5
      #expect(abs(second - curvature[feature * 2]) < 1e-6)
    }
  }

  @Test func skipsQueriesWithoutWinner() {
    var data = drawn(weights: [1, 0.5], queries: 50)
    let options = ConditionalLogit.Options()
    let scaling = FeatureScaling(of: data)
    let before = LogitProblem(data, scaling: scaling)
    data.beginGroup()
    for _ in 0..<3 { data.append(values: [0.5, 0.5], isRelevant: false) }
    data.beginGroup()
    data.beginGroup()
    data.append(values: [0.5, 0.5], isRelevant: true)
    let after = LogitProblem(data, scaling: scaling)
    #expect(after.queryCount == 50 && after.values == before.values && after.shares == before.shares)
    #expect(ConditionalLogit(fitting: data, options: options).queryCount == 50)
    let empty = ConditionalLogit(fitting: RankingData(featureNames: ["a"]))
    #expect(empty.weights == [0] && empty.queryCount == 0 && empty.loss == 0)
  }

  @Test func severalWinnersAndUselessFeatures() {
    var data = RankingData(featureNames: ["same", "twin", "twin_too"])
    var generator = SplitMix64(seed: 3)
    for _ in 0..<40 {
      data.beginGroup()
      for _ in 0..<8 {
        let value = Float(generator.below(100)) / 100
        data.append(values: [7, value, value], isRelevant: value > 0.6)
      }
    }
    let fitted = ConditionalLogit(fitting: data)
    #expect(fitted.weights[0] == 0 && fitted.scaling.deviations[0] == 0)
    #expect(fitted.weights[1] > 0 && abs(fitted.weights[1] - fitted.weights[2]) < 1e-4)
    #expect(fitted.loss.isFinite && fitted.loss < 0.3)
  }

  @Test func weightsOfQueriesCount() {
    var data = RankingData(featureNames: ["a"])
    for (weight, winner) in [(3.0, 1), (1.0, 0), (0.0, 0)] {
      data.beginGroup(weight: weight)
      for place in 0..<2 { data.append(values: [Float(place)], isRelevant: place == winner) }
    }
    var options = ConditionalLogit.Options()
    options.penalty = 1e-12
    let fitted = ConditionalLogit(fitting: data, options: options)
    // Three to one: the distance of the two scores is log(3); the standardised values lie 2 apart.
    #expect(abs(fitted.weights[0] * 2 - log(3)) < 1e-5 && fitted.queryCount == 2)
  }

  @Test func solvesEquations() {
    // The lower triangle of (4 2 1, 2 5 3, 1 3 6), and its product with (1, 2, 3).
    let solution = LinearEquations.solve([4, 0, 0, 2, 5, 0, 1, 3, 6], [11, 21, 25])
    for place in 0..<3 { #expect(abs(solution[place] - Double(place + 1)) < 1e-12) }
    #expect(LinearEquations.solve([1, 0, 1, 1], [2, 2]) == [2, 0])
  }

  @Test func roundsInDecimal() {
    #expect(Decimals.rounded(0.123_456_789, digits: 6) == 0.123457)
    #expect(Decimals.rounded(-98_765_432.1, digits: 6) == -98_765_400)
    #expect(Decimals.rounded(9.999_999_9, digits: 6) == 10)
    #expect(Decimals.rounded(.infinity, digits: 6) == 0 && Decimals.rounded(0, digits: 6) == 0)
    #expect(Decimals.short(from: 0.31249, to: 0.32101) == 0.32)
    #expect(Decimals.short(from: 0, to: 1) == 0 || Decimals.short(from: 0, to: 1) == 0.5)
    #expect(Decimals.short(from: 1, to: Float(1).nextUp) == 1)
    #expect(Decimals.short(from: -.greatestFiniteMagnitude, to: .greatestFiniteMagnitude) < 1e38)
  }
}
