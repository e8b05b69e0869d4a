/// What each node is active in: IRIs of themes, services, use cases.
///
/// A tag counts the more, the fewer authorities have it.
public struct NetworkTags: Sendable {
  /// The tags of each node, ascending.
  public private(set) var tags: [[String]]
  private var weights: [String: Double] = [:]

  /// Takes the themes of nodes, and for actors those of their projects, agreements and programmes.
  ///
  /// - Parameters:
  ///   - reach: The network.
  ///   - further: Further tags of nodes, such as services and use cases that the network has no edges of.
  /// - Complexity: O(nodes + edges).
  public init(_ reach: NetworkReach, further: [Int32: [String]] = [:]) {
    let network = reach.network
    tags = network.nodes.indices.map { node in
      var found = Set(further[Int32(node)] ?? [])
      Self.add(network.themes[node], network, &found)
      guard !network.nodes[node].kind.isShared else { return found.sorted() }
      for edge in reach.edges(of: Int32(node)) where reach.kind(of: edge).bringsThemes {
        let other = reach.other(edge, from: Int32(node))
        guard network.nodes[Int(other)].kind.isShared else { continue }
        Self.add(network.themes[Int(other)], network, &found)
        found.formUnion(further[other] ?? [])
      }
      return found.sorted()
    }
    for (node, own) in tags.enumerated() where network.nodes[node].kind.isAuthority {
      for tag in own { weights[tag, default: 0] += 1 }
    }
    for (tag, count) in weights { weights[tag] = 1 / count }
  }

  /// Adds themes with the wider ones that they are part of.
  private static func add(_ themes: [Int32], _ network: CooperationNetwork, _ found: inout Set<String>) {
    for theme in themes where found.insert(network.nodes[Int(theme)].iri).inserted {
      add(network.themes[Int(theme)], network, &found)
    }
  }

  /// The tags of a node.
  public func tags(of node: Int32) -> [String] { tags[Int(node)] }

  /// The tags that two nodes have in common, ascending.
  public func shared(_ node: Int32, _ other: Int32) -> [String] {
    let others = tags[Int(other)]
    return tags[Int(node)].filter(others.contains)
  }

  /// The weight of the tags in common over that of all (weighted Jaccard); nil where one of the two has none known.
  public func likeness(_ node: Int32, _ other: Int32) -> Double? {
    let (own, others) = (tags[Int(node)], tags[Int(other)])
    guard !own.isEmpty, !others.isEmpty else { return nil }
    let all = own + others.filter { !own.contains($0) }
    let common = own.filter(others.contains)
    let total = all.reduce(0) { $0 + weight($1) }
    return total > 0 ? common.reduce(0) { $0 + weight($1) } / total : nil
  }

  /// How far a node has the tags asked for: the part of them that it has; nil where nothing is known of it.
  public func fit(_ node: Int32, asked: Set<String>) -> Double? {
    let own = tags[Int(node)]
    guard !own.isEmpty, !asked.isEmpty else { return nil }
    return own.contains(where: asked.contains) ? 1 : 0
  }

  /// No tags at all, for what does not ask for any.
  static func none(_ reach: NetworkReach) -> NetworkTags { NetworkTags(count: reach.network.nodes.count) }

  private init(count: Int) { tags = Array(repeating: [], count: count) }

  private func weight(_ tag: String) -> Double { weights[tag] ?? 1 }
}

extension EdgeKind {
  /// Whether what the target is about says something of the source.
  fileprivate var bringsThemes: Bool {
    switch self {
    case .party, .carries, .participation, .partnership, .funding, .support, .membership: true
    default: false
    }
  }
}
