/// A JSON-like value with ordered keys and exact numbers: what every machine-readable output is made of.
public indirect enum StructuredValue: Sendable, Hashable {
  /// JSON null.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// An exact decimal number.
  case decimal(DecimalNumber)
  /// A binary number, written with at most `digits` digits after the point.
  case number(Double, digits: Int)
  /// A text.
  case string(String)
  /// A list.
  case array([StructuredValue])
  /// Keys and values in their order.
  case object([Member])

  /// One key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: StructuredValue

    /// Makes a member.
    public init(_ key: String, _ value: StructuredValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object of keys and values; members whose value is nil are left out.
  public static func object(_ members: KeyValuePairs<String, StructuredValue?>) -> StructuredValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// A text, or nil for none.
  public static func optional(_ text: String?) -> StructuredValue? { text.map { .string($0) } }
}
