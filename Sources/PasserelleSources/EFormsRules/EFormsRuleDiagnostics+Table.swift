public import PasserelleCore

extension DiagnosticCode {
  private static let atPublisher = (
    fr: "L’avis est enregistré tel quel. Signalez-le à l’acheteur ; « passerelle validate » donne la règle.",
    en: "The notice is stored as it is. Report it to the buyer; 'passerelle validate' gives the rule."
  )

  /// A broken rule of eForms: mandatory.
  public static let eformsRuleMandatory = code(
    "eforms.ruleMandatory", .warning,
    (
      fr: "Une information obligatoire pour ce type d’avis manque.",
      en: "An item that is mandatory for this kind of notice is missing."
    ), atPublisher)
  /// A broken rule of eForms: forbidden.
  public static let eformsRuleForbidden = code(
    "eforms.ruleForbidden", .warning,
    (
      fr: "Une information exclue pour ce type d’avis est présente.",
      en: "An item that is forbidden for this kind of notice is present."
    ), atPublisher)
  /// A broken rule of eForms: code.
  public static let eformsRuleCode = code(
    "eforms.ruleCode", .warning,
    (
      fr: "La valeur n’est pas un code de la liste officielle.",
      en: "The value is no code of the official list."
    ), atPublisher)
  /// A broken rule of eForms: repeatable.
  public static let eformsRuleRepeatable = code(
    "eforms.ruleRepeatable", .warning,
    (
      fr: "Une information qui ne se donne qu’une fois est répétée.",
      en: "An item that may be given once only is repeated."
    ), atPublisher)
  /// A broken rule of eForms: length.
  public static let eformsRuleLength = code(
    "eforms.ruleLength", .warning,
    (
      fr: "Le texte dépasse la longueur admise.",
      en: "The text is longer than allowed."
    ), atPublisher)
  /// A broken rule of eForms: pattern.
  public static let eformsRulePattern = code(
    "eforms.rulePattern", .warning,
    (
      fr: "La valeur n’a pas la forme demandée.",
      en: "The value does not have the form that is asked for."
    ), atPublisher)
  /// A broken rule of eForms: type.
  public static let eformsRuleType = code(
    "eforms.ruleType", .warning,
    (
      fr: "La valeur n’est pas du type attendu (date, heure, nombre, oui ou non).",
      en: "The value is not of the expected type (date, time, number, yes or no)."
    ), atPublisher)
  /// A broken rule of eForms: range.
  public static let eformsRuleRange = code(
    "eforms.ruleRange", .warning,
    (
      fr: "Le nombre est hors des bornes admises.",
      en: "The number is out of the allowed range."
    ), atPublisher)
  /// A broken rule of eForms: assertion.
  public static let eformsRuleAssertion = code(
    "eforms.ruleAssertion", .warning,
    (
      fr: "Deux informations de l’avis se contredisent selon les règles officielles.",
      en: "Two items of the notice contradict each other under the official rules."
    ), atPublisher)
  /// A broken rule of eForms: change.
  public static let eformsRuleChange = code(
    "eforms.ruleChange", .warning,
    (
      fr: "L’avis modifie une information qui ne peut plus l’être.",
      en: "The notice changes an item that cannot be changed any more."
    ), atPublisher)
  /// Further broken rules of a notice.
  public static let eformsRuleMore = code(
    "eforms.ruleMore", .warning,
    (
      fr: "L’avis enfreint d’autres règles officielles, qui ne sont pas dites une à une.",
      en: "The notice breaks further official rules, which are not told one by one."
    ), atPublisher)

  /// The codes of broken rules of eForms.
  public static let allEFormsRules: [DiagnosticCode] =
    EFormsRuleKind.allCases.map { eformsRule($0) } + [eformsRuleMore]

  /// The code of a kind of rule.
  static func eformsRule(_ kind: EFormsRuleKind) -> DiagnosticCode {
    switch kind {
    case .mandatory: eformsRuleMandatory
    case .forbidden: eformsRuleForbidden
    case .code: eformsRuleCode
    case .repeatable: eformsRuleRepeatable
    case .length: eformsRuleLength
    case .pattern: eformsRulePattern
    case .type: eformsRuleType
    case .range: eformsRuleRange
    case .assertion: eformsRuleAssertion
    case .change: eformsRuleChange
    }
  }
}
