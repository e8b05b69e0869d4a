/// An exact decimal number: 128-bit digits and a scale.
///
/// Amounts are never binary floating point. Equality and order are by value: `1.50` equals `1.5`.
public struct DecimalNumber: Sendable {
  /// The digits, signed.
  public let digits: Int128
  /// How many of the digits stand after the point, 0 to 28.
  public let scale: Int

  /// The largest scale kept.
  public static let maximumScale = 28

  /// One more than the largest number of 36 digits.
  private static let digitLimit = Int128(1_000_000_000_000_000_000) * 1_000_000_000_000_000_000

  /// Makes a number from its digits and scale, trailing zeros after the point removed.
  public init(digits: Int128, scale: Int = 0) {
    var digits = digits
    var scale = scale
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = scale
  }

  /// Makes a whole number.
  public init(_ value: Int) { self.init(digits: Int128(value)) }

  /// Reads `[+-]digits[.digits][(e|E)[+-]digits]`, as JSON and XML Schema write numbers.
  ///
  /// - Returns: Nil when the text is something else, or needs more than 36 digits or a scale over 28.
  public init?(_ text: some StringProtocol) {
    var digits: Int128 = 0
    var scale = 0
    var count = 0
    var seenPoint = false
    var negative = false
    var bytes = Array(text.utf8)[...]
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var exponent = 0
    var seenDigit = false
    scanning: while let byte = bytes.first {
      bytes = bytes.dropFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        if digits != 0 || byte != UInt8(ascii: "0") { count += 1 }
        guard count <= 36 else { return nil }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        if seenPoint { scale += 1 }
      case UInt8(ascii: ".") where !seenPoint:
        seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let power = Int(String(decoding: bytes, as: UTF8.self)), power.magnitude <= 64 else {
          return nil
        }
        exponent = power
        break scanning
      default:
        return nil
      }
    }
    guard seenDigit else { return nil }
    scale -= exponent
    while scale < 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = product
      scale += 1
    }
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    guard scale <= Self.maximumScale, digits < Self.digitLimit else { return nil }
    self.init(digits: negative ? -digits : digits, scale: scale)
  }

  /// Zero.
  public static let zero = DecimalNumber(digits: 0)

  /// Whether the number is below zero.
  public var isNegative: Bool { digits < 0 }

  /// Whether the number is zero.
  public var isZero: Bool { digits == 0 }

  /// The nearest binary floating point number, for ranking and charts only, never for amounts shown.
  public var approximateDouble: Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// The canonical form of XML Schema 1.1: no exponent, no point for whole numbers.
  public var xsdCanonical: String { description }
}

extension DecimalNumber: Hashable, Comparable {
  /// Orders by value.
  public static func < (left: Self, right: Self) -> Bool {
    guard (left.digits < 0) == (right.digits < 0) else { return left.digits < 0 }
    let (a, b) = aligned(left, right)
    if let a, let b { return a < b }
    // One side does not fit in 128 bits at the other's scale: it is the larger magnitude.
    return a == nil ? left.digits < 0 : right.digits > 0
  }

  /// The digits of both numbers at the larger of their scales; nil for one that overflows.
  private static func aligned(_ left: Self, _ right: Self) -> (Int128?, Int128?) {
    let scale = max(left.scale, right.scale)
    return (left.digits(atScale: scale), right.digits(atScale: scale))
  }

  private func digits(atScale target: Int) -> Int128? {
    var result = digits
    for _ in scale..<max(scale, target) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// The sum; nil when it needs more than 128 bits.
  public func adding(_ other: Self) -> Self? {
    guard case (let a?, let b?) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Self(digits: sum, scale: max(scale, other.scale))
  }

  /// The mean of this number and another, exact to one more digit; nil when it needs more than 128 bits.
  public func midpoint(with other: Self) -> Self? {
    guard let sum = adding(other) else { return nil }
    let (half, overflow) = sum.digits.multipliedReportingOverflow(by: 5)
    return overflow ? nil : Self(digits: half, scale: sum.scale + 1)
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The plain form: sign, digits, and a point where there is a fraction.
  public var description: String {
    let text = String(digits.magnitude)
    let sign = digits < 0 ? "-" : ""
    guard scale > 0 else { return sign + text }
    let padded = String(repeating: "0", count: max(0, scale + 1 - text.count)) + text
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
