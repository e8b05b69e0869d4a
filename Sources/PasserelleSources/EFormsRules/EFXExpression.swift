internal import PasserelleCore

/// An expression of EFX, the language in which the conditions of eForms rules are written, ready to be evaluated.
///
/// The meaning is that of the XPath 2.0 that the Publications Office's own translation gives: comparisons hold where
/// any two of the compared values do.
indirect enum EFXExpression: Sendable {
  enum Comparison: Sendable { case equal, unequal, less, lessOrEqual, greater, greaterOrEqual }
  enum Arithmetic: Sendable { case plus, minus, times, modulo }

  case literal(EFXValue)
  case list([EFXExpression])
  /// The codes of a list, by its number in the rules.
  case codes(Int)
  case field(EFXField)
  case variable(Int)
  case not(EFXExpression)
  case and(EFXExpression, EFXExpression)
  case or(EFXExpression, EFXExpression)
  case compare(Comparison, EFXExpression, EFXExpression)
  case contains(EFXExpression, in: EFXExpression)
  case present(EFXField)
  case unique(EFXField, EFXField)
  case every([(variable: Int, values: EFXExpression)], EFXExpression)
  case startsWith(EFXExpression, EFXExpression)
  case count(EFXExpression)
  case sum(EFXExpression)
  case arithmetic(Arithmetic, EFXExpression, EFXExpression)
}

/// A reference to a field or a node: where its elements stand from the context, and how their values are read.
struct EFXField: Sendable {
  /// Whether the path leads from the root and not from the context.
  var isAbsolute: Bool
  var path: RulePath
  /// What is asked of each element.
  var predicate: EFXExpression?
  /// An attribute of the elements, in place of their value.
  var attribute: Int32?
  var type: EFXType
  /// The field that tells which other notice is meant; nil for the notice itself.
  var notice: RulePath?
}

/// What the values of a field are.
enum EFXType: Sendable {
  case text, number, indicator, date, time, duration

  /// The type of a field, by its name in the rules.
  init(field type: String) {
    switch type {
    case "number", "integer", "amount": self = .number
    case "date": self = .date
    case "time": self = .time
    case "measure": self = .duration
    case "indicator": self = .indicator
    default: self = .text
    }
  }
}

/// One value of an expression.
enum EFXValue: Sendable, Hashable {
  case text(String)
  case number(DecimalNumber)
  case truth(Bool)
  /// Minutes since 1970 in UTC, of the start of a day.
  case date(Int)
  /// Seconds since midnight in UTC.
  case time(Int)
  /// A length of time; of the difference of two dates, the earlier one is kept, as months have no fixed length.
  case duration(months: Int, minutes: Int, from: Int?)
}

/// What is thrown for an expression that cannot be evaluated on a notice.
enum EFXFault: Error {
  /// A value that is not of its field's type.
  case value
  /// An operation on values that it is not made for.
  case type
  /// A number that is too long.
  case range
  /// Another notice is needed, which is not at hand.
  case otherNotice
  /// A list of codes that is not among the rules.
  case missingList(Int)
}
