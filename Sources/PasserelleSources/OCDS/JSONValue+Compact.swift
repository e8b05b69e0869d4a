internal import PasserelleJSON

extension JSONValue {
  /// The value as JSON without white space, its members in their order, its numbers as written.
  var compactBytes: [UInt8] { bytes(spelling: false) }

  /// The compact JSON with line ends and tabs as `\n`, `\r` and `\t`: who looks for words finds those on both sides.
  var legibleBytes: [UInt8] { bytes(spelling: true) }

  private func bytes(spelling: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, spelling)
    return bytes
  }

  private func write(to bytes: inout [UInt8], _ spelling: Bool) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): Self.write(text, to: &bytes, spelling)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes, spelling)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes, spelling)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes, spelling)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8], _ spelling: Bool) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes += [UInt8(ascii: "\\"), byte]
      case 0x09 where spelling: bytes += "\\t".utf8
      case 0x0A where spelling: bytes += "\\n".utf8
      case 0x0D where spelling: bytes += "\\r".utf8
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
