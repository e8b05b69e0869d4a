public import PasserelleCore

extension DiagnosticCode {
  /// JSON that breaks the grammar; what is left of the file (or the line) was put aside as one record.
  public static let jsonMalformed = DiagnosticCode(
    "json.malformed", .error,
    reason: LocalizedText(
      fr: "Le JSON est mal formé à cet endroit.", en: "The JSON is malformed at this place."),
    remedy: malformedRemedy)

  static let malformedRemedy = LocalizedText(
    fr: "Corrigez le fichier à la ligne indiquée, ou téléchargez-le de nouveau s’il est tronqué, puis "
      + "relancez l’ingestion ; les fiches déjà lues ne seront pas relues.",
    en: "Correct the file at the line given, or download it again if it was cut short, then ingest it again; "
      + "records already read are skipped.")

  /// A record whose bytes are not UTF-8.
  public static let jsonInvalidUTF8 = DiagnosticCode(
    "json.invalidUTF8", .error,
    reason: LocalizedText(
      fr: "La fiche contient des octets qui ne sont pas de l’UTF-8.",
      en: "The record contains bytes that are not UTF-8."),
    remedy: LocalizedText(
      fr: "Si le fichier vient d’un ancien logiciel Windows, relancez avec « --encoding windows-1252 ».",
      en: "If the file comes from an older Windows program, try again with “--encoding windows-1252”."))

  /// A record longer than the limit.
  public static let jsonRecordTooLarge = DiagnosticCode(
    "json.recordTooLarge", .error,
    reason: LocalizedText(
      fr: "La fiche dépasse la taille admise ; seul son début a été conservé.",
      en: "The record is longer than the limit; only its beginning was kept."),
    remedy: LocalizedText(
      fr: "Vérifiez que le fichier est bien une liste de fiches et non un seul grand document.",
      en: "Check that the file is a list of records and not one large document."))

  /// A record nested deeper than the limit.
  public static let jsonTooDeep = DiagnosticCode(
    "json.tooDeep", .error,
    reason: LocalizedText(
      fr: "La fiche est imbriquée plus profondément que la limite.",
      en: "The record is nested deeper than the limit."),
    remedy: LocalizedText(
      fr: "Une fiche de ce format n’a que quelques niveaux : vérifiez l’origine du fichier.",
      en: "A record of this format has only a few levels: check where the file comes from."))

  /// Every code of the JSON reader, in the order of the documentation.
  public static let allJSON: [DiagnosticCode] = [
    .jsonMalformed, .jsonInvalidUTF8, .jsonRecordTooLarge, .jsonTooDeep,
  ]
}
