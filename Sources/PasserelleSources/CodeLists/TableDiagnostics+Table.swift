public import PasserelleCore

extension DiagnosticCode {
  private static let correct = (
    fr: "Corrigez la ligne, ou demandez un fichier intact à l’éditeur, puis importez de nouveau.",
    en: "Correct the row, or ask the publisher for a sound file, then import again."
  )

  /// A row without code.
  public static let referenceNoCode = code(
    "reference.noCode", .error,
    (fr: "La ligne n’a pas de code.", en: "The row has no code."), correct)
  /// A code that its list cannot hold.
  public static let referenceCode = code(
    "reference.code", .error,
    (fr: "Le code n’a pas la forme des codes de la liste.", en: "The code is not of the list’s shape."),
    correct)
  /// A code without a name.
  public static let referenceNoName = code(
    "reference.noName", .error,
    (fr: "Le code n’a de nom dans aucune langue.", en: "The code has a name in no language."), correct)
  /// A row with more or fewer fields than the headings.
  public static let referenceFields = code(
    "reference.fields", .error,
    (
      fr: "La ligne n’a pas autant de champs que l’en-tête.",
      en: "The row has not as many fields as the headings."
    ), correct)
  /// A row that is not UTF-8.
  public static let referenceEncoding = code(
    "reference.encoding", .error,
    (fr: "La ligne n’est pas en UTF-8.", en: "The row is not UTF-8."),
    (fr: "Enregistrez le fichier en UTF-8.", en: "Save the file as UTF-8."))
  /// A row with an open quotation mark, or one without end.
  public static let referenceRow = code(
    "reference.row", .error,
    (
      fr: "La ligne est trop longue, ou un guillemet n’y est pas fermé.",
      en: "The row is too long, or a quotation mark in it is not closed."
    ), correct)
  /// A code that another row gives another meaning.
  public static let referenceRepeatedCode = code(
    "reference.repeatedCode", .error,
    (
      fr: "Le code figure déjà dans le fichier, avec un autre contenu ; la première ligne est conservée.",
      en: "The code is in the file already, with another content; the first row is kept."
    ), correct)
  /// Codes met again: told once a list, with how often.
  public static let referenceRepeated = code(
    "reference.repeated", .note,
    (
      fr:
        "Des codes de la liste reviennent (leur nombre de fois est donné) ; ce que ces lignes ajoutent (noms, point, population) est joint.",
      en:
        "Codes of the list come again (how often is given); what these rows add (names, point, population) is joined."
    ), nothingToDo)
  /// Two rows that disagree.
  public static let referenceConflict = code(
    "reference.conflict", .note,
    (
      fr: "Deux lignes donnent au même code des valeurs différentes ; la première est conservée.",
      en: "Two rows give the same code different values; the first is kept."
    ), nothingToDo)
  /// A place without point.
  public static let referenceNoPoint = code(
    "reference.noPoint", .note,
    (fr: "Le lieu n’a pas de coordonnées.", en: "The place has no coordinates."),
    (fr: "Ses distances sont celles de son département.", en: "Its distances are those of its department."))
  /// Coordinates that are none.
  public static let referencePoint = code(
    "reference.point", .warning,
    (
      fr: "Les coordonnées ne sont pas des degrés ; elles ont été écartées.",
      en: "The coordinates are no degrees; they were dropped."
    ), correct)
  /// A number that is none.
  public static let referenceNumber = code(
    "reference.number", .warning,
    (
      fr: "La population n’est pas un nombre entier ; elle a été écartée.",
      en: "The population is no whole number; it was dropped."
    ), correct)
  /// A currency that is none, or rates against another one than the euro.
  public static let referenceCurrency = code(
    "reference.currency", .error,
    (
      fr: "Le code n’est pas celui d’une devise (ISO 4217), ou le taux n’est pas celui d’un euro.",
      en: "The code is not that of a currency (ISO 4217), or the rate is not that of one euro."
    ), correct)
  /// A rate that is no number above nought.
  public static let referenceRate = code(
    "reference.rate", .error,
    (fr: "Le taux n’est pas un nombre supérieur à zéro.", en: "The rate is not a number above nought."),
    correct)
  /// A rate without a date.
  public static let referenceRateDate = code(
    "reference.rateDate", .error,
    (
      fr: "Le taux n’a pas de date (jour, mois ou année).", en: "The rate has no date (day, month or year)."
    ), correct)
  /// A series of other rates than averages or reference rates.
  public static let referenceRateSeries = code(
    "reference.rateSeries", .error,
    (
      fr: "La série n’est pas celle des cours de référence ou de leurs moyennes (EXR_SUFFIX A).",
      en: "The series is not that of reference rates or their averages (EXR_SUFFIX A)."
    ), correct)
  /// A code that several others replace.
  public static let referenceSplit = code(
    "reference.split", .note,
    (
      fr: "Plusieurs codes remplacent ce code ; les suivants sont conservés comme autres écritures.",
      en: "Several codes replace this code; those after the first are kept as other writings."
    ), nothingToDo)
  /// Columns that are not kept.
  public static let referenceColumn = code(
    "reference.column", .note,
    (fr: "Des colonnes ne sont pas conservées.", en: "Some columns are not kept."), nothingToDo)
  /// A file of a folder that is no list.
  public static let referencePassedOver = code(
    "reference.passedOver", .note,
    (
      fr: "Le fichier n’est pas une liste officielle connue ; il a été passé.",
      en: "The file is no official list that is known; it was passed over."
    ), nothingToDo)
  /// An answer that had to do without an official list.
  public static let referenceDegraded = code(
    "reference.degraded", .note,
    (
      fr: "Des libellés ou des distances sont approchés : les listes officielles n’ont pas été importées.",
      en: "Some labels or distances are approximate: the official lists were not imported."
    ),
    (
      fr: "Importez-les une fois : « passerelle reference import DOSSIER ».",
      en: "Import them once: “passerelle reference import FOLDER”."
    ))

  /// The codes of official lists, in the order of the documentation.
  public static let allReferences: [DiagnosticCode] = [
    .referenceNoCode, .referenceCode, .referenceNoName, .referenceFields, .referenceEncoding, .referenceRow,
    .referenceRepeatedCode, .referenceRepeated, .referenceConflict, .referenceNoPoint, .referencePoint,
    .referenceNumber, .referenceCurrency, .referenceRate, .referenceRateDate, .referenceRateSeries,
    .referenceSplit, .referenceColumn, .referencePassedOver, .referenceDegraded,
  ]
}
