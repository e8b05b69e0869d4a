internal import PasserelleCore

/// The functions on strings (SPARQL 1.1, section 17.4.3); nil stands for a type error.
enum StringFunctions {
  /// The number of characters.
  static func length(_ term: Term) -> Term? {
    TextValue(term).map { .integer($0.text.unicodeScalars.count) }
  }

  /// A part of a string from a place on, both rounded, characters counted from 1 (XPath, section 5.4.3).
  static func substring(_ term: Term, _ start: Term, _ length: Term?) -> Term? {
    guard let value = TextValue(term), case .numeric(let first) = Value(start) else { return nil }
    let from = NumericFunctions.round(first.double)
    var end = Double.infinity
    if let length {
      guard case .numeric(let count) = Value(length) else { return nil }
      end = from + NumericFunctions.round(count.double)
    }
    guard !from.isNaN, !end.isNaN else { return value.with("") }
    var result = String.UnicodeScalarView()
    for (offset, scalar) in value.text.unicodeScalars.enumerated() {
      let place = Double(offset + 1)
      if place >= end { break }
      if place >= from { result.append(scalar) }
    }
    return value.with(String(result))
  }

  /// Whether a string begins with, ends with or contains another.
  static func test(_ function: BuiltIn, _ first: Term, _ second: Term) -> Term? {
    guard let (a, b) = TextValue.compatible(first, second) else { return nil }
    let (text, part) = (Array(a.text.utf8), Array(b.text.utf8))
    switch function {
    case .strStarts: return .boolean(text.starts(with: part))
    case .strEnds: return .boolean(text.reversed().starts(with: part.reversed()))
    default: return .boolean(ByteSearch.first(part, in: text) != nil)
    }
  }

  /// What stands before or after the first occurrence; an empty `xsd:string` where there is none.
  static func side(_ first: Term, _ second: Term, isBefore: Bool) -> Term? {
    guard let (a, b) = TextValue.compatible(first, second) else { return nil }
    let (text, part) = (Array(a.text.utf8), Array(b.text.utf8))
    guard let place = ByteSearch.first(part, in: text) else { return .string("") }
    return a.with(
      String(decoding: isBefore ? text[..<place] : text[(place + part.count)...], as: UTF8.self))
  }

  /// Strings one after the other; in a language where all are in the same.
  static func concatenation(_ terms: [Term]) -> Term? {
    var text = ""
    var tags: [String?] = []
    for term in terms {
      guard let value = TextValue(term) else { return nil }
      text += value.text
      tags.append(value.tag)
    }
    if let first = tags.first, let tag = first, tags.allSatisfy({ $0 == tag }) {
      return .string(text, language: tag)
    }
    return .string(text)
  }

  /// The text with all but unreserved characters escaped (RFC 3986).
  static func encodedForURI(_ term: Term) -> Term? {
    guard let value = TextValue(term) else { return nil }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in value.text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a language tag is in a range (RFC 4647, basic filtering).
  static func languageMatches(_ tag: Term, _ range: Term) -> Term? {
    guard let tag = TextValue.simple(tag)?.lowercased(), let range = TextValue.simple(range)?.lowercased()
    else {
      return nil
    }
    if range == "*" { return .boolean(!tag.isEmpty) }
    return .boolean(tag == range || (!range.isEmpty && tag.hasPrefix(range + "-")))
  }
}
