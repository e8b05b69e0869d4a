public import PasserelleCore

extension DiagnosticCode {
  private static let atSource = (
    fr: "Faites corriger l’avis à la source, puis importez-le de nouveau.",
    en: "Have the notice corrected at its source, then import it again."
  )

  /// A notice that registers a European company or grouping.
  public static let eformsRegistration = code(
    "eforms.registration", .error,
    (
      fr: "L’avis annonce l’enregistrement d’une société ou d’un groupement européen, et non un achat.",
      en: "The notice announces that a European company or grouping was registered, not a purchase."
    ), nothingToDo)
  /// A notice about contracts that describes none.
  public static let eformsNoContract = code(
    "eforms.noContract", .error,
    (
      fr: "L’avis porte sur des marchés conclus, mais n’en décrit aucun.",
      en: "The notice is about contracts that were concluded, but describes none."
    ), atSource)
  /// A notice of results without any.
  public static let eformsNoResult = code(
    "eforms.noResult", .warning,
    (
      fr: "L’avis de résultat ne donne le résultat d’aucun lot.",
      en: "The notice of results gives the result of no lot."
    ), atSource)
  /// A lot that nobody won.
  public static let eformsLotWithoutWinner = code(
    "eforms.lotWithoutWinner", .note,
    (
      fr: "Le lot n’a pas d’attributaire ; son résultat est conservé avec l’appel.",
      en: "The lot has no winner; its result is kept with the call."
    ), nothingToDo)
  /// A reference to a part that the notice does not have.
  public static let eformsMissingReference = code(
    "eforms.missingReference", .warning,
    (
      fr: "L’avis renvoie à une partie qu’il ne contient pas ; le lien est perdu.",
      en: "The notice refers to a part that it does not have; the link is lost."
    ), atSource)
  /// A lot that has both no winner and a contract.
  public static let eformsContradiction = code(
    "eforms.contradiction", .warning,
    (
      fr: "L’avis dit le lot sans attributaire, mais lui rattache un marché ; les deux sont conservés.",
      en: "The notice says that the lot has no winner, but ties a contract to it; both are kept."
    ), atSource)
  /// A value that is withheld from publication.
  public static let eformsWithheld = code(
    "eforms.withheld", .note,
    (
      fr: "La publication de cette information est différée ; une valeur de remplacement n’est pas lue.",
      en: "The publication of this item is withheld; a value in its place is not read."
    ),
    (
      fr: "Importez de nouveau l’avis une fois l’information publiée.",
      en: "Import the notice again once the item is published."
    ))
  /// Amounts of one thing in several currencies.
  public static let eformsCurrencyMixed = code(
    "eforms.currencyMixed", .warning,
    (
      fr:
        "Le montant est dans une autre monnaie que les autres montants de la même chose ; il n’est pas retenu.",
      en: "The amount is in another currency than the other amounts of the same thing; it is not taken."
    ), atSource)
  /// A result that a later notice cancels.
  public static let eformsAwardCancelled = code(
    "eforms.awardCancelled", .warning,
    (
      fr: "L’avis annule ce résultat : le marché reste, sans attributaire.",
      en: "The notice cancels this result: the contract stays, without winner."
    ), nothingToDo)
  /// A contract of a procedure without identifier.
  public static let eformsNoProcedure = code(
    "eforms.noProcedure", .note,
    (
      fr:
        "L’avis ne donne pas l’identifiant de la procédure : un avis ultérieur ne pourra pas compléter ce marché.",
      en: "The notice gives no procedure identifier: no later notice can complete this contract."
    ), atSource)
  /// The address of documents that is none.
  public static let eformsAddress = code(
    "eforms.address", .warning,
    (
      fr: "L’adresse n’est pas celle d’une page web ; elle a été écartée.",
      en: "The address is not that of a web page; it was dropped."
    ), atSource)
  /// A weight that is no number, or negative.
  public static let eformsWeight = code(
    "eforms.weight", .warning,
    (
      fr: "Le poids du critère n’est pas un nombre positif ; il a été écarté.",
      en: "The weight of the criterion is no positive number; it was dropped."
    ), atSource)
  /// Elements that are not read.
  public static let eformsUnread = code(
    "eforms.unread", .note,
    (
      fr: "Des éléments de l’avis ne sont pas lus.",
      en: "Some elements of the notice are not read."
    ), nothingToDo)

  /// Every code that notices alone give, those of `SourceDiagnostics` left out.
  static let allNotices: [DiagnosticCode] = [
    .eformsRegistration, .eformsNoContract, .eformsNoResult, .eformsLotWithoutWinner, .eformsMissingReference,
    .eformsContradiction, .eformsWithheld, .eformsCurrencyMixed, .eformsAwardCancelled, .eformsNoProcedure,
    .eformsAddress, .eformsWeight, .eformsUnread,
  ]
}
