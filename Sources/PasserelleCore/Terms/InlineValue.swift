/// Writes values into identifiers and back, only where the text comes back exactly.
package enum InlineValue {
  /// The inline identifier of a literal; nil when its text would not come back exactly or does not fit.
  package static func identifier(of literal: Literal) -> TermID? {
    let text = literal.lexicalForm
    guard let id = encode(literal), lexicalForm(id) == text else { return nil }
    return id
  }

  private static func encode(_ literal: Literal) -> TermID? {
    let text = literal.lexicalForm
    switch literal.datatype {
    case .integer:
      return Int64(text).flatMap { TermID(.integer, payload: $0) }
    case .decimal:
      guard let number = DecimalNumber(text), let digits = Int64(exactly: number.digits),
        digits.magnitude < 1 << 50
      else { return nil }
      return TermID(.decimal, payload: digits << 5 | Int64(number.scale))
    case .date:
      guard let date = PartialDate(iso: text), date.precision == .day else { return nil }
      return TermID(.date, payload: Int64(date.firstDay))
    case .yearMonth:
      guard let date = PartialDate(iso: text), let month = date.month, date.day == nil else { return nil }
      return TermID(.yearMonth, payload: Int64(date.year * 12 + month - 1))
    case .year:
      guard let date = PartialDate(iso: text), date.precision == .year else { return nil }
      return TermID(.year, payload: Int64(date.year))
    case .dateTime:
      guard let instant = Instant(iso: text), instant.milliseconds % 1000 == 0 else { return nil }
      return TermID(.dateTime, payload: instant.milliseconds / 1000)
    case .boolean:
      return text == "true" || text == "false" ? TermID(.boolean, payload: text == "true" ? 1 : 0) : nil
    case .string, .language, .other:
      return nil
    }
  }

  /// The seconds of years 1 to 9999.
  private static let dateTimes: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  private static func lexicalForm(_ id: TermID) -> String? { term(of: id)?.lexicalForm }

  /// The literal of an inline identifier; nil for dictionary identifiers and damaged ones.
  package static func term(of id: TermID) -> Term? {
    guard let (kind, payload) = id.inlineValue else { return nil }
    switch kind {
    case .integer:
      return .literal(Literal(String(payload), .integer))
    case .decimal:
      return .decimal(DecimalNumber(digits: Int128(payload >> 5), scale: Int(payload & 31)))
    case .date:
      return PartialDate(daysSince1970: Int(payload)).map(Term.date)
    case .yearMonth:
      return PartialDate(year: Int(payload / 12), month: Int(payload % 12) + 1).map(Term.date)
    case .year:
      return PartialDate(year: Int(payload)).map(Term.date)
    case .dateTime:
      guard dateTimes.contains(payload) else { return nil }
      return .literal(Literal(Instant(milliseconds: payload * 1000).description, .dateTime))
    case .boolean:
      return .boolean(payload == 1)
    }
  }
}
