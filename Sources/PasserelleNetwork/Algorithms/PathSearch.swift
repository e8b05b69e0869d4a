/// Searches of shortest paths in one graph, with vertices and first steps to avoid.
///
/// Every search gives, of equally short paths, the first in dictionary order of vertices.
final class PathSearch {
  private let graph: NetworkGraph
  private let rows: ArcRows
  private let lengths: EdgeLengths
  private var remaining: [Double]?
  private var avoidedVertices: Set<Int32> = []
  private var avoidedSteps: Set<Int32> = []

  init(graph: NetworkGraph, rows: ArcRows, options: PathOptions) {
    self.graph = graph
    self.rows = rows
    lengths = options.lengths
  }

  /// Makes searches quicker that all have one target, unless they begin from both ends.
  ///
  /// - Complexity: That of one search of the whole graph.
  func prepare(for target: Int32) {
    guard graph.isDirected || lengths != .hops else { return }
    remaining = graph.reversed().distances(from: target, lengths: lengths)
  }

  /// Keeps the next searches from visiting vertices.
  func avoid(vertices: some Sequence<Int32>) { avoidedVertices.formUnion(vertices) }

  /// Keeps the next searches from going to a vertex first.
  func avoid(step: Int32) { avoidedSteps.insert(step) }

  /// Lets the next searches go everywhere.
  func avoidNothing() {
    avoidedVertices.removeAll(keepingCapacity: true)
    avoidedSteps.removeAll(keepingCapacity: true)
  }

  /// The shortest path between two vertices; nil where there is none within a limit.
  func path(from source: Int32, to target: Int32, within limit: Double?) -> NetworkPath? {
    precondition(
      min(source, target) >= 0 && Int(max(source, target)) < graph.vertexCount, "The graph has both vertices."
    )
    let limit = limit ?? .infinity
    guard limit >= 0 else { return nil }
    guard source != target else { return NetworkPath(vertices: [source], edges: [], length: 0) }
    let vertices: [Int32]? =
      if lengths != .hops || remaining != nil {
        byLength(source, target, limit)
      } else if graph.isDirected {
        fromSource(source, target, limit)
      } else {
        fromBothEnds(source, target, limit)
      }
    return vertices.map(path(of:))
  }

  @inline(__always)
  private func mayGo(from vertex: Int32, to next: Int32, source: Int32) -> Bool {
    if avoidedSteps.isEmpty && avoidedVertices.isEmpty { return true }
    return !avoidedVertices.contains(next) && !(vertex == source && avoidedSteps.contains(next))
  }

  /// Vertices with the edges between them.
  private func path(of vertices: [Int32]) -> NetworkPath {
    var edges: [Int32] = []
    var total = 0.0
    for (vertex, next) in zip(vertices, vertices.dropFirst()) {
      guard let first = rows.firstArc(from: vertex, to: next) else { continue }
      var (best, bestLength) = (rows.edges[first], graph.length(ofEdge: rows.edges[first], lengths))
      var arc = first + 1
      while lengths != .hops, arc < rows.arcs(of: vertex).upperBound, rows.targets[arc] == next {
        let length = graph.length(ofEdge: rows.edges[arc], lengths)
        if length < bestLength { (best, bestLength) = (rows.edges[arc], length) }
        arc += 1
      }
      edges.append(best)
      total += bestLength
    }
    return NetworkPath(vertices: vertices, edges: edges, length: total)
  }

  // MARK: By hops

  /// Breadth first from the source; then the vertices from which the target is reached, latest found first.
  private func fromSource(_ source: Int32, _ target: Int32, _ limit: Double) -> [Int32]? {
    let depths = ZeroedColumn(graph.vertexCount)
    depths[source] = 1
    var reached = [source]
    var place = 0
    while place < reached.count, depths[target] == 0 {
      let vertex = reached[place]
      place += 1
      guard Double(depths[vertex]) <= limit else { break }
      for arc in rows.arcs(of: vertex) {
        let next = rows.targets[arc]
        guard depths[next] == 0, mayGo(from: vertex, to: next, source: source) else { continue }
        depths[next] = depths[vertex] + 1
        reached.append(next)
      }
    }
    guard depths[target] > 0 else { return nil }
    // What follows each vertex on the first of the shortest paths to the target, plus 1.
    let following = ZeroedColumn(graph.vertexCount)
    following[target] = target + 1
    for vertex in reached.reversed() where depths[vertex] < depths[target] {
      for arc in rows.arcs(of: vertex) {
        let next = rows.targets[arc]
        if depths[next] == depths[vertex] + 1, following[next] > 0,
          mayGo(from: vertex, to: next, source: source)
        {
          following[vertex] = next + 1
          break
        }
      }
    }
    return walk(from: source, to: target) { following[$0] - 1 }
  }

  private func walk(from source: Int32, to target: Int32, _ next: (Int32) -> Int32) -> [Int32] {
    var vertices = [source]
    var vertex = source
    while vertex != target {
      vertex = next(vertex)
      vertices.append(vertex)
    }
    return vertices
  }

