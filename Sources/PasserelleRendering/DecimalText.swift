import PasserelleCore

/// Numbers as digits: rounding of binary numbers and grouping by thousands, without locale or loss.
enum DecimalText {
  /// The decimal that a binary number's shortest writing means, rounded half away from zero.
  ///
  /// - Returns: Nil for what is no finite number or too large for exact digits.
  static func rounded(_ value: Double, digits: Int) -> DecimalNumber? {
    guard value.isFinite else { return nil }
    let digits = min(max(digits, 0), DecimalNumber.maximumScale)
    guard let exact = DecimalNumber(value.description) else {
      return value.magnitude < 1e-9 ? .zero : nil
    }
    guard exact.scale > digits else { return exact }
    var divisor: Int128 = 1
    for _ in digits..<exact.scale { divisor *= 10 }
    let magnitude = exact.digits.magnitude
    let quotient = Int128((magnitude + UInt128(divisor / 2)) / UInt128(divisor))
    return DecimalNumber(digits: exact.isNegative ? -quotient : quotient, scale: digits)
  }

  /// The parts of a number: sign, whole digits, digits after the point completed to a minimum.
  static func parts(
    of number: DecimalNumber, minimumFraction: Int
  ) -> (isNegative: Bool, whole: String, fraction: String) {
    let text = number.description.drop { $0 == "-" }
    let pieces = text.split(separator: ".", maxSplits: 1)
    let whole = pieces.first.map(String.init) ?? "0"
    var fraction = pieces.count > 1 ? String(pieces[1]) : ""
    while fraction.utf8.count < minimumFraction { fraction += "0" }
    return (number.isNegative, whole, fraction)
  }

  /// Digits with a separator between thousands.
  static func grouped(_ digits: String, by separator: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.utf8.count - offset) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
