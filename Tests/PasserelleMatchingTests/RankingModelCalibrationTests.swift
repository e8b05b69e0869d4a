import Foundation
import Testing

@testable import PasserelleMatching

@Suite struct RankingModelCalibrationTests {
  private func cases(_ count: Int, intercept: Double, weights: [Double]) -> (
    inputs: [Double], outcomes: [Bool]
  ) {
    var generator = SplitMix64(seed: 21)
    func uniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    var inputs: [Double] = []
    var outcomes: [Bool] = []
    for _ in 0..<count {
      let values = weights.map { _ in 4 * uniform() - 2 }
      let sum = zip(values, weights).reduce(intercept) { $0 + $1.0 * $1.1 }
      inputs += values
      outcomes.append(uniform() < 1 / (1 + exp(-sum)))
    }
    return (inputs, outcomes)
  }

  @Test func findsTheFunctionThatDrewTheOutcomes() {
    let (inputs, outcomes) = cases(6000, intercept: -1, weights: [1.2, 0])
    let fitted = PlattScaling(fitting: inputs, inputCount: 2, outcomes: outcomes)
    #expect(abs(fitted.intercept + 1) < 0.1 && abs(fitted.weights[0] - 1.2) < 0.1)
    #expect(abs(fitted.weights[1]) < 0.1)
    let stated = outcomes.indices.map { fitted.probability(of: [inputs[$0 * 2], inputs[$0 * 2 + 1]]) }
    #expect(ExpectedCalibrationError(probabilities: stated, outcomes: outcomes).value < 0.02)
  }

  @Test func staysFiniteWhenCasesCanBeToldApart() {
    let inputs = (0..<40).map { Double($0) }
    let fitted = PlattScaling(fitting: inputs, inputCount: 1, outcomes: inputs.map { $0 >= 20 })
    #expect(fitted.weights[0].isFinite && fitted.weights[0] > 0)
    #expect(fitted.probability(of: [0]) < 0.1 && fitted.probability(of: [39]) > 0.9)
    #expect(fitted.probability(of: [1e308]) <= 1 && fitted.probability(of: [.nan]) < 0.5)
    let same = PlattScaling(fitting: [3, 3, 3], inputCount: 1, outcomes: [true, false, false])
    #expect(same.weights == [0])
    #expect(abs(same.probability(of: [3]) - (2.0 / 3 + 0.25 + 0.25) / 3) < 1e-5)
    let none = PlattScaling(fitting: [], inputCount: 1, outcomes: [])
    #expect(none.weights == [0] && none.intercept == 0)
  }

  @Test func errorByHand() {
    let error = ExpectedCalibrationError(
      probabilities: [0.05, 0.15, 0.15, 1, .nan, 0.1], outcomes: [false, true, false, true, false, false])
    // Bins: 0–0.1 states 0.025 (two, none happened); 0.1–0.2 states 0.4/3 (three, one happened); 1 is right.
    #expect(abs(error.value - (2 * 0.025 + 3 * (1.0 / 3 - 0.4 / 3)) / 6) < 1e-12)
    #expect(error.bins.map { $0.count } == [2, 3, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(error.bins[9].upper == 1 && error.bins[9].rate == 1)
    #expect(ExpectedCalibrationError(probabilities: [], outcomes: []).value == 0)
  }
}
