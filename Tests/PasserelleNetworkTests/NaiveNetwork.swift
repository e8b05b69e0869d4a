import PasserelleNetwork
import PasserelleTestSupport

/// A graph as a table of arcs, whose questions are answered by the obvious means.
struct NaiveNetwork {
  let count: Int
  let isDirected: Bool
  let edges: [(source: Int, target: Int, weight: Double)]
  let isWeighted: Bool

  /// A random graph with loops, parallel edges and vertices alone; few vertices, or none.
  init(seed: UInt64, vertices: ClosedRange<Int> = 0...12, isDirected: Bool, isWeighted: Bool = false) {
    var random = SeededGenerator(seed: seed &* 7919 &+ (isDirected ? 1 : 0))
    let count = random.number(vertices)
    self.count = count
    self.isDirected = isDirected
    self.isWeighted = isWeighted
    let edgeCount = count == 0 ? 0 : random.number(0...(count * random.number(1...3)))
    edges = (0..<edgeCount).map { _ in
      (
        random.number(0...count - 1), random.number(0...count - 1),
        isWeighted ? Double(random.number(1...4)) : 1
      )
    }
  }

  /// The same graph as rows.
  var graph: NetworkGraph {
    NetworkGraph(
      vertexCount: count, sources: edges.map { Int32($0.source) }, targets: edges.map { Int32($0.target) },
      weights: isWeighted ? edges.map(\.weight) : nil, isDirected: isDirected)
  }

  /// Arcs, both ways of an undirected graph, loops once.
  func arcs(isDirected: Bool? = nil) -> [(source: Int, target: Int, weight: Double, edge: Int)] {
    edges.enumerated().flatMap { edge, ends in
      let arc = (ends.source, ends.target, ends.weight, edge)
      if isDirected ?? self.isDirected || ends.source == ends.target { return [arc] }
      return [arc, (ends.target, ends.source, ends.weight, edge)]
    }
  }

  /// The distance of each pair (Floyd and Warshall).
  func distances(_ length: (Double) -> Double = { _ in 1 }, isDirected: Bool? = nil) -> [[Double]] {
    var table = [[Double]](repeating: [Double](repeating: .infinity, count: count), count: count)
    for vertex in 0..<count { table[vertex][vertex] = 0 }
    for arc in arcs(isDirected: isDirected) {
      table[arc.source][arc.target] = min(table[arc.source][arc.target], length(arc.weight))
    }
    for middle in 0..<count {
      for source in 0..<count {
        for target in 0..<count {
          table[source][target] = min(
            table[source][target], table[source][middle] + table[middle][target])
        }
      }
    }
    for vertex in 0..<count { table[vertex][vertex] = 0 }
    return table
  }

  /// Labels of groups of vertices that a relation joins, by their lowest.
  func groups(_ isJoined: (Int, Int) -> Bool) -> [Int32] {
    (0..<count).map { vertex in Int32((0...vertex).first { isJoined($0, vertex) } ?? vertex) }
  }

  /// How many components are left without a vertex or an edge.
  func componentCount(withoutVertex vertex: Int? = nil, withoutEdge edge: Int? = nil) -> Int {
    var labels = Array(0..<count)
    for (number, ends) in edges.enumerated() {
      if number == edge || ends.source == vertex || ends.target == vertex { continue }
      let (from, to) = (labels[ends.source], labels[ends.target])
      labels = labels.map { $0 == from ? to : $0 }
    }
    return Set((0..<count).filter { $0 != vertex }.map { labels[$0] }).count
  }

  /// How many shortest paths there are between each pair, parallel edges apart.
  func pathCounts(_ distances: [[Double]], _ length: (Double) -> Double) -> [[Double]] {
    let arcs = arcs()
    return (0..<count).map { source in
      var counts = [Double](repeating: 0, count: count)
      counts[source] = 1
      for target in (0..<count).sorted(by: { distances[source][$0] < distances[source][$1] })
      where target != source && distances[source][target] < .infinity {
        for arc in arcs where arc.target == target && arc.source != target {
          if distances[source][arc.source] + length(arc.weight) == distances[source][target] {
            counts[target] += counts[arc.source]
          }
        }
      }
      return counts
    }
  }

  /// Every path that visits no vertex twice, by length, then vertices.
  func simplePaths(from source: Int, to target: Int, _ length: (Double) -> Double) -> [(
    vertices: [Int32], length: Double
  )] {
    var table: [[Double]] = [[Double]](repeating: [Double](repeating: .infinity, count: count), count: count)
    for arc in arcs() {
      table[arc.source][arc.target] = min(table[arc.source][arc.target], length(arc.weight))
    }
    var found: [(vertices: [Int32], length: Double)] = []
    func extend(_ path: [Int32], _ length: Double) {
      let last = Int(path[path.count - 1])
      if last == target { return found.append((path, length)) }
      for next in 0..<count where table[last][next] < .infinity && !path.contains(Int32(next)) {
        extend(path + [Int32(next)], length + table[last][next])
      }
    }
    extend([Int32(source)], 0)
    return found.sorted {
      $0.length == $1.length ? $0.vertices.lexicographicallyPrecedes($1.vertices) : $0.length < $1.length
    }
  }
}
