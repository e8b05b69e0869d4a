extension NetworkGraph {
  /// The core number of each vertex: the greatest *k* such that it lies in a part where every vertex has *k* edges
  /// within the part.
  ///
  /// Batagelj & Zaveršnik, *An O(m) algorithm for cores decomposition of networks*, 2003. Edges are read both ways;
  /// parallel edges count each, loops do not.
  ///
  /// - Complexity: O(vertices + edges).
  public func coreNumbers() -> [Int32] {
    withUndirectedRows { rows in
      let degrees = Column<Int32>(vertexCount) { vertex in
        rows.arcs(of: Int32(vertex)).reduce(0) { rows.targets[$1] == Int32(vertex) ? $0 : $0 + 1 }
      }
      var greatest: Int32 = 0
      for vertex in 0..<vertexCount { greatest = max(greatest, degrees[vertex]) }
      // Vertices sorted by degree, where each degree begins, and where each vertex stands.
      let starts = Column<Int32>(Int(greatest) + 2, repeating: 0)
      for vertex in 0..<vertexCount { starts[degrees[vertex] + 1] += 1 }
      for degree in 0...Int(greatest) { starts[degree + 1] += starts[degree] }
      let places = Column<Int32>(vertexCount, repeating: 0)
      let sorted = Column<Int32>(vertexCount, repeating: 0)
      let next = Column<Int32>(Int(greatest) + 2) { starts[$0] }
      for vertex in 0..<vertexCount {
        places[vertex] = next[degrees[vertex]]
        sorted[places[vertex]] = Int32(vertex)
        next[degrees[vertex]] += 1
      }
      for place in 0..<vertexCount {
        let vertex = sorted[place]
        for arc in rows.arcs(of: vertex) {
          let other = rows.targets[arc]
          let degree = degrees[other]
          guard degree > degrees[vertex] else { continue }
          // The first of its degree and the other change places; the degree begins one later.
          let first = sorted[starts[degree]]
          let (from, to) = (places[other], starts[degree])
          if other != first {
            sorted[from] = first
            sorted[to] = other
            places[first] = from
            places[other] = to
          }
          starts[degree] += 1
          degrees[other] = degree - 1
        }
      }
      return degrees.array
    }
  }
}
