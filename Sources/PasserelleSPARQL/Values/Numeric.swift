internal import PasserelleCore

/// A number of the XML Schema tower; types derived from `xsd:integer` count as integers.
enum Numeric: Sendable {
  /// `xsd:integer` and the types derived from it; always whole.
  case integer(DecimalNumber)
  case decimal(DecimalNumber)
  case float(Float)
  case double(Double)

  /// The number as a binary one of 64 bits.
  var double: Double {
    switch self {
    case .integer(let value), .decimal(let value):
      value.scale == 0 ? Double(value.digits) : (Double(value.description) ?? value.approximateDouble)
    case .float(let value): Double(value)
    case .double(let value): value
    }
  }

  /// The number as a binary one of 32 bits.
  var float: Float {
    switch self {
    case .integer(let value), .decimal(let value): Float(value.description) ?? Float(value.approximateDouble)
    case .float(let value): value
    case .double(let value): Float(value)
    }
  }

  /// The exact number; nil for binary ones.
  var exact: DecimalNumber? {
    switch self {
    case .integer(let value), .decimal(let value): value
    case .float, .double: nil
    }
  }

  var isInteger: Bool {
    if case .integer = self { true } else { false }
  }

  /// Whether the number counts as true: neither zero nor not-a-number.
  var isTrue: Bool {
    switch self {
    case .integer(let value), .decimal(let value): !value.isZero
    case .float(let value): value != 0 && !value.isNaN
    case .double(let value): value != 0 && !value.isNaN
    }
  }

  /// The literal, in its canonical form.
  var term: Term {
    switch self {
    case .integer(let value): .literal(Literal(value.description, .integer))
    case .decimal(let value): .literal(Literal(value.description, .decimal))
    case .float(let value): .typed(BinaryNumber.canonical(value), "float")
    case .double(let value): .typed(BinaryNumber.canonical(value), "double")
    }
  }

  /// The text as `xsd:string` casts give it (XPath, section 17.1.2).
  var text: String {
    switch self {
    case .integer(let value), .decimal(let value): value.description
    case .float(let value): BinaryNumber.text(value, magnitude: Double(value.magnitude))
    case .double(let value): BinaryNumber.text(value, magnitude: value.magnitude)
    }
  }
}

/// Two numbers in the narrowest type that holds both.
enum NumericPair {
  case exact(DecimalNumber, DecimalNumber)
  case floats(Float, Float)
  case doubles(Double, Double)

  /// Promotes two numbers.
  init(_ left: Numeric, _ right: Numeric) {
    switch (left, right) {
    case (.double, _), (_, .double): self = .doubles(left.double, right.double)
    case (.float, _), (_, .float): self = .floats(left.float, right.float)
    default: self = .exact(left.exact ?? .zero, right.exact ?? .zero)
    }
  }
}

extension Numeric {
  /// The order of two numbers; nil where one is not a number.
  static func order(_ left: Numeric, _ right: Numeric) -> ValueOrder? {
    switch NumericPair(left, right) {
    case .exact(let a, let b): a < b ? .less : a == b ? .equal : .greater
    case .floats(let a, let b): a < b ? .less : a == b ? .equal : a > b ? .greater : nil
    case .doubles(let a, let b): a < b ? .less : a == b ? .equal : a > b ? .greater : nil
    }
  }

  /// The result of an operation (XPath, section 6.2); nil for an error.
  static func apply(_ operation: Expression.Arithmetic, _ left: Numeric, _ right: Numeric) -> Numeric? {
    switch NumericPair(left, right) {
    case .exact(let a, let b):
      let areIntegers = left.isInteger && right.isInteger
      switch operation {
      case .add: return a.plus(b).map { areIntegers ? .integer($0) : .decimal($0) }
      case .subtract: return a.minus(b).map { areIntegers ? .integer($0) : .decimal($0) }
      case .multiply: return a.times(b).map { areIntegers ? .integer($0) : .decimal($0) }
      case .divide: return a.divided(by: b).map { .decimal($0) }
      }
    case .floats(let a, let b): return .float(binary(operation, a, b))
    case .doubles(let a, let b): return .double(binary(operation, a, b))
    }
  }

  private static func binary<F: BinaryFloatingPoint>(_ operation: Expression.Arithmetic, _ a: F, _ b: F) -> F
  {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    }
  }

  /// The number with the other sign.
  var negated: Numeric {
    switch self {
    case .integer(let value): .integer(value.negated)
    case .decimal(let value): .decimal(value.negated)
    case .float(let value): .float(-value)
    case .double(let value): .double(-value)
    }
  }

  /// The number with a function of each type applied.
  func mapped(_ exact: (DecimalNumber) -> DecimalNumber, _ binary: (Double) -> Double) -> Numeric {
    switch self {
    case .integer(let value): .integer(exact(value))
    case .decimal(let value): .decimal(exact(value))
    case .float(let value): .float(Float(binary(Double(value))))
    case .double(let value): .double(binary(value))
    }
  }
}
