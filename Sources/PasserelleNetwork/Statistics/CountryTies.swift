import PasserelleCore

extension CooperationNetwork {
  /// The nodes of a country: those that state it, and those without a country that lie in one of them; ascending.
  ///
  /// - Complexity: O(nodes + location edges).
  public func nodes(ofCountry code: String) -> [Int32] {
    var inside = Set(nodes.indices.filter { nodes[$0].country == code }.map(Int32.init))
    for _ in 0..<2 {
      for number in edges.numbers(of: .location) {
        let source = edges.source(of: number)
        if nodes[Int(source)].country == nil, inside.contains(edges.target(of: number)) {
          inside.insert(source)
        }
      }
    }
    return inside.sorted()
  }

  /// What ties a country to French authorities and to others, as a page tells it.
  ///
  /// - Parameters:
  ///   - code: The country, ISO 3166-1 alpha-2.
  ///   - includesDemonstration: Whether generated demonstration data count.
  /// - Returns: The ties by section, in each the largest first, then by nodes.
  /// - Complexity: O(nodes + edges).
  public func ties(ofCountry code: String, includesDemonstration: Bool = false) -> [CountryTie] {
    CountryGathering(network: self, code: code, includesDemonstration: includesDemonstration).ties()
  }
}

/// Gathers the ties of one country in two passes over the edges.
private struct CountryGathering {
  let network: CooperationNetwork
  let code: String
  let includesDemonstration: Bool
  let inside: Set<Int32>
  /// The edges at each thing through which those of the country are tied.
  let hubs: [Int32: [Int32]]
  /// The edges with an end in the country.
  let touching: [Int32]
  /// The edges at each university and research team of the country, but those of places and themes.
  let teams: [Int32: [Int32]]

  init(network: CooperationNetwork, code: String, includesDemonstration: Bool) {
    self.network = network
    self.code = code
    self.includesDemonstration = includesDemonstration
    inside = Set(network.nodes(ofCountry: code))
    var hubs: [Int32: [Int32]] = [:]
    var touching: [Int32] = []
    // Looked up for each end of each edge: a column, not a set.
    var isInside = [Bool](repeating: false, count: network.nodes.count)
    for node in inside { isInside[Int(node)] = true }
    for number in network.edges.indices {
      let (source, target) = (network.edges.source(of: number), network.edges.target(of: number))
      guard isInside[Int(source)] || isInside[Int(target)] else { continue }
      if !includesDemonstration, network.edges[number].isDemonstration { continue }
      touching.append(Int32(number))
      for end in [source, target] where Self.isHub(network.nodes[Int(end)].kind) { hubs[end] = [] }
    }
    var teams: [Int32: [Int32]] = [:]
    for number in touching {
      let kind = network.edges.kind(of: Int(number))
      guard kind != .location, kind != .theme else { continue }
      let (source, target) = (network.edges.source(of: Int(number)), network.edges.target(of: Int(number)))
      for end in source == target ? [source] : [source, target] where isInside[Int(end)] {
        if Self.isTeam(network.nodes[Int(end)].kind) { teams[end, default: []].append(number) }
      }
    }
    var isHub = [Bool](repeating: false, count: network.nodes.count)
    for hub in hubs.keys { isHub[Int(hub)] = true }
    for number in network.edges.indices where network.edges.kind(of: number) != .theme {
      let (source, target) = (network.edges.source(of: number), network.edges.target(of: number))
      guard isHub[Int(source)] || isHub[Int(target)] else { continue }
      if !includesDemonstration, network.edges[number].isDemonstration { continue }
      if isHub[Int(source)] { hubs[source]?.append(Int32(number)) }
      if target != source, isHub[Int(target)] { hubs[target]?.append(Int32(number)) }
    }
    self.hubs = hubs
    self.touching = touching
    self.teams = teams
  }

  private static func isHub(_ kind: NodeKind) -> Bool {
    switch kind {
    case .project, .programme, .call, .network, .event: true
    default: false
    }
  }

  private static func isTeam(_ kind: NodeKind) -> Bool { kind == .university || kind == .researchTeam }

  func ties() -> [CountryTie] {
    let items = network.cooperations(includesDemonstration: includesDemonstration)
      .filter { item in item.countries.contains(code) || item.partners.contains(where: inside.contains) }
    var ties = items.map(tie)
    let told = Set(items.compactMap(\.node))
    let used = Set(items.flatMap(\.edges))
    ties += hubs.keys.sorted().filter { !told.contains($0) }.compactMap(hub)
    ties += touching.filter { !used.contains($0) }.compactMap(edge)
    ties += inside.sorted().compactMap(research)
    let order = CountryTie.Section.allCases
    return order.flatMap { section in
      ties.filter { $0.section == section }.sorted { left, right in
        if left.home.count != right.home.count { return left.home.count > right.home.count }
        return (left.node ?? left.home.first ?? -1, left.abroad.first ?? -1, left.edges.first ?? -1)
          < (right.node ?? right.home.first ?? -1, right.abroad.first ?? -1, right.edges.first ?? -1)
      }
    }
  }

