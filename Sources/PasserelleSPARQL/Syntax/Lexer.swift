internal import PasserelleCore

/// Cuts a query into tokens (SPARQL 1.1, section 19.8).
struct Lexer {
  let text: [UInt8]
  var position = 0

  init(_ text: [UInt8]) { self.text = text }

  /// The next token.
  mutating func next() throws(SPARQLSyntaxError) -> Token {
    let start = position
    skipSpace()
    let isSpaced = position > start
    let first = position
    let kind = try read()
    return Token(kind: kind, range: first..<position, isSpaced: isSpaced)
  }

  func fault(_ french: String, _ english: String, at offset: Int? = nil) -> SPARQLSyntaxError {
    SPARQLSyntaxError(LocalizedText(fr: french, en: english), at: offset ?? position, in: text)
  }

  func byte(_ offset: Int = 0) -> UInt8? {
    let index = position + offset
    return index < text.count ? text[index] : nil
  }

  private mutating func skipSpace() {
    while let byte = byte() {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"):
        while let inner = self.byte(), inner != 0x0A, inner != 0x0D { position += 1 }
      default: return
      }
    }
  }

  private mutating func read() throws(SPARQLSyntaxError) -> Token.Kind {
    guard let first = byte() else { return .end }
    switch first {
    case UInt8(ascii: "<"):
      if let iri = try iri() { return .iri(iri) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string(first))
    case UInt8(ascii: "?"), UInt8(ascii: "$"):
      if let name = variableName() { return .variable(name) }
      if first == UInt8(ascii: "$") {
        throw fault("nom de variable attendu après « $ ».", "expected a variable name after “$”.")
      }
    case UInt8(ascii: "@"): return try language()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "."):
      if let digit = byte(1), NameCharacter.isDigit(digit) { return try number() }
    case UInt8(ascii: "_"):
      if byte(1) == UInt8(ascii: ":") { return .blank(try blankLabel()) }
    default: break
    }
    if let mark = mark() { return .mark(mark) }
    return try name()
  }

  private mutating func mark() -> Token.Mark? {
    for length in [2, 1] where position + length <= text.count {
      let piece = String(decoding: text[position..<position + length], as: UTF8.self)
      if let mark = Token.Mark(rawValue: piece) {
        position += length
        return mark
      }
    }
    return nil
  }

  /// An IRI, or nil for a `<` that compares.
  private mutating func iri() throws(SPARQLSyntaxError) -> String? {
    var end = position + 1
    while end < text.count, text[end] != UInt8(ascii: ">") {
      switch text[end] {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "|"),
        UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        return nil
      default: end += 1
      }
    }
    guard end < text.count else { return nil }
    let iri = String(decoding: text[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    return iri
  }

  /// The text of a string, short or long.
  private mutating func string(_ quote: UInt8) throws(SPARQLSyntaxError) -> String {
    let start = position
    let isLong = byte(1) == quote && byte(2) == quote
    position += isLong ? 3 : 1
    var bytes: [UInt8] = []
    while let current = byte() {
      if current == quote {
        if !isLong {
          position += 1
          return String(decoding: bytes, as: UTF8.self)
        }
        if byte(1) == quote, byte(2) == quote {
          position += 3
          return String(decoding: bytes, as: UTF8.self)
        }
        bytes.append(current)
        position += 1
      } else if current == UInt8(ascii: "\\") {
        guard let escaped = byte(1), let plain = Self.escapes[escaped] else {
          throw fault(
            "échappement inconnu dans un texte ; connus : \\t \\b \\n \\r \\f \\\\ \\\" \\'.",
            "unknown escape in a string; known: \\t \\b \\n \\r \\f \\\\ \\\" \\'.")
        }
        bytes.append(plain)
        position += 2
      } else if !isLong, current == 0x0A || current == 0x0D {
        break
      } else {
        bytes.append(current)
        position += 1
      }
    }
    throw fault(
      "le texte qui commence ici n’est pas fermé.", "the string that begins here is not closed.", at: start)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "f"): 0x0C, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27,
  ]

  private mutating func language() throws(SPARQLSyntaxError) -> Token.Kind {
    let start = position
    position += 1
    var tag: [UInt8] = []
    while let current = byte(),
      NameCharacter.isLetter(current) || NameCharacter.isDigit(current) || current == UInt8(ascii: "-")
    {
      tag.append(current)
      position += 1
    }
    let parts = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, first.allSatisfy(NameCharacter.isLetter),
      parts.allSatisfy({ !$0.isEmpty })
    else {
      throw fault(
        "étiquette de langue attendue, comme @fr.", "expected a language tag, such as @fr.", at: start)
    }
    return .language(String(decoding: tag, as: UTF8.self))
  }

  private mutating func number() throws(SPARQLSyntaxError) -> Token.Kind {
    let start = position
    var hasPoint = false
    digits()
    if byte() == UInt8(ascii: "."), let after = byte(1) {
      let isExponent = after == UInt8(ascii: "e") || after == UInt8(ascii: "E")
      if NameCharacter.isDigit(after) || (isExponent && exponentLength(1) > 0 && position > start) {
        hasPoint = true
        position += 1
        digits()
      }
    }
    let exponent = exponentLength(0)
    position += exponent
    let written = String(decoding: text[start..<position], as: UTF8.self)
    if exponent > 0 { return .double(written) }
    return hasPoint ? .decimal(written) : .integer(written)
  }

  private mutating func digits() {
    while let current = byte(), NameCharacter.isDigit(current) { position += 1 }
  }

  /// How many bytes an exponent takes that begins some bytes on; 0 for none.
  private func exponentLength(_ offset: Int) -> Int {
    guard let first = byte(offset), first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else { return 0 }
    var length = 1
    if let sign = byte(offset + 1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { length = 2 }
    let before = length
    while let digit = byte(offset + length), NameCharacter.isDigit(digit) { length += 1 }
    return length > before ? length : 0
  }
}
