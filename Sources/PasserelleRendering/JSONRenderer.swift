public import PasserelleCore

/// Writes structured values as JSON (RFC 8259): keys in their order, exact decimals, the same bytes every time.
public enum JSONRenderer {
  /// The bytes of a document, in UTF-8, without a line break at the end.
  ///
  /// - Parameters:
  ///   - value: The value; what is no finite number becomes null, for JSON has no other writing for it.
  ///   - pretty: Whether members stand on lines of their own, indented by two spaces.
  /// - Returns: The bytes.
  /// - Complexity: O(*n*) in the size of the output.
  public static func data(_ value: StructuredValue, pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(isPretty: pretty)
    writer.write(value, depth: 0)
    return writer.bytes
  }

  /// The text of a document.
  public static func text(_ value: StructuredValue, pretty: Bool = false) -> String {
    String(decoding: data(value, pretty: pretty), as: UTF8.self)
  }
}

/// Appends JSON to bytes.
struct JSONWriter {
  let isPretty: Bool
  var bytes: [UInt8] = []

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ value: StructuredValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .int(let number): append(String(number))
    case .decimal(let number): append(number.description)
    case .number(let number, let digits): append(Self.text(of: number, digits: digits))
    case .string(let text): write(text)
    case .array(let elements):
      writeList(elements, depth, open: "[", close: "]") { $0.write($1, depth: depth + 1) }
    case .object(let members):
      writeList(members, depth, open: "{", close: "}") { writer, member in
        writer.write(member.key)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], _ depth: Int, open: String, close: String,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (offset, element) in elements.enumerated() {
      if offset > 0 { append(",") }
      breakLine(depth + 1)
      body(&self, element)
    }
    if !elements.isEmpty { breakLine(depth) }
    append(close)
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  static func text(of number: Double, digits: Int) -> String {
    if let rounded = DecimalText.rounded(number, digits: digits) { return rounded.description }
    return number.isFinite ? number.description : "null"
  }
}
