internal import PasserelleCore

/// What a term means: its value, where its datatype is known and its text sound.
enum Value: Sendable {
  case iri(String)
  case blank(String)
  case numeric(Numeric)
  case string(String)
  case language(String, tag: String)
  case boolean(Bool)
  case calendar(CalendarValue)
  case duration(DurationValue)
  /// A literal whose datatype is not known, or whose text does not fit it.
  case opaque(Literal)

  /// The value of a term.
  init(_ term: Term) {
    switch term {
    case .iri(let iri): self = term.isBlank ? .blank(iri) : .iri(iri)
    case .literal(let literal): self = Self.value(of: literal)
    }
  }

  private static func value(of literal: Literal) -> Value {
    let text = literal.lexicalForm
    switch literal.datatype {
    case .string: return .string(text)
    case .language(let tag): return .language(text, tag: tag)
    default: return parse(text, as: literal.datatype) ?? .opaque(literal)
    }
  }

  /// The value that a text has in a datatype of XML Schema, white space around it left out; nil where it has
  /// none.
  static func parse(_ text: String, as datatype: Datatype) -> Value? {
    let trimmed = Self.trimmed(text)
    switch datatype {
    case .integer: return integer(trimmed, nil)
    case .decimal: return decimal(trimmed)
    case .boolean: return boolean(trimmed)
    case .dateTime: return CalendarValue(trimmed, .dateTime).map(Value.calendar)
    case .date: return CalendarValue(trimmed, .date).map(Value.calendar)
    case .yearMonth: return CalendarValue(trimmed, .gYearMonth).map(Value.calendar)
    case .year: return CalendarValue(trimmed, .gYear).map(Value.calendar)
    case .string: return .string(text)
    case .language: return nil
    case .other(let iri):
      guard iri.hasPrefix(Vocabulary.xsd) else { return nil }
      return parse(trimmed, name: String(iri.dropFirst(Vocabulary.xsd.count)))
    }
  }

  private static func parse(_ text: String, name: String) -> Value? {
    switch name {
    case "double": return BinaryNumber.parse(text, as: Double.self).map { .numeric(.double($0)) }
    case "float": return BinaryNumber.parse(text, as: Float.self).map { .numeric(.float($0)) }
    default: break
    }
    if let kind = CalendarValue.Kind(rawValue: name) { return CalendarValue(text, kind).map(Value.calendar) }
    if let kind = DurationValue.Kind(rawValue: name) { return DurationValue(text, kind).map(Value.duration) }
    if let range = IntegerTypes.ranges[name] { return integer(text, range) }
    return nil
  }

  private static func integer(_ text: String, _ range: IntegerTypes.Range?) -> Value? {
    guard isDecimal(text, allowsPoint: false), let value = DecimalNumber(text) else { return nil }
    if let range {
      if let least = range.least, value.digits < least { return nil }
      if let most = range.most, value.digits > most { return nil }
    }
    return .numeric(.integer(value))
  }

  private static func decimal(_ text: String) -> Value? {
    guard isDecimal(text, allowsPoint: true), let value = DecimalNumber(text) else { return nil }
    return .numeric(.decimal(value))
  }

  private static func boolean(_ text: String) -> Value? {
    switch text {
    case "true", "1": .boolean(true)
    case "false", "0": .boolean(false)
    default: nil
    }
  }

  /// Whether a text is a number without exponent.
  private static func isDecimal(_ text: String, allowsPoint: Bool) -> Bool {
    var bytes = Array(text.utf8)[...]
    if let first = bytes.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      bytes = bytes.dropFirst()
    }
    let points = bytes.count { $0 == UInt8(ascii: ".") }
    guard points <= (allowsPoint ? 1 : 0), bytes.count > points else { return false }
    return bytes.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") }
  }

  /// A text without the white space around it.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last) else {
      return text
    }
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// The types derived from `xsd:integer`, by their short names, and what they hold.
enum IntegerTypes {
  struct Range: Sendable {
    let least: Int128?
    let most: Int128?
  }

  static let ranges: [String: Range] = [
    "nonPositiveInteger": Range(least: nil, most: 0), "negativeInteger": Range(least: nil, most: -1),
    "nonNegativeInteger": Range(least: 0, most: nil), "positiveInteger": Range(least: 1, most: nil),
    "long": Range(least: -(1 << 63), most: 1 << 63 - 1), "int": Range(least: -(1 << 31), most: 1 << 31 - 1),
    "short": Range(least: -(1 << 15), most: 1 << 15 - 1), "byte": Range(least: -128, most: 127),
    "unsignedLong": Range(least: 0, most: 1 << 64 - 1), "unsignedInt": Range(least: 0, most: 1 << 32 - 1),
    "unsignedShort": Range(least: 0, most: 1 << 16 - 1), "unsignedByte": Range(least: 0, most: 255),
  ]
}
