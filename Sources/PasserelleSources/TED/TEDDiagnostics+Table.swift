public import PasserelleCore

extension DiagnosticCode {
  private static let atSource = (
    fr: "Téléchargez de nouveau l’avis sur le site de TED, puis importez-le.",
    en: "Download the notice from the TED site again, then import it."
  )

  /// A document of TED without the number of its notice.
  public static let tedNoNumber = code(
    "ted.noNumber", .error,
    (
      fr: "L’avis n’a pas de numéro (DOC_ID) : il ne pourrait être ni mis à jour ni retrouvé.",
      en: "The notice has no number (DOC_ID): it could be neither updated nor found again."
    ), atSource)
  /// A form of TED that is not known.
  public static let tedUnknownForm = code(
    "ted.unknownForm", .error,
    (
      fr: "Le formulaire de l’avis n’est pas connu, ou manque.",
      en: "The form of the notice is not known, or missing."
    ), atSource)
  /// A correction that does not say of what.
  public static let tedNoCorrected = code(
    "ted.noCorrected", .warning,
    (
      fr: "L’avis rectificatif ne dit pas quel avis il corrige ; il est gardé comme un avis à part.",
      en: "The corrigendum does not say which notice it corrects; it is kept as a notice of its own."
    ), atSource)
  /// An amount that includes tax.
  public static let tedTaxIncluded = code(
    "ted.taxIncluded", .warning,
    (
      fr: "Le montant est donné taxes comprises ; il n’est pas retenu.",
      en: "The amount is given with tax included; it is not taken."
    ), nothingToDo)
  /// Elements that are not read.
  public static let tedUnread = code(
    "ted.unread", .note,
    (
      fr: "Des éléments de l’avis ne sont pas lus.",
      en: "Some elements of the notice are not read."
    ), nothingToDo)

  /// Every code that notices of TED alone give.
  static let allTED: [DiagnosticCode] = [
    .tedNoNumber, .tedUnknownForm, .tedNoCorrected, .tedTaxIncluded, .tedUnread,
  ]
}
