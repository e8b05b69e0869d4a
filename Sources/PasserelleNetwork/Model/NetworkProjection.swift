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
  /// The nodes that more share than the selection joins, ascending.
  public let unjoined: [Int32]

  /// Makes a projection.
  public init(
    graph: NetworkGraph, vertices: [Int32], evidenceOffsets: [Int32], evidence: [Int32],
    unjoined: [Int32] = []
  ) {
    self.graph = graph
    self.vertices = vertices
    self.evidenceOffsets = evidenceOffsets
    self.evidence = evidence
    self.unjoined = unjoined
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
