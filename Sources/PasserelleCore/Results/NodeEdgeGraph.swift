/// A network to be drawn or exchanged: nodes, edges and what is known of them, apart from how it is written.
///
/// The order of nodes, edges and attributes is that of every output.
public struct NodeEdgeGraph: Sendable, Hashable {
  /// What an attribute holds.
  public enum Value: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A binary number.
    case number(Double)
    /// A truth value.
    case flag(Bool)
  }

  /// A named property of a node or an edge.
  public struct Attribute: Sendable, Hashable {
    /// The key: a name of letters, digits and `_`, the same for the same property everywhere.
    public let key: String
    /// Its value.
    public let value: Value

    /// Makes an attribute.
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// An actor, a project, a programme or whatever else is tied.
  public struct Node: Sendable, Hashable {
    /// Its identifier, an IRI; unique in the graph.
    public var id: String
    /// Its name for people.
    public var label: String
    /// The code of its kind, such as `commune`.
    public var kind: String
    /// Its kind for people.
    public var kindLabel: String
    /// Its country, ISO 3166-1 alpha-2.
    public var country: String?
    /// Where it is.
    public var point: GeographicPoint?
    /// How large it is drawn, in any unit; nil for the same as the others.
    public var size: Double?
    /// The number of its community, from 0; nil where none was computed.
    public var community: Int?
    /// What else is known of it.
    public var attributes: [Attribute]

    /// Makes a node.
    public init(
      id: String, label: String, kind: String, kindLabel: String, country: String? = nil,
      point: GeographicPoint? = nil, size: Double? = nil, community: Int? = nil, attributes: [Attribute] = []
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.kindLabel = kindLabel
      self.country = country
      self.point = point
      self.size = size
      self.community = community
      self.attributes = attributes
    }
  }

  /// A tie between two nodes.
  public struct Edge: Sendable, Hashable {
    /// Its identifier, unique in the graph.
    public var id: String
    /// The place of the source in ``NodeEdgeGraph/nodes``.
    public var source: Int
    /// The place of the target.
    public var target: Int
    /// The code of its kind, such as `twinning`.
    public var kind: String
    /// Its kind for people.
    public var kindLabel: String
    /// Whether it goes one way.
    public var isDirected: Bool
    /// Its weight, positive.
    public var weight: Double
    /// Its first date.
    public var since: PartialDate?
    /// Its last date.
    public var until: PartialDate?
    /// What else is known of it.
    public var attributes: [Attribute]

    /// Makes an edge.
    public init(
      id: String, source: Int, target: Int, kind: String, kindLabel: String, isDirected: Bool = false,
      weight: Double = 1, since: PartialDate? = nil, until: PartialDate? = nil, attributes: [Attribute] = []
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.kind = kind
      self.kindLabel = kindLabel
      self.isDirected = isDirected
      self.weight = weight
      self.since = since
      self.until = until
      self.attributes = attributes
    }
  }

  /// What the graph shows, for people.
  public var title: String
  /// What it rests on and leaves out, for people.
  public var note: String?
  /// The day on which it was made, as its maker says.
  public var date: PartialDate?
  /// The nodes.
  public var nodes: [Node]
  /// The edges.
  public var edges: [Edge]

  /// Makes a graph.
  public init(
    title: String, note: String? = nil, date: PartialDate? = nil, nodes: [Node] = [], edges: [Edge] = []
  ) {
    self.title = title
    self.note = note
    self.date = date
    self.nodes = nodes
    self.edges = edges
  }
}
