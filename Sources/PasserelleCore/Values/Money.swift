/// An amount in a currency.
public struct Money: Hashable, Sendable {
  /// The exact amount, in whole units of the currency.
  public let amount: DecimalNumber
  /// The ISO 4217 code, such as `EUR`.
  public let currency: String

  /// Makes an amount in a currency.
  public init(_ amount: DecimalNumber, _ currency: String = "EUR") {
    self.amount = amount
    self.currency = currency
  }
}
