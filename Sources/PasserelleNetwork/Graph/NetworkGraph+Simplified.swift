/// A graph without parallel edges and loops, with the edges that each of its edges stands for.
public struct NetworkSimplification: Sendable {
  /// The graph; its edges are sorted by source, then target, and weigh the sum of what they stand for.
  public let graph: NetworkGraph
  /// Where the edges behind each edge begin in ``edges``; one more at the end.
  public let edgeOffsets: [Int32]
  /// Numbers of edges of the graph it was made of, ascending for each edge.
  public let edges: [Int32]

  /// The edges that an edge of the graph stands for.
  public func edges(behind edge: Int32) -> ArraySlice<Int32> {
    edges[Int(edgeOffsets[Int(edge)])..<Int(edgeOffsets[Int(edge) + 1])]
  }
}

extension NetworkGraph {
  /// The graph without loops, parallel edges merged into one that weighs their sum.
  ///
  /// Edges are sorted by source, then target; those of an undirected graph run from the lower vertex to the higher.
  ///
  /// - Complexity: O(vertices + edges).
  public func simplified() -> NetworkGraph { simplification().graph }

  /// The graph without loops and parallel edges, with the way back to the edges it was made of.
  ///
  /// - Complexity: O(vertices + edges).
  public func simplification() -> NetworkSimplification {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Double] = []
    var starts: [Int32] = []
    var edges: [Int32] = []
    edges.reserveCapacity(edgeCount)
    sources.reserveCapacity(edgeCount)
    targets.reserveCapacity(edgeCount)
    weights.reserveCapacity(edgeCount)
    starts.reserveCapacity(edgeCount + 1)
    withRows { rows in
      for source in 0..<Int32(vertexCount) {
        var last: Int32 = -1
        for arc in rows.arcs(of: source) {
          let target = rows.targets[arc]
          if target == source || (!isDirected && target < source) { continue }
          let edge = rows.edges[arc]
          if target == last {
            weights[weights.count - 1] += weight(ofEdge: edge)
          } else {
            last = target
            starts.append(Int32(edges.count))
            sources.append(source)
            targets.append(target)
            weights.append(weight(ofEdge: edge))
          }
          edges.append(edge)
        }
      }
    }
    starts.append(Int32(edges.count))
    let areAllOne = edgeWeights == nil && edges.count == sources.count
    let graph = NetworkGraph(
      vertexCount: vertexCount, sources: sources, targets: targets, weights: areAllOne ? nil : weights,
      isDirected: isDirected)
    return NetworkSimplification(graph: graph, edgeOffsets: starts, edges: edges)
  }

  /// The same vertices and edges, read both ways.
  ///
  /// - Complexity: O(vertices + edges).
  public func undirected() -> NetworkGraph {
    if !isDirected { return self }
    return NetworkGraph(
      vertexCount: vertexCount, sources: edgeSources, targets: edgeTargets, weights: edgeWeights,
      isDirected: false)
  }

  /// The same vertices and edges, each edge the other way; an undirected graph stays as it is.
  ///
  /// - Complexity: O(vertices + edges).
  public func reversed() -> NetworkGraph {
    if !isDirected { return self }
    return NetworkGraph(
      vertexCount: vertexCount, sources: edgeTargets, targets: edgeSources, weights: edgeWeights,
      isDirected: true)
  }
}
