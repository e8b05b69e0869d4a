import PasserelleCore

/// Finds the gaps of a network.
public struct NetworkGapFinder: Sendable {
  private let reach: NetworkReach
  private let ties: AuthorityTies

  /// Makes a finder.
  public init(_ reach: NetworkReach) {
    self.reach = reach
    ties = AuthorityTies(reach)
  }

  /// A cooperation with a French side and a country.
  private struct Known {
    let thing: Int32?
    let countries: [String]
    let themes: [Int32]
  }

  /// The gaps.
  ///
  /// - Parameter themes: The themes looked at: numbers of theme nodes; empty for all that some cooperation has.
  /// - Returns: The gaps.
  /// - Complexity: O(nodes + edges + themes · countries).
  public func gaps(themes: [Int32] = []) -> NetworkGaps {
    let nodes = reach.network.nodes
    let french = nodes.indices.filter { nodes[$0].country == "FR" && nodes[$0].kind.isAuthority }.map(
      Int32.init)
    let partners = Dictionary(uniqueKeysWithValues: french.map { ($0, foreignPartners(of: $0)) })
    let things = nodes.indices.filter { Self.isThing(nodes[$0]) }.map { thing(Int32($0)) }.compactMap { $0 }
    let countries = countries(french, partners, things)
    let asked =
      themes.isEmpty ? Set(things.flatMap(\.themes)).sorted() : themes
    let cells = asked.flatMap { theme in
      let ofTheme = things.filter { $0.themes.contains(theme) }
      return countries.map { country in
        NetworkGaps.Cell(
          theme: theme, country: country.code,
          things: ofTheme.filter { $0.countries.contains(country.code) }.compactMap(\.thing),
          ofTheme: ofTheme.count, inCountry: country.things.count + country.tieCount)
      }
    }
    let authorities = french.map { node in
      NetworkGaps.Authority(
        node: node, research: research(around: node), foreign: (partners[node] ?? []).map(\.partner),
        edgeCount: reach.edges(of: node).count)
    }
    return NetworkGaps(
      cells: cells, countries: countries, authorities: authorities, islands: islands(),
      withoutTheme: countries.reduce(0) { $0 + $1.withoutTheme })
  }

  /// The direct ties with a country.
  private struct DirectTies {
    var french: Set<Int32> = []
    var partners: Set<Int32> = []
    var edges: Set<Int32> = []
    var count = 0

    mutating func add(_ authority: Int32, _ tie: AuthorityTies.Tie) {
      french.insert(authority)
      partners.insert(tie.partner)
      edges.formUnion(tie.edges)
      count += 1
    }
  }

  private static func isThing(_ node: CooperationNetwork.Node) -> Bool {
    node.kind == .project || node.kind == .agreement || node.kind == .programme
  }

  private func foreignPartners(of node: Int32) -> [AuthorityTies.Tie] {
    ties.partners(of: node).filter { tie in
      reach.network.nodes[Int(tie.partner)].country.map { $0 != "FR" } ?? false
    }
  }

  /// The foreign countries and themes of a project or the like with a French side; nil where it has no both.
  private func thing(_ node: Int32) -> Known? {
    let network = reach.network
    var countries: Set<String> = []
    for edge in reach.edges(of: node) where reach.kind(of: edge) != .theme {
      let other = network.nodes[Int(reach.other(edge, from: node))]
      if let country = other.country { countries.insert(country) }
    }
    if let own = network.nodes[Int(node)].country { countries.insert(own) }
    guard countries.remove("FR") != nil, !countries.isEmpty else { return nil }
    return Known(thing: node, countries: countries.sorted(), themes: network.themes[Int(node)])
  }

  private func countries(
    _ french: [Int32], _ partners: [Int32: [AuthorityTies.Tie]], _ things: [Known]
  ) -> [NetworkGaps.Country] {
    let nodes = reach.network.nodes
    var known: [String: Int] = [:]
    for node in nodes where node.kind != .country && node.country != "FR" {
      if let country = node.country { known[country, default: 0] += 1 }
    }
    for node in nodes where node.kind == .country {
      if let country = node.country, country != "FR" { known[country, default: 0] += 0 }
    }
    var tied: [String: DirectTies] = [:]
    for one in french {
      for tie in partners[one] ?? [] {
        guard let country = nodes[Int(tie.partner)].country else { continue }
        tied[country, default: DirectTies()].add(one, tie)
      }
    }
    return known.keys.sorted().map { code in
      let own = things.filter { $0.countries.contains(code) }
      var fromThings: Set<Int32> = []
      var edges: Set<Int32> = []
      for thing in own.compactMap(\.thing) {
        for edge in reach.edges(of: thing) {
          edges.insert(edge)
          let other = reach.other(edge, from: thing)
          if nodes[Int(other)].country == "FR", nodes[Int(other)].kind.isAuthority {
            fromThings.insert(other)
          }
        }
      }
      let direct = tied[code] ?? DirectTies()
      return NetworkGaps.Country(
        code: code, french: direct.french.union(fromThings).sorted(), partners: direct.partners.sorted(),
        things: own.compactMap(\.thing), known: known[code] ?? 0,
        themes: Set(own.flatMap(\.themes)).sorted(), tieCount: direct.count,
        withoutTheme: own.filter(\.themes.isEmpty).count + direct.count,
        edges: edges.union(direct.edges).sorted())
    }
  }

  private func research(around node: Int32) -> [Int32] {
    TriadBoard(
      reach: reach, tags: NetworkTags.none(reach), themes: [], call: nil
    ).members(of: node).filter { $0.role == .research }.map(\.node).sorted()
  }

  /// The groups of tied authorities with a French member that nothing, or one authority alone, joins to the largest one.
  private func islands() -> [NetworkGaps.Island] {
    let nodes = reach.network.nodes
    let partners = nodes.indices.map { node in
      nodes[node].kind.isAuthority ? ties.partners(of: Int32(node)).map(\.partner) : []
    }
    return TieIslands(partners).islands.filter { island in
      island.members.contains { nodes[Int($0)].country == "FR" }
    }.map { island in
      NetworkGaps.Island(
        members: island.members, bridge: island.bridge,
        countries: Set(island.members.compactMap { nodes[Int($0)].country }).sorted())
    }
  }
}
