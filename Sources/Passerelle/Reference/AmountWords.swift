import PasserelleCore

/// What is said of amounts in other currencies where amounts are compared, filtered or summed.
enum AmountWords {
  /// That amounts were left out, because no rate of them is known.
  static func leftOut(_ count: Int) -> LocalizedText {
    count == 1
      ? LocalizedText(
        fr: "1 montant en une autre devise, sans taux, laissé de côté",
        en: "1 amount in another currency without a rate, left out")
      : LocalizedText(
        fr: "\(count) montants en d’autres devises, sans taux, laissés de côté",
        en: "\(count) amounts in other currencies without a rate, left out")
  }

  /// That some of the amounts were converted.
  static func converted(_ count: Int) -> LocalizedText {
    count == 1
      ? LocalizedText(fr: "1 montant converti en euros", en: "1 amount converted into euros")
      : LocalizedText(
        fr: "\(count) montants convertis en euros", en: "\(count) amounts converted into euros")
  }
}
