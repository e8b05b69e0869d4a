/// What falls apart where a vertex or an edge of a graph is taken away.
public struct NetworkCutParts: Sendable, Hashable {
  /// A vertex without which its component falls apart.
  public struct Vertex: Sendable, Hashable {
    /// The vertex.
    public let vertex: Int32
    /// How many vertices each part then has, the largest first.
    public let parts: [Int32]
  }

  /// An edge without which its component falls apart.
  public struct Edge: Sendable, Hashable {
    /// The edge.
    public let edge: Int32
    /// How many vertices the smaller part has.
    public let smaller: Int32
    /// How many vertices the larger part has.
    public let larger: Int32
  }

  /// The articulation points, ascending.
  public let vertices: [Vertex]
  /// The bridges, ascending by edge.
  public let edges: [Edge]
}

extension NetworkGraph {
  /// The articulation points and bridges, as if edges went both ways, with the sizes of the parts.
  ///
  /// Tarjan, SIAM J. Comput. 1, 146, 1972, with the sizes of subtrees of the depth-first search, without recursion.
  /// Where ``cuts()`` tells which they are, this tells what depends on them.
  ///
  /// - Complexity: O(vertices + edges), and the sort of the parts.
  public func cutParts() -> NetworkCutParts {
    let rows = isDirected ? undirected() : self
    var search = CutSearch(rows)
    return search.parts()
  }
}

/// One depth-first search over all components.
private struct CutSearch {
  private let graph: NetworkGraph
  private var entered: [Int32]
  private var lowest: [Int32]
  private var sizes: [Int32]
  private var parentEdges: [Int32]
  /// The arc each vertex goes on with.
  private var arcs: [Int32]
  private var below: [Int32: [Int32]] = [:]
  private var bridges: [(edge: Int32, size: Int32)] = []

  init(_ graph: NetworkGraph) {
    self.graph = graph
    entered = [Int32](repeating: -1, count: graph.vertexCount)
    lowest = entered
    sizes = [Int32](repeating: 1, count: graph.vertexCount)
    parentEdges = entered
    arcs = Array(graph.offsets.prefix(graph.vertexCount))
  }

  mutating func parts() -> NetworkCutParts {
    var vertices: [NetworkCutParts.Vertex] = []
    var edges: [NetworkCutParts.Edge] = []
    for root in 0..<Int32(graph.vertexCount) where entered[Int(root)] < 0 {
      below.removeAll(keepingCapacity: true)
      bridges.removeAll(keepingCapacity: true)
      search(from: root)
      let size = sizes[Int(root)]
      for (vertex, cut) in below {
        let rest = size - 1 - cut.reduce(0, +)
        let parts = (rest > 0 ? cut + [rest] : cut).sorted(by: >)
        if parts.count > 1 { vertices.append(NetworkCutParts.Vertex(vertex: vertex, parts: parts)) }
      }
      for (edge, part) in bridges {
        edges.append(
          NetworkCutParts.Edge(edge: edge, smaller: min(part, size - part), larger: max(part, size - part)))
      }
    }
    return NetworkCutParts(
      vertices: vertices.sorted { $0.vertex < $1.vertex }, edges: edges.sorted { $0.edge < $1.edge })
  }

  private mutating func search(from root: Int32) {
    var clock: Int32 = 0
    var stack = [root]
    enter(root, &clock)
    while let vertex = stack.last {
      let place = Int(vertex)
      guard arcs[place] < graph.offsets[place + 1] else {
        stack.removeLast()
        if let parent = stack.last { leave(vertex, parent) }
        continue
      }
      let arc = Int(arcs[place])
      arcs[place] += 1
      let next = Int(graph.targets[arc])
      // Another edge between the same two leads back all the same.
      guard graph.arcEdges[arc] != parentEdges[place] else { continue }
      if entered[next] >= 0 {
        lowest[place] = min(lowest[place], entered[next])
      } else {
        parentEdges[next] = graph.arcEdges[arc]
        enter(Int32(next), &clock)
        stack.append(Int32(next))
      }
    }
  }

  private mutating func enter(_ vertex: Int32, _ clock: inout Int32) {
    entered[Int(vertex)] = clock
    lowest[Int(vertex)] = clock
    clock += 1
  }

  /// Hands what was found below a vertex on to the one before it.
  private mutating func leave(_ vertex: Int32, _ parent: Int32) {
    let (child, above) = (Int(vertex), Int(parent))
    lowest[above] = min(lowest[above], lowest[child])
    sizes[above] += sizes[child]
    if lowest[child] >= entered[above] { below[parent, default: []].append(sizes[child]) }
    if lowest[child] > entered[above] { bridges.append((parentEdges[child], sizes[child])) }
  }
}
