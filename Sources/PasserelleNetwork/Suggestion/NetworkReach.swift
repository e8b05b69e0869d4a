public import PasserelleCore

/// The edges of a network by node, whichever way they go, without those that an answer leaves out.
public struct NetworkReach: Sendable {
  /// The network.
  public let network: CooperationNetwork
  private let offsets: [Int32]
  private let numbers: [Int32]

  /// Gathers the edges of each node.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - day: Only ties that held on that day, or whose dates do not say that they did not; nil for all times.
  ///   - includesDemonstration: Whether edges that demonstration data alone state count.
  /// - Complexity: O(nodes + edges), by counting sort.
  public init(_ network: CooperationNetwork, day: PartialDate? = nil, includesDemonstration: Bool = false) {
    self.network = network
    var kept: [(edge: Int32, source: Int32, target: Int32)] = []
    kept.reserveCapacity(network.edges.count)
    let edges = network.edges
    for number in 0..<edges.count {
      if !includesDemonstration, edges.columns.demonstrations[number] == 1 { continue }
      if let day, !edges[number].mayHold(on: day) { continue }
      kept.append((Int32(number), edges.source(of: number), edges.target(of: number)))
    }
    var offsets = [Int32](repeating: 0, count: network.nodes.count + 1)
    for edge in kept {
      offsets[Int(edge.source) + 1] += 1
      if edge.source != edge.target { offsets[Int(edge.target) + 1] += 1 }
    }
    for node in 0..<network.nodes.count { offsets[node + 1] += offsets[node] }
    var next = offsets
    var numbers = [Int32](repeating: 0, count: Int(offsets[network.nodes.count]))
    for edge in kept {
      numbers[Int(next[Int(edge.source)])] = edge.edge
      next[Int(edge.source)] += 1
      guard edge.source != edge.target else { continue }
      numbers[Int(next[Int(edge.target)])] = edge.edge
      next[Int(edge.target)] += 1
    }
    self.offsets = offsets
    self.numbers = numbers
  }

  /// The numbers of the edges at a node, ascending.
  public func edges(of node: Int32) -> ArraySlice<Int32> {
    numbers[Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])]
  }

  /// The node at the other end of an edge.
  public func other(_ edge: Int32, from node: Int32) -> Int32 {
    let source = network.edges.source(of: Int(edge))
    return source == node ? network.edges.target(of: Int(edge)) : source
  }

  /// What an edge says.
  public func kind(of edge: Int32) -> EdgeKind { network.edges.kind(of: Int(edge)) }
}

extension CooperationNetwork.Edge {
  /// Whether its dates do not say that it did not hold on a day.
  func mayHold(on day: PartialDate) -> Bool {
    if let since, since.firstDay > day.lastDay { return false }
    if let until, until.lastDay < day.firstDay { return false }
    return true
  }
}
