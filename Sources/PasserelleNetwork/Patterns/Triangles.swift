/// The triangles of a graph, counted.
public struct TriangleCount: Sendable, Hashable {
  /// How many triangles there are.
  public let total: Int
  /// How many each vertex is in.
  public let ofVertices: [Int]
  /// How many pairs of neighbours each vertex has: *k* (*k* − 1) / 2 for *k* neighbours.
  public let pairsOfVertices: [Int]

  /// The part of each vertex's pairs of neighbours that are tied; nil for fewer than two neighbours.
  ///
  /// D. Watts and S. Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393 (1998).
  public var localClustering: [Double?] {
    zip(ofVertices, pairsOfVertices).map { $1 > 0 ? Double($0) / Double($1) : nil }
  }

  /// The part of all pairs of neighbours that are tied (transitivity); nil where no vertex has two neighbours.
  public var transitivity: Double? {
    let pairs = pairsOfVertices.reduce(0, +)
    return pairs > 0 ? 3 * Double(total) / Double(pairs) : nil
  }

  /// The mean of the local values, 0 for vertices of fewer than two neighbours, as is usual; nil without vertices.
  public var averageClustering: Double? {
    ofVertices.isEmpty ? nil : localClustering.reduce(0) { $0 + ($1 ?? 0) } / Double(ofVertices.count)
  }
}

extension NetworkGraph {
  /// Counts triangles; direction, repeats and loops do not count.
  ///
  /// - Complexity: that of ``forEachTriangle(_:)``.
  public func triangleCount() -> TriangleCount {
    let ties = LinkGraph(self)
    var counts = [Int](repeating: 0, count: vertexCount)
    var total = 0
    ties.forEachTriangle { first, second, third in
      counts[Int(first)] += 1
      counts[Int(second)] += 1
      counts[Int(third)] += 1
      total += 1
    }
    let pairs = (0..<Int32(vertexCount)).map { ties.degree($0) * (ties.degree($0) - 1) / 2 }
    return TriangleCount(total: total, ofVertices: counts, pairsOfVertices: pairs)
  }

  /// Gives each triangle once, direction, repeats and loops left out; in no order that means something, but always the same.
  ///
  /// Each tie is kept at its end of lower degree, so that lists to be intersected are short: the algorithm *forward* of
  /// T. Schank and D. Wagner, “Finding, counting and listing all triangles in large graphs”, WEA 2005.
  ///
  /// - Complexity: O(edges^1.5).
  public func forEachTriangle(_ body: (Int32, Int32, Int32) -> Void) { LinkGraph(self).forEachTriangle(body) }
}

extension LinkGraph {
  /// Gives each triangle once.
  func forEachTriangle(_ body: (Int32, Int32, Int32) -> Void) {
    let order = (0..<Int32(vertexCount)).sorted { (degree($0), $0) < (degree($1), $1) }
    var ranks = [Int32](repeating: 0, count: vertexCount)
    for (rank, vertex) in order.enumerated() { ranks[Int(vertex)] = Int32(rank) }
    var starts = [Int32](repeating: 0, count: vertexCount + 1)
    var higher: [Int32] = []
    higher.reserveCapacity(targets.count / 2)
    for (rank, vertex) in order.enumerated() {
      for arc in arcs(of: vertex) where ranks[Int(targets[arc])] > rank {
        higher.append(ranks[Int(targets[arc])])
      }
      higher[Int(starts[rank])...].sort()
      starts[rank + 1] = Int32(higher.count)
    }
    for rank in 0..<vertexCount {
      let own = Int(starts[rank])..<Int(starts[rank + 1])
      for place in own {
        let middle = Int(higher[place])
        var (left, right) = (place + 1, Int(starts[middle]))
        let end = Int(starts[middle + 1])
        while left < own.upperBound, right < end {
          if higher[left] == higher[right] {
            body(order[rank], order[middle], order[Int(higher[left])])
            left += 1
            right += 1
          } else if higher[left] < higher[right] {
            left += 1
          } else {
            right += 1
          }
        }
      }
    }
  }
}
