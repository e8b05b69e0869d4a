/// How often each of the 16 ways occurs in which three vertices of a directed graph can be tied.
public struct TriadCensus: Sendable, Hashable {
  /// The names of the ways (Holland and Leinhardt, 1970): mutual, one-way and absent ties, and a letter where these
  /// differ by direction (Down, Up, Cyclic, Transitive).
  public static let names = [
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
    "120C", "210",
    "300",
  ]

  /// How many triples of vertices are tied in each way, in the order of ``names``.
  public let counts: [Int]

  /// The count of a way; nil for a name that is none.
  public subscript(name: String) -> Int? { Self.names.firstIndex(of: name).map { counts[$0] } }
}

extension NetworkGraph {
  /// Counts triads.
  ///
  /// In an undirected graph every tie is mutual; repeats and loops do not count.
  ///
  /// V. Batagelj and A. Mrvar, “A subquadratic triad census algorithm for large sparse networks with small maximum
  /// degree”, Social Networks 23 (2001).
  ///
  /// - Complexity: O(edges · largest degree).
  public func triadCensus() -> TriadCensus {
    let ties = LinkGraph(self)
    let count = vertexCount
    var counts = [Int](repeating: 0, count: 16)
    var around: [Int32] = []
    for first in 0..<Int32(count) {
      for arc in ties.arcs(of: first) where ties.targets[arc] > first {
        let second = ties.targets[arc]
        ties.union(of: first, second, into: &around)
        let isMutual = hasArc(first, second) && hasArc(second, first)
        counts[isMutual ? 2 : 1] += count - around.count - 2
        for third in around
        where second < third || (first < third && third < second && !ties.isTied(first, third)) {
          counts[Self.triads[triadCode(first, second, third)]] += 1
        }
      }
    }
    let all = count * (count - 1) * (count - 2) / 6
    counts[0] = all - counts.reduce(0, +)
    return TriadCensus(counts: counts)
  }

  /// Whether an arc leads from one vertex to another.
  private func hasArc(_ source: Int32, _ target: Int32) -> Bool {
    var range = arcs(of: source)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if targets[middle] == target { return true }
      range = targets[middle] < target ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  private func triadCode(_ first: Int32, _ second: Int32, _ third: Int32) -> Int {
    var code = 0
    if hasArc(first, second) { code += 1 }
    if hasArc(second, first) { code += 2 }
    if hasArc(first, third) { code += 4 }
    if hasArc(third, first) { code += 8 }
    if hasArc(second, third) { code += 16 }
    if hasArc(third, second) { code += 32 }
    return code
  }

  /// The way of each of the 64 codes, by its place among the names (the table of Batagelj and Mrvar).
  private static let triads = [
    0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7, 4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11, 14, 1,
    4, 5, 6,
    5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13, 14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15,
  ]
}

extension LinkGraph {
  /// The neighbours of either of two vertices, without the two.
  fileprivate func union(of first: Int32, _ second: Int32, into around: inout [Int32]) {
    around.removeAll(keepingCapacity: true)
    var (left, right) = (arcs(of: first), arcs(of: second))
    while !left.isEmpty || !right.isEmpty {
      let next: Int32
      if right.isEmpty || (!left.isEmpty && targets[left.lowerBound] <= targets[right.lowerBound]) {
        next = targets[left.lowerBound]
        left = left.dropFirst()
      } else {
        next = targets[right.lowerBound]
        right = right.dropFirst()
      }
      if next != first, next != second, next != around.last { around.append(next) }
    }
  }
}
