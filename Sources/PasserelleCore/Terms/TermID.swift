/// The identifier of an RDF term in a store: a small dictionary number, or a value written inline.
///
/// Layout of the 64 bits (always positive in a store, so SQLite stores the small ones in few bytes):
/// - `0`: no term (an unbound place of a pattern);
/// - `1 ..< 2^62`: a row of the dictionary;
/// - bit 62 set: an inline value, its ``InlineKind`` in bits 56–61 and its payload in bits 0–55, biased so
///   that values of one kind order as their identifiers do; decimals do so only among those of one scale;
/// - negative: a term that only one evaluation of a query knows, never stored.
public struct TermID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The 64 bits.
  public let rawValue: Int64

  /// Wraps the 64 bits as they are.
  @inlinable
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// No term: an unbound place.
  public static let none = TermID(rawValue: 0)

  /// The bit that marks inline values.
  @usableFromInline static let inlineBit: Int64 = 1 << 62

  /// Whether the value is written in the identifier itself.
  @inlinable public var isInline: Bool { rawValue >= Self.inlineBit }

  /// Whether a term is named at all.
  @inlinable public var isBound: Bool { rawValue != 0 }

  /// Orders by the 64 bits.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The kinds of value that fit in a ``TermID``.
public enum InlineKind: Int64, Sendable, CaseIterable {
  /// `xsd:integer`, 56 signed bits.
  case integer = 1
  /// `xsd:decimal` in canonical form: 51 signed bits of digits, 5 bits of scale.
  case decimal = 2
  /// `xsd:date` without zone, in days since 1970-01-01.
  case date = 3
  /// `xsd:gYearMonth` without zone, in months since year 0.
  case yearMonth = 4
  /// `xsd:gYear` without zone.
  case year = 5
  /// `xsd:dateTime` in UTC with whole seconds, since 1970-01-01T00:00:00Z.
  case dateTime = 6
  /// `xsd:boolean`.
  case boolean = 7
}

extension TermID {
  private static let payloadBits: Int64 = 56
  private static let bias: Int64 = 1 << 55

  /// Makes an inline identifier.
  ///
  /// - Returns: Nil when the payload needs more than 56 signed bits.
  public init?(_ kind: InlineKind, payload: Int64) {
    guard payload >= -Self.bias, payload < Self.bias else { return nil }
    rawValue = Self.inlineBit | kind.rawValue << Self.payloadBits | (payload + Self.bias)
  }

  /// The inline value's kind and payload; nil for dictionary terms.
  public var inlineValue: (kind: InlineKind, payload: Int64)? {
    guard isInline, let kind = InlineKind(rawValue: (rawValue & ~Self.inlineBit) >> Self.payloadBits)
    else { return nil }
    return (kind, (rawValue & (1 << Self.payloadBits - 1)) - Self.bias)
  }
}
