import PasserelleCore

extension CooperationNetwork {
  /// The cooperations of French authorities with territories abroad.
  ///
  /// A pair of territories counts once as a twinning and once as a cooperation, whatever the number of statements. An
  /// agreement or project counts where a French authority takes part in it and a territory abroad takes part or it takes
  /// place abroad; a company abroad does not make one.
  ///
  /// - Parameter includesDemonstration: Whether generated demonstration data count.
  /// - Returns: Ties by kind and pair, then agreements and projects by node.
  /// - Complexity: O(nodes + edges).
  public func cooperations(includesDemonstration: Bool = false) -> [CooperationItem] {
    var gathering = CooperationGathering(network: self, includesDemonstration: includesDemonstration)
    return gathering.items()
  }
}

/// Gathers the cooperations of a network in one pass over its edges.
private struct CooperationGathering {
  let network: CooperationNetwork
  let includesDemonstration: Bool
  private var places: [Pair: Int] = [:]
  private var ties: [CooperationItem] = []
  private var parts: [Int32: [Int32]] = [:]
  private let roles: [Roles]

  /// What a node is in a cooperation.
  private struct Roles: OptionSet {
    let rawValue: UInt8

    /// A French authority.
    static let home = Roles(rawValue: 1)
    /// A territory abroad.
    static let abroad = Roles(rawValue: 2)
    /// An agreement or a project.
    static let joint = Roles(rawValue: 4)
  }

  private struct Pair: Hashable {
    let kind: CooperationItem.Kind
    let home: Int32
    let abroad: Int32
  }

  init(network: CooperationNetwork, includesDemonstration: Bool) {
    self.network = network
    self.includesDemonstration = includesDemonstration
    roles = network.nodes.map { node in
      var roles: Roles = []
      if node.isFrenchAuthority { roles.insert(.home) }
      if node.isTerritoryAbroad { roles.insert(.abroad) }
      if Self.kind(of: node) != nil { roles.insert(.joint) }
      return roles
    }
  }

  mutating func items() -> [CooperationItem] {
    for kind in EdgeKind.allCases {
      for number in network.edges.numbers(of: kind) { gather(kind, number) }
    }
    let made = network.nodes.indices.compactMap { node in item(of: Int32(node)) }
    let order = CooperationItem.Kind.allCases
    return order.flatMap { kind in
      ties.filter { $0.kind == kind }.sorted {
        ($0.authorities[0], $0.partners[0]) < ($1.authorities[0], $1.partners[0])
      } + made.filter { $0.kind == kind }
    }
  }

  /// Looks at the ends of an edge before anything else of it is read.
  private mutating func gather(_ kind: EdgeKind, _ number: Int) {
    let (source, target) = (network.edges.source(of: number), network.edges.target(of: number))
    let ends = roles[Int(source)].union(roles[Int(target)])
    switch kind {
    case .twinning, .cooperation, .partnership:
      if ends.isSuperset(of: [.home, .abroad]) {
        add(kind == .twinning ? .twinning : .cooperation, Int32(number))
      }
      if kind == .partnership, ends.contains(.joint) { attach(Int32(number), source, target) }
    case .party, .carries, .participation, .funding, .support, .location:
      if ends.contains(.joint) { attach(Int32(number), source, target) }
    default: break
    }
  }

  /// Counts a tie between a French authority and a territory abroad.
  private mutating func add(_ kind: CooperationItem.Kind, _ number: Int32) {
    let edge = network.edges[Int(number)]
    guard includesDemonstration || !edge.isDemonstration else { return }
    var (home, abroad) = (edge.source, edge.target)
    if network.nodes[Int(abroad)].isFrenchAuthority { swap(&home, &abroad) }
    guard network.nodes[Int(home)].isFrenchAuthority, network.nodes[Int(abroad)].isTerritoryAbroad else {
      return
    }
    let pair = Pair(kind: kind, home: home, abroad: abroad)
    guard let place = places[pair] else {
      places[pair] = ties.count
      ties.append(
        CooperationItem(
          kind: kind, edges: [number], authorities: [home], partners: [abroad],
          countries: [network.nodes[Int(abroad)].countryAbroad].compactMap { $0 }, since: edge.since,
          until: edge.until))
      return
    }
    ties[place].edges.append(number)
    ties[place].since = Self.earliest(ties[place].since, edge.since)
    ties[place].until = Self.latest(ties[place].until, edge.until)
  }

  /// Keeps an edge for the agreement or project at one of its ends.
  private mutating func attach(_ number: Int32, _ source: Int32, _ target: Int32) {
    guard includesDemonstration || !network.edges[Int(number)].isDemonstration else { return }
    for end in source == target ? [source] : [source, target] where roles[Int(end)].contains(.joint) {
      parts[end, default: []].append(number)
    }
  }

  private static func kind(of node: CooperationNetwork.Node) -> CooperationItem.Kind? {
    switch node.kind {
    case .agreement: .agreement
    case .project: .project
    default: nil
    }
  }

  private func item(of number: Int32) -> CooperationItem? {
    let node = network.nodes[Int(number)]
    guard let kind = Self.kind(of: node), let edges = parts[number],
      includesDemonstration || !node.isDemonstration
    else { return nil }
    var (authorities, partners, countries): (Set<Int32>, Set<Int32>, Set<String>) = ([], [], [])
    if let country = node.countryAbroad { countries.insert(country) }
    for edge in edges.map({ network.edges[Int($0)] }) {
      let other = edge.source == number ? edge.target : edge.source
      let actor = network.nodes[Int(other)]
      if actor.isFrenchAuthority, edge.kind != .location { authorities.insert(other) }
      guard actor.isTerritoryAbroad else { continue }
      partners.insert(other)
      if let country = actor.countryAbroad { countries.insert(country) }
    }
    guard !authorities.isEmpty, !partners.isEmpty || !countries.isEmpty else { return nil }
    return CooperationItem(
      kind: kind, node: number, edges: edges.sorted(), authorities: authorities.sorted(),
      partners: partners.sorted(),
      countries: countries.sorted(), themes: network.themes[Int(number)], mode: node.mode, since: node.since,
      until: node.until)
  }

  /// The earlier of two first dates; one that is known before one that is not.
  private static func earliest(_ left: PartialDate?, _ right: PartialDate?) -> PartialDate? {
    guard let left, let right else { return left ?? right }
    return left.description <= right.description ? left : right
  }

  /// The later of two last dates; an open end stays open.
  private static func latest(_ left: PartialDate?, _ right: PartialDate?) -> PartialDate? {
    guard let left, let right else { return nil }
    return left.description >= right.description ? left : right
  }
}
