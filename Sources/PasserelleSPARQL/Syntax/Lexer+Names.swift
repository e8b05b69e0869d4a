internal import PasserelleCore

extension Lexer {
  /// The name after `?` or `$`; nil where none begins.
  mutating func variableName() -> String? {
    var end = position + 1
    while let (scalar, length) = scalar(at: end),
      NameCharacter.isVariable(scalar, isFirst: end == position + 1)
    {
      end += length
    }
    guard end > position + 1 else { return nil }
    let name = String(decoding: text[(position + 1)..<end], as: UTF8.self)
    position = end
    return name
  }

  /// The label of a blank node, after `_:`.
  mutating func blankLabel() throws(SPARQLSyntaxError) -> String {
    let start = position + 2
    var end = start
    var last = start
    while let (scalar, length) = scalar(at: end) {
      let isFirst = end == start
      let isName =
        isFirst
        ? NameCharacter.isFirst(scalar) || NameCharacter.isDigit(scalar) : NameCharacter.isName(scalar)
      guard isName || (!isFirst && scalar == ".") else { break }
      end += length
      if scalar != "." { last = end }
    }
    guard last > start else {
      throw fault("nom attendu après « _: ».", "expected a name after “_:”.")
    }
    position = last
    return String(decoding: text[start..<last], as: UTF8.self)
  }

  /// A word, or a prefixed name.
  mutating func name() throws(SPARQLSyntaxError) -> Token.Kind {
    let start = position
    var end = start
    var last = start
    while let (scalar, length) = scalar(at: end) {
      let isFirst = end == start
      guard isFirst ? NameCharacter.isBase(scalar) : NameCharacter.isName(scalar) || scalar == "." else {
        break
      }
      end += length
      if scalar != "." { last = end }
    }
    if end < text.count, text[end] == UInt8(ascii: ":"), last == end {
      let prefix = String(decoding: text[start..<end], as: UTF8.self)
      position = end + 1
      return .prefixedName(prefix: prefix, local: try localName())
    }
    guard last > start else {
      let shown = scalar(at: position).map { String($0.scalar) } ?? "\u{FFFD}"
      throw fault("caractère inattendu « \(shown) ».", "unexpected character “\(shown)”.")
    }
    // A word has no dots; what follows one is the next token.
    let dot = text[start..<last].firstIndex(of: UInt8(ascii: ".")) ?? last
    position = dot
    return .word(String(decoding: text[start..<dot], as: UTF8.self))
  }

  /// The local part of a prefixed name, its escapes resolved; it may be empty.
  private mutating func localName() throws(SPARQLSyntaxError) -> String {
    var bytes: [UInt8] = []
    var kept = 0
    var end = position
    var isFirst = true
    while let (scalar, length) = scalar(at: end) {
      if scalar == "\\" {
        guard end + 1 < text.count, Self.escapable.contains(text[end + 1]) else {
          throw fault("échappement inconnu dans un nom.", "unknown escape in a name.", at: end)
        }
        bytes.append(text[end + 1])
        end += 2
        kept = bytes.count
        position = end
      } else if scalar == "%" {
        guard end + 2 < text.count, NameCharacter.isHexadecimal(text[end + 1]),
          NameCharacter.isHexadecimal(text[end + 2])
        else {
          throw fault(
            "deux chiffres hexadécimaux attendus après « % ».", "expected two hexadecimal digits after “%”.",
            at: end)
        }
        bytes += text[end..<(end + 3)]
        end += 3
        kept = bytes.count
        position = end
      } else {
        let isName =
          isFirst
          ? NameCharacter.isFirst(scalar) || NameCharacter.isDigit(scalar) || scalar == ":"
          : NameCharacter.isName(scalar) || scalar == ":" || scalar == "."
        guard isName else { break }
        bytes += text[end..<(end + length)]
        end += length
        if scalar != "." {
          kept = bytes.count
          position = end
        }
      }
      isFirst = false
    }
    return String(decoding: bytes[..<kept], as: UTF8.self)
  }

  private static let escapable = Set("_~.-!$&'()*+,;=/?#@%".utf8)

  /// The scalar that begins at a byte, and its length in bytes; nil at the end and for damaged UTF-8.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index < text.count else { return nil }
    let first = text[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= text.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in text[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

/// The classes of characters that names are made of (SPARQL 1.1, section 19.8, rules 164 to 167).
enum NameCharacter {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  /// `PN_CHARS_BASE`.
  static func isBase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// `PN_CHARS_U`.
  static func isFirst(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || isBase(scalar) }

  /// `PN_CHARS`.
  static func isName(_ scalar: Unicode.Scalar) -> Bool {
    isFirst(scalar) || scalar == "-" || isDigit(scalar) || isMark(scalar)
  }

  /// `VARNAME`.
  static func isVariable(_ scalar: Unicode.Scalar, isFirst first: Bool) -> Bool {
    isFirst(scalar) || isDigit(scalar) || (!first && isMark(scalar))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }
}
