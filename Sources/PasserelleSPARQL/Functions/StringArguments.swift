internal import PasserelleCore

/// A string literal, with a language or without.
struct TextValue {
  let text: String
  /// The language; nil for `xsd:string`.
  let tag: String?

  /// The text of a string literal; nil for another term.
  init?(_ term: Term) {
    guard case .literal(let literal) = term else { return nil }
    switch literal.datatype {
    case .string: tag = nil
    case .language(let found): tag = found
    default: return nil
    }
    text = literal.lexicalForm
  }

  /// Another text of the same kind.
  func with(_ text: String) -> Term { tag.map { .string(text, language: $0) } ?? .string(text) }

  /// The text of an `xsd:string`; nil for another term.
  static func simple(_ term: Term) -> String? {
    guard let value = TextValue(term), value.tag == nil else { return nil }
    return value.text
  }

  /// Two string literals that may be compared (SPARQL 1.1, section 17.4.3.1.2): the second has no language,
  /// or that of the first.
  static func compatible(_ first: Term, _ second: Term) -> (TextValue, TextValue)? {
    guard let a = TextValue(first), let b = TextValue(second), b.tag == nil || a.tag == b.tag else {
      return nil
    }
    return (a, b)
  }
}

/// Finds bytes in bytes.
enum ByteSearch {
  /// Where a text first occurs in another; 0 for an empty one.
  static func first(_ needle: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = needle.first else { return 0 }
    guard needle.count <= text.count else { return nil }
    var start = 0
    while start <= text.count - needle.count, let found = text[start...].firstIndex(of: first) {
      guard found <= text.count - needle.count else { return nil }
      if text[found..<(found + needle.count)].elementsEqual(needle) { return found }
      start = found + 1
    }
    return nil
  }
}
