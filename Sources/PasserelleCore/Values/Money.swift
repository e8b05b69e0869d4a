/// An amount in a currency.
public struct Money: Hashable, Sendable {
  /// The exact amount, in whole units of the currency.
  public let amount: DecimalNumber
  /// The ISO 4217 code, such as `EUR`.
  public let currency: String
  /// The amount in euros; nil for an amount in euros, and where no rate is known.
  public let euros: EuroValue?

  /// Makes an amount in a currency.
  public init(_ amount: DecimalNumber, _ currency: String = "EUR", euros: EuroValue? = nil) {
    self.amount = amount
    self.currency = currency
    self.euros = currency == "EUR" ? nil : euros
  }

  /// What amounts are compared and summed by: the amount in euros, stated or converted; nil where no rate is known.
  public var inEuros: DecimalNumber? { currency == "EUR" ? amount : euros?.amount }

  /// Whether the amount is in another currency than the euro and no rate of it is known, so that it compares with none.
  public var isUnconverted: Bool { inEuros == nil }

  /// The value of the key `amountInEuros`, which stands beside the amount and its currency where it was converted.
  public var structuredEuros: StructuredValue? { euros.map { .decimal($0.amount) } }

  /// The value of the key `euroRate`.
  public var structuredRate: StructuredValue? { euros.map { .decimal($0.rate) } }

  /// The value of the key `euroRateDate`.
  public var structuredRateDate: StructuredValue? { euros.map { .string($0.date.description) } }
}

/// An amount in another currency, converted into euros.
public struct EuroValue: Hashable, Sendable {
  /// The amount in euros, to the cent.
  public let amount: DecimalNumber
  /// Units of the stated currency for one euro.
  public let rate: DecimalNumber
  /// The day, month or year that the rate is of.
  public let date: PartialDate

  /// Makes a converted amount.
  public init(_ amount: DecimalNumber, rate: DecimalNumber, date: PartialDate) {
    self.amount = amount
    self.rate = rate
    self.date = date
  }
}
