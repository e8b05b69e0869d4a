internal import Glibc

/// Tests of the bytes of terms.
enum TermBytes {
  /// A text, when the bytes are UTF-8.
  ///
  /// Decoding puts another character in the place of what is no UTF-8; comparing tells, and costs less than the
  /// generic validation of the standard library.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return isText(text, bytes) ? text : nil
  }

  /// Whether a text is made of the very bytes.
  static func isText(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let utf8 = text.utf8
    guard utf8.count == bytes.count else { return false }
    guard let start = bytes.baseAddress, bytes.count > 0 else { return true }
    return utf8.withContiguousStorageIfAvailable { kept in
      kept.baseAddress.map { memcmp($0, start, kept.count) == 0 } ?? true
    } ?? utf8.elementsEqual(bytes)
  }

  /// Whether the bytes may stand in an IRI: none of the controls, space, `<>"{}|^`, the grave accent and `\`.
  static func isIRI(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { !isForbiddenInIRI($0) }
  }

  /// Whether a byte may not stand in an IRI as it is.
  @inline(__always)
  static func isForbiddenInIRI(_ byte: UInt8) -> Bool {
    if byte <= 0x20 { return true }
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
      return true
    default:
      return false
    }
  }

  /// Whether a scalar is a `PN_CHARS_U`: a letter or `_`.
  static func startsLabel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
      0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Whether a scalar is a `PN_CHARS`: one that may stand in a name after its first.
  static func continuesLabel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsLabel(scalar)
    }
  }

  /// The length of a language tag (`[a-zA-Z]+ ('-' [a-zA-Z0-9]+)*`) at the start of some bytes; 0 for none.
  static func languageLength(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
    var length = 0
    var part = 0
    var isFirst = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): part += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard !isFirst else { return part }
        part += 1
      case UInt8(ascii: "-"):
        guard part > 0 else { return 0 }
        length += part + 1
        (part, isFirst) = (0, false)
      default:
        return part > 0 ? length + part : 0
      }
    }
    return part > 0 ? length + part : 0
  }

  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
