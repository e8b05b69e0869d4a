public import PasserelleCore

extension DiagnosticCode {
  /// A change, a subcontract or a year of execution without the contract that it is of.
  public static let decpAmendmentAlone = code(
    "decp.amendmentAlone", .note,
    (
      fr:
        "La fiche ne donne que des modifications, des actes de sous-traitance ou des données d’exécution : ils sont rattachés au marché de même identifiant.",
      en:
        "The record gives changes, subcontracts or data of execution alone: they are tied to the contract with the same identifier."
    ), nothingToDo)

  /// The codes of the French essential data beside those that every award has.
  public static let allDECP: [DiagnosticCode] = [.decpAmendmentAlone]
}
