import Foundation

/// The logistic function.
enum Logistic {
  /// 1 / (1 + e⁻ˣ).
  static func of(_ value: Double) -> Double { 1 / (1 + exp(-max(-40, min(40, value)))) }

  /// The greatest log odds that evidence reaches: 0.9999.
  static let limit = 9.2

  /// Log odds that come near the limit but never reach it, so that no two grades of certainty are tied; under 4 hardly
  /// changed.
  static func damped(_ odds: Double) -> Double {
    let scaled = odds / limit
    return odds / (1 + scaled * scaled * scaled * scaled).squareRoot().squareRoot()
  }
}
