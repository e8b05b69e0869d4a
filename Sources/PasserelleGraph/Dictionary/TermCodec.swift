import PasserelleCore
import PasserelleSegments

/// Turns terms into the byte keys of the dictionary and back.
///
/// A key begins with one byte that says what follows:
/// - `0x01`: an IRI;
/// - `0x02`: an `xsd:string`: its text;
/// - `0x03`: a string in a language: the tag, a zero byte, the text;
/// - `0x10 + n`: a literal of the *n*-th known datatype whose text does not fit inline;
/// - `0x1F`: a literal of another datatype: its IRI, a zero byte, the text.
///
/// The text always ends the key, so that it can be lent as it stands.
enum TermCodec {
  /// The known datatypes; the list only grows at its end.
  static let datatypes: [Datatype] = [.integer, .decimal, .date, .yearMonth, .year, .dateTime, .boolean]

  /// The datatype of JSON, which stays JSON where something is taken out of it.
  static let json = Vocabulary.rdf + "JSON"

  /// The dictionary key of a term.
  static func key(of term: Term) -> [UInt8] {
    var key: [UInt8] = []
    append(term, to: &key)
    return key
  }

  /// Appends the dictionary key of a term.
  static func append(_ term: Term, to key: inout [UInt8]) {
    switch term {
    case .iri(let iri):
      key.append(1)
      key.append(contentsOf: iri.utf8)
    case .literal(let literal):
      switch literal.datatype {
      case .string: key.append(2)
      case .language(let tag):
        key.append(3)
        key.append(contentsOf: tag.utf8)
        key.append(0)
      case .other(let iri):
        key.append(0x1F)
        key.append(contentsOf: iri.utf8)
        key.append(0)
      case let known: key.append(0x10 + UInt8(datatypes.firstIndex(of: known) ?? 0))
      }
      key.append(contentsOf: literal.lexicalForm.utf8)
    }
  }

  /// The term of a dictionary key; nil for a key that this format cannot hold.
  static func term(of key: UnsafeRawBufferPointer) -> Term? {
    guard let kind = key.first, let start = textStart(key) else { return nil }
    let tail = text(key, start, key.count)
    switch kind {
    case 1: return .iri(tail)
    case 2: return .literal(Literal(tail, .string))
    case 3: return .literal(Literal(tail, .language(text(key, 1, start - 1))))
    case 0x1F: return .literal(Literal(tail, .other(text(key, 1, start - 1))))
    default: return .literal(Literal(tail, datatypes[Int(kind) - 0x10]))
    }
  }

  /// What a key is and where its text starts; nil for a key that this format cannot hold.
  static func shape(of key: UnsafeRawBufferPointer) -> (shape: TermShape, textStart: Int)? {
    guard let kind = key.first, let start = textStart(key) else { return nil }
    switch kind {
    case 1: return (.iri, start)
    case 2: return (.string, start)
    case 3: return (.languageString, start)
    default: return (.typed, start)
    }
  }

  /// The hash by which keys are found: XXH3 of 64 bits.
  static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 { Checksum.xxh3(key) }

  private static func textStart(_ key: UnsafeRawBufferPointer) -> Int? {
    switch key[0] {
    case 1, 2: return 1
    case 3, 0x1F: return key.dropFirst().firstIndex(of: 0).map { $0 + 1 }
    case let kind: return datatypes.indices.contains(Int(kind) - 0x10) ? 1 : nil
    }
  }

  private static func text(_ key: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: key[start..<end]), as: UTF8.self)
  }
}
