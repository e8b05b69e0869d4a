internal import PasserelleCore

/// Codes of OCDS in the words that French award data use.
enum OCDSCodes {
  /// Procurement methods (`method`); those of the early drafts included.
  static let methods = [
    "open": "Appel d'offres ouvert",
    "selective": "Appel d'offres restreint",
    "limited": "Procédure sur invitation",
    "direct": "Marché passé sans publicité ni mise en concurrence préalable",
  ]

  /// Procurement categories (`procurementCategory`).
  static let categories = ["goods": "fournitures", "works": "travaux", "services": "services"]

  /// Award criteria (`awardCriteria`), in our words.
  static let criteria: [String: String] = [
    "priceonly": "Prix", "lowestcost": "Prix", "costonly": "Coût", "qualityonly": "Qualité",
    "ratedcriteria": "Plusieurs critères pondérés", "bestproposal": "Meilleure offre",
    "bestvaluetogovernment": "Meilleure offre pour l’acheteur", "singlebidonly": "Candidat unique",
  ]

  /// What becomes of an award.
  enum AwardStatus {
    case active, pending, withdrawn

    init(_ written: String?) {
      switch written?.trimmed.lowercased() {
      case "pending": self = .pending
      case "cancelled", "canceled", "unsuccessful": self = .withdrawn
      default: self = .active
      }
    }
  }

  /// Whether the status of a tender says that no offer is awaited any more, whatever its deadline.
  static func isWithdrawn(tenderStatus: String) -> Bool {
    ["cancelled", "canceled", "unsuccessful", "withdrawn"].contains(tenderStatus.lowercased())
  }

  /// The BCP 47 primary tag of a language as packages write it: `fr`, `en-GB`, `EN`, `fra`, `English`.
  static func language(_ written: String?) -> String? {
    guard let written = written?.trimmed.lowercased(), !written.isEmpty else { return nil }
    if let known = [
      "english": "en", "french": "fr", "français": "fr", "spanish": "es",
      // Moldova's portal gives the code of the country; `mo` is the withdrawn code of the same language.
      "md": "ro", "mo": "ro",
    ][written] {
      return known
    }
    let primary = written.prefix { $0 != "-" && $0 != "_" }
    let tag = LanguageTag.tag(String(primary))
    return tag == LanguageTag.undetermined ? nil : tag
  }

  /// Whether a scheme numbers natural persons: identity cards, passports.
  static func isPersonal(scheme: String) -> Bool {
    let upper = scheme.uppercased()
    return ["IDCARD", "PASSPORT", "CEDULA", "DNI", "CURP", "SSN"].contains { upper.hasSuffix($0) }
  }
}
