public import PasserelleCore

/// A warning on the substance of a need: what a clause asks for touches the rights of persons.
///
/// It never blocks anything and never changes a score. The decision stays with the officer.
public struct SubstanceWarning: Sendable, Hashable {
  /// What a clause asks for.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Facial recognition or another biometric identification of persons in public space.
    case biometricPublicSpace = "biometric_public_space"
    /// Following persons at a distance, or plates linked with persons.
    case personTracking = "person_tracking"
    /// Personal data leaving the Union, sold, given to third parties or published.
    case personalDataExport = "personal_data_export"
    /// Biometrics where nothing says that it is in public space, such as access to a building.
    case biometricAccess = "biometric_access"

    /// The kind in words.
    public var label: LocalizedText {
      switch self {
      case .biometricPublicSpace:
        LocalizedText(
          fr: "identification biométrique dans l’espace public",
          en: "biometric identification in public space")
      case .personTracking:
        LocalizedText(fr: "suivi de personnes à distance", en: "remote tracking of persons")
      case .personalDataExport:
        LocalizedText(
          fr: "sortie de données personnelles", en: "personal data transferred, sold or published")
      case .biometricAccess: LocalizedText(fr: "données biométriques", en: "biometric data")
      }
    }

    /// What the warning says.
    public var message: LocalizedText {
      switch self {
      case .biometricPublicSpace:
        LocalizedText(
          fr:
            "Cette clause demande une identification biométrique de personnes dans l’espace public, ou paraît la "
            + "demander.",
          en: "This clause asks for the biometric identification of persons in public space, or seems to.")
      case .personTracking:
        LocalizedText(
          fr:
            "Cette clause demande de suivre ou d’identifier des personnes à distance, ou paraît le demander.",
          en: "This clause asks to track or identify persons at a distance, or seems to.")
      case .personalDataExport:
        LocalizedText(
          fr:
            "Cette clause fait sortir des données personnelles : transfert hors de l’Union européenne, cession, "
            + "communication à des tiers ou publication.",
          en:
            "This clause lets personal data out: transfer outside the European Union, sale, disclosure to third "
            + "parties or publication.")
      case .biometricAccess:
        LocalizedText(
          fr:
            "Cette clause demande un traitement de données biométriques, sans que le texte parle de l’espace public.",
          en:
            "This clause asks for the processing of biometric data; the text does not speak of public space.")
      }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
      switch self {
      case .biometricPublicSpace, .personTracking:
        LocalizedText(
          fr:
            "À vérifier avant publication avec la personne déléguée à la protection des données : base légale, "
            + "nécessité, analyse d’impact, solution qui n’identifie personne (comptage anonyme, floutage). Si la ville "
            + "n’en veut pas, l’exclure expressément.",
          en: "To check before publication with the data protection officer: legal basis, necessity, impact "
            + "assessment, a solution that identifies nobody (anonymous counting, blurring). If the city does not want "
            + "it, exclude it expressly.")
      case .personalDataExport:
        LocalizedText(
          fr:
            "À vérifier avant publication avec la personne déléguée à la protection des données : base légale, pays de "
            + "destination et garanties, anonymisation avant toute publication.",
          en:
            "To check before publication with the data protection officer: legal basis, country of destination and "
            + "safeguards, anonymisation before any publication.")
      case .biometricAccess:
        LocalizedText(
          fr:
            "À vérifier : un badge ou un code suffit-il ? La biométrie au travail suit un règlement type et demande une "
            + "analyse d’impact.",
          en:
            "To check: would a badge or a code do? Biometrics at work follow a model regulation and need an impact "
            + "assessment.")
      }
    }
  }

  /// What the clause asks for.
  public let kind: Kind
  /// The name of the clause in the outline; nil for the title.
  public let clauseID: String?
  /// Where the clause stands in its document, such as `p. 12, § 3`; nil where that is not known.
  public let anchor: String?
  /// The sentence of the clause, as written.
  public let quote: String
  /// The words that gave rise to it, as written in the clause but for case and accents.
  public let words: [String]
  /// What was decided or required in like cases, most telling first.
  public var precedents: [RegulatoryPrecedent] { RegulatoryPrecedent.precedents(for: kind) }
}

/// A decision, rule or experience that bears on a warning.
public struct RegulatoryPrecedent: Sendable, Hashable {
  /// What it says.
  public let text: LocalizedText
  /// The source document, by its id in the facts; nil for a law in force, which is indicative.
  public let document: String?
  /// The lines of the source document; nil for a law.
  public let lines: String?

  /// Whether it is law that the source documents do not hold: to be checked against the text in force.
  public var isIndicative: Bool { document == nil }
}
