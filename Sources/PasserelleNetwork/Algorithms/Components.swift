extension NetworkGraph {
  /// The weak components: groups of vertices that edges join, whichever way they go.
  ///
  /// Disjoint sets with path halving (Tarjan & van Leeuwen, J. ACM 31, 245, 1984); of undirected graphs the first two
  /// arcs of each vertex are joined first, after which the vertices of the largest set found need no further look
  /// (Sutton, Ben-Nun & Barak, *Optimizing parallel graph connectivity computation via subgraph sampling*, 2018).
  ///
  /// - Complexity: O((vertices + edges) · α), often much less.
  public func components() -> VertexPartition {
    let sets = DisjointSets(vertexCount)
    if isDirected {
      for edge in 0..<edgeCount { sets.join(edgeSources[edge], edgeTargets[edge]) }
    } else {
      withRows { sets.join($0) }
    }
    return VertexPartition(labels: sets.roots())
  }

  /// The strong components: groups of vertices each of which reaches each other along arcs.
  ///
  /// Tarjan's algorithm (SIAM J. Comput. 1, 146, 1972) without recursion. Those of an undirected graph are its weak
  /// components.
  ///
  /// - Complexity: O(vertices + edges).
  public func strongComponents() -> VertexPartition {
    if !isDirected { return components() }
    return VertexPartition(labels: withRows { strongLabels($0) })
  }

  private func strongLabels(_ rows: ArcRows) -> [Int32] {
    let done = Int32.max
    // The order of discovery from 1, then `done` once a vertex has its component.
    let order = Column<Int32>(vertexCount, repeating: 0)
    let low = Column<Int32>(vertexCount, repeating: 0)
    let next = Column<Int32>(vertexCount) { rows.offsets[$0] }
    let labels = Column<Int32>(vertexCount, repeating: 0)
    var (path, open): ([Int32], [Int32]) = ([], [])
    var (found, label): (Int32, Int32) = (0, 0)
    for root in 0..<Int32(vertexCount) where order[root] == 0 {
      path.append(root)
      while let vertex = path.last {
        if order[vertex] == 0 {
          found += 1
          order[vertex] = found
          low[vertex] = found
          open.append(vertex)
        }
        let end = rows.offsets[Int(vertex) + 1]
        var place = next[vertex]
        var child: Int32 = -1
        while place < end {
          let target = rows.targets[Int(place)]
          if order[target] == 0 {
            child = target
            break
          }
          if order[target] != done { low[vertex] = min(low[vertex], low[target]) }
          place += 1
        }
        next[vertex] = place
        if child >= 0 {
          path.append(child)
          continue
        }
        path.removeLast()
        if low[vertex] == order[vertex] {
          while let member = open.popLast() {
            order[member] = done
            labels[member] = label
            if member == vertex { break }
          }
          label += 1
        } else if let parent = path.last {
          low[parent] = min(low[parent], low[vertex])
        }
      }
    }
    return labels.array
  }
}

/// Disjoint sets of vertices, each known by its lowest.
struct DisjointSets: ~Copyable {
  private let parents: Column<Int32>

  init(_ count: Int) { parents = Column(count) { Int32(truncatingIfNeeded: $0) } }

  /// The lowest vertex of the set of a vertex.
  @inline(__always) func root(of vertex: Int32) -> Int32 {
    var place = vertex
    while true {
      let parent = parents[place]
      if parent == place { return place }
      let grandparent = parents[parent]
      parents[place] = grandparent
      place = grandparent
    }
  }

  /// Makes one set of two.
  @inline(__always) func join(_ left: Int32, _ right: Int32) {
    let (left, right) = (root(of: left), root(of: right))
    if left < right { parents[right] = left } else { parents[left] = right }
  }

  /// Joins all that arcs join, which go both ways.
  fileprivate func join(_ rows: ArcRows) {
    let count = Int32(rows.vertexCount)
    let sampled = 2
    for vertex in 0..<count {
      let arcs = rows.arcs(of: vertex)
      for arc in arcs.prefix(sampled) { join(vertex, rows.targets[arc]) }
    }
    for vertex in 0..<count { parents[vertex] = root(of: vertex) }
    let largest = commonRoot()
    for vertex in 0..<count where root(of: vertex) != largest {
      let arcs = rows.arcs(of: vertex)
      for arc in arcs.dropFirst(sampled) { join(vertex, rows.targets[arc]) }
    }
  }

  /// The most frequent root of a sample of vertices.
  private func commonRoot() -> Int32 {
    let step = max(1, parents.count / 1024)
    let roots = stride(from: 0, to: parents.count, by: step).map { parents[$0] }.sorted()
    var (best, bestLength): (Int32, Int) = (-1, 0)
    var start = 0
    for place in roots.indices where place + 1 == roots.count || roots[place + 1] != roots[place] {
      if place + 1 - start > bestLength { (best, bestLength) = (roots[place], place + 1 - start) }
      start = place + 1
    }
    return best
  }

  /// The lowest vertex of each vertex's set.
  func roots() -> [Int32] {
    (0..<Int32(truncatingIfNeeded: parents.count)).map { root(of: $0) }
  }
}
