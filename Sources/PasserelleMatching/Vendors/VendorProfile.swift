public import PasserelleCore

/// What a vendor says of itself: the only evidence for one that has won nothing yet.
///
/// Declared, not checked: every answer that shows it says so. Size, origin and labels are there to be shown and to be
/// filtered by when an officer asks; none of them is a ranking feature.
public struct VendorProfile: Sendable, Hashable {
  /// The size classes of French law (decree 2008-1354), the two smallest apart.
  public enum Size: String, Sendable, Hashable, CaseIterable, Codable {
    /// Fewer than 10 people.
    case micro
    /// Fewer than 250 people.
    case sme
    /// Fewer than 5,000 people.
    case midCap = "mid_cap"
    /// 5,000 people or more.
    case large

    /// Whether it counts as a small or medium enterprise (EU recommendation 2003/361).
    public var isSME: Bool { self == .micro || self == .sme }

    /// The class in words.
    public var label: LocalizedText {
      switch self {
      case .micro: LocalizedText(fr: "microentreprise", en: "micro-enterprise")
      case .sme: LocalizedText(fr: "PME", en: "SME")
      case .midCap: LocalizedText(fr: "ETI", en: "mid-cap")
      case .large: LocalizedText(fr: "grande entreprise", en: "large enterprise")
      }
    }
  }

  /// Attributes of sovereignty that a buyer may ask for (hosting and openness).
  public enum Sovereignty: String, Sendable, Hashable, CaseIterable, Codable {
    /// Data are hosted in the European Union.
    case hostedInEU = "hosted_in_eu"
    /// Hosting is qualified SecNumCloud.
    case secNumCloud = "secnumcloud"
    /// The vendor is controlled from within the European Union.
    case controlledInEU = "controlled_in_eu"
    /// The source code is under a free licence.
    case openSource = "open_source"
    /// Interfaces and data formats are open standards.
    case openStandards = "open_standards"
    /// Data can be taken out in full, at no price, at the end of the contract.
    case reversibility

    /// The attribute in words.
    public var label: LocalizedText {
      switch self {
      case .hostedInEU:
        LocalizedText(fr: "données hébergées dans l’Union européenne", en: "data hosted in the EU")
      case .secNumCloud: LocalizedText(fr: "hébergement SecNumCloud", en: "SecNumCloud hosting")
      case .controlledInEU:
        LocalizedText(fr: "contrôle depuis l’Union européenne", en: "controlled from the EU")
      case .openSource: LocalizedText(fr: "code source libre", en: "open source")
      case .openStandards: LocalizedText(fr: "formats et interfaces ouverts", en: "open standards")
      case .reversibility: LocalizedText(fr: "réversibilité des données", en: "data reversibility")
      }
    }
  }

  /// The CPV codes it offers.
  public var codes: [CPVCode]
  /// Where it works.
  public var places: [MatchPlace]
  /// What it offers, in words; it stands in the text index, not in the catalogue.
  public var text: String
  /// Labels and certificates as declared.
  public var labels: [String]
  /// The size class; nil when not declared.
  public var size: Size?
  /// Attributes of sovereignty as declared.
  public var sovereignty: [Sovereignty]
  /// When the company was founded.
  public var founded: PartialDate?
  /// ISO 3166-1 alpha-2 code of the country of its seat.
  public var country: String?

  /// Makes a profile.
  public init(
    codes: [CPVCode] = [], places: [MatchPlace] = [], text: String = "", labels: [String] = [],
    size: Size? = nil, sovereignty: [Sovereignty] = [], founded: PartialDate? = nil, country: String? = nil
  ) {
    self.codes = codes
    self.places = places
    self.text = text
    self.labels = labels
    self.size = size
    self.sovereignty = sovereignty
    self.founded = founded
    self.country = country
  }
}
