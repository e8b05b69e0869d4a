internal import PasserelleCore
internal import PasserelleJSON

/// Reads one line of N-Triples or N-Quads (W3C RDF 1.1 N-Triples and N-Quads §"Grammar") into slices.
///
/// Written here rather than left to serd, which in a line that breaks the grammar cannot tell the statement before
/// from one of the line itself, and so cannot go on at the next line without loss.
struct LineGrammar: ~Copyable {
  private let hasGraphs: Bool
  /// What escapes of the statement stand for; never longer than the line, so it does not move while slices point
  /// into it.
  var scratch = ScratchBytes()
  private let kinds: LineBytes

  init(hasGraphs: Bool) {
    self.hasGraphs = hasGraphs
    kinds = LineBytes()
  }

  /// Reads the next statement of a line.
  ///
  /// - Returns: False where there is none left: white space or a comment.
  /// - Throws: ``RDFFault`` with its column.
  mutating func next(_ cursor: inout Cursor, _ statement: inout StatementSlice) throws(RDFFault) -> Bool {
    guard cursor.skipToStatement() else { return false }
    scratch.removeAll()
    scratch.reserve(cursor.bytes.count)
    let start = cursor.at
    try resource(
      &cursor, &statement.subject, fr: "un sujet est attendu : « < » ou « _: »",
      en: "a subject is expected: “<” or “_:”")
    cursor.skipBlanks()
    guard cursor.byte == UInt8(ascii: "<") else {
      throw cursor.fault(fr: "un prédicat est attendu : « < »", en: "a predicate is expected: “<”")
    }
    try iri(&cursor, &statement.predicate)
    cursor.skipBlanks()
    if cursor.byte == UInt8(ascii: "\"") {
      try literal(&cursor, &statement.object)
    } else {
      try resource(
        &cursor, &statement.object, fr: "un objet est attendu : « < », « _: » ou « \" »",
        en: "an object is expected: “<”, “_:” or “\"”")
    }
    cursor.skipBlanks()
    if hasGraphs, cursor.byte == UInt8(ascii: "<") || cursor.byte == UInt8(ascii: "_") {
      try resource(&cursor, &statement.graph, fr: "un graphe est attendu", en: "a graph is expected")
      cursor.skipBlanks()
    } else {
      statement.graph = .none
    }
    try end(&cursor)
    let line = UnsafeBufferPointer(rebasing: cursor.bytes[start..<cursor.at])
    if let offset = UTF8Check.firstInvalidOffset(in: UnsafeRawBufferPointer(line)) {
      cursor.at = start + offset
      throw cursor.fault(
        .term, fr: RDFFault.wrongEncoding.detail.french, en: RDFFault.wrongEncoding.detail.english)
    }
    return true
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
    _ cursor: inout Cursor, _ term: inout TermSlice, fr: @autoclosure () -> String,
    en: @autoclosure () -> String
  ) throws(RDFFault) {
    switch cursor.byte {
    case UInt8(ascii: "<"): try iri(&cursor, &term)
    case UInt8(ascii: "_"): try label(&cursor, &term)
    default: throw cursor.fault(fr: fr(), en: en())
    }
  }

  @inline(__always)
  private mutating func iri(_ cursor: inout Cursor, _ term: inout TermSlice) throws(RDFFault) {
    let start = cursor.at
    term.kind = .iri
    term.text = try absoluteIRI(&cursor)
    term.suffix = UnsafeBufferPointer(start: nil, count: 0)
    term.token = cursor.slice(from: start)
  }

  /// The IRI between `<` and `>`, escapes resolved.
  @inline(__always)
  private mutating func absoluteIRI(
    _ cursor: inout Cursor
  ) throws(RDFFault) -> UnsafeBufferPointer<UInt8> {
    let start = cursor.at
    let at = kinds.endOfIRI(cursor.bytes, from: start + 1)
    cursor.at = at
    let iri: UnsafeBufferPointer<UInt8>
    if cursor.byte == UInt8(ascii: ">") {
      cursor.at += 1
      iri = UnsafeBufferPointer(rebasing: cursor.bytes[(start + 1)..<at])
    } else {
      iri = try escapedIRI(&cursor, from: start + 1)
    }
    guard kinds.hasScheme(iri) else {
      cursor.at = start
      throw cursor.fault(
        .term, fr: "l’IRI « \(LineBytes.start(of: iri)) » est relatif et le document n’a pas de base",
        en: "the IRI “\(LineBytes.start(of: iri))” is relative and the document has no base")
    }
    return iri
  }

