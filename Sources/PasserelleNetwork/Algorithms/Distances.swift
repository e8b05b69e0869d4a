extension NetworkGraph {
  /// How many arcs away each vertex is, −1 for those that cannot be reached or are beyond a limit.
  ///
  /// Breadth first; of undirected graphs, wide levels are searched from the vertices not yet reached (Beamer, Asanović
  /// & Patterson, *Direction-optimizing breadth-first search*, 2012).
  ///
  /// - Parameters:
  ///   - vertex: Where to begin.
  ///   - limit: The greatest distance; nil for any.
  /// - Returns: The number of arcs to each vertex.
  /// - Complexity: O(vertices + edges).
  public func distances(from vertex: Int32, limit: Int32? = nil) -> [Int32] {
    precondition(vertex >= 0 && Int(vertex) < vertexCount, "The graph has the vertex.")
    return withRows { rows in
      [Int32](unsafeUninitializedCapacity: vertexCount) { buffer, count in
        count = vertexCount
        guard let distances = buffer.baseAddress else { return }
        distances.initialize(repeating: -1, count: vertexCount)
        BreadthFirst(rows: rows, distances: distances, isSymmetric: !isDirected)
          .run(from: vertex, limit: limit ?? .max)
      }
    }
  }

  /// How far each vertex is along the shortest path, infinite for those that cannot be reached or are beyond a limit.
  ///
  /// Dijkstra, 1959, with a binary heap. Edges whose length is no positive number are not followed.
  ///
  /// - Parameters:
  ///   - vertex: Where to begin.
  ///   - lengths: How long edges are.
  ///   - limit: The greatest distance; nil for any.
  /// - Returns: The distance of each vertex.
  /// - Complexity: O((vertices + edges) · log vertices).
  public func distances(from vertex: Int32, lengths: EdgeLengths, limit: Double? = nil) -> [Double] {
    precondition(vertex >= 0 && Int(vertex) < vertexCount, "The graph has the vertex.")
    let limit = limit ?? .infinity
    return withRows { rows in
      let distances = Column<Double>(vertexCount, repeating: .infinity)
      var queue = DistanceQueue()
      distances[vertex] = 0
      queue.insert(vertex, at: 0)
      while let (distance, vertex) = queue.popFirst() {
        guard distance == distances[vertex] else { continue }
        for arc in rows.arcs(of: vertex) {
          let target = rows.targets[arc]
          let further = distance + length(ofEdge: rows.edges[arc], lengths)
          guard further < distances[target], further <= limit else { continue }
          distances[target] = further
          queue.insert(target, at: further)
        }
      }
      return distances.array
    }
  }
}

/// A breadth-first search that fills in distances, −1 at the beginning.
struct BreadthFirst {
  let rows: ArcRows
  let distances: UnsafeMutablePointer<Int32>
  let isSymmetric: Bool

  func run(from root: Int32, limit: Int32) {
    let count = rows.vertexCount
    let reached = Column<Int32>(count, repeating: 0)
    reached[0] = root
    distances[Int(root)] = 0
    // Where the last level stands among the reached, and how many arcs leave vertices not yet reached.
    var level = 0..<1
    var distance: Int32 = 0
    var unseenArcs = rows.arcCount - Int(rows.degree(of: root))
    var levelArcs = Int(rows.degree(of: root))
    while !level.isEmpty, distance < limit {
      distance += 1
      var end = level.upperBound
      var nextArcs = 0
      if isSymmetric, levelArcs > unseenArcs / 8, level.count > count / 64 {
        for vertex in 0..<Int32(count) where distances[Int(vertex)] < 0 {
          for arc in rows.arcs(of: vertex) where distances[Int(rows.targets[arc])] == distance - 1 {
            distances[Int(vertex)] = distance
            reached[end] = vertex
            end += 1
            nextArcs += Int(rows.degree(of: vertex))
            break
          }
        }
      } else {
        for place in level {
          for arc in rows.arcs(of: reached[place]) {
            let target = rows.targets[arc]
            guard distances[Int(target)] < 0 else { continue }
            distances[Int(target)] = distance
            reached[end] = target
            end += 1
            nextArcs += Int(rows.degree(of: target))
          }
        }
      }
      level = level.upperBound..<end
      levelArcs = nextArcs
      unseenArcs -= nextArcs
    }
  }
}
