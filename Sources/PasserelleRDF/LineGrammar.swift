internal import PasserelleCore

/// Reads one line of N-Triples or N-Quads (W3C RDF 1.1 N-Triples and N-Quads §"Grammar").
///
/// Written here rather than left to serd, which in a line that breaks the grammar cannot tell the statement before
/// from one of the line itself, and so cannot go on at the next line without loss.
struct LineGrammar: ~Copyable {
  private let hasGraphs: Bool
  private var maker = TermMaker(base: nil)
  private var scratch = ScratchBytes()

  init(hasGraphs: Bool) { self.hasGraphs = hasGraphs }

  /// Reads the next statement of a line.
  ///
  /// - Returns: Nil where there is none left: white space or a comment.
  /// - Throws: ``RDFFault`` with its column.
  mutating func next(_ cursor: inout Cursor) throws(RDFFault) -> RDFStatement? {
    while cursor.byte == 0x20 || cursor.byte == 0x09 || cursor.byte == 0x0D {
      if cursor.isAtEnd { return nil }
      cursor.at += 1
    }
    if cursor.isAtEnd || cursor.byte == UInt8(ascii: "#") { return nil }
    let subject = try resource(
      &cursor, fr: "un sujet est attendu : « < » ou « _: »", en: "a subject is expected: “<” or “_:”")
    cursor.skipBlanks()
    guard cursor.byte == UInt8(ascii: "<") else {
      throw cursor.fault(fr: "un prédicat est attendu : « < »", en: "a predicate is expected: “<”")
    }
    let predicate = Term.iri(try iri(&cursor))
    cursor.skipBlanks()
    let object: RDFNode
    if cursor.byte == UInt8(ascii: "\"") {
      object = .term(.literal(try literal(&cursor)))
    } else {
      object = try resource(
        &cursor, fr: "un objet est attendu : « < », « _: » ou « \" »",
        en: "an object is expected: “<”, “_:” or “\"”")
    }
    cursor.skipBlanks()
    var graph: RDFNode?
    if hasGraphs, cursor.byte == UInt8(ascii: "<") || cursor.byte == UInt8(ascii: "_") {
      graph = try resource(&cursor, fr: "un graphe est attendu", en: "a graph is expected")
      cursor.skipBlanks()
    }
    try end(&cursor)
    return RDFStatement(subject: subject, predicate: predicate, object: object, graph: graph)
  }

  private func end(_ cursor: inout Cursor) throws(RDFFault) {
    guard cursor.byte == UInt8(ascii: ".") else {
      throw cursor.fault(fr: "« . » est attendu après l’énoncé", en: "“.” is expected after the statement")
    }
    cursor.at += 1
    cursor.skipBlanks()
    switch cursor.byte {
    case 0x0A, 0x0D, UInt8(ascii: "#"): return
    default:
      throw cursor.fault(
        fr: "la fin de la ligne est attendue après « . »", en: "the end of the line is expected after “.”")
    }
  }

  @inline(__always)
  private mutating func resource(
    _ cursor: inout Cursor, fr: @autoclosure () -> String, en: @autoclosure () -> String
  ) throws(RDFFault) -> RDFNode {
    switch cursor.byte {
    case UInt8(ascii: "<"): return .term(.iri(try iri(&cursor)))
    case UInt8(ascii: "_"): return .blank(try label(&cursor))
    default: throw cursor.fault(fr: fr(), en: en())
    }
  }

  private mutating func iri(_ cursor: inout Cursor) throws(RDFFault) -> String {
    let start = cursor.at
    let bytes = try delimitedIRI(&cursor)
    do {
      return try maker.iri(bytes)
    } catch {
      cursor.at = start
      throw RDFFault(error.kind, line: 0, column: cursor.column, error.detail)
    }
  }

  /// The bytes between `<` and `>`, escapes resolved; valid until the next term.
  private mutating func delimitedIRI(
    _ cursor: inout Cursor
  ) throws(RDFFault) -> UnsafeBufferPointer<UInt8> {
    let bytes = cursor.bytes
    let start = cursor.at + 1
    var at = start
    while at < bytes.count, !TermBytes.isForbiddenInIRI(bytes[at]) { at += 1 }
    cursor.at = at
    if cursor.byte == UInt8(ascii: ">") {
      cursor.at += 1
      return UnsafeBufferPointer(rebasing: bytes[start..<at])
    }
    guard cursor.byte == UInt8(ascii: "\\") else {
      throw cursor.fault(
        cursor.isAtEnd ? .syntax : .term,
        fr: cursor.isAtEnd ? "« > » est attendu" : "l’IRI contient un caractère interdit",
        en: cursor.isAtEnd ? "“>” is expected" : "the IRI holds a character that it may not")
    }
    scratch.removeAll()
    scratch.append(UnsafeBufferPointer(rebasing: bytes[start..<at]))
    while cursor.byte != UInt8(ascii: ">") {
      if cursor.byte == UInt8(ascii: "\\") {
        try unescape(&cursor, isIRI: true)
      } else if TermBytes.isForbiddenInIRI(cursor.byte) {
        throw cursor.fault(
          .term, fr: "l’IRI contient un caractère interdit", en: "the IRI holds a character that it may not")
      } else {
        scratch.append(cursor.byte)
        cursor.at += 1
      }
    }
    cursor.at += 1
    return scratch.bytes
  }

