import PasserelleCore

extension CooperationNetwork {
  /// A part of the network as a graph.
  ///
  /// Vertices are the nodes that an edge is left of, ascending, and the isolated ones where they are asked for. Edges
  /// ascend by their ends; behind each stand the edges of the network that it is made of.
  ///
  /// - Parameter selection: The part, and what it is shown as.
  /// - Returns: The graph with the way back.
  /// - Complexity: O(nodes + edges), and with ``NetworkSelection/Shape/actors`` the pairs of those who share a node.
  public func projection(_ selection: NetworkSelection) -> NetworkProjection {
    var ties = ProjectedTies(reserving: selection.shape == .stated ? edges.count : 0)
    var unjoined: [Int32] = []
    let filter: NetworkFilter
    switch selection.shape {
    case .stated:
      filter = NetworkFilter(self, selection, nodeKinds: selection.nodeKinds)
      addStated(selection, filter, to: &ties)
    case .actors:
      // The kinds chosen are those of the vertices: what they share may be of any kind.
      filter = NetworkFilter(self, selection, nodeKinds: [])
      unjoined = addActors(selection, filter, to: &ties)
    }
    var isVertex = [Bool](repeating: false, count: nodes.count)
    for node in ties.sources { isVertex[Int(node)] = true }
    for node in ties.targets { isVertex[Int(node)] = true }
    if selection.includesIsolated {
      for node in nodes.indices where isVertexKind(node, selection) && filter.keepsAlone(node) {
        isVertex[node] = true
      }
    }
    return ties.projection(isVertex: isVertex, selection, unjoined: unjoined)
  }

  /// Whether a node may be a vertex, by its kind.
  func isVertexKind(_ node: Int, _ selection: NetworkSelection) -> Bool {
    let kind = nodes[node].kind
    return (selection.nodeKinds.isEmpty || selection.nodeKinds.contains(kind))
      && (selection.shape == .stated || kind.isActor)
  }

  /// What an edge weighs; nil for one that is left out.
  @inline(__always)
  private static func weight(
    _ edge: Int, _ columns: borrowing NetworkEdgeColumns, _ weighting: NetworkSelection.Weighting
  ) -> Double? {
    switch weighting {
    case .count: return 1
    case .statements: return Double(columns.counts[edge])
    case .amount:
      guard columns.amounts[edge] >= 0 else { return nil }
      let amount = columns.amountValues[Int(columns.amounts[edge])].approximateDouble
      return amount > 0 ? amount : nil
    }
  }

  private func addStated(
    _ selection: NetworkSelection, _ filter: NetworkFilter, to ties: inout ProjectedTies
  ) {
    let columns = edges.columns
    for edge in 0..<columns.count where filter.keeps(edge) {
      guard let weight = Self.weight(edge, columns, selection.weighting) else { continue }
      let (source, target) = (columns.sources[edge], columns.targets[edge])
      ties.add(source, target, weight, edge)
      if selection.isDirected, EdgeKind.all[Int(columns.kinds[edge])].isSymmetric, source != target {
        ties.add(target, source, weight, edge)
      }
    }
  }

  /// Adds ties between actors, and joins those who share something.
  ///
  /// - Returns: What more share than are joined.
  private func addActors(
    _ selection: NetworkSelection, _ filter: NetworkFilter, to ties: inout ProjectedTies
  ) -> [Int32] {
    let columns = edges.columns
    let vertices = nodes.indices.map { isVertexKind($0, selection) }
    var sharing: [(shared: Int32, actor: Int32, edge: Int32)] = []
    for edge in 0..<columns.count where filter.keeps(edge) {
      let (source, target) = (columns.sources[edge], columns.targets[edge])
      guard vertices[Int(source)] else { continue }
      if nodes[Int(target)].kind.isShared, Self.isSharing(EdgeKind.all[Int(columns.kinds[edge])]) {
        sharing.append((target, source, Int32(edge)))
      } else if vertices[Int(target)], let weight = Self.weight(edge, columns, selection.weighting) {
        ties.add(source, target, weight, edge)
        if selection.isDirected, EdgeKind.all[Int(columns.kinds[edge])].isSymmetric, source != target {
          ties.add(target, source, weight, edge)
        }
      }
    }
    // Shares have no amounts of their own.
    guard selection.weighting != .amount else { return [] }
    sharing.sort { ($0.shared, $0.actor, $0.edge) < ($1.shared, $1.actor, $1.edge) }
    var unjoined: [Int32] = []
    var start = 0
    while start < sharing.count {
      var end = start
      while end < sharing.count, sharing[end].shared == sharing[start].shared { end += 1 }
      if !ties.join(sharing[start..<end], limit: selection.sharerLimit, bothWays: selection.isDirected) {
        unjoined.append(sharing[start].shared)
      }
      start = end
    }
    return unjoined
  }

  /// Whether an edge says that an actor takes part in what it reaches.
  private static func isSharing(_ kind: EdgeKind) -> Bool {
    switch kind {
    case .party, .carries, .participation, .membership, .funding, .support, .organisation: true
    default: false
    }
  }
}
