import PasserelleNetwork

/// A small graph with a fixed content, of which other programs know the figures.
enum PatternGraph {
  /// 17 vertices and 110 arcs by a linear congruence; repeats and loops among them.
  static let arcs: [(Int32, Int32)] = {
    var state = 1
    func next() -> Int32 {
      state = (state &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
      return Int32((state >> 16) % 17)
    }
    return (0..<110).map { _ in
      let source = next()
      return (source, next())
    }
  }()

  /// The arcs once each, without loops, directed.
  static let directed = graph(arcs, isDirected: true)

  /// The ties once each, without loops and direction.
  static let undirected = graph(arcs.map { (min($0.0, $0.1), max($0.0, $0.1)) }, isDirected: false)

  private static func graph(_ pairs: [(Int32, Int32)], isDirected: Bool) -> NetworkGraph {
    var seen: Set<[Int32]> = []
    let kept = pairs.filter { $0.0 != $0.1 && seen.insert([$0.0, $0.1]).inserted }
    return NetworkGraph(
      vertexCount: 17, sources: kept.map(\.0), targets: kept.map(\.1), isDirected: isDirected)
  }

  /// Whether two vertices of a graph are tied, either way.
  static func isTied(_ graph: NetworkGraph, _ left: Int, _ right: Int) -> Bool {
    graph.neighbours(of: Int32(left)).contains(Int32(right))
      || graph.neighbours(of: Int32(right)).contains(Int32(left))
  }
}
