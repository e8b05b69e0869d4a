/// Writes any term as one token of FTS5's `ascii` tokenizer, and back.
///
/// Lower-case ASCII letters, digits, `:` and all bytes of other scripts stand for themselves, a space (grams
/// cross word borders) is `_`, and every other byte is `=` and two hexadecimal digits. So a term can hold
/// anything, upper case too, and no query needs more than a pair of quotes around it.
enum FTS5TermEncoding {
  /// The tokenizer that keeps an encoded term in one piece.
  static let tokenizer = "ascii tokenchars '_:='"

  /// The token of a term.
  static func encode(_ term: String) -> String {
    if term.utf8.allSatisfy(isPlain) { return term }
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(term.utf8.count + 8)
    for byte in term.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: "_"))
      } else {
        bytes += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The term of a token.
  static func decode(_ token: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    let source = Array(token.utf8)
    var index = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "_"):
        bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "=") where index + 2 < source.count:
        guard let high = value(source[index + 1]), let low = value(source[index + 2]) else { fallthrough }
        bytes.append(high << 4 | low)
        index += 2
      default:
        bytes.append(source[index])
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The tokens of terms, joined as the text of a document; empty terms are left out.
  static func text(of terms: [String]) -> String {
    var text = ""
    for term in terms where !term.isEmpty {
      if !text.isEmpty { text += " " }
      text += encode(term)
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"),
      0x80...0xFF:
      true
    default: false
    }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
