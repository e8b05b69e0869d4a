/// The arcs of a graph by vertex, in plain memory for the time of a computation.
struct ArcRows {
  let vertexCount: Int
  let offsets: UnsafePointer<Int32>
  let targets: UnsafePointer<Int32>
  let edges: UnsafePointer<Int32>

  /// The places of the arcs of a vertex.
  @inline(__always) func arcs(of vertex: Int32) -> Range<Int> {
    assert(vertex >= 0 && Int(vertex) < vertexCount)
    return Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) + 1])
  }

  /// How many arcs a vertex has.
  @inline(__always) func degree(of vertex: Int32) -> Int32 {
    offsets[Int(vertex) + 1] - offsets[Int(vertex)]
  }

  /// How many arcs there are.
  var arcCount: Int { Int(offsets[vertexCount]) }

  /// The first of the arcs from a vertex to another; nil where there is none.
  ///
  /// - Complexity: O(log degree).
  func firstArc(from source: Int32, to target: Int32) -> Int? {
    let row = arcs(of: source)
    var (low, high) = (row.lowerBound, row.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < row.upperBound && targets[low] == target ? low : nil
  }
}

extension CompressedRows {
  /// Reads the rows in plain memory.
  func withRows<Result, Failure: Error>(_ body: (ArcRows) throws(Failure) -> Result) throws(Failure) -> Result
  {
    try Self.withRows(offsets, targets, edges, body)
  }

  /// Reads three arrays of rows in plain memory.
  static func withRows<Result, Failure: Error>(
    _ offsets: [Int32], _ targets: [Int32], _ edges: [Int32], _ body: (ArcRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try offsets.withUnsafeBufferPointer { offsets throws(Failure) in
      guard let start = offsets.baseAddress else { preconditionFailure("Rows have an end.") }
      return try targets.withUnsafeBufferPointer { targets throws(Failure) in
        try edges.withUnsafeBufferPointer { edges throws(Failure) in
          try body(
            ArcRows(
              vertexCount: offsets.count - 1, offsets: start, targets: targets.baseAddress ?? start,
              edges: edges.baseAddress ?? start))
        }
      }
    }
  }
}

extension NetworkGraph {
  /// Reads the arcs in plain memory.
  func withRows<Result, Failure: Error>(_ body: (ArcRows) throws(Failure) -> Result) throws(Failure) -> Result
  {
    try CompressedRows.withRows(offsets, targets, arcEdges, body)
  }

  /// Reads the arcs both ways: of an undirected graph its own, of a directed one those of every edge at a vertex.
  func withUndirectedRows<Result, Failure: Error>(
    _ body: (ArcRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if !isDirected { return try withRows(body) }
    return try CompressedRows(
      vertexCount: vertexCount, sources: edgeSources, targets: edgeTargets, bothWays: true
    ).withRows(body)
  }

  /// Reads the arcs backwards: of an undirected graph its own.
  func withReversedRows<Result, Failure: Error>(
    _ body: (ArcRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if !isDirected { return try withRows(body) }
    return try CompressedRows(
      vertexCount: vertexCount, sources: edgeTargets, targets: edgeSources, bothWays: false
    ).withRows(body)
  }
}
