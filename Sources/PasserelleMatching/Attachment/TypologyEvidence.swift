public import PasserelleCore

/// What one award, one action sheet or one declared profile says of project typologies.
public struct TypologyEvidence: Sendable, Hashable {
  /// Where it comes from.
  public enum Origin: String, Sendable, Hashable, CaseIterable, Codable {
    /// A published award.
    case award
    /// What the vendor declares, unchecked.
    case profile
    /// An action sheet that names the vendor.
    case sheet

    /// The origin in words.
    public var label: LocalizedText {
      switch self {
      case .award: LocalizedText(fr: "marché", en: "award")
      case .profile: LocalizedText(fr: "profil déclaré", en: "declared profile")
      case .sheet: LocalizedText(fr: "fiche action", en: "action sheet")
      }
    }
  }

  /// A typology that it speaks for.
  public struct Hit: Sendable, Hashable {
    /// The typology's place in the list of all.
    public let typology: Int
    /// How plainly, 0 to 1.
    public let strength: Double
    /// The words that name it, as written.
    public let words: [String]
    /// The CPV codes that usually go with it.
    public let codes: [CPVCode]

    /// Makes a hit.
    public init(typology: Int, strength: Double, words: [String] = [], codes: [CPVCode] = []) {
      self.typology = typology
      self.strength = strength
      self.words = words
      self.codes = codes
    }
  }

  /// Where it comes from.
  public let origin: Origin
  /// The typologies, in the order of the list of all; may be empty.
  public let hits: [Hit]

  /// Makes a piece of evidence.
  public init(origin: Origin, hits: [Hit]) {
    self.origin = origin
    self.hits = hits
  }
}
