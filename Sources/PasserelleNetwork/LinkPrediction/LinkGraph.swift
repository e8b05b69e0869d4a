/// The ties of a graph without direction, repeats and loops, with what classical scores need of degrees.
struct LinkGraph: Sendable {
  /// How many vertices there are.
  let vertexCount: Int
  /// Where the neighbours of each vertex begin; one more at the end.
  let offsets: [Int32]
  /// The neighbours, ascending.
  let targets: [Int32]

  /// Takes the ties of a graph.
  ///
  /// - Complexity: O(vertices + edges · log of the largest degree).
  init(_ graph: NetworkGraph) {
    self.init(vertexCount: graph.vertexCount, sources: graph.edgeSources, targets: graph.edgeTargets)
  }

  /// Makes a graph of pairs.
  init(vertexCount: Int, sources: [Int32], targets ends: [Int32]) {
    var starts = [Int32](repeating: 0, count: vertexCount + 1)
    for (source, target) in zip(sources, ends) where source != target {
      starts[Int(source) + 1] += 1
      starts[Int(target) + 1] += 1
    }
    for vertex in 0..<vertexCount { starts[vertex + 1] += starts[vertex] }
    var places = starts
    var all = [Int32](repeating: 0, count: Int(starts[vertexCount]))
    for (source, target) in zip(sources, ends) where source != target {
      all[Int(places[Int(source)])] = target
      places[Int(source)] += 1
      all[Int(places[Int(target)])] = source
      places[Int(target)] += 1
    }
    var kept = 0
    var offsets = [Int32](repeating: 0, count: vertexCount + 1)
    for vertex in 0..<vertexCount {
      let range = Int(starts[vertex])..<Int(starts[vertex + 1])
      all[range].sort()
      var last: Int32 = -1
      for place in range where all[place] != last {
        last = all[place]
        all[kept] = last
        kept += 1
      }
      offsets[vertex + 1] = Int32(kept)
    }
    all.removeLast(all.count - kept)
    self.vertexCount = vertexCount
    self.offsets = offsets
    targets = all
  }

  /// The places of a vertex's neighbours in ``targets``.
  @inline(__always)
  func arcs(of vertex: Int32) -> Range<Int> { Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) + 1]) }

  /// How many neighbours a vertex has.
  @inline(__always)
  func degree(_ vertex: Int32) -> Int { Int(offsets[Int(vertex) + 1] - offsets[Int(vertex)]) }

  /// Whether two vertices are tied.
  func isTied(_ left: Int32, _ right: Int32) -> Bool {
    var range = arcs(of: left)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if targets[middle] == right { return true }
      range = targets[middle] < right ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
