public import PasserelleCore

extension DiagnosticCode {
  private static let fixRow = (
    fr: "Complétez la ligne à la source, puis relancez l’ingestion du fichier.",
    en: "Complete the row at its source, then ingest the file again."
  )
  private static let checkValue = (
    fr: "Corrigez la valeur à la source, ou la correspondance si elle la lit mal.",
    en: "Correct the value at its source, or the mapping if it reads it wrongly."
  )
  private static let extendMapping = (
    fr: "Ajoutez la colonne à la correspondance, ou à sa liste « ignored ».",
    en: "Add the column to the mapping, or to its list “ignored”."
  )

  /// A row whose record has no key or no subject.
  public static let rowNoIdentity = code(
    "row.noIdentity", .error,
    (
      fr: "La ligne n’a pas l’identifiant de ce qu’elle décrit.",
      en: "The row lacks the identifier of what it describes."
    ), fixRow)
  /// A tie from a thing to itself.
  public static let rowSelfTie = code(
    "row.selfTie", .error,
    (fr: "La ligne lie une chose à elle-même.", en: "The row ties a thing to itself."), fixRow)
  /// An identifier that its scheme does not allow.
  public static let rowIdentifier = code(
    "row.identifier", .warning,
    (
      fr: "L’identifiant n’a pas la forme de son répertoire ; la chose n’a pas été retenue.",
      en: "The identifier has not the form of its register; the thing was not taken."
    ), checkValue)
  /// A value that is no number, date or year.
  public static let rowValue = code(
    "row.value", .warning,
    (
      fr: "La valeur n’est ni du nombre ni de la date attendus ; elle a été écartée.",
      en: "The value is not the number or date expected; it was dropped."
    ), checkValue)
  /// A code that the mapping does not translate.
  public static let rowCode = code(
    "row.code", .warning,
    (
      fr: "La correspondance ne traduit pas ce code ; il a été écarté.",
      en: "The mapping does not translate this code; it was dropped."
    ), checkValue)
  /// Coordinates that are none.
  public static let rowPoint = code(
    "row.point", .warning,
    (
      fr: "Les coordonnées ne sont pas celles d’un point du globe ; elles ont été écartées.",
      en: "The coordinates are not those of a point on the globe; they were dropped."
    ), checkValue)
  /// A name of a natural person where an organisation's is expected.
  public static let rowPerson = code(
    "row.person", .warning,
    (
      fr: "Le nom est celui d’une personne physique ; il n’a pas été conservé.",
      en: "The name is a natural person's; it was not kept."
    ), nothingToDo)
  /// Columns about persons that are never taken.
  public static let rowPersonColumns = code(
    "row.personColumns", .note,
    (
      fr: "Ces colonnes concernent des personnes ; elles n’ont pas été lues.",
      en: "These columns are about persons; they were not read."
    ), nothingToDo)
  /// Columns that the mapping does not know.
  public static let rowUnknownColumns = code(
    "row.unknownColumns", .note,
    (
      fr: "Le fichier a des colonnes que la correspondance ne nomme pas ; elles n’ont pas été lues.",
      en: "The file has columns that the mapping does not name; they were not read."
    ), extendMapping)
  /// Rows of one key with several values, of which one was taken.
  public static let rowSeveralValues = code(
    "row.severalValues", .note,
    (
      fr: "Le fichier donne plusieurs valeurs de la même chose ; une seule a été retenue.",
      en: "The file gives several values of the same thing; one was taken."
    ), nothingToDo)
  /// Rows that say again what others say.
  public static let rowsRepeated = code(
    "row.repeated", .note,
    (
      fr: "Des lignes redisent ce que d’autres disent : elles n’ont donné aucune fiche de plus.",
      en: "Rows say again what others say: they gave no record more."
    ), nothingToDo)
  /// Lists in several columns that are not of one length.
  public static let rowListLength = code(
    "row.listLength", .warning,
    (
      fr: "Les listes parallèles n’ont pas toutes autant d’éléments ; celles qui manquent sont vides.",
      en: "The parallel lists have not as many elements each; those that lack are empty."
    ), checkValue)

  /// Every kind of problem of tables.
  public static let allRows: [DiagnosticCode] = [
    .rowNoIdentity, .rowSelfTie, .rowIdentifier, .rowValue, .rowCode, .rowPoint, .rowPerson,
    .rowPersonColumns, .rowUnknownColumns, .rowSeveralValues, .rowsRepeated, .rowListLength,
  ]
}