  private mutating func literal(_ cursor: inout Cursor) throws(RDFFault) -> Literal {
    let text = try quoted(&cursor)
    switch cursor.byte {
    case UInt8(ascii: "@"):
      cursor.at += 1
      let length = TermBytes.languageLength(cursor.bytes[cursor.at...])
      guard length > 0 else {
        throw cursor.fault(fr: "une langue est attendue après « @ »", en: "a language is expected after “@”")
      }
      let tag = UnsafeBufferPointer(rebasing: cursor.bytes[cursor.at..<(cursor.at + length)])
      cursor.at += length
      return Literal(text, try maker.datatype(language: tag))
    case UInt8(ascii: "^"):
      cursor.at += 1
      guard cursor.byte == UInt8(ascii: "^") else {
        throw cursor.fault(fr: "« ^^ » est attendu", en: "“^^” is expected")
      }
      cursor.at += 1
      guard cursor.byte == UInt8(ascii: "<") else {
        throw cursor.fault(
          fr: "l’IRI d’un type est attendu après « ^^ »", en: "the IRI of a datatype is expected after “^^”")
      }
      let start = cursor.at
      let bytes = try delimitedIRI(&cursor)
      do {
        return Literal(text, try maker.datatype(iri: bytes))
      } catch {
        cursor.at = start
        throw RDFFault(error.kind, line: 0, column: cursor.column, error.detail)
      }
    default:
      return Literal(text, .string)
    }
  }

  /// The text between quotation marks, escapes resolved.
  private mutating func quoted(_ cursor: inout Cursor) throws(RDFFault) -> String {
    let bytes = cursor.bytes
    let quote = cursor.at
    let start = quote + 1
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] != 0x0D
    {
      at += 1
    }
    cursor.at = at
    let text: String?
    if cursor.byte == UInt8(ascii: "\"") {
      text = TermBytes.text(UnsafeBufferPointer(rebasing: bytes[start..<at]))
    } else {
      scratch.removeAll()
      scratch.append(UnsafeBufferPointer(rebasing: bytes[start..<at]))
      while cursor.byte != UInt8(ascii: "\"") {
        guard !cursor.isAtEnd, cursor.byte != 0x0D else {
          throw cursor.fault(fr: "« \" » est attendu", en: "“\"” is expected")
        }
        if cursor.byte == UInt8(ascii: "\\") {
          try unescape(&cursor, isIRI: false)
        } else {
          scratch.append(cursor.byte)
          cursor.at += 1
        }
      }
      text = TermBytes.text(scratch.bytes)
    }
    cursor.at += 1
    guard let text else {
      cursor.at = quote
      throw cursor.fault(
        .term, fr: RDFFault.wrongEncoding.detail.french, en: RDFFault.wrongEncoding.detail.english)
    }
    return text
  }

  /// Adds what an escape stands for to the term at hand.
  private mutating func unescape(_ cursor: inout Cursor, isIRI: Bool) throws(RDFFault) {
    let start = cursor.at
    cursor.at += 1
    let letter = cursor.byte
    cursor.at += 1
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      var value: UInt32 = 0
      for _ in 0..<(letter == UInt8(ascii: "u") ? 4 : 8) {
        guard let digit = TermBytes.hexadecimal(cursor.byte) else {
          throw cursor.fault(
            fr: "un chiffre hexadécimal est attendu", en: "a hexadecimal digit is expected")
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

  /// The label after `_:`.
  private func label(_ cursor: inout Cursor) throws(RDFFault) -> String {
    let bytes = cursor.bytes
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
      guard let (scalar, length) = Self.scalar(bytes, at) else { break }
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
    return try TermMaker.text(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// The scalar at a place and its length; nil for bytes that are not UTF-8.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int)? {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    guard length > 0, at + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(at + 1)..<(at + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }
}
