import Foundation

/// The few functions of the C library that ranking needs, in one place.
enum Mathematics {
  static func sine(_ value: Double) -> Double { sin(value) }
  static func cosine(_ value: Double) -> Double { cos(value) }
  static func arcSine(_ value: Double) -> Double { asin(min(1, value)) }
  static func square(_ value: Double) -> Double { value * value }
  static func exponential(_ value: Double) -> Double { exp(value) }
  static func logarithm(_ value: Double) -> Double { log(value) }
}
