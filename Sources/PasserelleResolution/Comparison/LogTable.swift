import Foundation

/// Logarithms as comparison uses them.
enum LogTable {
  /// Minus the natural logarithm.
  static func negativeLogarithm(_ value: Float) -> Float { -Float(log(Double(value))) }
}
