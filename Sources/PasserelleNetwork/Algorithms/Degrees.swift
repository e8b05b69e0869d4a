extension NetworkGraph {
  /// How many edges end at each vertex, whichever way they go; one that joins a vertex to itself counts twice.
  public func degrees() -> [Int32] {
    var degrees = [Int32](repeating: 0, count: vertexCount)
    for edge in 0..<edgeCount {
      degrees[Int(edgeSources[edge])] += 1
      degrees[Int(edgeTargets[edge])] += 1
    }
    return degrees
  }

  /// How many arcs leave each vertex; of an undirected graph the same as ``degrees()``.
  public func outDegrees() -> [Int32] { isDirected ? counts(of: edgeSources) : degrees() }

  /// How many arcs reach each vertex; of an undirected graph the same as ``degrees()``.
  public func inDegrees() -> [Int32] { isDirected ? counts(of: edgeTargets) : degrees() }

  /// The summed weight of the edges at each vertex, whichever way they go; loops count twice.
  public func strengths() -> [Double] {
    var strengths = [Double](repeating: 0, count: vertexCount)
    for edge in 0..<edgeCount {
      let weight = weight(ofEdge: Int32(edge))
      strengths[Int(edgeSources[edge])] += weight
      strengths[Int(edgeTargets[edge])] += weight
    }
    return strengths
  }

  private func counts(of column: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: vertexCount)
    for vertex in column { counts[Int(vertex)] += 1 }
    return counts
  }
}