  private func tie(_ item: CooperationItem) -> CountryTie {
    let section: CountryTie.Section =
      switch item.kind {
      case .twinning, .cooperation: .cooperations
      case .agreement: .agreements
      case .project: .projects
      }
    let kind: EdgeKind? =
      switch item.kind {
      case .twinning: .twinning
      case .cooperation: .cooperation
      default: nil
      }
    let all = item.edges.flatMap { [network.edges.source(of: Int($0)), network.edges.target(of: Int($0))] }
    let others = Set(all).subtracting(item.authorities).subtracting([item.node ?? -1])
    return CountryTie(
      section, kind: kind, node: item.node, home: item.authorities,
      abroad: others.filter { inside.contains($0) }.sorted(),
      others: others.filter { !inside.contains($0) && !isHome($0) }.sorted(), themes: item.themes,
      edges: item.edges, since: item.since, until: item.until, mode: item.mode)
  }

  /// A tie through a project, a programme, a network or an event.
  private func hub(_ number: Int32) -> CountryTie? {
    let node = network.nodes[Int(number)]
    guard let edges = hubs[number], includesDemonstration || !node.isDemonstration else { return nil }
    let section: CountryTie.Section =
      switch node.kind {
      case .project: .otherProjects
      case .programme, .call: .programmes
      case .network: .memberships
      default: .events
      }
    // An event is of the country where it is held; a network only by its members.
    if section == .events, !inside.contains(number) { return nil }
    let wanted = edges.filter { edge in
      section != .memberships || network.edges.kind(of: Int(edge)) == .membership
    }
    var ends = Set(
      wanted.flatMap { [network.edges.source(of: Int($0)), network.edges.target(of: Int($0))] })
    ends.remove(number)
    let abroad = ends.filter { inside.contains($0) }
    guard !abroad.isEmpty else { return nil }
    let home = ends.filter { network.nodes[Int($0)].isFrenchAuthority }
    return CountryTie(
      section, node: number, home: home.sorted(), abroad: abroad.sorted(),
      others: ends.subtracting(abroad).subtracting(home).sorted(), themes: network.themes[Int(number)],
      edges: wanted, since: node.since, until: node.until, mode: node.mode)
  }

  /// A tie of two that is no cooperation of a French authority.
  private func edge(_ number: Int32) -> CountryTie? {
    let edge = network.edges[Int(number)]
    let (source, target) = (network.nodes[Int(edge.source)], network.nodes[Int(edge.target)])
    let ends = [edge.source, edge.target]
    var section: CountryTie.Section
    switch edge.kind {
    case .cooperation, .partnership, .support, .funding:
      guard source.kind.isActor, target.kind.isActor, ends.contains(where: { !inside.contains($0) }) else {
        return nil
      }
      section = .partners
    case .recognition: section = .labels
    case .supply:
      guard isHome(edge.source) || isHome(edge.target) || source.country == "FR" else { return nil }
      section = .supplies
    default: return nil
    }
    if section == .labels, target.kind != .label { section = .partners }
    return CountryTie(
      section, kind: edge.kind, node: section == .labels ? edge.target : nil, home: ends.filter(isHome),
      abroad: ends.filter { inside.contains($0) },
      others: ends.filter {
        !inside.contains($0) && !isHome($0) && !(section == .labels && $0 == edge.target)
      },
      edges: [number], since: edge.since, until: edge.until, detail: edge.detail)
  }

  /// A university or research team of the country, with those it is tied to.
  private func research(_ number: Int32) -> CountryTie? {
    let node = network.nodes[Int(number)]
    guard Self.isTeam(node.kind), includesDemonstration || !node.isDemonstration else { return nil }
    let own = teams[number] ?? []
    let ends = Set(own.flatMap { [network.edges.source(of: Int($0)), network.edges.target(of: Int($0))] })
      .subtracting([number])
    return CountryTie(
      .research, node: number, home: ends.filter(isHome).sorted(), abroad: [number],
      others: ends.filter { !isHome($0) }.sorted(), themes: network.themes[Int(number)], edges: own)
  }

  private func isHome(_ number: Int32) -> Bool { network.nodes[Int(number)].isFrenchAuthority }
}
