package import PasserelleCore
import PasserelleSources

extension Vocabulary {
  /// Thing → its amount, tax excluded, converted into euros.
  package static let amountInEuros = pas + "amountInEuros"
  /// Call or lot → its estimated value converted into euros.
  package static let estimatedAmountInEuros = pas + "estimatedAmountInEuros"
  /// Lot → its greatest value converted into euros.
  package static let maximumAmountInEuros = pas + "maximumAmountInEuros"
  /// Lot → its value estimated again, converted into euros.
  package static let reestimatedAmountInEuros = pas + "reestimatedAmountInEuros"
  /// Contract → what was paid, converted into euros.
  package static let paidAmountInEuros = pas + "paidAmountInEuros"
  /// Thing → units of its currency for one euro, by which its amounts were converted.
  package static let euroRate = pas + "euroRate"
  /// Thing → day, month or year of the rate.
  package static let euroRateDate = pas + "euroRateDate"
  /// Thing → CPV 2008 code in the place of one of an older edition.
  package static let hasCurrentClassification = pas + "hasCurrentClassification"
  /// Thing → NUTS territory of the newest edition in the place of one of an older edition.
  package static let hasCurrentPlace = pas + "hasCurrentPlace"
  /// Code → the code that took its place.
  package static let isReplacedBy = dct + "isReplacedBy"
  /// Conversion → the record whose values it converts.
  package static let conversionOf = pas + "conversionOf"
  /// Conversion → the table that it was made with: its list, edition and hash.
  package static let conversionTable = pas + "conversionTable"

  /// The relations of amounts, each with that of the converted amount.
  package static let convertedAmounts: [(stated: String, converted: String)] = [
    (amount, amountInEuros), (estimatedAmount, estimatedAmountInEuros),
    (maximumAmount, maximumAmountInEuros), (pas + "reestimatedAmount", reestimatedAmountInEuros),
    (pas + "paidAmount", paidAmountInEuros), (numericValue, amountInEuros),
  ]

  /// The relations of the day of an amount, the most telling first.
  static let amountDates: [String] = [
    notified, pas + "decisionDate", valueDate, published,
  ]
}
