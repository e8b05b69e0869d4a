import Foundation
import PasserelleMatching

/// How far the scores of the first ten places can be read as the part of places that a winner holds.
///
/// A logistic on score, rank and gap to the first is fitted on the latest block of the known awards, asked of the
/// others, those without a known winner included; it is measured on newer awards.
public struct MatchCalibration: Sendable, Hashable {
  /// The number of places measured.
  public let places: Int
  /// The part of places held by a winner.
  public let rate: Double
  /// Expected calibration error of the softmax of the scores.
  public let errorBefore: Double
  /// Expected calibration error of the logistic.
  public let errorAfter: Double
  /// Brier score of the softmax.
  public let brierBefore: Double
  /// Brier score of the logistic.
  public let brierAfter: Double
  /// Brier score of the constant rate, which knows nothing of the need.
  public let brierConstant: Double

  init(known: [PastAward], options: MatchEvaluation.Options, measuredOn answers: [MatchMetrics.Answer]) throws
  {
    let blocks = TrainingBlocks.blocks(of: known, count: 5)
    let bench = MatchBench(known.indices.filter { blocks[$0] != 4 }.map { known[$0] }, options: options)
    let match = options.match
    let silent = ProgressCounter(total: 0) { _, _ in }
    let fitted = try bench.answers(
      known.indices.filter { blocks[$0] == 4 }.map { known[$0] }, counter: silent
    ) { _ in
      MatchBench.product(match)
    }
    let learned = fitted.flatMap(Place.places)
    let scaling = PlattScaling(
      fitting: learned.flatMap(\.inputs), inputCount: Place.inputCount, outcomes: learned.map(\.isWinner))
    let measured = answers.flatMap(Place.places)
    let outcomes = measured.map(\.isWinner)
    let before = measured.map(\.softmax)
    let after = measured.map { scaling.probability(of: $0.inputs) }
    func brier(_ probabilities: [Double]) -> Double {
      zip(probabilities, outcomes).reduce(0) { sum, pair in
        let error = pair.0 - (pair.1 ? 1 : 0)
        return sum + error * error
      } / Double(max(1, outcomes.count))
    }
    places = measured.count
    rate = Double(outcomes.count { $0 }) / Double(max(1, outcomes.count))
    errorBefore = ExpectedCalibrationError(probabilities: before, outcomes: outcomes).value
    errorAfter = ExpectedCalibrationError(probabilities: after, outcomes: outcomes).value
    brierBefore = brier(before)
    brierAfter = brier(after)
    brierConstant = brier([Double](repeating: rate, count: outcomes.count))
  }

  /// One of the first ten places of an answer.
  private struct Place {
    static let inputCount = 4
    let inputs: [Double]
    let softmax: Double
    let isWinner: Bool

    static func places(_ answer: MatchMetrics.Answer) -> [Place] {
      guard let first = answer.scores.first else { return [] }
      let sum = answer.scores.reduce(0) { $0 + exp($1 - first) }
      return answer.vendors.prefix(10).indices.map { rank in
        let score = answer.scores[rank]
        let part = exp(score - first) / sum
        return Place(
          inputs: [score, log(Double(rank + 1)), first - score, log(part)], softmax: part,
          isWinner: answer.winners.contains(answer.vendors[rank]))
      }
    }
  }
}
