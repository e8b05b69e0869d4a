public import PasserelleCore

extension DiagnosticCode {
  /// Amounts in a currency for which no rates were imported: told once a run and currency.
  public static let conversionNoTable = DiagnosticCode(
    "conversion.noTable", .note,
    reason: LocalizedText(
      fr: "Des montants en devise n’ont pas de valeur en euros : aucune table de taux n’a été importée.",
      en: "Amounts in a foreign currency have no value in euros: no table of rates was imported."),
    remedy: LocalizedText(
      fr: "Importez les taux de la BCE : « passerelle reference import eurofxref-hist.csv ».",
      en: "Import the rates of the ECB: “passerelle reference import eurofxref-hist.csv”."))
  /// Amounts for whose date there is no rate: told once a run and currency.
  public static let conversionNoRate = DiagnosticCode(
    "conversion.noRate", .note,
    reason: LocalizedText(
      fr:
        "Des montants en devise n’ont pas de valeur en euros : pas de taux à leur date, ni dans les dix jours avant, ou pas de date.",
      en:
        "Amounts in a foreign currency have no value in euros: no rate of their date or the ten days before, or no date."
    ),
    remedy: LocalizedText(
      fr: "Importez une table de taux qui couvre ces dates.",
      en: "Import a table of rates that covers these dates."))
  /// An amount that cannot be converted: two currencies, or too large.
  public static let conversionAmount = DiagnosticCode(
    "conversion.amount", .note,
    reason: LocalizedText(
      fr: "Le montant ne peut pas être converti : plusieurs devises, ou un nombre trop grand.",
      en: "The amount cannot be converted: several currencies, or too large a number."),
    remedy: LocalizedText(
      fr: "Voyez le montant dans l’enregistrement source.", en: "See the amount in the source record."))
  /// A code that several others replace.
  public static let conversionSplit = DiagnosticCode(
    "conversion.split", .note,
    reason: LocalizedText(
      fr: "Plusieurs codes ont remplacé ce code : il n’est pas converti.",
      en: "Several codes replaced this code: it is not converted."),
    remedy: LocalizedText(
      fr: "Rien à faire : le code d’origine reste.", en: "Nothing to do: the original code stays."))
  /// A code that nothing replaces.
  public static let conversionWithdrawn = DiagnosticCode(
    "conversion.withdrawn", .note,
    reason: LocalizedText(
      fr: "Aucun code n’a remplacé ce code : il n’est pas converti.",
      en: "No code replaced this code: it is not converted."),
    remedy: LocalizedText(
      fr: "Rien à faire : le code d’origine reste.", en: "Nothing to do: the original code stays."))

  /// The codes of conversions, in the order of the documentation.
  public static let allConversions: [DiagnosticCode] = [
    .conversionNoTable, .conversionNoRate, .conversionAmount, .conversionSplit, .conversionWithdrawn,
  ]
}
