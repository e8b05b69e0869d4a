internal import PasserelleCore
internal import PasserelleJSON

/// Numbers of JSON as texts of other grammars.
enum JSONNumber {
  /// The canonical `xsd:integer` of a number without fraction below 10²¹; nil for others.
  static func integer(_ text: String) -> String? {
    if text == "-0" { return "0" }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    if digits.allSatisfy(TurtleBytes.isDigit) { return digits.count <= 21 ? text : nil }
    guard let value = Double(text), value.magnitude < 1e21, value.rounded(.towardZero) == value else {
      return nil
    }
    // Exact: a binary number without fraction below 10²¹ fits in 128 bits.
    return String(Int128(value))
  }

  /// The canonical `xsd:double` (XML Schema 2, §3.2.5.2).
  static func double(_ text: String) -> String {
    guard let value = Double(text), value.isFinite else { return text.hasPrefix("-") ? "-INF" : "INF" }
    let (sign, digits, exponent) = shortest(value)
    let fraction = digits.dropFirst()
    return "\(sign)\(digits.prefix(1)).\(fraction.isEmpty ? "0" : String(fraction))E\(exponent)"
  }

  /// A number as ECMAScript writes it (RFC 8785 §3.2.2.3).
  static func script(_ text: String) -> String {
    guard let value = Double(text), value.isFinite else { return text }
    if value == 0 { return "0" }
    let (sign, digits, exponent) = shortest(value)
    let point = exponent + 1
    let zeros = { (count: Int) in String(repeating: "0", count: count) }
    switch point {
    case digits.count...21 where point >= digits.count: return sign + digits + zeros(point - digits.count)
    case 1..<max(1, min(22, digits.count)):
      return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return sign + "0." + zeros(-point) + digits
    default:
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
  }

  /// The shortest decimal digits that give the number back, and the exponent of the first.
  private static func shortest(_ value: Double) -> (sign: String, digits: String, exponent: Int) {
    let text = value.magnitude.description
    var parts = text.split(separator: "e", omittingEmptySubsequences: false)
    var exponent = parts.count > 1 ? Int(parts.removeLast()) ?? 0 : 0
    let sides = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = sides.count > 1 ? String(sides[1]) : ""
    var digits = Array((String(sides[0]) + fraction).utf8)
    exponent += sides[0].utf8.count - 1
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    if leading == digits.count { return (value.sign == .minus ? "-" : "", "0", 0) }
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (value.sign == .minus ? "-" : "", String(decoding: digits, as: UTF8.self), exponent)
  }
}

/// Writes JSON in its canonical form (RFC 8785).
enum JSONCanonicalText {
  static func text(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    JSONText.write(canonical(value), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func canonical(_ value: JSONValue) -> JSONValue {
    switch value {
    case .number(let text): .number(JSONNumber.script(text))
    case .array(let elements): .array(elements.map(canonical))
    case .object:
      .object(
        value.uniqueMembers.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
          .map { JSONMember($0.key, canonical($0.value)) })
    default: value
    }
  }
}

/// Texts of JSON.
enum JSONText {
  /// Writes a value without white space, its members in their order.
  static func write(_ value: JSONValue, into bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append("null")
    case .bool(let flag): bytes.append(flag ? "true" : "false")
    case .number(let text): bytes.append(text)
    case .string(let text): quote(text, into: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (rank, element) in elements.enumerated() {
        if rank > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (rank, member) in members.enumerated() {
        if rank > 0 { bytes.append(UInt8(ascii: ",")) }
        quote(member.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(member.value, into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Writes a text between quotation marks, with the escapes of RFC 8785 §3.2.2.2.
  static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(text) {
      $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C
    } else: { bytes, byte in
      switch byte {
      case 0x08: bytes.append("\\b")
      case 0x09: bytes.append("\\t")
      case 0x0A: bytes.append("\\n")
      case 0x0C: bytes.append("\\f")
      case 0x0D: bytes.append("\\r")
      case 0x22: bytes.append("\\\"")
      case 0x5C: bytes.append("\\\\")
      default:
        bytes.append("\\u00")
        bytes.append(byte >= 0x10 ? UInt8(ascii: "1") : UInt8(ascii: "0"))
        let half = byte & 15
        bytes.append(half < 10 ? half + UInt8(ascii: "0") : half - 10 + UInt8(ascii: "a"))
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
