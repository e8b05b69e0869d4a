import PasserelleCore

/// Finds triangular platforms: one French and two foreign authorities, within bounds.
///
/// Candidates are looked for around each French authority: its partners, their partners, and authorities in the same networks and
/// programmes. How well known or how central one is never counts.
public struct TriadFinder: Sendable {
  /// What each part weighs.
  public static let weights: [(kind: SuggestionPart.Kind, weight: Double)] = [
    (.ties, 0.35), (.themes, 0.25), (.kind, 0.1), (.size, 0.1), (.composition, 0.2),
  ]
  /// How many foreign authorities are looked at around one French authority.
  public static let candidateLimit = 16
  /// How many actors are listed for a seat.
  public static let memberLimit = 3

  private let reach: NetworkReach
  private let tags: NetworkTags
  private let continent: @Sendable (String) -> String?

  /// Makes a finder.
  ///
  /// - Parameters:
  ///   - reach: The network.
  ///   - tags: What its nodes are active in.
  ///   - continent: The continent of a country, ISO 3166-1 alpha-2.
  public init(_ reach: NetworkReach, tags: NetworkTags, continent: @escaping @Sendable (String) -> String?) {
    self.reach = reach
    self.tags = tags
    self.continent = continent
  }

  /// The best platforms.
  ///
  /// - Complexity: O(nodes + edges + *f* · *c*²) for *f* French authorities and *c* = ``candidateLimit``.
  public func triads(_ query: TriadQuery = TriadQuery()) -> TriadAnswer {
    let search = TriadSearch(
      reach: reach, tags: tags, query: query, continent: continent,
      board: TriadBoard(reach: reach, tags: tags, themes: query.themes, call: query.call))
    return search.answer()
  }
}

/// One search, with what it has looked up already.
private final class TriadSearch {
  private struct Row {
    let french: Int32
    let first: Int32
    let second: Int32
    let values: [Double?]
  }

  private let reach: NetworkReach
  private let tags: NetworkTags
  private let query: TriadQuery
  private let continent: (String) -> String?
  private let board: TriadBoard
  private let ties: AuthorityTies
  private var partnersByNode: [Int32: [AuthorityTies.Tie]] = [:]
  private var membersByNode: [Int32: [TriadMember]] = [:]
  private var links: [Pair: Triad.Link] = [:]
  private var isBounded = false

  private struct Pair: Hashable {
    let from: Int32
    let to: Int32
  }

  init(
    reach: NetworkReach, tags: NetworkTags, query: TriadQuery, continent: @escaping (String) -> String?,
    board: TriadBoard
  ) {
    self.reach = reach
    self.tags = tags
    self.query = query
    self.continent = continent
    self.board = board
    ties = AuthorityTies(reach)
  }

  func answer() -> TriadAnswer {
    let nodes = reach.network.nodes
    let french =
      query.authority.map { [$0] }
      ?? nodes.indices.filter { nodes[$0].country == "FR" && nodes[$0].kind.isAuthority }.map(Int32.init)
    var rows: [Row] = []
    var frenchCount = 0
    for authority in french {
      let around = candidates(around: authority)
      if !around.isEmpty { frenchCount += 1 }
      for (place, first) in around.enumerated() {
        for second in around[(place + 1)...]
        where fits(first, second) && isOnTheme([authority, first, second]) {
          let (low, high) = (min(first, second), max(first, second))
          rows.append(Row(french: authority, first: low, second: high, values: values(authority, low, high)))
        }
      }
    }
    var means = SuggestionMeans()
    for row in rows {
      for (part, value) in zip(TriadFinder.weights, row.values) { means.add(part.kind, value) }
    }
    let base = TriadFinder.weights.reduce(0) { $0 + $1.weight * means.mean($1.kind) }
    let scored = rows.map { row in
      (row: row, parts: parts(row, means))
    }.map { ($0.row, $0.parts, $0.parts.reduce(base) { $0 + $1.contribution }) }
    let best = scored.sorted { left, right in
      if left.2 != right.2 { return left.2 > right.2 }
      return (left.0.french, left.0.first, left.0.second) < (right.0.french, right.0.first, right.0.second)
    }
    var taken: [Int32: Int] = [:]
    var triads: [Triad] = []
    var held = 0
    for (row, parts, score) in best {
      guard taken[row.french, default: 0] < query.limitPerAuthority else {
        if triads.count < query.limit { held += 1 }
        continue
      }
      guard triads.count < query.limit else { break }
      taken[row.french, default: 0] += 1
      triads.append(triad(row, parts, score))
    }
    return TriadAnswer(
      triads: triads, examined: rows.count, held: held, frenchCount: frenchCount, isBounded: isBounded,
      base: base)
  }

  // Candidates

  /// The foreign authorities around a French one, the nearest first, within the limit.
  private func candidates(around authority: Int32) -> [Int32] {
    let nodes = reach.network.nodes
    let direct = Set(partners(of: authority).map(\.partner))
    let closeness = ties.closeness(from: authority) ?? [:]
    let all = direct.union(closeness.keys).filter { node in
      guard node != authority, let country = nodes[Int(node)].country, country != "FR" else { return false }
      return query.countries.count < 2 || query.countries.contains(country)
    }
    let ranked = all.sorted { left, right in
      let (near, far) = (direct.contains(left), direct.contains(right))
      if near != far { return near }
      let (themed, other) = (hasTheme(left), hasTheme(right))
      if themed != other { return themed }
      let (one, two) = (closeness[left] ?? 0, closeness[right] ?? 0)
      return one != two ? one > two : left < right
    }
    guard ranked.count > TriadFinder.candidateLimit else { return ranked }
    isBounded = true
    return spread(ranked)
  }

