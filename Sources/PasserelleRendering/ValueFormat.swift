public import PasserelleCore

/// Values as people read them in their language.
///
/// French: `1 234,56 €` with a narrow no-break space between thousands and a no-break space before the unit,
/// `17/12/2018`. English: `€1,234.56`, `2018-12-17`. No locale of the system is asked: the same value gives the
/// same text everywhere.
public struct ValueFormat: Sendable, Hashable {
  /// The language.
  public let language: MessageLanguage
  /// Whether only ASCII may be written: plain spaces between thousands, currencies by their code.
  public let isASCII: Bool

  /// Makes the formats of a language.
  public init(_ language: MessageLanguage, isASCII: Bool = false) {
    self.language = language
    self.isASCII = isASCII
  }

  /// The narrow no-break space of French numbers.
  public static let narrowSpace = "\u{202F}"
  /// The no-break space before French units.
  public static let fixedSpace = "\u{A0}"

  private var isFrench: Bool { language == .french }
  private var unitSpace: String { isASCII ? " " : Self.fixedSpace }
  private var thousands: String { isFrench ? (isASCII ? " " : Self.narrowSpace) : "," }
  private var point: String { isFrench ? "," : "." }

  /// An amount with at least two digits after the point; further digits are kept, never rounded.
  ///
  /// A converted amount is followed by its value in euros, the rate and its date:
  /// `120 000,25 £ ≈ 140 384,01 € (1 € = 0,8548 GBP au 20/02/2024)`.
  public func amount(_ money: Money) -> String {
    let stated = number(money)
    guard let euros = money.euros else { return stated }
    return stated + " " + inEuros(euros, of: money.currency)
  }

  /// The value in euros of an amount in another currency, with the rate and its date, to stand after the amount.
  public func inEuros(_ euros: EuroValue, of currency: String) -> String {
    let equation = "1\(unitSpace)\(isASCII ? "EUR" : "€") = \(number(euros.rate))\(unitSpace)\(currency)"
    let isDay = euros.date.precision == .day
    let on = isFrench ? (isDay ? "au" : "moyenne de") : isDay ? "on" : "average of"
    return (isASCII ? "~ " : "≈ ") + number(Money(euros.amount)) + " (\(equation) \(on) \(date(euros.date)))"
  }

  private func number(_ money: Money) -> String {
    let (isNegative, whole, fraction) = DecimalText.parts(of: money.amount, minimumFraction: 2)
    let sign = isNegative ? "-" : ""
    let number = DecimalText.grouped(whole, by: thousands) + point + fraction
    let symbol = isASCII ? nil : Self.symbols[money.currency]
    if isFrench { return sign + number + unitSpace + (symbol?.french ?? money.currency) }
    if let symbol { return sign + symbol.english + number }
    return sign + money.currency + unitSpace + number
  }

  /// The currencies that have a symbol no other has.
  private static let symbols: [String: (french: String, english: String)] = [
    "EUR": ("€", "€"), "GBP": ("£", "£"), "USD": ("$US", "US$"), "CAD": ("$CA", "CA$"),
  ]

  /// An exact number with all its digits.
  public func number(_ value: DecimalNumber, minimumFraction: Int = 0) -> String {
    let (isNegative, whole, fraction) = DecimalText.parts(of: value, minimumFraction: minimumFraction)
    return (isNegative ? "-" : "") + DecimalText.grouped(whole, by: thousands)
      + (fraction.isEmpty ? "" : point + fraction)
  }

  /// A whole number and what it counts, in the singular or the plural of the language.
  ///
  /// - Parameters:
  ///   - count: The number.
  ///   - one: The words for one; in French, for none too.
  ///   - many: The words for more; nil for those for one with an `s` at the end.
  /// - Returns: Both.
  public func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    let isOne = abs(count) == 1 || isFrench && count == 0
    return number(count) + " " + (isOne ? one : many ?? one + "s")
  }

  /// A whole number.
  public func number(_ value: Int) -> String { number(DecimalNumber(value)) }

  /// A binary number with a count of digits after the point.
  ///
  /// - Returns: A dash for what is no finite number.
  public func number(_ value: Double, digits: Int) -> String {
    guard let rounded = DecimalText.rounded(value, digits: digits) else {
      return value.isFinite ? value.description : dash
    }
    return number(rounded, minimumFraction: digits)
  }

  /// A share of one as a percentage: 0.125 gives `12,5 %` or `12.5%`.
  public func percent(_ share: Double, digits: Int = 0) -> String {
    number(share * 100, digits: digits) + (isFrench ? unitSpace : "") + "%"
  }

  /// A date at its precision: `17/12/2018`, `12/2018`, `2018`; in English the ISO form.
  public func date(_ date: PartialDate) -> String {
    guard isFrench else { return date.description }
    return date.description.split(separator: "-").reversed().joined(separator: "/")
  }

  /// A moment, in UTC, to the minute: `17/12/2018 09:30`; in English `2018-12-17 09:30`.
  public func instant(_ instant: Instant) -> String {
    let clock = instant.description.drop { $0 != "T" }.dropFirst().prefix(5)
    return date(instant.date) + " " + clock
  }

  /// A span of time with its two largest units: `850 ms`, `12 s`, `3 min 05 s`, `2 h 07 min`.
  public func duration(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if seconds < 1 { return "\(max(0, attoseconds / 1_000_000_000_000_000))\(unitSpace)ms" }
    let space = unitSpace
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    if seconds < 60 { return "\(seconds)\(space)s" }
    if seconds < 3600 { return "\(seconds / 60)\(space)min\(space)\(two(seconds % 60))\(space)s" }
    return "\(seconds / 3600)\(space)h\(space)\(two(seconds % 3600 / 60))\(space)min"
  }

  /// A cell of a table; nothing for an empty one.
  public func cell(_ cell: Table.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .int(let value): number(value)
    case .decimal(let value): number(value)
    case .number(let value, let digits): number(value, digits: digits)
    case .money(let money): amount(money)
    case .date(let value): date(value)
    }
  }

  private var dash: String { isASCII ? "-" : "–" }
}