  private mutating func escapedIRI(
    _ cursor: inout Cursor, from start: Int
  ) throws(RDFFault) -> UnsafeBufferPointer<UInt8> {
    guard cursor.byte == UInt8(ascii: "\\") else {
      throw cursor.fault(
        cursor.isAtEnd ? .syntax : .term,
        fr: cursor.isAtEnd ? "« > » est attendu" : "l’IRI contient un caractère interdit",
        en: cursor.isAtEnd ? "“>” is expected" : "the IRI holds a character that it may not")
    }
    let mark = scratch.count
    scratch.append(UnsafeBufferPointer(rebasing: cursor.bytes[start..<cursor.at]))
    while cursor.byte != UInt8(ascii: ">") {
      if cursor.byte == UInt8(ascii: "\\") {
        let (place, length) = (cursor.at, scratch.count)
        try unescape(&cursor, isIRI: true)
        if TermBytes.isForbiddenInIRI(scratch.bytes[length]) {
          cursor.at = place
          throw cursor.fault(
            .term, fr: "l’IRI contient un caractère interdit", en: "the IRI holds a character that it may not"
          )
        }
      } else if TermBytes.isForbiddenInIRI(cursor.byte) {
        throw cursor.fault(
          cursor.isAtEnd ? .syntax : .term, fr: "l’IRI contient un caractère interdit",
          en: "the IRI holds a character that it may not")
      } else {
        scratch.append(cursor.byte)
        cursor.at += 1
      }
    }
    cursor.at += 1
    return scratch.slice(from: mark)
  }

  private mutating func literal(_ cursor: inout Cursor, _ term: inout TermSlice) throws(RDFFault) {
    let start = cursor.at
    term.text = try quoted(&cursor)
    switch cursor.byte {
    case UInt8(ascii: "@"):
      cursor.at += 1
      let length = TermBytes.languageLength(cursor.bytes[cursor.at...])
      guard length > 0 else {
        throw cursor.fault(fr: "une langue est attendue après « @ »", en: "a language is expected after “@”")
      }
      let tag = UnsafeBufferPointer(rebasing: cursor.bytes[cursor.at..<(cursor.at + length)])
      cursor.at += length
      term.kind = .language
      term.suffix = lowercased(tag)
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
      term.kind = .typed
      term.suffix = try absoluteIRI(&cursor)
    default:
      term.kind = .string
      term.suffix = UnsafeBufferPointer(start: nil, count: 0)
    }
    term.token = cursor.slice(from: start)
  }

  /// A language tag in lower case.
  private mutating func lowercased(_ tag: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let isUpper: (UInt8) -> Bool = { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    guard tag.contains(where: isUpper) else { return tag }
    let mark = scratch.count
    for byte in tag { scratch.append(isUpper(byte) ? byte | 0x20 : byte) }
    return scratch.slice(from: mark)
  }

  /// The text between quotation marks, escapes resolved.
  @inline(__always)
  private mutating func quoted(_ cursor: inout Cursor) throws(RDFFault) -> UnsafeBufferPointer<UInt8> {
    let start = cursor.at + 1
    let at = kinds.endOfText(cursor.bytes, from: start)
    cursor.at = at
    if cursor.byte == UInt8(ascii: "\"") {
      cursor.at += 1
      return UnsafeBufferPointer(rebasing: cursor.bytes[start..<at])
    }
    return try escapedText(&cursor, from: start)
  }

  private mutating func escapedText(
    _ cursor: inout Cursor, from start: Int
  ) throws(RDFFault) -> UnsafeBufferPointer<UInt8> {
    let mark = scratch.count
    scratch.append(UnsafeBufferPointer(rebasing: cursor.bytes[start..<cursor.at]))
    while cursor.byte != UInt8(ascii: "\"") {
      guard !cursor.isAtEnd, cursor.byte != 0x0D else {
        throw cursor.fault(fr: "« \" » est attendu", en: "“\"” is expected")
      }
      if cursor.byte == UInt8(ascii: "\\") {
        try unescape(&cursor, isIRI: false)
      } else {
        let plain = cursor.at
        cursor.at = kinds.endOfText(cursor.bytes, from: plain)
        scratch.append(UnsafeBufferPointer(rebasing: cursor.bytes[plain..<cursor.at]))
      }
    }
    cursor.at += 1
    return scratch.slice(from: mark)
  }
}