  /// The first candidates, taken in turn by continent, so that a limit does not leave one continent only.
  private func spread(_ ranked: [Int32]) -> [Int32] {
    let nodes = reach.network.nodes
    var groups: [(continent: String, nodes: [Int32])] = []
    for node in ranked {
      let name = nodes[Int(node)].country.flatMap(continent) ?? ""
      if let place = groups.firstIndex(where: { $0.continent == name }) {
        groups[place].nodes.append(node)
      } else {
        groups.append((name, [node]))
      }
    }
    var result: [Int32] = []
    var round = 0
    while result.count < TriadFinder.candidateLimit {
      for group in groups where round < group.nodes.count && result.count < TriadFinder.candidateLimit {
        result.append(group.nodes[round])
      }
      round += 1
    }
    return result
  }

  private func fits(_ first: Int32, _ second: Int32) -> Bool {
    let nodes = reach.network.nodes
    guard let one = nodes[Int(first)].country, let two = nodes[Int(second)].country, one != two else {
      return false
    }
    if let asked = query.countries.first {
      if query.countries.count > 1 {
        guard query.countries.contains(one), query.countries.contains(two) else { return false }
      } else {
        guard one == asked || two == asked else { return false }
      }
    }
    guard query.geography == .continents else { return true }
    guard let here = continent(one), let there = continent(two) else { return false }
    return here != there
  }

  private func hasTheme(_ node: Int32) -> Bool { tags.fit(node, asked: query.themes) == 1 }

  private func isOnTheme(_ authorities: [Int32]) -> Bool {
    query.themes.isEmpty || authorities.contains(where: hasTheme)
  }

  // Values

  private func values(_ french: Int32, _ first: Int32, _ second: Int32) -> [Double?] {
    let nodes = reach.network.nodes
    let pairs = [(french, first), (french, second), (first, second)]
    let tied = pairs.map { pair -> Double in
      switch link(pair.0, pair.1).kind {
      case .direct: 1
      case .common: 0.5
      case .none: 0
      }
    }
    let themes =
      query.themes.isEmpty
      ? pairs.map { tags.likeness($0.0, $0.1) }
      : [french, first, second].map { tags.fit($0, asked: query.themes) }
    let seats = [french, first, second].map { authority in
      TriadRole.allCases.filter { role in members(of: authority).contains { $0.role == role } }.count
    }
    return [
      tied.reduce(0, +) / 3, Self.mean(themes),
      Self.mean(pairs.map { nodes[Int($0.0)].tierLikeness(nodes[Int($0.1)]) }),
      Self.mean(pairs.map { nodes[Int($0.0)].sizeLikeness(nodes[Int($0.1)]) }),
      Double(seats.reduce(0, +)) / 9,
    ]
  }

  private static func mean(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  private func parts(_ row: Row, _ means: SuggestionMeans) -> [SuggestionPart] {
    zip(TriadFinder.weights, row.values).map { part, value in
      SuggestionPart(kind: part.kind, value: value, weight: part.weight, mean: means.mean(part.kind))
    }
  }

  private func triad(_ row: Row, _ parts: [SuggestionPart], _ score: Double) -> Triad {
    let authorities = [row.french, row.first, row.second]
    var counts: [Triad.Seat: Int] = [:]
    var shown: [TriadMember] = []
    for authority in authorities {
      for role in TriadRole.allCases {
        let own = members(of: authority).filter { $0.role == role }
        counts[Triad.Seat(authority: authority, role: role)] = own.count
        let checked = own.map { board.checked($0, for: authorities) }
        let ordered = checked.filter(\.conflicts.isEmpty) + checked.filter { !$0.conflicts.isEmpty }
        shown += ordered.prefix(TriadFinder.memberLimit)
      }
    }
    return Triad(
      french: row.french, first: row.first, second: row.second, score: score, parts: parts,
      links: [link(row.french, row.first), link(row.french, row.second), link(row.first, row.second)],
      members: shown, counts: counts)
  }

  // What is looked up once

  private func partners(of node: Int32) -> [AuthorityTies.Tie] {
    if let known = partnersByNode[node] { return known }
    let found = ties.partners(of: node)
    partnersByNode[node] = found
    return found
  }

  private func members(of node: Int32) -> [TriadMember] {
    if let known = membersByNode[node] { return known }
    let found = board.members(of: node)
    membersByNode[node] = found
    return found
  }

  private func link(_ from: Int32, _ to: Int32) -> Triad.Link {
    let pair = Pair(from: from, to: to)
    if let known = links[pair] { return known }
    let found = findLink(from, to)
    links[pair] = found
    return found
  }

  /// The projects and agreements that some edges lead to, ascending.
  private func shared(_ edges: [Int32]) -> [Int32] {
    let network = reach.network
    let ends = edges.flatMap { [network.edges.source(of: Int($0)), network.edges.target(of: Int($0))] }
    return Set(ends.filter { network.nodes[Int($0)].kind.isShared }).sorted()
  }

  private func findLink(_ from: Int32, _ to: Int32) -> Triad.Link {
    if let tie = partners(of: from).first(where: { $0.partner == to }) {
      return Triad.Link(
        from: from, to: to, kind: .direct, edges: tie.edges, through: shared(tie.edges))
    }
    let others = Set(partners(of: to).map(\.partner))
    let common = partners(of: from).map(\.partner).filter(others.contains)
    let through = Array((ties.memberships(from, to) + common).prefix(3))
    return Triad.Link(
      from: from, to: to, kind: through.isEmpty ? .none : .common, edges: [], through: through)
  }
}