  /// Breadth first from both ends, a whole level at a time of the end with fewer arcs to follow.
  private func fromBothEnds(_ source: Int32, _ target: Int32, _ limit: Double) -> [Int32]? {
    let near = ZeroedColumn(graph.vertexCount)
    let far = ZeroedColumn(graph.vertexCount)
    near[source] = 1
    far[target] = 1
    var (nearLevels, farLevels) = ([[source]], [[target]])
    var (nearArcs, farArcs) = (Int(rows.degree(of: source)), Int(rows.degree(of: target)))
    var meeting: [Int32] = []
    while meeting.isEmpty {
      guard Double(nearLevels.count + farLevels.count - 1) <= limit else { return nil }
      let isNear = nearArcs <= farArcs
      let level = isNear ? nearLevels.last ?? [] : farLevels.last ?? []
      guard !level.isEmpty else { return nil }
      var next: [Int32] = []
      var arcs = 0
      for vertex in level {
        for arc in rows.arcs(of: vertex) {
          let other = rows.targets[arc]
          if isNear {
            guard near[other] == 0, mayGo(from: vertex, to: other, source: source) else { continue }
            near[other] = Int32(nearLevels.count) + 1
            if far[other] > 0 { meeting.append(other) }
          } else {
            guard far[other] == 0, mayGo(from: other, to: vertex, source: source),
              !avoidedVertices.contains(other)
            else { continue }
            far[other] = Int32(farLevels.count) + 1
            if near[other] > 0 { meeting.append(other) }
          }
          arcs += Int(rows.degree(of: other))
          next.append(other)
        }
      }
      if isNear {
        nearLevels.append(next)
        nearArcs = arcs
      } else {
        farLevels.append(next)
        farArcs = arcs
      }
    }
    return join(near, far, meeting, source: source, target: target)
  }

  /// The first in dictionary order of the paths through the vertices where two searches met.
  private func join(
    _ near: borrowing ZeroedColumn, _ far: borrowing ZeroedColumn, _ meeting: [Int32], source: Int32,
    target: Int32
  ) -> [Int32] {
    let middle = meeting.first.map { near[$0] } ?? 1
    // The vertices before the middle that lie on a shortest path, level by level backwards.
    var isOnPath = Set(meeting)
    var level = meeting
    while let depth = level.first.map({ near[$0] }), depth > 1 {
      var before: [Int32] = []
      for vertex in level {
        for arc in rows.arcs(of: vertex) {
          let other = rows.targets[arc]
          if near[other] == depth - 1, mayGo(from: other, to: vertex, source: source),
            isOnPath.insert(other).inserted
          {
            before.append(other)
          }
        }
      }
      level = before
    }
    return walkThrough(near, far, isOnPath, middle, source: source, target: target)
  }

  private func walkThrough(
    _ near: borrowing ZeroedColumn, _ far: borrowing ZeroedColumn, _ isOnPath: Set<Int32>, _ middle: Int32,
    source: Int32, target: Int32
  ) -> [Int32] {
    var vertices = [source]
    var vertex = source
    while vertex != target {
      let isBefore = vertices.count < Int(middle)
      var next: Int32 = -1
      for arc in rows.arcs(of: vertex) {
        let other = rows.targets[arc]
        let leads =
          isBefore
          ? near[other] == near[vertex] + 1 && isOnPath.contains(other)
          : far[other] > 0 && far[other] == far[vertex] - 1
        if leads, mayGo(from: vertex, to: other, source: source) {
          next = other
          break
        }
      }
      guard next >= 0 else { preconditionFailure("Two searches that met join.") }
      vertices.append(next)
      vertex = next
    }
    return vertices
  }

  // MARK: By length

  /// Dijkstra's algorithm; where it is known how far vertices are from the target, those on the shortest way to it first.
  ///
  /// The latter is A* of Hart, Nilsson & Raphael, 1968.
  private func byLength(_ source: Int32, _ target: Int32, _ limit: Double) -> [Int32]? {
    let distances = Column<Double>(graph.vertexCount, repeating: .infinity)
    // Sums of the same lengths in another order may differ in their last digits.
    let slack = 1 + 1e-12
    var queue = DistanceQueue()
    var settled: [Int32] = []
    distances[source] = 0
    queue.insert(source, at: rest(of: source))
    while let (whole, vertex) = queue.popFirst(), whole <= distances[target] * slack {
      let distance = distances[vertex]
      guard whole == distance + rest(of: vertex) else { continue }
      settled.append(vertex)
      for arc in rows.arcs(of: vertex) {
        let next = rows.targets[arc]
        let further = distance + graph.length(ofEdge: rows.edges[arc], lengths)
        guard further < distances[next], mayGo(from: vertex, to: next, source: source) else { continue }
        let whole = further + rest(of: next)
        guard whole < .infinity, whole <= limit * slack else { continue }
        distances[next] = further
        queue.insert(next, at: whole)
      }
    }
    guard distances[target] <= limit, distances[target] < .infinity else { return nil }
    settled.sort { distances[$0] > distances[$1] }
    let following = ZeroedColumn(graph.vertexCount)
    following[target] = target + 1
    for vertex in settled where distances[vertex] < distances[target] {
      for arc in rows.arcs(of: vertex) {
        let next = rows.targets[arc]
        if following[next] > 0, mayGo(from: vertex, to: next, source: source),
          distances[vertex] + graph.length(ofEdge: rows.edges[arc], lengths) == distances[next]
        {
          following[vertex] = next + 1
          break
        }
      }
    }
    return walk(from: source, to: target) { following[$0] - 1 }
  }

  /// How far the target is from a vertex at least.
  @inline(__always) private func rest(of vertex: Int32) -> Double { remaining?[Int(vertex)] ?? 0 }
}
