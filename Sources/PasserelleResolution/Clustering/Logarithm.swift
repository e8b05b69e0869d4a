import Foundation

/// The two functions of the C library that evidence needs.
enum Logarithm {
  /// The natural logarithm.
  static func natural(_ value: Float) -> Float { Float(log(Double(value))) }

  /// The exponential.
  static func exponential(_ value: Float) -> Float { Float(exp(Double(value))) }
}
