internal import PasserelleCore

/// A value as arithmetic sees it: a number apart from how it was written, or another term by its identifier.
struct Scalar {
  /// What the bits hold.
  enum Kind: UInt8 {
    /// Nothing: an error, or no value.
    case error
    /// The digits of a whole number; of a decimal number with ``Scalar/scale`` places.
    case integer, decimal
    /// The pattern of a binary number.
    case float, double
    /// The identifier of what is no number.
    case term
  }

  var kind: Kind
  /// Digits after the point; trailing zeros may be among them.
  var scale: UInt8
  var bits: Int128

  static let error = Scalar(kind: .error, scale: 0, bits: 0)

  init(kind: Kind, scale: UInt8, bits: Int128) {
    self.kind = kind
    self.scale = scale
    self.bits = bits
  }

  /// A whole number.
  init(_ value: Int64) { self.init(kind: .integer, scale: 0, bits: Int128(value)) }

  /// A binary number.
  init(_ value: Double) { self.init(kind: .double, scale: 0, bits: Int128(value.bitPattern)) }

  /// A term that is no number.
  init(term id: TermID) { self.init(kind: id.isBound ? .term : .error, scale: 0, bits: Int128(id.rawValue)) }

  /// A number.
  init(_ number: Numeric) {
    switch number {
    case .integer(let value): self.init(kind: .integer, scale: 0, bits: value.digits)
    case .decimal(let value): self.init(kind: .decimal, scale: UInt8(value.scale), bits: value.digits)
    case .float(let value): self.init(kind: .float, scale: 0, bits: Int128(value.bitPattern))
    case .double(let value): self.init(value)
    }
  }

  /// The number that an `xsd:integer` or `xsd:decimal` of at most 18 digits is; nil for all others.
  init?(plain term: Term) {
    guard case .literal(let literal) = term else { return nil }
    let kind: Kind
    switch literal.datatype {
    case .integer: kind = .integer
    case .decimal: kind = .decimal
    default: return nil
    }
    var digits: Int64 = 0
    var count = 0
    var scale: UInt8?
    var isNegative = false
    var isFirst = true
    for byte in literal.lexicalForm.utf8 {
      switch byte {
      case 0x30...0x39:
        guard count < 18 else { return nil }
        digits = digits * 10 + Int64(byte & 0x0F)
        count += 1
        if let places = scale { scale = places + 1 }
      case UInt8(ascii: ".") where kind == .decimal && scale == nil: scale = 0
      case UInt8(ascii: "-") where isFirst, UInt8(ascii: "+") where isFirst:
        isNegative = byte == UInt8(ascii: "-")
      default: return nil
      }
      isFirst = false
    }
    guard count > 0 else { return nil }
    self.init(kind: kind, scale: scale ?? 0, bits: Int128(isNegative ? -digits : digits))
  }

  /// Whether it is a number.
  var isNumber: Bool { kind != .error && kind != .term }

  /// Whether it is an integer or a decimal number.
  var isExact: Bool { kind == .integer || kind == .decimal }

  /// The identifier of what is no number.
  var id: TermID { TermID(rawValue: Int64(truncatingIfNeeded: bits)) }

