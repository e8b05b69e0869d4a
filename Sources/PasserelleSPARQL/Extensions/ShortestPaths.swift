/// Shortest paths without repeated nodes between two nodes, by number of steps.
///
/// J. Y. Yen, “Finding the K shortest loopless paths in a network”, Management Science 17 (1971), with searches in
/// breadth. Paths of equal length come in the order of their nodes, so that the answer does not depend on the order in
/// which neighbours are given.
struct ShortestPaths<Node: Hashable & Comparable & SendableMetatype> {
  /// Gives the nodes one step away from a node.
  let neighbours: (Node) throws -> [Node]
  /// The most steps of a path.
  let maximumLength: Int

  /// What a search may not use.
  private struct Closed {
    var nodes: Set<Node> = []
    var steps: Set<Node> = []
  }

  /// The shortest paths, fewest steps first, ties by their nodes; each from the start to the end.
  ///
  /// - Complexity: O(count · length) searches in breadth.
  func paths(from start: Node, to end: Node, count: Int) throws -> [[Node]] {
    if start == end { return [[start]] }
    guard let first = try shortest(start, end, Closed(), limit: maximumLength) else { return [] }
    var found = [first]
    var candidates: Set<[Node]> = []
    while found.count < count, let last = found.last {
      for place in 0..<(last.count - 1) {
        let root = Array(last[...place])
        var closed = Closed(nodes: Set(root.dropLast()))
        for path in found where path.count > place + 1 && Array(path[...place]) == root {
          closed.steps.insert(path[place + 1])
        }
        guard let spur = try shortest(last[place], end, closed, limit: maximumLength - place) else {
          continue
        }
        candidates.insert(root.dropLast() + spur)
      }
      candidates.subtract(found)
      guard let best = candidates.min(by: Self.isBefore) else { break }
      candidates.remove(best)
      found.append(best)
    }
    return found
  }

  private static func isBefore(_ left: [Node], _ right: [Node]) -> Bool {
    left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
  }

  /// The shortest path that avoids closed nodes and closed first steps; the first by its nodes among equals.
  private func shortest(_ start: Node, _ end: Node, _ closed: Closed, limit: Int) throws -> [Node]? {
    guard limit > 0 else { return nil }
    var parents: [Node: Node] = [:]
    var level = [start]
    var seen = closed.nodes
    seen.insert(start)
    for step in 1...limit {
      var next: [Node] = []
      // Nodes of a level stand in the order of the paths that lead to them: the first to reach a node is the least.
      for node in level {
        for neighbour in try neighbours(node).sorted() {
          if step == 1, closed.steps.contains(neighbour) { continue }
          guard seen.insert(neighbour).inserted else { continue }
          parents[neighbour] = node
          if neighbour == end { return Self.path(to: end, from: start, parents) }
          next.append(neighbour)
        }
      }
      if next.isEmpty { return nil }
      level = next
    }
    return nil
  }

  private static func path(to end: Node, from start: Node, _ parents: [Node: Node]) -> [Node] {
    var result = [end]
    var node = end
    while node != start, let parent = parents[node] {
      result.append(parent)
      node = parent
    }
    return result.reversed()
  }
}
