/// A graph in memory as compressed sparse rows, that algorithms run over.
///
/// Vertices are numbered from 0, edges in the order in which they were given, so that a result leads back to what an
/// edge stands for. Edges may repeat and may join a vertex to itself; ``simplified()`` leaves neither. In an
/// undirected graph each edge gives an arc each way, one at a vertex joined to itself.
public struct NetworkGraph: Sendable {
  /// How many vertices there are.
  public let vertexCount: Int
  /// Whether edges go one way.
  public let isDirected: Bool
  /// The source of each edge.
  public let edgeSources: [Int32]
  /// The target of each edge.
  public let edgeTargets: [Int32]
  /// The weight of each edge, positive; nil where all weigh 1.
  public let edgeWeights: [Double]?
  /// Where the arcs of each vertex begin in ``targets``; one more at the end.
  public let offsets: [Int32]
  /// Where each arc leads, ascending for each vertex, equal ones by edge number.
  public let targets: [Int32]
  /// The number of the edge of each arc.
  public let arcEdges: [Int32]

  /// How many edges there are.
  public var edgeCount: Int { edgeSources.count }

  /// Makes a graph of columns of edges.
  ///
  /// - Parameters:
  ///   - vertexCount: How many vertices there are, less than 2³¹.
  ///   - sources: The source of each edge.
  ///   - targets: The target of each edge, as many.
  ///   - weights: The weight of each edge, positive and finite; nil where all weigh 1.
  ///   - isDirected: Whether edges go one way.
  /// - Complexity: O(vertices + edges), by counting sort.
  public init(
    vertexCount: Int, sources: [Int32], targets: [Int32], weights: [Double]? = nil, isDirected: Bool
  ) {
    precondition(sources.count == targets.count, "An edge has a source and a target.")
    precondition(weights == nil || weights?.count == sources.count, "Every edge has a weight, or none has.")
    precondition(weights?.allSatisfy { $0 > 0 && $0 < .infinity } ?? true, "Weights are positive.")
    self.vertexCount = vertexCount
    self.isDirected = isDirected
    edgeSources = sources
    edgeTargets = targets
    edgeWeights = weights
    let rows = CompressedRows(
      vertexCount: vertexCount, sources: sources, targets: targets, bothWays: !isDirected)
    offsets = rows.offsets
    self.targets = rows.targets
    arcEdges = rows.edges
  }

  /// The places in ``targets`` of the arcs that leave a vertex.
  @inlinable public func arcs(of vertex: Int32) -> Range<Int> {
    Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) + 1])
  }

  /// Where the arcs of a vertex lead.
  @inlinable public func neighbours(of vertex: Int32) -> ArraySlice<Int32> { targets[arcs(of: vertex)] }

  /// The weight of an edge.
  @inlinable public func weight(ofEdge edge: Int32) -> Double { edgeWeights.map { $0[Int(edge)] } ?? 1 }
}
