/// What ties authorities: twinnings, cooperations, partnerships, agreements and projects in common.
///
/// A project with many authorities joins them no more than a network does.
public struct AuthorityTies: Sendable {
  /// The most authorities that a project or agreement ties to each other.
  public static let limit = 8

  /// A partner of an authority.
  public struct Tie: Sendable, Hashable {
    /// The partner.
    public let partner: Int32
    /// The edges that say so: one for a tie of their own, two for a project or agreement in common.
    public let edges: [Int32]
  }

  private let reach: NetworkReach
  private let sharers: [Int32: [(node: Int32, edge: Int32)]]

  /// Gathers who shares each project, agreement, programme, call, event and network.
  ///
  /// - Complexity: O(nodes + edges).
  public init(_ reach: NetworkReach) {
    self.reach = reach
    var sharers: [Int32: [(node: Int32, edge: Int32)]] = [:]
    let network = reach.network
    for node in network.nodes.indices where network.nodes[node].kind.isShared {
      var own: [(node: Int32, edge: Int32)] = []
      for edge in reach.edges(of: Int32(node)) where reach.kind(of: edge).canIntroduce {
        let other = reach.other(edge, from: Int32(node))
        if network.nodes[Int(other)].kind.isAuthority, !own.contains(where: { $0.node == other }) {
          own.append((other, edge))
        }
      }
      if own.count > 1 { sharers[Int32(node)] = own.sorted { $0.node < $1.node } }
    }
    self.sharers = sharers
  }

  /// The partners of an authority, by number, each with the edges that say so.
  ///
  /// - Complexity: O(*k* log *k*) in its ties.
  public func partners(of node: Int32) -> [Tie] {
    let network = reach.network
    var found: [Int32: [Int32]] = [:]
    for edge in reach.edges(of: node) {
      let other = reach.other(edge, from: node)
      if reach.kind(of: edge).isSymmetric, network.nodes[Int(other)].kind.isAuthority, other != node {
        found[other, default: []].append(edge)
      }
    }
    for shared in sharedThings(of: node) where ties(shared.node) {
      for one in sharers[shared.node] ?? [] where one.node != node {
        found[one.node, default: []] += [shared.edge, one.edge]
      }
    }
    return found.keys.sorted().map { Tie(partner: $0, edges: found[$0] ?? []) }
  }

  /// How close an authority stands to each other one, by partners and shared networks.
  ///
  /// Each counts by the inverse of how many it joins: resource allocation (Zhou, Lü and Zhang, Eur. Phys. J. B 71, 623–630,
  /// 2009).
  ///
  /// - Returns: The closeness of those that have any, 0 to 1; nil where the authority has no known tie at all.
  /// - Complexity: O(partners of partners + sharers).
  public func closeness(from node: Int32) -> [Int32: Double]? {
    let partners = partners(of: node)
    let things = sharedThings(of: node)
    guard !partners.isEmpty || !things.isEmpty else { return nil }
    var raw: [Int32: Double] = [:]
    for tie in partners {
      let next = self.partners(of: tie.partner)
      for other in next where other.partner != node {
        raw[other.partner, default: 0] += 1 / Double(next.count)
      }
    }
    for thing in things where !ties(thing.node) {
      let all = sharers[thing.node] ?? []
      for one in all where one.node != node { raw[one.node, default: 0] += 0.5 / Double(all.count) }
    }
    return raw.mapValues { $0 / ($0 + Self.halfCloseness) }
  }

  /// The closeness before scaling at which the scaled one is a half: one common partner with ten partners.
  private static let halfCloseness = 0.1

  /// Whether two authorities share a network, programme, call, event or larger project, and which.
  public func memberships(_ node: Int32, _ other: Int32) -> [Int32] {
    sharedThings(of: node).map(\.node).filter { thing in
      !ties(thing) && (sharers[thing] ?? []).contains { $0.node == other }
    }
  }

  private func ties(_ thing: Int32) -> Bool {
    let kind = reach.network.nodes[Int(thing)].kind
    return (kind == .project || kind == .agreement) && (sharers[thing] ?? []).count <= Self.limit
  }

  private func sharedThings(of node: Int32) -> [(node: Int32, edge: Int32)] {
    var found: [(node: Int32, edge: Int32)] = []
    for edge in reach.edges(of: node) {
      let other = reach.other(edge, from: node)
      if sharers[other] != nil, reach.kind(of: edge).canIntroduce,
        !found.contains(where: { $0.node == other })
      {
        found.append((other, edge))
      }
    }
    return found
  }
}
