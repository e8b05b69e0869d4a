extension NetworkProjection {
  /// The part of some vertices, and the edges between them.
  ///
  /// - Parameter isKept: Whether each vertex is kept.
  /// - Returns: The part, whose vertices and edges stay in order.
  /// - Complexity: O(vertices + edges).
  public func part(where isKept: [Bool]) -> NetworkProjection {
    precondition(isKept.count == vertices.count, "Every vertex is kept or not.")
    var numbers = [Int32](repeating: -1, count: vertices.count)
    var kept: [Int32] = []
    for vertex in vertices.indices where isKept[vertex] {
      numbers[vertex] = Int32(kept.count)
      kept.append(vertices[vertex])
    }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Double] = []
    var offsets: [Int32] = [0]
    var ties: [Int32] = []
    for edge in 0..<Int32(graph.edgeCount) {
      let (source, target) = (
        numbers[Int(graph.edgeSources[Int(edge)])], numbers[Int(graph.edgeTargets[Int(edge)])]
      )
      guard source >= 0, target >= 0 else { continue }
      sources.append(source)
      targets.append(target)
      weights.append(graph.weight(ofEdge: edge))
      ties += evidence(ofEdge: edge)
      offsets.append(Int32(ties.count))
    }
    return NetworkProjection(
      graph: NetworkGraph(
        vertexCount: kept.count, sources: sources, targets: targets,
        weights: graph.edgeWeights == nil ? nil : weights, isDirected: graph.isDirected),
      vertices: kept, evidenceOffsets: offsets, evidence: ties, unjoined: unjoined)
  }
}
