public import PasserelleCore

extension DiagnosticCode {
  private static let completeNotice = (
    fr: "Complétez l’avis à la source, puis relancez l’ingestion du fichier.",
    en: "Complete the notice at its source, then ingest the file again."
  )

  /// A notice without number.
  public static let boampNoNumber = code(
    "boamp.noNumber", .error,
    (
      fr: "L’avis n’a pas de numéro : il ne pourrait être ni mis à jour ni retrouvé.",
      en: "The notice has no number: it could be neither updated nor found again."
    ), completeNotice)
  /// A notice without title or text.
  public static let boampNothing = code(
    "boamp.nothing", .error,
    (
      fr: "L’avis n’a ni objet ni texte.", en: "The notice has neither a subject nor a text."
    ), completeNotice)
  /// Fields that are not read.
  public static let boampFieldIgnored = code(
    "boamp.fieldIgnored", .note,
    (
      fr: "Des champs de l’avis ne sont pas lus.", en: "Some fields of the notice are not read."
    ), nothingToDo)
  /// A notice of a result, whose winners are not told by name and number.
  public static let boampResult = code(
    "boamp.result", .note,
    (
      fr:
        "L’avis annonce un résultat : l’appel est repris, pas les titulaires, dont l’avis n’a pas de numéro.",
      en:
        "The notice tells of a result: the call is taken, not the winners, of whom the notice has no number."
    ),
    (
      fr: "Les marchés attribués viennent des données essentielles (decp) ou des avis eForms.",
      en: "Awarded contracts come from the essential data (decp) or from eForms notices."
    ))

  /// The codes of notices of the bulletin.
  public static let allBOAMP: [DiagnosticCode] = [
    .boampNoNumber, .boampNothing, .boampFieldIgnored, .boampResult,
  ]
}
