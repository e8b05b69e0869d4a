internal import PasserelleCore
internal import PasserelleJSON

/// Tells records that complete a contract from those that give it whole.
enum DECPAmendment {
  /// The lists that may arrive without their contract.
  private static let lists = [
    "modifications", "actesSousTraitance", "modificationsActesSousTraitance", "donneesExecution",
  ]

  /// The fields of which any one makes a contract.
  private static let essentials = [
    "objet", "nature", "codeCPV", "procedure", "titulaires", "concessionnaires", "montant", "valeurGlobale",
    "dateNotification", "dateSignature",
  ]

  /// The relations to which such a record adds.
  static let additions: Set<String> = [
    Vocabulary.hasModification, Vocabulary.hasSubcontract, Vocabulary.hasSubcontractor,
    Vocabulary.hasExecutionYear,
  ]

  /// How a record completes the contract of its key; nil for one that says what the contract is.
  static func amendment(of value: JSONValue) -> RecordAmendment? {
    let holds = { (keys: [String]) in keys.filter { !(value[$0]?.isVoid ?? true) } }
    let lists = holds(lists)
    guard !lists.isEmpty, holds(essentials).isEmpty else { return nil }
    let issued = dates(in: value).max()
    return RecordAmendment(
      identifier: ([issued].compactMap { $0 } + lists).joined(separator: " "),
      issued: issued.flatMap { Instant(iso: $0 + "T00:00:00Z") }, isWhole: false)
  }

  /// The days on which the parts of a record were published, as ISO 8601 writes them.
  private static func dates(in value: JSONValue) -> [String] {
    switch value {
    case .array(let elements): return elements.flatMap(dates)
    case .object(let members):
      return members.flatMap { member -> [String] in
        guard member.key.hasPrefix("datePublicationDonnees") else { return dates(in: member.value) }
        let text = member.value.scalarText?.trimmed ?? ""
        return PartialDate(iso: text)?.precision == .day ? [text] : []
      }
    default: return []
    }
  }
}
