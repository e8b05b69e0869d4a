internal import PasserelleCore

/// Exact arithmetic of `xsd:decimal` and `xsd:integer` on 128 bits.
///
/// Sums and products are exact while they fit in 38 digits and 28 places; beyond that, the last places are
/// rounded, half to even. Quotients have ``divisionScale`` places, rounded half to even. A whole part that
/// does not fit is an overflow, which is an error of the expression.
extension DecimalNumber {
  /// How many places after the point a quotient has at most.
  static let divisionScale = 24

  /// The number with the other sign.
  var negated: DecimalNumber { DecimalNumber(digits: 0 - digits, scale: scale) }

  /// The number without its sign.
  var magnitude: DecimalNumber { isNegative ? negated : self }

  /// The sum; nil for an overflow.
  func plus(_ other: DecimalNumber) -> DecimalNumber? {
    if let sum = adding(other) { return sum.digits == .min ? nil : sum }
    var places = max(scale, other.scale)
    while places > 0 {
      places -= 1
      if let sum = rounded(places: places).adding(other.rounded(places: places)), sum.digits != .min {
        return sum
      }
    }
    return nil
  }

  /// The difference; nil for an overflow.
  func minus(_ other: DecimalNumber) -> DecimalNumber? { plus(other.negated) }

  /// The product; nil for an overflow.
  func times(_ other: DecimalNumber) -> DecimalNumber? {
    let product = digits.magnitude.multipliedFullWidth(by: other.digits.magnitude)
    let places = scale + other.scale
    let isNegative = (digits < 0) != (other.digits < 0)
    // Drops as few places as make the product fit.
    for dropped in max(0, places - Self.maximumScale)...max(places, 0) where dropped <= 38 {
      let divisor = Self.power(dropped)
      guard product.high < divisor else { continue }
      let (quotient, rest) = divisor.dividingFullWidth((product.high, product.low))
      guard let value = Self.signed(Self.halfEven(quotient, rest, divisor), isNegative) else { continue }
      return DecimalNumber(digits: value, scale: places - dropped)
    }
    return nil
  }

  /// The quotient, with at most ``divisionScale`` places, rounded half to even; nil for zero and for an
  /// overflow.
  func divided(by other: DecimalNumber) -> DecimalNumber? {
    guard !other.isZero else { return nil }
    let divisor = other.digits.magnitude
    var (quotient, rest) = digits.magnitude.quotientAndRemainder(dividingBy: divisor)
    // The value is quotient · 10^(other.scale − scale): places are won one by one, as by hand.
    var places = scale - other.scale
    while places < 0 || (rest != 0 && places < Self.divisionScale) {
      let (digit, next) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      let (shifted, overflow) = quotient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = shifted.addingReportingOverflow(digit)
      if overflow || carry || sum > Int128.max.magnitude {
        if places < 0 { return nil }
        break
      }
      quotient = sum
      rest = next
      places += 1
    }
    guard let value = Self.signed(Self.halfEven(quotient, rest, divisor), (digits < 0) != (other.digits < 0))
    else { return nil }
    return DecimalNumber(digits: value, scale: places).rounded(places: Self.divisionScale)
  }

  /// The number with at most some places, rounded half to even.
  func rounded(places: Int) -> DecimalNumber {
    guard scale > places else { return self }
    let divisor = Self.power(scale - places)
    let (quotient, rest) = digits.magnitude.quotientAndRemainder(dividingBy: divisor)
    guard let value = Self.signed(Self.halfEven(quotient, rest, divisor), digits < 0) else { return self }
    return DecimalNumber(digits: value, scale: places)
  }

  /// The largest whole number that is not larger.
  var floor: DecimalNumber {
    let divisor = Int128(Self.power(scale))
    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: divisor)
    return DecimalNumber(digits: rest < 0 ? quotient - 1 : quotient)
  }

  /// The smallest whole number that is not smaller.
  var ceiling: DecimalNumber { negated.floor.negated }

  /// The nearest whole number, a half rounded up, as XPath has it.
  var roundedHalfUp: DecimalNumber {
    let divisor = Int128(Self.power(scale))
    let whole = floor
    let remainder = digits % divisor
    let rest = remainder < 0 ? remainder + divisor : remainder
    return rest >= divisor - rest ? DecimalNumber(digits: whole.digits + 1) : whole
  }

  /// The whole number without its places.
  var truncated: DecimalNumber { DecimalNumber(digits: digits / Int128(Self.power(scale))) }

  /// The number as 64 bits, when it is whole and fits.
  var int: Int? { scale == 0 ? Int(exactly: digits) : nil }

  /// The number that a binary one stands for, rounded to 28 places; nil where it does not fit.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    if let whole = Int128(exactly: value) {
      self.init(digits: whole)
    } else {
      self.init(value.description)
    }
  }

  private static func power(_ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(UInt128(1)) { value, _ in value * 10 }
  }

  /// The quotient, one more where the rest is more than half the divisor, or half and the quotient odd.
  private static func halfEven(_ quotient: UInt128, _ rest: UInt128, _ divisor: UInt128) -> UInt128 {
    let isUp = rest > divisor - rest || (rest == divisor - rest && quotient & 1 == 1)
    return isUp && quotient < UInt128.max ? quotient + 1 : quotient
  }

  private static func signed(_ magnitude: UInt128, _ isNegative: Bool) -> Int128? {
    Int128(exactly: magnitude).map { isNegative ? 0 - $0 : $0 }
  }
}
