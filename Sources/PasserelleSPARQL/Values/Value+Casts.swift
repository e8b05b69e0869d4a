internal import PasserelleCore

/// The casts of SPARQL 1.1, section 17.5, and those of XPath between dates and times; nil for an error.
extension Value {
  /// A cast to a datatype of XML Schema, by its IRI.
  ///
  /// - Returns: The literal in its canonical form; nil where the value cannot be cast.
  static func cast(_ term: Term, to iri: String) -> Term? {
    let value = Value(term)
    let datatype = Datatype(iri: iri)
    switch datatype {
    case .string: return text(of: value).map(Term.string)
    case .boolean: return boolean(value).map(Term.boolean)
    case .integer: return integer(value).map { Numeric.integer($0).term }
    case .decimal: return decimal(value).map { Numeric.decimal($0).term }
    default: break
    }
    let name = String(datatype.iri.dropFirst(Vocabulary.xsd.count))
    switch (name, value) {
    case ("double", .numeric(let number)): return Numeric.double(number.double).term
    case ("float", .numeric(let number)): return Numeric.float(number.float).term
    case ("double", .boolean(let flag)): return Numeric.double(flag ? 1 : 0).term
    case ("float", .boolean(let flag)): return Numeric.float(flag ? 1 : 0).term
    case (_, .string(let text)): return parse(text, as: datatype)?.canonical(name)
    case (_, .calendar(let date)):
      return CalendarValue.Kind(rawValue: name).flatMap { date.cast(to: $0) }?.term
    case (_, .duration(let duration)):
      return DurationValue.Kind(rawValue: name).map { kind in
        DurationValue(
          kind, months: kind == .dayTimeDuration ? 0 : duration.months,
          seconds: kind == .yearMonthDuration ? .zero : duration.seconds
        ).term
      }
    case (_, .numeric), (_, .boolean):
      guard IntegerTypes.ranges[name] != nil, let whole = integer(value) else { return nil }
      return parse(whole.description, as: datatype)?.canonical(name)
    default: return nil
    }
  }

  /// Whether a cast to this datatype is known.
  static func isCast(_ iri: String) -> Bool {
    guard iri.hasPrefix(Vocabulary.xsd) else { return false }
    let name = String(iri.dropFirst(Vocabulary.xsd.count))
    return ["string", "boolean", "integer", "decimal", "double", "float"].contains(name)
      || CalendarValue.Kind(rawValue: name) != nil || DurationValue.Kind(rawValue: name) != nil
      || IntegerTypes.ranges[name] != nil
  }

  /// The literal in its canonical form, in a datatype by its short name.
  private func canonical(_ name: String) -> Term? {
    switch self {
    case .numeric(.integer(let value)): .typed(value.description, name)
    case .numeric(let number): number.term
    case .calendar(let date): date.term
    case .duration(let duration): duration.term
    case .boolean(let flag): .boolean(flag)
    default: nil
    }
  }

  private static func text(of value: Value) -> String? {
    switch value {
    case .iri(let iri): iri
    case .blank: nil
    case .numeric(let number): number.text
    case .string(let text), .language(let text, _): text
    case .boolean(let flag): flag ? "true" : "false"
    case .calendar(let date): date.text
    case .duration(let duration): duration.text
    case .opaque(let literal): literal.lexicalForm
    }
  }

  private static func boolean(_ value: Value) -> Bool? {
    switch value {
    case .boolean(let flag): return flag
    case .numeric(let number): return number.isTrue
    case .string(let text):
      guard case .boolean(let flag)? = parse(text, as: .boolean) else { return nil }
      return flag
    default: return nil
    }
  }

  private static func integer(_ value: Value) -> DecimalNumber? {
    switch value {
    case .numeric(let number):
      return (number.exact ?? DecimalNumber(number.double.rounded(.towardZero)))?.truncated
    case .boolean(let flag): return DecimalNumber(flag ? 1 : 0)
    case .string(let text):
      guard case .numeric(.integer(let whole))? = parse(text, as: .integer) else { return nil }
      return whole
    default: return nil
    }
  }

  private static func decimal(_ value: Value) -> DecimalNumber? {
    switch value {
    case .numeric(.float(let number)): return number.isFinite ? DecimalNumber(number.description) : nil
    case .numeric(let number): return number.exact ?? DecimalNumber(number.double)
    case .boolean(let flag): return DecimalNumber(flag ? 1 : 0)
    case .string(let text):
      guard case .numeric(.decimal(let number))? = parse(text, as: .decimal) else { return nil }
      return number
    default: return nil
    }
  }
}

extension CalendarValue {
  /// The value cast to another type (XPath, section 17.1.5); nil where it has not its parts.
  func cast(to kind: Kind) -> CalendarValue? {
    if kind == self.kind { return self }
    guard self.kind == .dateTime || (self.kind == .date && kind != .time) else { return nil }
    let hasYear = [.dateTime, .date, .gYear, .gYearMonth].contains(kind)
    let hasMonth = [.dateTime, .date, .gYearMonth, .gMonth, .gMonthDay].contains(kind)
    let hasDay = [.dateTime, .date, .gMonthDay, .gDay].contains(kind)
    return CalendarValue(
      kind, year: hasYear ? year : nil, month: hasMonth ? month : nil, day: hasDay ? day : nil,
      seconds: kind == .dateTime || kind == .time ? seconds : .zero, zone: zone)
  }
}
