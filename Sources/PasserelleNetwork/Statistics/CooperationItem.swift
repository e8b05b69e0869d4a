public import PasserelleCore

/// One cooperation that statistics count once: a tie between two territories, an agreement, or a project.
public struct CooperationItem: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Two territories are twinned.
    case twinning
    /// Two territories cooperate or are partners, without more being told.
    case cooperation
    /// An agreement.
    case agreement
    /// A project.
    case project
  }

  /// What it is.
  public var kind: Kind
  /// The node of an agreement or a project; nil for a tie.
  public var node: Int32?
  /// The edges of the network that make it, ascending.
  public var edges: [Int32]
  /// The French authorities that take part, ascending.
  public var authorities: [Int32]
  /// The territories abroad that take part or where it takes place, ascending.
  public var partners: [Int32]
  /// The countries abroad, ISO 3166-1 alpha-2, ascending; empty where none is known.
  public var countries: [String]
  /// Its themes, as numbers of nodes, ascending.
  public var themes: [Int32]
  /// Its cooperation mode, from the list `cooperation-modes`.
  public var mode: String?
  /// Its first date; nil where none is known.
  public var since: PartialDate?
  /// Its last date; nil where none is known.
  public var until: PartialDate?

  /// Makes a cooperation.
  public init(
    kind: Kind, node: Int32? = nil, edges: [Int32] = [], authorities: [Int32] = [], partners: [Int32] = [],
    countries: [String] = [], themes: [Int32] = [], mode: String? = nil, since: PartialDate? = nil,
    until: PartialDate? = nil
  ) {
    self.kind = kind
    self.node = node
    self.edges = edges
    self.authorities = authorities
    self.partners = partners
    self.countries = countries
    self.themes = themes
    self.mode = mode
    self.since = since
    self.until = until
  }

  /// Whether it is known to have held in a year; nil where its first date is not known.
  public func held(in year: Int) -> Bool? {
    guard let since else { return nil }
    return since.year <= year && (until.map { $0.year >= year } ?? true)
  }
}

extension CooperationNetwork.Node {
  /// The codes of France and its overseas territories.
  public static let french: Set<String> = [
    "FR", "BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT",
  ]

  /// Whether it is a local authority of France.
  public var isFrenchAuthority: Bool {
    switch kind {
    case .commune, .intercommunality, .departement, .region: country.map(Self.french.contains) ?? true
    default: false
    }
  }

  /// Whether it is a territory of another country.
  public var isTerritoryAbroad: Bool {
    switch kind {
    case .foreignAuthority: country.map { !Self.french.contains($0) } ?? true
    case .commune, .intercommunality, .departement, .region, .district, .country:
      country.map { !Self.french.contains($0) } ?? false
    default: false
    }
  }

  /// Its country where that is another than France.
  public var countryAbroad: String? { country.flatMap { Self.french.contains($0) ? nil : $0 } }
}