  /// The number; nil for anything else.
  var numeric: Numeric? {
    switch kind {
    case .error, .term: nil
    case .integer: .integer(DecimalNumber(digits: bits))
    case .decimal: .decimal(DecimalNumber(digits: bits, scale: Int(scale)))
    case .float: .float(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .double: .double(Double(bitPattern: UInt64(truncatingIfNeeded: bits)))
    }
  }

  /// Powers of ten that fit in 64 bits.
  static let tens: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]
  private static let doubleTens: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
  ]

  /// Whether the digits fit in 63 bits, so that two may be multiplied, or scaled by any of ``tens``.
  @inline(__always) private var isSmall: Bool { bits < 1 << 62 && bits > -(1 << 62) }

  /// The digits of two exact numbers at the larger of their scales; nil where that takes more care.
  @inline(__always) private static func aligned(_ a: Scalar, _ b: Scalar) -> (Int128, Int128, UInt8)? {
    guard a.isSmall, b.isSmall else { return nil }
    if a.scale == b.scale { return (a.bits, b.bits, a.scale) }
    if a.scale < b.scale {
      guard b.scale - a.scale <= 18 else { return nil }
      return (a.bits * Int128(tens[Int(b.scale - a.scale)]), b.bits, b.scale)
    }
    guard a.scale - b.scale <= 18 else { return nil }
    return (a.bits, b.bits * Int128(tens[Int(a.scale - b.scale)]), a.scale)
  }

  /// The nearest binary number of 64 bits; the scalar is a number.
  var double: Double {
    switch kind {
    case .double: return Double(bitPattern: UInt64(truncatingIfNeeded: bits))
    case .integer, .decimal:
      // Both operands are exact, so that the quotient is rounded once (Clinger, 1990).
      if scale <= 22, bits < 1 << 53, bits > -(1 << 53) {
        return Double(Int64(truncatingIfNeeded: bits)) / Self.doubleTens[Int(scale)]
      }
      return numeric?.double ?? .nan
    default: return numeric?.double ?? .nan
    }
  }

  /// A binary number near an exact one.
  private var approximate: Double { Double(bits) / Self.doubleTens[Int(min(scale, 31))] }

  /// The order of two numbers; nil where one is not a number.
  static func order(_ a: Scalar, _ b: Scalar) -> ValueOrder? {
    if a.isExact, b.isExact {
      if let (left, right, _) = aligned(a, b) { return ValueOrder(left, right) }
      // Far from each other, as binary numbers tell: those are off by some units in the sixteenth digit.
      let (x, y) = (a.approximate, b.approximate)
      if (x - y).magnitude > 1e-9 * max(x.magnitude, y.magnitude) { return x < y ? .less : .greater }
    } else if a.kind == .double || b.kind == .double {
      return ordered(a.double, b.double)
    }
    guard let left = a.numeric, let right = b.numeric else { return nil }
    return Numeric.order(left, right)
  }

  private static func ordered(_ a: Double, _ b: Double) -> ValueOrder? {
    a < b ? .less : a == b ? .equal : a > b ? .greater : nil
  }

  /// The result of an operation on two numbers, as ``Numeric/apply(_:_:_:)`` gives it.
  static func apply(_ operation: Expression.Arithmetic, _ a: Scalar, _ b: Scalar) -> Scalar {
    if a.isExact, b.isExact {
      let kind: Kind = a.kind == .integer && b.kind == .integer ? .integer : .decimal
      switch operation {
      case .add:
        if let (x, y, scale) = aligned(a, b) { return Scalar(kind: kind, scale: scale, bits: x + y) }
      case .subtract:
        if let (x, y, scale) = aligned(a, b) { return Scalar(kind: kind, scale: scale, bits: x - y) }
      case .multiply:
        if a.isSmall, b.isSmall, a.scale + b.scale <= 28 {
          return Scalar(kind: kind, scale: a.scale + b.scale, bits: a.bits * b.bits)
        }
      case .divide: break
      }
    } else if a.kind == .double || b.kind == .double {
      let (x, y) = (a.double, b.double)
      switch operation {
      case .add: return Scalar(x + y)
      case .subtract: return Scalar(x - y)
      case .multiply: return Scalar(x * y)
      case .divide: return Scalar(x / y)
      }
    }
    guard let left = a.numeric, let right = b.numeric else { return .error }
    return Numeric.apply(operation, left, right).map { Scalar($0) } ?? .error
  }
}

extension TermID {
  /// The number written inline; an error for other identifiers.
  @inline(__always) var inlineScalar: Scalar {
    switch inlineKindBits {
    case InlineKind.integer.rawValue: return Scalar(kind: .integer, scale: 0, bits: Int128(inlinePayload))
    case InlineKind.decimal.rawValue:
      let payload = inlinePayload
      return Scalar(
        kind: .decimal, scale: UInt8(truncatingIfNeeded: payload & 31), bits: Int128(payload >> 5))
    default: return .error
    }
  }

  /// The raw value of the kind of an inline value; 0 for a dictionary number, negative for a local one.
  @inline(__always) var inlineKindBits: Int64 { rawValue < 1 << 62 ? 0 : (rawValue >> 56) & 0x3F }

  /// The payload of an inline value.
  @inline(__always) var inlinePayload: Int64 { (rawValue & (1 << 56 - 1)) - (1 << 55) }

  /// Whether an inline value is a number.
  @inline(__always) var isInlineNumber: Bool {
    let kind = inlineKindBits
    return kind == InlineKind.integer.rawValue || kind == InlineKind.decimal.rawValue
  }

  /// The boolean written inline.
  static func boolean(_ value: Bool) -> TermID {
    TermID(rawValue: 1 << 62 | InlineKind.boolean.rawValue << 56 | ((value ? 1 : 0) + 1 << 55))
  }
}
