public import PasserelleCore

/// Which part of a network is looked at, and as what graph.
public struct NetworkSelection: Sendable, Hashable {
  /// How ties through a third node are shown.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// As stated: actors, projects, networks and all else are vertices.
    case stated
    /// Actors only: two that share a project, agreement, programme, call, event or network are joined, each pair of
    /// *k* sharers with the weight 1 / (*k* − 1) (Newman, Phys. Rev. E 64, 016132, 2001); ties between two actors stay.
    case actors
  }

  /// What an edge weighs.
  public enum Weighting: String, Sendable, Hashable, CaseIterable {
    /// 1, several edges of one pair adding up.
    case count
    /// How many things it stands for.
    case statements
    /// Its amount in euros; edges without one are left out.
    case amount
  }

  /// The kinds of nodes; empty for all.
  public var nodeKinds: Set<NodeKind> = []
  /// The kinds of edges; empty for all but `theme` and `location`.
  public var edgeKinds: Set<EdgeKind> = []
  /// The IRIs of themes, of which an end of an edge has one, or one filed under it; empty for all.
  public var themes: Set<String> = []
  /// Countries, ISO 3166-1 alpha-2, of which an edge touches one; empty for all.
  ///
  /// A tie to a project or agreement touches the countries of all that take part in it.
  public var countries: Set<String> = []
  /// Only ties that held on that day, or whose dates do not say that they did not; nil for all times.
  public var day: PartialDate?
  /// Whether demonstration data count.
  public var includesDemonstration = false
  /// The shape.
  public var shape = Shape.stated
  /// The weights.
  public var weighting = Weighting.count
  /// Whether edges go one way.
  public var isDirected = false
  /// Whether several edges of one pair become one whose weight is their sum.
  public var isSimple = true
  /// Whether nodes of the kinds chosen that have no edge left are vertices as well.
  public var includesIsolated = false
  /// The most sharers of one node that are joined with each other, with ``Shape/actors``.
  ///
  /// Of nodes with more, such as a network of thousands of cities, no pair is made; ``NetworkProjection/unjoined`` tells
  /// which.
  public var sharerLimit = 500

  /// Selects the whole network as stated, without demonstration data.
  public init() {}
}
