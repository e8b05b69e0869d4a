import Foundation

/// What the surroundings of one vertex in a graph say of all others: the classical scores of link prediction.
///
/// D. Liben-Nowell and J. Kleinberg, “The link-prediction problem for social networks”, JASIST 58 (2007); L. Lü and
/// T. Zhou, “Link prediction in complex networks: a survey”, Physica A 390 (2011).
struct LinkReach {
  /// The vertex.
  let source: Int32
  /// Common neighbours.
  var common: [Double]
  /// Adamic–Adar.
  var adamicAdar: [Double]
  /// Resource allocation.
  var allocation: [Double]
  /// Paths of three ties, each 1 / √ of the two inner degrees.
  var longer: [Double]
  /// Paths of three ties, each 1.
  var threes: [Double]
  /// The walk's visits by the degree of where it arrives.
  var walk: [Double]

  /// The chance that the walk goes on at each step; it takes ``steps`` at most.
  static let goingOn = 0.6
  /// The longest walk.
  static let steps = 5

  /// Sees a graph from a vertex.
  ///
  /// - Complexity: O(number of paths of three ties from the vertex + steps · edges).
  init(from source: Int32, in graph: LinkGraph) {
    self.source = source
    let count = graph.vertexCount
    common = [Double](repeating: 0, count: count)
    adamicAdar = common
    allocation = common
    longer = common
    threes = common
    walk = common
    for arc in graph.arcs(of: source) {
      let middle = graph.targets[arc]
      let degree = Double(graph.degree(middle))
      guard degree > 1 else { continue }
      let (logarithm, root) = (1 / log(degree), 1 / degree.squareRoot())
      for next in graph.arcs(of: middle) {
        let target = graph.targets[next]
        if target == source { continue }
        common[Int(target)] += 1
        adamicAdar[Int(target)] += logarithm
        allocation[Int(target)] += 1 / degree
        let inner = root / Double(graph.degree(target)).squareRoot()
        for last in graph.arcs(of: target) where graph.targets[last] != middle {
          longer[Int(graph.targets[last])] += inner
          threes[Int(graph.targets[last])] += 1
        }
      }
    }
    takeWalk(in: graph)
  }

  private mutating func takeWalk(in graph: LinkGraph) {
    var mass = [Double](repeating: 0, count: graph.vertexCount)
    var next = mass
    var present = [source]
    var arriving: [Int32] = []
    mass[Int(source)] = 1
    for _ in 0..<Self.steps {
      for vertex in present {
        let degree = graph.degree(vertex)
        guard degree > 0 else { continue }
        let share = Self.goingOn * mass[Int(vertex)] / Double(degree)
        for arc in graph.arcs(of: vertex) {
          let target = graph.targets[arc]
          if next[Int(target)] == 0 { arriving.append(target) }
          next[Int(target)] += share
        }
      }
      for vertex in present { mass[Int(vertex)] = 0 }
      swap(&mass, &next)
      swap(&present, &arriving)
      arriving.removeAll(keepingCapacity: true)
      for vertex in present { walk[Int(vertex)] += mass[Int(vertex)] }
    }
    for vertex in walk.indices where walk[vertex] > 0 {
      walk[vertex] /= Double(graph.degree(Int32(vertex)))
    }
  }
}
