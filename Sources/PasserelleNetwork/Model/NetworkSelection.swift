public import PasserelleCore

/// Which part of a network is looked at, and as what graph.
public struct NetworkSelection: Sendable, Hashable {
  /// How ties through a third node are shown.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// As stated: actors, projects, networks and all else are vertices.
    case stated
    /// Actors only: two that share a project, agreement, programme or network are joined, each pair of *k* sharers with the
    /// weight 1 / (*k* − 1) (Newman, Phys. Rev. E 64, 016132, 2001).
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
  /// The IRIs of themes, of which a node or one of its projects has one; empty for all.
  public var themes: Set<String> = []
  /// Countries, ISO 3166-1 alpha-2, of which an edge touches one; empty for all.
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

  /// Selects the whole network as stated, without demonstration data.
  public init() {}
}

/// A part of a network as a graph, with the way back.
public struct NetworkProjection: Sendable {
  /// The graph.
  public let graph: NetworkGraph
  /// The node of each vertex, ascending.
  public let vertices: [Int32]
  /// The edges of the network behind each edge of the graph: places in ``evidence``; one more at the end.
  public let evidenceOffsets: [Int32]
  /// Numbers of edges of the network.
  public let evidence: [Int32]

  /// Makes a projection.
  public init(graph: NetworkGraph, vertices: [Int32], evidenceOffsets: [Int32], evidence: [Int32]) {
    self.graph = graph
    self.vertices = vertices
    self.evidenceOffsets = evidenceOffsets
    self.evidence = evidence
  }

  /// The edges of the network behind an edge of the graph.
  public func evidence(ofEdge edge: Int32) -> ArraySlice<Int32> {
    evidence[Int(evidenceOffsets[Int(edge)])..<Int(evidenceOffsets[Int(edge) + 1])]
  }

  /// The vertex of a node; nil for a node that is not in the projection.
  ///
  /// - Complexity: O(log n).
  public func vertex(of node: Int32) -> Int32? {
    var (low, high) = (0, vertices.count)
    while low < high {
      let middle = (low + high) / 2
      if vertices[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < vertices.count && vertices[low] == node ? Int32(low) : nil
  }
}
