/// A way through a network that visits no vertex twice.
public struct NetworkPath: Sendable, Hashable {
  /// The vertices, the two ends included.
  public let vertices: [Int32]
  /// The edges between them, one fewer; of parallel ones the shortest, of equal ones the lowest number.
  public let edges: [Int32]
  /// The summed length of the edges.
  public let length: Double
}

/// How a path is sought.
public struct PathOptions: Sendable, Hashable {
  /// How long edges are.
  public var lengths: EdgeLengths
  /// The greatest length of a path; nil for any.
  public var limit: Double?

  /// Sets the options.
  public init(lengths: EdgeLengths = .hops, limit: Double? = nil) {
    self.lengths = lengths
    self.limit = limit
  }
}

extension NetworkGraph {
  /// The shortest path between two vertices; nil where there is none within the limit.
  ///
  /// By hops from both ends of an undirected graph (Pohl, 1971), from the source of a directed one; by length with
  /// Dijkstra's algorithm. Of equally short paths, the one whose vertices come first in dictionary order. The path from
  /// a vertex to itself has no edges.
  ///
  /// - Complexity: O(vertices + edges) by hops, times log vertices by length; mostly far less from both ends.
  public func shortestPath(from source: Int32, to target: Int32, _ options: PathOptions = .init())
    -> NetworkPath?
  {
    withRows { rows in
      PathSearch(graph: self, rows: rows, options: options).path(
        from: source, to: target, within: options.limit)
    }
  }

  /// The shortest paths between two vertices that visit no vertex twice, the shortest first.
  ///
  /// Yen, Management Science 17, 712, 1971, with Lawler's rule not to seek the same path twice; searches that do not
  /// begin from both ends are led by the distances to the target. Paths that differ in
  /// parallel edges only are one. Equally long paths are in dictionary order of their vertices.
  ///
  /// - Parameters:
  ///   - source: The first vertex.
  ///   - target: The last vertex.
  ///   - count: How many paths at most.
  ///   - options: The lengths, and the limit of each path.
  /// - Returns: The paths; none where the target cannot be reached within the limit.
  /// - Complexity: O(count · length) searches of a shortest path.
  public func shortestPaths(
    from source: Int32, to target: Int32, count: Int, _ options: PathOptions = .init()
  ) -> [NetworkPath] {
    withRows { rows in
      let search = PathSearch(graph: self, rows: rows, options: options)
      guard count > 0, let first = search.path(from: source, to: target, within: options.limit) else {
        return []
      }
      if count > 1 { search.prepare(for: target) }
      var paths = [first]
      // Candidates with the place where they leave the path they were made of.
      var candidates: [(path: NetworkPath, turn: Int)] = []
      var turn = 0
      while paths.count < count, let last = paths.last {
        for place in turn..<(last.vertices.count - 1) {
          let root = last.vertices[...place]
          search.avoid(vertices: root.dropLast())
          for path in paths where path.vertices.count > place + 1 && path.vertices[...place] == root {
            search.avoid(step: path.vertices[place + 1])
          }
          let before = last.edges[..<place]
          let done = before.reduce(0) { $0 + length(ofEdge: $1, options.lengths) }
          if let rest = search.path(
            from: last.vertices[place], to: target, within: options.limit.map { $0 - done })
          {
            let candidate = NetworkPath(
              vertices: root.dropLast() + rest.vertices, edges: before + rest.edges,
              length: (before + rest.edges).reduce(0) { $0 + length(ofEdge: $1, options.lengths) })
            if !candidates.contains(where: { $0.path.vertices == candidate.vertices }) {
              candidates.append((candidate, place))
            }
          }
          search.avoidNothing()
        }
        guard let best = candidates.indices.min(by: { candidates[$0].path.isBefore(candidates[$1].path) })
        else {
          break
        }
        let next = candidates.remove(at: best)
        paths.append(next.path)
        turn = next.turn
      }
      return paths
    }
  }
}

extension NetworkPath {
  /// Whether the path is shorter, or as long and earlier in dictionary order of vertices.
  fileprivate func isBefore(_ other: NetworkPath) -> Bool {
    length == other.length ? vertices.lexicographicallyPrecedes(other.vertices) : length < other.length
  }
}
