public import PasserelleCore
public import PasserelleText

/// A specification or notice taken apart: its lots, its clauses, and the facts that a match asks with.
///
/// Made by ``SpecificationAnalyzer``; everything in it points back to the text it was read from.
public struct SpecificationOutline: Sendable, Hashable {
  /// The title or subject in one line.
  public var title: String
  /// The language of the text.
  public var language: TextLanguage
  /// The lots in the order of the text; empty for a contract that is not divided.
  public var lots: [SpecificationLot]
  /// The clauses in the order of the text.
  public var clauses: [SpecificationClause]
  /// The CPV codes that the text states, main code first.
  public var codes: [CPVCode]
  /// Where it is to be performed, as far as the text says; the first is the main place.
  public var places: [MatchPlace]
  /// The buyer's name as the text writes it.
  public var buyerName: String?
  /// The buyer's SIREN or SIRET, where the text states one.
  public var buyerNumber: String?
  /// The estimated value excluding tax, or the ceiling.
  public var amount: Money?
  /// The duration in months.
  public var durationMonths: Int?
  /// When it was published.
  public var published: PartialDate?
  /// The last day for offers.
  public var deadline: PartialDate?

  /// Makes an outline with a title and nothing else.
  public init(title: String, language: TextLanguage) {
    self.title = title
    self.language = language
    lots = []
    clauses = []
    codes = []
    places = []
  }
}

/// A lot of a specification.
public struct SpecificationLot: Sendable, Hashable {
  /// The number as the text writes it, such as `1` or `2a`.
  public var number: String
  /// The title.
  public var title: String
  /// The description; may be empty.
  public var text: String
  /// The CPV codes of the lot, main code first.
  public var codes: [CPVCode]
  /// The estimated value excluding tax.
  public var amount: Money?

  /// Makes a lot.
  public init(
    number: String, title: String, text: String = "", codes: [CPVCode] = [], amount: Money? = nil
  ) {
    self.number = number
    self.title = title
    self.text = text
    self.codes = codes
    self.amount = amount
  }
}

/// One clause of a specification: a requirement, a criterion, or procedure.
public struct SpecificationClause: Sendable, Hashable {
  /// What a clause is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// What the thing bought must do for its users.
    case functional
    /// How it must be made: materials, standards, performance, interfaces, security.
    case technical
    /// Conditions of the contract and its execution: prices, penalties, insurance, deadlines, documents to hand over.
    case administrative
    /// By what candidates are admitted: capacities, certificates, turnover, references.
    case selectionCriterion = "selection_criterion"
    /// By what offers are judged, with its weight.
    case awardCriterion = "award_criterion"
    /// Context and procedure: no requirement.
    case information

    /// The kind in words.
    public var label: LocalizedText {
      switch self {
      case .functional: LocalizedText(fr: "fonctionnelle", en: "functional")
      case .technical: LocalizedText(fr: "technique", en: "technical")
      case .administrative: LocalizedText(fr: "administrative", en: "administrative")
      case .selectionCriterion: LocalizedText(fr: "critère de sélection", en: "selection criterion")
      case .awardCriterion: LocalizedText(fr: "critère d’attribution", en: "award criterion")
      case .information: LocalizedText(fr: "information", en: "information")
      }
    }

    /// Whether vendors can be held to it: what coverage is computed for.
    public var isRequirement: Bool { self == .functional || self == .technical }
  }

  /// How binding a clause is.
  public enum Obligation: String, Sendable, Hashable, CaseIterable, Codable {
    /// `doit`, `shall`, `deve`, the plain indicative of a requirement.
    case mandatory
    /// `devrait`, `should`, `de préférence`.
    case recommended
    /// `peut`, `may`, options and variants.
    case optional
    /// States facts.
    case informative

    /// The level in words.
    public var label: LocalizedText {
      switch self {
      case .mandatory: LocalizedText(fr: "obligatoire", en: "mandatory")
      case .recommended: LocalizedText(fr: "recommandée", en: "recommended")
      case .optional: LocalizedText(fr: "facultative", en: "optional")
      case .informative: LocalizedText(fr: "pour information", en: "informative")
      }
    }
  }

  /// The clause's name within the specification: the number as written (`F3`, `T1`), else `C` and its rank from 1.
  public var id: String
  /// What it is about.
  public var kind: Kind
  /// How binding it is.
  public var obligation: Obligation
  /// The text as written, white space collapsed.
  public var text: String
  /// The heading it stands under; empty for none.
  public var heading: String
  /// The number of the lot it belongs to; nil for all.
  public var lot: String?
  /// The weight of an award criterion in percent.
  public var weightPercent: Int?
  /// The domains, use cases and layers it speaks of, strongest first.
  public var tags: [ClauseTag]
  /// The line of the source text on which it starts, from 1.
  public var line: Int
  /// Where it stands in its document, as people read it, such as `p. 12, § 3`; nil where that is not known.
  public var anchor: String?
  /// What decided the kind: words of the text, or the heading it stands under; empty where nothing told.
  public var cue: String

  /// Makes a clause.
  public init(
    id: String, kind: Kind, obligation: Obligation, text: String, heading: String = "", lot: String? = nil,
    weightPercent: Int? = nil, tags: [ClauseTag] = [], line: Int, cue: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.obligation = obligation
    self.text = text
    self.heading = heading
    self.lot = lot
    self.weightPercent = weightPercent
    self.tags = tags
    self.line = line
    self.cue = cue
  }
}

/// A concept of one of the provisional taxonomies that a clause speaks of.
public struct ClauseTag: Sendable, Hashable {
  /// The taxonomy.
  public enum Scheme: String, Sendable, Hashable, CaseIterable, Codable {
    /// A domain of public action: lighting, water, transport…
    case domain
    /// A use case of the smart city.
    case useCase = "use_case"
    /// A layer of the infrastructure: sensors, network, data platform, services…
    case layer
  }

  /// The taxonomy.
  public let scheme: Scheme
  /// The concept's key, such as `lighting`.
  public let key: String
  /// The words of the clause that gave it, as written.
  public let words: [String]

  /// Makes a tag.
  public init(scheme: Scheme, key: String, words: [String]) {
    self.scheme = scheme
    self.key = key
    self.words = words
  }
}
