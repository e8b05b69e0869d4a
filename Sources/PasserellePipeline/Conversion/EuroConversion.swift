package import PasserelleCore
package import PasserelleOntology
import PasserelleSources

/// Converts amounts into euros by a list of rates and the fixed rates of former currencies.
package struct EuroConversion {
  /// A rate that holds for a day.
  package struct Rate: Hashable, Sendable {
    /// Units of the currency for one euro, with the digits of its source.
    package let text: String
    /// The same as a number.
    package let value: DecimalNumber
    /// The day, month or year that it is of.
    package let date: PartialDate
    /// Whether it is fixed by law, not looked up.
    package let isFixed: Bool
  }

  /// How many days before the one asked for a rate may be: holidays never are longer.
  package static let daysBack = 10

  private let list: CodeList?

  /// Takes a list of rates; nil where none was imported.
  package init(list: CodeList?) { self.list = list }

  /// Whether only fixed rates are known.
  package var isTableMissing: Bool { list == nil }

  /// The rate of a currency on a date.
  ///
  /// Of a day, the one of the last working day not after it; else the average of its month, else of its year.
  ///
  /// - Returns: Nil where there is none.
  /// - Complexity: O(log *n*) for *n* rates.
  package func rate(_ currency: String, on date: PartialDate) -> Rate? {
    if let (text, since) = FixedEuroRates.rate(currency, on: date) {
      return rate(text, since, isFixed: true)
    }
    guard let list else { return nil }
    func found(_ date: PartialDate?) -> Rate? {
      guard let date, let entry = list.entry(code: ConversionList.rateCode(currency, date)) else {
        return nil
      }
      return rate(entry.label.french, date, isFixed: false)
    }
    if date.precision == .day {
      for back in 0...Self.daysBack {
        if let rate = found(PartialDate(daysSince1970: date.firstDay - back)) { return rate }
      }
    }
    if let month = date.month, let rate = found(PartialDate(year: date.year, month: month)) { return rate }
    return found(PartialDate(year: date.year))
  }

  private func rate(_ text: String, _ date: PartialDate, isFixed: Bool) -> Rate? {
    guard let value = DecimalNumber(text), value > .zero else { return nil }
    return Rate(text: text, value: value, date: date, isFixed: isFixed)
  }

  /// An amount in euros, to the nearest cent, halves away from nought (Council Regulation (EC) No 1103/97, article 5).
  ///
  /// - Returns: Nil where the number is too large.
  package static func euros(_ amount: DecimalNumber, at rate: DecimalNumber) -> DecimalNumber? {
    guard rate > .zero, let numerator = scaled(amount.digits, rate.scale + 2),
      let denominator = scaled(rate.digits, amount.scale)
    else { return nil }
    let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    let isUp = remainder >= denominator.magnitude - remainder
    guard let cents = Int128(exactly: quotient + (isUp ? 1 : 0)) else { return nil }
    return DecimalNumber(digits: amount.isNegative ? -cents : cents, scale: 2)
  }

  private static func scaled(_ digits: Int128, _ power: Int) -> Int128? {
    var result = digits
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }
}
