internal import PasserelleCore

// What the guard does inside texts, escapes and words.
extension TurtleGuard {
  mutating func takeText(_ byte: UInt8) {
    if isEscape || digits > 0 { return takeEscape(byte) }
    if state == .short {
      if byte == 0x0A, quotes == 0 {
        // The text is not closed, which serd tells; what follows may be sound.
        (state, tokenBytes) = (.plain, 0)
        return
      }
      if quotes > 0 {
        // Just after the opening: two more marks open a long text, one is an empty text.
        if byte == quote {
          quotes += 1
          if quotes == 3 { (state, quotes) = (.long, 0) }
          return
        }
        if quotes == 2 {
          (state, quotes, tokenBytes) = (.plain, 0, 0)
          return takePlain(byte)
        }
        quotes = 0
      } else if byte == quote {
        (state, tokenBytes) = (.plain, 0)
        return
      }
      if byte == UInt8(ascii: "\\") { isEscape = true }
      return
    }
    if byte == quote {
      quotes += 1
      if quotes == 3 { (state, quotes, tokenBytes) = (.plain, 0, 0) }
    } else {
      quotes = 0
      if byte == UInt8(ascii: "\\") { isEscape = true }
    }
  }

  mutating func takeEscape(_ byte: UInt8) {
    if isEscape {
      isEscape = false
      digits = byte == UInt8(ascii: "u") ? 4 : byte == UInt8(ascii: "U") ? 8 : 0
      value = 0
      return
    }
    guard let digit = TermBytes.hexadecimal(byte) else {
      return fail(.syntax, fr: "un chiffre hexadécimal est attendu", en: "a hexadecimal digit is expected")
    }
    value = value << 4 | digit
    digits -= 1
    if digits == 0, Unicode.Scalar(value) == nil {
      fail(
        .term, fr: "l’échappement n’est pas celui d’un caractère", en: "the escape is not that of a character"
      )
    }
  }

  mutating func failOfLength() {
    fail(
      .limit, fr: "un terme est plus long que \(limits.termBytes) octets",
      en: "a term is longer than \(limits.termBytes) bytes")
  }

  mutating func deepen() {
    depth += 1
    if depth > limits.depth {
      fail(
        .limit, fr: "l’imbrication dépasse \(limits.depth) niveaux",
        en: "the nesting is deeper than \(limits.depth) levels")
    }
  }

  mutating func takeWord(_ byte: UInt8) {
    let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    if isLetter, word.count < 8 { word.append(byte | 0x20) } else { closeWord() }
    if byte == UInt8(ascii: ":") { isDirective = false }
  }

  mutating func closeWord() {
    guard isWordOpen else { return }
    isWordOpen = false
    isDirective = word == Array("prefix".utf8) || word == Array("base".utf8)
    word.removeAll(keepingCapacity: true)
  }
}
