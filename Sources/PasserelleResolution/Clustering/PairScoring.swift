/// Tells how likely two mentions are to be one thing.
///
/// Called from several threads at a time, always with the two mentions in the order of their identifiers.
package protocol PairScoring: Sendable {
  /// Scores a pair.
  func score(_ left: PreparedMention, _ right: PreparedMention) -> PairScore
}

extension PairScorer: PairScoring {}

/// The evidence of a pair: the logarithm of its odds in steps of 1/1024, or a veto.
///
/// Whole numbers add up to the same sum in any order, so clusters do not hang on the order of arrival.
package struct Evidence: Sendable, Hashable, Comparable {
  /// The logarithm of the odds, times 1024; see ``veto``.
  package let steps: Int32

  /// Makes evidence of steps.
  package init(steps: Int32) { self.steps = steps }

  /// Makes evidence of a score; odds are cut at e⁷ : 1.
  package init(_ score: PairScore) {
    self = score.veto == nil ? Evidence(probability: score.probability) : .veto
  }

  /// Makes evidence of a probability; odds are cut at e⁷ : 1.
  package init(probability: Float) {
    let bounded = min(max(probability, 0.000_912), 0.999_088)
    let odds = bounded / (1 - bounded)
    steps = Int32((Logarithm.natural(odds) * 1024).rounded())
  }

  /// Never to be merged by machine.
  package static let veto = Evidence(steps: .min)

  /// Whether the pair must not be merged.
  package var isVeto: Bool { steps == .min }

  /// The probability; 0 under a veto.
  package var probability: Float {
    isVeto ? 0 : 1 / (1 + Logarithm.exponential(-Float(steps) / 1024))
  }

  /// Orders by strength.
  package static func < (left: Evidence, right: Evidence) -> Bool { left.steps < right.steps }
}
