import PasserelleCore

/// What a selection keeps of a network: a flag for each node, a test for each edge.
struct NetworkFilter {
  /// Whether each node is of a kind chosen, and counts.
  let nodes: [Bool]
  private let kinds: [Bool]
  private let themed: [Bool]?
  private let countries: [Bool]?
  private let columns: NetworkEdgeColumns
  private let includesDemonstration: Bool
  /// The last and the first day that the day chosen may mean, packed; nil for all times.
  private let day: (last: Int32, first: Int32)?

  /// Reads a selection.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - selection: The selection.
  ///   - nodeKinds: The kinds of nodes looked at; empty for all.
  init(_ network: CooperationNetwork, _ selection: NetworkSelection, nodeKinds: Set<NodeKind>) {
    columns = network.edges.columns
    includesDemonstration = selection.includesDemonstration
    nodes = network.nodes.map { node in
      (nodeKinds.isEmpty || nodeKinds.contains(node.kind))
        && (selection.includesDemonstration || !node.isDemonstration)
    }
    kinds = EdgeKind.all.map { kind in
      selection.edgeKinds.isEmpty
        ? kind != .theme && kind != .location : selection.edgeKinds.contains(kind)
    }
    day = selection.day.map { (PartialDate.lastPacked($0.packed), $0.packed) }
    themed = selection.themes.isEmpty ? nil : Self.themed(network, selection.themes)
    countries = selection.countries.isEmpty ? nil : Self.touching(network, selection.countries)
  }

  /// Whether an edge is kept.
  @inline(__always)
  func keeps(_ edge: Int) -> Bool {
    guard kinds[Int(columns.kinds[edge])] else { return false }
    let (source, target) = (Int(columns.sources[edge]), Int(columns.targets[edge]))
    guard nodes[source], nodes[target], includesDemonstration || columns.demonstrations[edge] == 0 else {
      return false
    }
    if let day {
      if columns.since[edge] > day.last { return false }
      if columns.until[edge] != 0, PartialDate.lastPacked(columns.until[edge]) < day.first { return false }
    }
    if let themed, !themed[source], !themed[target] { return false }
    if let countries, !countries[source], !countries[target] { return false }
    return true
  }

  /// Whether a node without edges is kept.
  func keepsAlone(_ node: Int) -> Bool { nodes[node] && themed?[node] != false && countries?[node] != false }

  /// The nodes that are one of some themes or have one, or one filed under it.
  private static func themed(_ network: CooperationNetwork, _ themes: Set<String>) -> [Bool] {
    var flags = [Bool](repeating: false, count: network.nodes.count)
    var waiting = themes.sorted().compactMap { network.node($0) }
    for theme in waiting { flags[Int(theme)] = true }
    var about: [Int32: [Int32]] = [:]
    for number in network.edges.numbers(of: .theme) {
      about[network.edges.target(of: number), default: []].append(network.edges.source(of: number))
    }
    while let theme = waiting.popLast() {
      for node in about[theme] ?? [] where !flags[Int(node)] {
        flags[Int(node)] = true
        // What is filed under a theme leads on; what is about one does not.
        if network.nodes[Int(node)].kind == .theme { waiting.append(node) }
      }
    }
    return flags
  }

  /// The nodes of some countries, and the projects and agreements in which one of them takes part.
  private static func touching(_ network: CooperationNetwork, _ countries: Set<String>) -> [Bool] {
    var flags = network.nodes.map { $0.country.map(countries.contains) ?? false }
    let own = flags
    let columns = network.edges.columns
    for number in 0..<columns.count {
      let (source, target) = (Int(columns.sources[number]), Int(columns.targets[number]))
      let kind = network.nodes[target].kind
      if own[source], kind == .project || kind == .agreement { flags[target] = true }
    }
    return flags
  }
}
