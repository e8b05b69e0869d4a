import PasserelleCore

/// Reads values from the bytes of literals; what is not in the plainest form goes the long way over texts.
enum InlineText {
  private static let xsd = Array("http://www.w3.org/2001/XMLSchema#".utf8)
  private static let names: [(name: [UInt8], datatype: Datatype)] = [
    ("date", Datatype.date), ("integer", .integer), ("decimal", .decimal), ("string", .string),
    ("gYear", .year), ("dateTime", .dateTime), ("boolean", .boolean), ("gYearMonth", .yearMonth),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The datatype of an IRI; nil for one that is none of the known ones.
  static func datatype(_ iri: UnsafeBufferPointer<UInt8>) -> Datatype? {
    guard iri.count > xsd.count, iri.count <= xsd.count + 10, iri.starts(with: xsd) else { return nil }
    let name = iri[xsd.count...]
    return names.first { $0.name.count == name.count && name.elementsEqual($0.name) }?.datatype
  }

  /// The inline identifier of a literal; nil for one that the dictionary has to hold.
  static func identifier(_ text: UnsafeBufferPointer<UInt8>, _ datatype: Datatype) -> TermID? {
    switch datatype {
    case .integer: if let value = integer(text[...]) { return TermID(.integer, payload: value) }
    case .decimal: if let id = decimal(text) { return id }
    case .date: if let days = days(text) { return TermID(.date, payload: days) }
    default: break
    }
    return InlineValue.identifier(of: Literal(String(decoding: text, as: UTF8.self), datatype))
  }

  /// Up to 15 digits without leading zeros, with a minus or without; not the zero with a minus.
  private static func integer(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> Int64? {
    var digits = text
    let isNegative = digits.first == 0x2D
    if isNegative { digits = digits.dropFirst() }
    guard let first = digits.first, digits.count <= 15, first != 0x30 || (text.count == 1) else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  /// Up to 14 digits with a point between them, no zero too many.
  private static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> TermID? {
    guard let point = text.firstIndex(of: 0x2E), text.count <= 15, text.first != 0x2D,
      let last = text.last, last > 0x30, last <= 0x39, let whole = integer(text[..<point])
    else { return nil }
    var digits = whole
    for byte in text[(point + 1)...] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      digits = digits * 10 + Int64(byte - 0x30)
    }
    return TermID(.decimal, payload: digits << 5 | Int64(text.count - point - 1))
  }

  /// The days since 1970 of a day of the years 1600 to 2999.
  private static func days(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in text[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year >= 1600, year < 3000, month >= 1, month <= 12, day >= 1, day <= 28
    else { return nil }
    // Days of the civil calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = month <= 2 ? year - 1 : year
    let (era, ofEra) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return Int64(era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + dayOfYear - 719_468)
  }
}
