internal import PasserelleCore

/// The operators of SPARQL 1.1, section 17.3; nil stands for a type error everywhere.
extension Value {
  /// The effective boolean value (section 17.2.2): of texts with a language too, which are plain literals
  /// there, and false for a boolean or a number whose text is not valid.
  static func effectiveBoolean(_ term: Term) -> Bool? {
    switch Value(term) {
    case .boolean(let value): return value
    case .string(let text), .language(let text, _): return !text.isEmpty
    case .numeric(let number): return number.isTrue
    case .opaque(let literal): return isBooleanOrNumeric(literal.datatype) ? false : nil
    case .iri, .blank, .calendar, .duration: return nil
    }
  }

  private static func isBooleanOrNumeric(_ datatype: Datatype) -> Bool {
    switch datatype {
    case .boolean, .integer, .decimal: return true
    case .other(let iri):
      guard iri.hasPrefix(Vocabulary.xsd) else { return false }
      let name = String(iri.dropFirst(Vocabulary.xsd.count))
      return name == "double" || name == "float" || IntegerTypes.ranges[name] != nil
    default: return false
    }
  }

  /// `=`: values of known types are compared as values; others are the same term, or an error where both are
  /// literals (RDFterm-equal).
  static func equal(_ left: Term, _ right: Term) -> Bool? {
    switch (Value(left), Value(right)) {
    case (.numeric(let a), .numeric(let b)): return Numeric.order(a, b) == .equal
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.calendar(let a), .calendar(let b)) where a.kind == b.kind:
      return CalendarValue.order(a, b).map { $0 == .equal }
    case (.duration(let a), .duration(let b)): return a == b
    // Texts with a language are the values of no other datatype, whatever it is.
    case (.opaque, .language), (.language, .opaque): return false
    case (.opaque, _), (_, .opaque):
      if left == right { return true }
      // A literal that is not understood is no IRI and no blank node; what value it has is not known.
      return left.literalValue == nil || right.literalValue == nil ? false : nil
    default: return left == right
    }
  }

  /// The order of two values of one type; nil for values of different types, or of types without order.
  static func order(_ left: Value, _ right: Value) -> ValueOrder? {
    switch (left, right) {
    case (.numeric(let a), .numeric(let b)): return Numeric.order(a, b)
    case (.string(let a), .string(let b)): return ValueOrder.ofTexts(a, b)
    case (.boolean(let a), .boolean(let b)): return ValueOrder(a ? 1 : 0, b ? 1 : 0)
    case (.calendar(let a), .calendar(let b)) where a.kind == b.kind: return CalendarValue.order(a, b)
    case (.duration(let a), .duration(let b)): return DurationValue.order(a, b)
    default: return nil
    }
  }

  /// A comparison.
  static func compare(_ comparison: Expression.Comparison, _ left: Term, _ right: Term) -> Bool? {
    switch comparison {
    case .equal: return equal(left, right)
    case .notEqual: return equal(left, right).map { !$0 }
    default: break
    }
    let (a, b) = (Value(left), Value(right))
    guard let order = order(a, b) else {
      // A number that is not a number stands in no order to any.
      if case .numeric = a, case .numeric = b { return false }
      return nil
    }
    switch comparison {
    case .less: return order == .less
    case .greater: return order == .greater
    case .lessOrEqual: return order != .greater
    default: return order != .less
    }
  }

  /// `+`, `-`, `*` and `/`, on dates and durations too where XPath has them.
  static func arithmetic(_ operation: Expression.Arithmetic, _ left: Term, _ right: Term) -> Term? {
    switch (Value(left), Value(right)) {
    case (.numeric(let a), .numeric(let b)):
      return Numeric.apply(operation, a, b)?.term
    case (.calendar(let a), .calendar(let b)) where operation == .subtract && a.kind == b.kind:
      guard [.dateTime, .date, .time].contains(a.kind) else { return nil }
      return a.instant().minus(b.instant()).map { DurationValue(.dayTimeDuration, seconds: $0).term }
    case (.calendar(let date), .duration(let duration)):
      return shifted(date, operation, duration)
    case (.duration(let duration), .calendar(let date)) where operation == .add:
      return shifted(date, .add, duration)
    case (.duration(let a), .duration(let b)) where operation == .add: return a.plus(b)?.term
    case (.duration(let a), .duration(let b)) where operation == .subtract: return a.plus(b.negated)?.term
    case (.duration(let a), .duration(let b)) where operation == .divide: return ratio(a, b)
    case (.duration(let a), .numeric(let b)): return scaled(a, operation, b)
    case (.numeric(let a), .duration(let b)) where operation == .multiply: return scaled(b, .multiply, a)
    default: return nil
    }
  }

  private static func shifted(
    _ date: CalendarValue, _ operation: Expression.Arithmetic, _ duration: DurationValue
  ) -> Term? {
    guard operation == .add || operation == .subtract, [.dateTime, .date, .time].contains(date.kind),
      date.kind != .time || duration.months == 0
    else { return nil }
    let duration = operation == .add ? duration : duration.negated
    var result = date
    result.addMonths(duration.months)
    return result.addSeconds(duration.seconds) ? result.term : nil
  }

  private static func scaled(
    _ duration: DurationValue, _ operation: Expression.Arithmetic, _ number: Numeric
  ) -> Term? {
    guard duration.kind != .duration, let factor = number.exact ?? DecimalNumber(number.double) else {
      return nil
    }
    switch operation {
    case .multiply: return duration.times(factor)?.term
    case .divide: return duration.divided(by: factor)?.term
    default: return nil
    }
  }

  private static func ratio(_ left: DurationValue, _ right: DurationValue) -> Term? {
    guard left.kind == right.kind, left.kind != .duration else { return nil }
    let parts = { (value: DurationValue) in
      value.kind == .dayTimeDuration ? value.seconds : DecimalNumber(value.months)
    }
    return parts(left).divided(by: parts(right)).map { Numeric.decimal($0).term }
  }
}
