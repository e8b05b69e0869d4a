public import PasserelleCore

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

  /// The nodes, ascending by IRI.
  public let nodes: [Node]
  /// The edges, by kind (in the order of its cases), source, target, first date and statement.
  public let edges: Edges
  /// The themes of each node: numbers of theme nodes, ascending; of its theme edges, for quick filters.
  public let themes: [[Int32]]
  /// Other IRIs of nodes that are one with theirs, ascending by IRI.
  package let aliases: [(iri: String, node: Int32)]
  private let places: [String: Int32]

  /// Makes a network; the edges are put in order.
  ///
  /// - Parameters:
  ///   - nodes: The nodes, each IRI once, ascending.
  ///   - edges: The edges.
  ///   - aliases: Other IRIs of nodes, by which they are found as well.
  public init(nodes: [Node], edges: [Edge], aliases: [String: Int32] = [:]) {
    self.init(
      nodes: nodes, columns: NetworkEdgeColumns(edges),
      aliases: aliases.map { (iri: $0.key, node: $0.value) }.sorted { $0.iri < $1.iri })
  }

  /// Makes a network of columns that are in order.
  package init(nodes: [Node], columns: NetworkEdgeColumns, aliases: [(iri: String, node: Int32)]) {
    self.nodes = nodes
    self.aliases = aliases
    edges = Edges(columns: columns)
    var themes = [[Int32]](repeating: [], count: nodes.count)
    for number in edges.numbers(of: .theme) {
      let (source, target) = (Int(columns.sources[number]), columns.targets[number])
      if themes[source].last != target { themes[source].append(target) }
    }
    self.themes = themes
    var places: [String: Int32] = [:]
    places.reserveCapacity(nodes.count + aliases.count)
    for alias in aliases { places[alias.iri] = alias.node }
    for (place, node) in nodes.enumerated() { places[node.iri] = Int32(place) }
    self.places = places
  }

  /// The number of a node by its IRI, or by that of a thing that is one with it; nil for an IRI that is not in the
  /// network.
  public func node(_ iri: String) -> Int32? { places[iri] }
}
