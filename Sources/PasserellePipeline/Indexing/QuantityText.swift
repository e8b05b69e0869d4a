import PasserelleCore
import PasserelleRendering

/// How the parts of a quantity read.
enum QuantityText {
  /// The digits, thousands apart.
  static func number(_ value: DecimalNumber, _ language: MessageLanguage) -> String {
    ValueFormat(language).number(value)
  }

  /// A date at its precision.
  static func date(_ value: PartialDate, _ language: MessageLanguage) -> String {
    ValueFormat(language).date(value)
  }

  /// A number with its unit: `12,5 %` and `12.5%`, `400 000 habitants`, `500 €` and `€500`.
  static func joined(_ number: String, unit: String, _ language: MessageLanguage) -> String {
    guard let first = unit.unicodeScalars.first, !unit.isEmpty else { return number }
    let isSign = !first.properties.isAlphabetic
    if language == .french { return number + ValueFormat.fixedSpace + unit }
    if unit == "%" { return number + unit }
    // Signs of currencies stand before the number in English, with the letters of their country: `CA$`.
    let isCurrency = unit.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
    return isCurrency ? unit + number : number + (isSign ? ValueFormat.fixedSpace : " ") + unit
  }
}
