public import PasserelleCore

/// What takes part in the network, by what it is.
public enum NodeKind: String, Sendable, Hashable, CaseIterable {
  /// A French commune.
  case commune
  /// A French grouping of communes, métropoles included.
  case intercommunality
  /// A French department.
  case departement
  /// A French region.
  case region
  /// A part of a city.
  case district
  /// A local authority abroad, or a city whose authority is not told apart.
  case foreignAuthority
  /// A country.
  case country
  /// A part of the world.
  case worldRegion
  /// A company, a vendor, a group of companies.
  case company
  /// A State body, an agency, an international institution.
  case publicBody
  /// An association, a foundation, any other organisation.
  case organisation
  /// A university or other institution of higher education or research.
  case university
  /// A laboratory or another research team.
  case researchTeam
  /// A network of territories or organisations.
  case network
  /// A cooperation agreement, a twinning as a node of its own.
  case agreement
  /// A project, a cooperation project included.
  case project
  /// A programme, a plan or a funding instrument.
  case programme
  /// A call for projects or tenders.
  case call
  /// A label, a prize or a ranking.
  case label
  /// An event.
  case event
  /// A theme or sub-theme.
  case theme
  /// Anything else.
  case other
}

/// What an edge says.
public enum EdgeKind: String, Sendable, Hashable, CaseIterable {
  /// Two territories are twinned; both ways.
  case twinning
  /// Two territories or organisations cooperate; both ways.
  case cooperation
  /// Two actors are partners; both ways.
  case partnership
  /// An actor is bound by an agreement: actor → agreement.
  case party
  /// An actor carries or leads: actor → project, programme.
  case carries
  /// An actor takes part: actor → project, programme, call, event.
  case participation
  /// An actor is a member: actor → network, organisation.
  case membership
  /// An actor holds a label: actor → label.
  case recognition
  /// A company supplies an authority, by an award or a claim: company → authority.
  case supply
  /// An actor pays: actor → project, programme.
  case funding
  /// An actor helps without paying, or what it gives is not known: actor → project, network.
  case support
  /// A part of a whole: part → whole; a laboratory in its university, a project in its programme.
  case partOf
  /// Something lies in a place: thing → territory, country.
  case location
  /// An actor organises an event: actor → event.
  case organisation
  /// Something is about a theme: thing → theme.
  case theme

  /// Whether it reads the same both ways.
  public var isSymmetric: Bool { self == .twinning || self == .cooperation || self == .partnership }
}

/// All that the statements of a store tie, in columns: who cooperates with whom, where, on what, since when.
///
/// Nodes and edges are those that a moment's statements give; nothing is inferred. Conflicting statements give as
/// many edges. An edge keeps the records that state it.
public struct CooperationNetwork: Sendable {
  /// Something that is tied.
  public struct Node: Sendable, Hashable {
    /// Its IRI, the canonical one.
    public var iri: String
    /// Its name; where it has none, the end of its IRI.
    public var label: LocalizedText
    /// What it is.
    public var kind: NodeKind
    /// The code of its finer kind, from the lists `authority-kinds` and `organisation-kinds`.
    public var subkind: String?
    /// Its country, ISO 3166-1 alpha-2.
    public var country: String?
    /// The INSEE code of its department.
    public var department: String?
    /// Where it is.
    public var point: GeographicPoint?
    /// How many people live there.
    public var population: Int?
    /// The cooperation mode of an agreement or project, from the list `cooperation-modes`.
    public var mode: String?
    /// The first date of a project, programme or agreement.
    public var since: PartialDate?
    /// The last date.
    public var until: PartialDate?
    /// Whether it is known from generated demonstration data only.
    public var isDemonstration: Bool

    /// Makes a node.
    public init(
      iri: String, label: LocalizedText, kind: NodeKind, subkind: String? = nil, country: String? = nil,
      department: String? = nil, point: GeographicPoint? = nil, population: Int? = nil, mode: String? = nil,
      since: PartialDate? = nil, until: PartialDate? = nil, isDemonstration: Bool = false
    ) {
      self.iri = iri
      self.label = label
      self.kind = kind
      self.subkind = subkind
      self.country = country
      self.department = department
      self.point = point
      self.population = population
      self.mode = mode
      self.since = since
      self.until = until
      self.isDemonstration = isDemonstration
    }
  }

  /// A tie with what is known of it.
  public struct Edge: Sendable, Hashable {
    /// What it says.
    public var kind: EdgeKind
    /// The node it leaves.
    public var source: Int32
    /// The node it reaches.
    public var target: Int32
    /// Its first date; a year stated of it counts as first and last.
    public var since: PartialDate?
    /// Its last date.
    public var until: PartialDate?
    /// The role of the source, from the list `participation-roles`.
    public var role: String?
    /// The grade of a label, the share of a participation and the like, as written.
    public var detail: String?
    /// How many things it stands for: 1, or the number of awards of a supply edge.
    public var count: Int32
    /// The sum of the amounts in euros of a supply or funding edge; nil where none is known.
    public var amount: DecimalNumber?
    /// The named graphs that state it, ascending: versions of records.
    public var records: [TermID]
    /// The IRI of the claim, award or participation that says it; nil for plain statements.
    public var statement: String?
    /// Whether generated demonstration data alone state it.
    public var isDemonstration: Bool

    /// Makes an edge.
    public init(
      kind: EdgeKind, source: Int32, target: Int32, since: PartialDate? = nil, until: PartialDate? = nil,
      role: String? = nil, detail: String? = nil, count: Int32 = 1, amount: DecimalNumber? = nil,
      records: [TermID] = [], statement: String? = nil, isDemonstration: Bool = false
    ) {
      self.kind = kind
      self.source = source
      self.target = target
      self.since = since
      self.until = until
      self.role = role
      self.detail = detail
      self.count = count
      self.amount = amount
      self.records = records
      self.statement = statement
      self.isDemonstration = isDemonstration
    }
  }

  /// The nodes, ascending by IRI.
  public let nodes: [Node]
  /// The edges, by kind, source, target, first date and statement.
  public let edges: [Edge]
  /// The themes of each node: numbers of theme nodes, ascending; of its theme edges, for quick filters.
  public let themes: [[Int32]]
  private let places: [String: Int32]

  /// Makes a network; the edges are put in order.
  ///
  /// - Parameters:
  ///   - nodes: The nodes, each IRI once, ascending.
  ///   - edges: The edges.
  public init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges.sorted { left, right in
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      if left.source != right.source { return left.source < right.source }
      if left.target != right.target { return left.target < right.target }
      let (from, to) = (left.since?.description ?? "", right.since?.description ?? "")
      if from != to { return from < to }
      return (left.statement ?? "") < (right.statement ?? "")
    }
    var themes = [[Int32]](repeating: [], count: nodes.count)
    for edge in self.edges where edge.kind == .theme && themes[Int(edge.source)].last != edge.target {
      themes[Int(edge.source)].append(edge.target)
    }
    self.themes = themes
    var places: [String: Int32] = [:]
    places.reserveCapacity(nodes.count)
    for (place, node) in nodes.enumerated() { places[node.iri] = Int32(place) }
    self.places = places
  }

  /// The number of a node; nil for an IRI that is not in the network.
  public func node(_ iri: String) -> Int32? { places[iri] }
}
