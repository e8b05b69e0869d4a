/// What holds a network together: without it, a component falls apart.
public struct NetworkCuts: Sendable, Hashable {
  /// The vertices without which their component falls apart, ascending.
  public let articulationPoints: [Int32]
  /// The numbers of the edges without which their component falls apart, ascending.
  public let bridges: [Int32]
}

extension NetworkGraph {
  /// The articulation points and bridges, edges read both ways.
  ///
  /// Hopcroft & Tarjan, Comm. ACM 16, 372, 1973, without recursion. Of parallel edges none is a bridge, nor is a loop.
  ///
  /// - Complexity: O(vertices + edges).
  public func cuts() -> NetworkCuts {
    withUndirectedRows { rows in
      let order = Column<Int32>(vertexCount, repeating: 0)
      let low = Column<Int32>(vertexCount, repeating: 0)
      let next = Column<Int32>(vertexCount) { rows.offsets[$0] }
      let isCut = Column<Bool>(vertexCount, repeating: false)
      var bridges: [Int32] = []
      var path: [(vertex: Int32, edge: Int32)] = []
      var found: Int32 = 0
      for root in 0..<Int32(vertexCount) where order[root] == 0 {
        var children = 0
        found += 1
        order[root] = found
        low[root] = found
        path.append((root, -1))
        while let (vertex, edge) = path.last {
          let end = rows.offsets[Int(vertex) + 1]
          var place = next[vertex]
          var child: Int32 = -1
          while place < end, child < 0 {
            let arc = Int(place)
            place += 1
            guard rows.edges[arc] != edge else { continue }
            let target = rows.targets[arc]
            if order[target] != 0 {
              low[vertex] = min(low[vertex], order[target])
            } else {
              child = target
              found += 1
              order[target] = found
              low[target] = found
              path.append((target, rows.edges[arc]))
            }
          }
          next[vertex] = place
          if child >= 0 { continue }
          path.removeLast()
          guard let parent = path.last?.vertex else { break }
          low[parent] = min(low[parent], low[vertex])
          if low[vertex] > order[parent] { bridges.append(edge) }
          if parent == root {
            children += 1
          } else if low[vertex] >= order[parent] {
            isCut[parent] = true
          }
        }
        if children > 1 { isCut[root] = true }
      }
      return NetworkCuts(
        articulationPoints: (0..<Int32(vertexCount)).filter { isCut[$0] }, bridges: bridges.sorted())
    }
  }
}
