/// The texts of `xsd:float` and `xsd:double`.
enum BinaryNumber {
  /// Reads a text of XML Schema 1.1: a number with or without exponent, `INF`, `+INF`, `-INF`, `NaN`.
  static func parse<F: LosslessStringConvertible & BinaryFloatingPoint>(_ text: String, as: F.Type) -> F? {
    switch text {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default:
      guard isNumber(text) else { return nil }
      return F(text)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    func digits() -> Int {
      let run = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      bytes = bytes.dropFirst(run)
      return run
    }
    func sign() {
      if let first = bytes.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
        bytes = bytes.dropFirst()
      }
    }
    sign()
    var count = digits()
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") {
      bytes = bytes.dropFirst()
      sign()
      guard digits() > 0 else { return false }
    }
    return bytes.isEmpty
  }

  /// The canonical form of XML Schema: `1.0E0`, `-2.5E-7`, `INF`, `NaN`.
  static func canonical<F: BinaryFloatingPoint & CustomStringConvertible>(_ value: F) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    let (sign, digits, exponent) = parts(value)
    let fraction = digits.count > 1 ? String(digits.dropFirst()) : "0"
    return sign + digits.prefix(1) + "." + fraction + "E\(exponent)"
  }

  /// The text as XPath casts give it: plain from 0.000001 up to a million, with an exponent elsewhere.
  static func text<F: BinaryFloatingPoint & CustomStringConvertible>(_ value: F, magnitude: Double) -> String
  {
    if value.isZero { return value.sign == .minus ? "-0" : "0" }
    guard magnitude >= 0.000_001, magnitude < 1_000_000 else { return canonical(value) }
    let (sign, digits, exponent) = parts(value)
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The shortest digits that give the number back, without the point, and the power of ten of the first.
  private static func parts<F: BinaryFloatingPoint & CustomStringConvertible>(
    _ value: F
  ) -> (sign: String, digits: String, exponent: Int) {
    let sign = value.sign == .minus ? "-" : ""
    if value.isZero { return (sign, "0", 0) }
    let halves = value.magnitude.description.split(separator: "e")
    let point = halves[0].split(separator: ".")
    var digits = Array(point[0].utf8)
    var exponent = digits.count - 1 + (halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
    if point.count > 1 { digits += point[1].utf8 }
    let leading = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
    return (sign, String(decoding: digits, as: UTF8.self), exponent)
  }
}
