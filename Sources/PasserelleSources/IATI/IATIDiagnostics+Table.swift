public import PasserelleCore

extension DiagnosticCode {
  private static let askPublisher = (
    fr: "Signalez-le à l’organisme qui publie les données ; la valeur d’origine reste consultable.",
    en: "Report it to the publisher of the data; the original value can still be consulted."
  )
  private static let askVersion = (
    fr: "Demandez à l’organisme qui publie les données une version 2.03, ou vérifiez l’activité importée.",
    en: "Ask the publisher of the data for version 2.03, or check the activity as imported."
  )
  private static let fixSource = (
    fr: "Complétez la donnée à la source, puis relancez l’ingestion du fichier.",
    en: "Complete the data at their source, then ingest the file again."
  )

  /// An activity or organisation without identifier.
  public static let iatiNoIdentifier = code(
    "iati.noIdentifier", .error,
    (
      fr:
        "L’activité ou l’organisation n’a pas d’identifiant : elle ne pourrait être ni mise à jour ni retrouvée.",
      en: "The activity or organisation has no identifier: it could be neither updated nor found again."
    ), fixSource)
  /// A file of a version that is read in part.
  public static let iatiVersion = code(
    "iati.version", .note,
    (
      fr:
        "Le fichier n’est pas d’une version 2.01 à 2.03 d’IATI : n’en est lu que ce qui porte les mêmes noms.",
      en: "The file is of no version from 2.01 to 2.03 of IATI: only what bears the same names is read."
    ), askVersion)
  /// An activity without title.
  public static let iatiNoTitle = code(
    "iati.noTitle", .warning,
    (
      fr: "L’activité ou l’organisation n’a pas de nom : la recherche par mots ne la trouvera guère.",
      en: "The activity or organisation has no name: searches by words will hardly find it."
    ), fixSource)
  /// A code that its list does not have.
  public static let iatiCode = code(
    "iati.code", .warning,
    (
      fr: "Le code n’est pas de sa liste ; il n’a pas été retenu.",
      en: "The code is not of its list; it was not taken."
    ), askPublisher)
  /// An end before its beginning.
  public static let iatiDateOrder = code(
    "iati.dateOrder", .warning,
    (
      fr: "La fin précède le début ; les deux dates ont été gardées.",
      en: "The end is before the beginning; both dates were kept."
    ), askPublisher)
  /// A percentage that is none.
  public static let iatiPercentage = code(
    "iati.percentage", .warning,
    (
      fr: "La part n’est pas un nombre de 0 à 100 ; elle n’a pas été retenue.",
      en: "The share is no number from 0 to 100; it was not taken."
    ), askPublisher)
  /// Percentages that do not make a whole.
  public static let iatiPercentages = code(
    "iati.percentages", .warning,
    (
      fr:
        "Les parts des pays ou des secteurs ne font pas 100 %, ou il en manque ; elles ont été gardées telles quelles.",
      en:
        "The shares of the countries or sectors do not make 100 %, or some are missing; they were kept as they are."
    ), askPublisher)
  /// A budget or transaction without value.
  public static let iatiNoValue = code(
    "iati.noValue", .warning,
    (
      fr: "Le budget ou le mouvement n’a pas de montant.",
      en: "The budget or transaction has no value."
    ), askPublisher)
  /// An amount without currency.
  public static let iatiNoCurrency = code(
    "iati.noCurrency", .warning,
    (
      fr: "Le montant n’a pas de devise, et l’activité n’en donne pas d’office ; il a été gardé sans devise.",
      en: "The amount has no currency, nor has the activity one by default; it was kept without one."
    ), askPublisher)
  /// A transaction without date.
  public static let iatiNoDate = code(
    "iati.noDate", .warning,
    (
      fr: "Le mouvement n’a pas de date lisible.",
      en: "The transaction has no date that can be read."
    ), askPublisher)
  /// A reference of no known form.
  public static let iatiOrganisation = code(
    "iati.organisation", .note,
    (
      fr: "L’identifiant de l’organisation n’a pas la forme PAYS-REGISTRE-NUMÉRO ; il a été gardé tel quel.",
      en: "The identifier of the organisation has not the form COUNTRY-REGISTER-NUMBER; it was kept as it is."
    ), askPublisher)
  /// Coordinates that are none.
  public static let iatiPoint = code(
    "iati.point", .warning,
    (
      fr:
        "Les coordonnées du lieu ne sont pas des degrés de latitude et de longitude ; elles n’ont pas été retenues.",
      en: "The coordinates of the place are no degrees of latitude and longitude; they were not taken."
    ), askPublisher)

  /// The codes of IATI.
  public static let allIATI: [DiagnosticCode] = [
    .iatiNoIdentifier, .iatiVersion, .iatiNoTitle, .iatiCode, .iatiDateOrder, .iatiPercentage,
    .iatiPercentages, .iatiNoValue, .iatiNoCurrency, .iatiNoDate, .iatiOrganisation, .iatiPoint,
  ]
}
