internal import PasserelleCore

extension LineGrammar {
  /// Adds what an escape stands for to the term at hand.
  mutating func unescape(_ cursor: inout Cursor, isIRI: Bool) throws(RDFFault) {
    let start = cursor.at
    cursor.at += 1
    let letter = cursor.byte
    cursor.at += 1
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let scalar = try scalar(&cursor, digits: letter == UInt8(ascii: "u") ? 4 : 8, from: start)
      for unit in String(Character(scalar)).utf8 { scratch.append(unit) }
    case UInt8(ascii: "t") where !isIRI: scratch.append(0x09)
    case UInt8(ascii: "b") where !isIRI: scratch.append(0x08)
    case UInt8(ascii: "n") where !isIRI: scratch.append(0x0A)
    case UInt8(ascii: "r") where !isIRI: scratch.append(0x0D)
    case UInt8(ascii: "f") where !isIRI: scratch.append(0x0C)
    case UInt8(ascii: "\"") where !isIRI, UInt8(ascii: "'") where !isIRI, UInt8(ascii: "\\") where !isIRI:
      scratch.append(letter)
    default:
      cursor.at = start
      throw cursor.fault(fr: "l’échappement n’est pas connu", en: "the escape is not known")
    }
  }

  private func scalar(
    _ cursor: inout Cursor, digits: Int, from start: Int
  ) throws(RDFFault) -> Unicode.Scalar {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = TermBytes.hexadecimal(cursor.byte) else {
        throw cursor.fault(fr: "un chiffre hexadécimal est attendu", en: "a hexadecimal digit is expected")
      }
      value = value << 4 | digit
      cursor.at += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      cursor.at = start
      throw cursor.fault(
        .term, fr: "l’échappement n’est pas celui d’un caractère",
        en: "the escape is not that of a character")
    }
    return scalar
  }

  /// The label after `_:`.
  func label(_ cursor: inout Cursor, _ term: inout TermSlice) throws(RDFFault) {
    let bytes = cursor.bytes
    let token = cursor.at
    cursor.at += 1
    guard cursor.byte == UInt8(ascii: ":") else {
      throw cursor.fault(fr: "« : » est attendu après « _ »", en: "“:” is expected after “_”")
    }
    cursor.at += 1
    let start = cursor.at
    // A label does not end with a dot; those at the end are the statement's.
    var (at, end) = (start, start)
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "."), at > start {
        at += 1
        continue
      }
      guard let (scalar, length) = UTF8Bytes.scalar(bytes, at) else { break }
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      let fits = at == start ? isDigit || TermBytes.startsLabel(scalar) : TermBytes.continuesLabel(scalar)
      guard fits else { break }
      at += length
      end = at
    }
    guard end > start else {
      throw cursor.fault(
        fr: "le nom d’un nœud anonyme est attendu après « _: »",
        en: "the label of a blank node is expected after “_:”")
    }
    cursor.at = end
    term.kind = .blank
    term.text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    term.suffix = UnsafeBufferPointer(start: nil, count: 0)
    term.token = UnsafeBufferPointer(rebasing: bytes[token..<end])
  }
}
