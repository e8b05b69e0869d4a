/// Gathers the actors that authorities could bring along.
struct TriadBoard {
  /// The roles of participants that advise or judge.
  static let adviserRoles: Set<String> = [
    "assistant", "evaluator", "designer", "secretariat", "trusted-third-party",
  ]

  let reach: NetworkReach
  let tags: NetworkTags
  let themes: Set<String>
  /// The call; nil where none was named.
  let call: Int32?

  private typealias Found = (node: Int32, edges: [Int32])

  /// The actors around an authority, by role; first those on a theme asked for, then those tied to it directly, then by
  /// number.
  ///
  /// - Complexity: O(edges of the authority and of its projects).
  func members(of authority: Int32) -> [TriadMember] {
    let network = reach.network
    var found: [Int32: [Int32]] = [:]
    func add(_ one: Found) {
      guard let known = found[one.node] else {
        found[one.node] = one.edges
        return
      }
      if known.count > one.edges.count { found[one.node] = one.edges }
    }
    for edge in reach.edges(of: authority) where reach.kind(of: edge).bringsActors {
      let other = reach.other(edge, from: authority)
      let node = network.nodes[Int(other)]
      if node.triadRole != nil { add((other, [edge])) }
      guard node.kind == .project || node.kind == .agreement else { continue }
      for next in reach.edges(of: other) where reach.kind(of: next).bringsActors {
        let actor = reach.other(next, from: other)
        if network.nodes[Int(actor)].triadRole != nil { add((actor, [edge, next])) }
      }
    }
    let members = found.keys.sorted().compactMap { node in
      network.nodes[Int(node)].triadRole.map { role in
        TriadMember(
          node: node, authority: authority, role: role.role, isCertain: role.isCertain,
          isOnTheme: tags.tags(of: node).contains(where: themes.contains), edges: found[node] ?? [],
          conflicts: [])
      }
    }
    return members.sorted { left, right in
      if left.isOnTheme != right.isOnTheme { return left.isOnTheme }
      if left.isCertain != right.isCertain { return left.isCertain }
      if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
      return left.node < right.node
    }
  }

  /// The member with what is to be looked at before it is asked, for a platform of some authorities.
  func checked(_ member: TriadMember, for authorities: [Int32]) -> TriadMember {
    let network = reach.network
    var contracts: [Int32: [Int32]] = [:]
    var advice: [Int32: [Int32]] = [:]
    for number in reach.edges(of: member.node) {
      let edge = network.edges[Int(number)]
      let other = reach.other(number, from: member.node)
      if edge.kind == .supply, concerns(other, authorities) { contracts[other, default: []].append(number) }
      let isCall = other == call
      let advises =
        edge.role.map(Self.adviserRoles.contains) ?? false
        || isCall && [.organisation, .funding, .support, .carries].contains(edge.kind)
      if advises, isCall || concerns(other, authorities) { advice[other, default: []].append(number) }
    }
    return TriadMember(
      node: member.node, authority: member.authority, role: member.role, isCertain: member.isCertain,
      isOnTheme: member.isOnTheme, edges: member.edges,
      conflicts: contracts.keys.sorted().map { .init(kind: .contract, with: $0, edges: contracts[$0] ?? []) }
        + advice.keys.sorted().map { .init(kind: .advice, with: $0, edges: advice[$0] ?? []) })
  }

  /// Whether a node is one of the authorities, or a project or agreement of one.
  private func concerns(_ node: Int32, _ authorities: [Int32]) -> Bool {
    if authorities.contains(node) { return true }
    guard reach.network.nodes[Int(node)].kind.isShared else { return false }
    return reach.edges(of: node).contains { authorities.contains(reach.other($0, from: node)) }
  }
}

extension EdgeKind {
  /// Whether it ties an actor to an authority or its project.
  fileprivate var bringsActors: Bool {
    switch self {
    case .cooperation, .partnership, .party, .carries, .participation, .membership, .supply, .support,
      .partOf,
      .location, .organisation:
      true
    case .twinning, .recognition, .funding, .theme: false
    }
  }
}
