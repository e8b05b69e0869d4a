/// Strict decoding of one scalar from bytes that may be malformed.
enum UTF8Decoding {
  /// Decodes the scalar that starts at `index`.
  ///
  /// A malformed sequence gives U+FFFD and the length of its maximal valid prefix (at least one
  /// byte), as `String(decoding:as:)` does; no byte at or past `end` is read.
  ///
  /// - Parameters:
  ///   - bytes: Start of the text.
  ///   - index: Offset of the first byte, below `end`.
  ///   - end: Offset past the last byte.
  /// - Returns: The scalar and the number of bytes it takes (1 to 4).
  /// - Complexity: O(1).
  static func decode(
    _ bytes: UnsafePointer<UInt8>, at index: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    // Number of continuation bytes, and the range the first of them must lie in.
    let more: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: more = 1
    case 0xE0: (more, low) = (2, 0xA0)
    case 0xED: (more, high) = (2, 0x9F)
    case 0xE1...0xEF: more = 2
    case 0xF0: (more, low) = (3, 0x90)
    case 0xF1...0xF3: more = 3
    case 0xF4: (more, high) = (3, 0x8F)
    default: return ("\u{FFFD}", 1)
    }
    var value = UInt32(lead) & (more == 1 ? 0x1F : more == 2 ? 0x0F : 0x07)
    var offset = 1
    while offset <= more {
      guard index + offset < end else { return ("\u{FFFD}", offset) }
      let byte = bytes[index + offset]
      guard byte >= low, byte <= high else { return ("\u{FFFD}", offset) }
      (low, high) = (0x80, 0xBF)
      value = value << 6 | UInt32(byte & 0x3F)
      offset += 1
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset)
  }
}
