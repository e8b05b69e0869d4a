/// A way from one node to another through those that could introduce them.
public struct NetworkWay: Sendable, Hashable {
  /// The nodes, from one end to the other.
  public let nodes: [Int32]
  /// The edges between them, one less; of several between two nodes the first.
  public let edges: [Int32]
  /// Its length: 10 for a tie between two actors; through an agreement, project or network a little more, and the more
  /// the more share it.
  public let length: Int

  /// The actors between the ends, and the networks, projects and the like that join them.
  public var between: ArraySlice<Int32> { nodes.dropFirst().dropLast() }
}

/// Finds the shortest ways from one node.
///
/// Dijkstra, Numer. Math. 1, 269–271, 1959, with whole lengths in buckets.
struct NetworkWays {
  private let origin: Int32
  private let lengths: [Int32]
  private let previous: [Int32]
  private let reach: NetworkReach

  /// Finds all ways up to a length.
  ///
  /// - Complexity: O(nodes + edges reached).
  init(from origin: Int32, in reach: NetworkReach, limit: Int) {
    self.origin = origin
    self.reach = reach
    let nodes = reach.network.nodes
    var lengths = [Int32](repeating: -1, count: nodes.count)
    var previous = [Int32](repeating: -1, count: nodes.count)
    var isDone = [Bool](repeating: false, count: nodes.count)
    var buckets = [[Int32]](repeating: [], count: limit + 1)
    lengths[Int(origin)] = 0
    buckets[0] = [origin]
    for length in 0...limit {
      for node in buckets[length].sorted() where !isDone[Int(node)] && lengths[Int(node)] == Int32(length) {
        isDone[Int(node)] = true
        guard node == origin || nodes[Int(node)].canIntroduce else { continue }
        for edge in reach.edges(of: node) where reach.kind(of: edge).canIntroduce {
          let other = reach.other(edge, from: node)
          guard !isDone[Int(other)], nodes[Int(other)].canIntroduce else { continue }
          let next = length + Self.step(node, other, reach)
          guard next <= limit, lengths[Int(other)] < 0 || lengths[Int(other)] > Int32(next) else { continue }
          lengths[Int(other)] = Int32(next)
          previous[Int(other)] = edge
          buckets[next].append(other)
        }
      }
    }
    self.lengths = lengths
    self.previous = previous
  }

  /// Whether a way leads to a node.
  func reaches(_ node: Int32) -> Bool { lengths[Int(node)] >= 0 }

  /// The way to a node; nil where none is known.
  func way(to node: Int32) -> NetworkWay? {
    guard reaches(node) else { return nil }
    var nodes = [node]
    var edges: [Int32] = []
    var place = node
    while place != origin {
      let edge = previous[Int(place)]
      place = reach.other(edge, from: place)
      edges.append(edge)
      nodes.append(place)
    }
    return NetworkWay(nodes: nodes.reversed(), edges: edges.reversed(), length: Int(lengths[Int(node)]))
  }

  /// What one step costs: 10 between actors; to or from what they share 5 and a part that grows with its sharers.
  private static func step(_ node: Int32, _ other: Int32, _ reach: NetworkReach) -> Int {
    let shared = reach.network.nodes[Int(node)].kind.isShared ? node : other
    guard reach.network.nodes[Int(shared)].kind.isShared else { return 10 }
    let sharers = reach.edges(of: shared).count
    return 5 + min(5, (Int.bitWidth - sharers.leadingZeroBitCount) / 2)
  }
}

extension CooperationNetwork.Node {
  /// Whether it, or who runs it, can introduce two others.
  var canIntroduce: Bool {
    switch kind {
    case .country, .worldRegion, .theme, .label, .other, .company: false
    default: true
    }
  }
}

extension EdgeKind {
  /// Whether it joins two that know each other.
  var canIntroduce: Bool {
    switch self {
    case .twinning, .cooperation, .partnership, .party, .carries, .participation, .membership, .organisation:
      true
    case .recognition, .supply, .funding, .support, .partOf, .location, .theme: false
    }
  }
}
