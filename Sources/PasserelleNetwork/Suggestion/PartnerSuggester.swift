import PasserelleCore

/// What peers are asked for.
public struct PartnerQuery: Sendable, Hashable {
  /// Countries of the peers, ISO 3166-1 alpha-2; empty for all but that of the authority itself.
  public var countries: Set<String> = []
  /// IRIs of themes that peers should be active in; empty to compare all that is known of both.
  public var themes: Set<String> = []
  /// Whether peers count to whom no way is known.
  public var includesUnreached = false
  /// The most suggestions.
  public var limit = 10

  /// Asks for ten peers abroad.
  public init() {}
}

/// A peer that an authority could turn to, with the reasons.
public struct PartnerSuggestion: Sendable, Hashable {
  /// The peer.
  public let node: Int32
  /// The sum of ``PartnerSuggestions/base`` and the contributions, 0 to 1.
  public let score: Double
  /// The parts, always all of them, in one order.
  public let parts: [SuggestionPart]
  /// A way to an introduction; nil where none is known.
  public let way: NetworkWay?
  /// Networks, programmes and larger projects that both share.
  public let memberships: [Int32]
  /// Themes, services and use cases in common.
  public let sharedTags: [String]
  /// The distance in kilometres, which is shown and does not count; nil where a place is not known.
  public let distance: Double?
}

/// Peers of an authority.
public struct PartnerSuggestions: Sendable, Hashable {
  /// The authority.
  public let subject: Int32
  /// The suggestions, best first; equal ones by IRI.
  public let suggestions: [PartnerSuggestion]
  /// The partners that it has already in the countries asked for.
  public let ties: [AuthorityTies.Tie]
  /// How many authorities were compared.
  public let candidateCount: Int
  /// How many of them are not listed because no way to them is known.
  public let unreachedCount: Int
  /// Authorities that have the name and country of a partner, by number: most likely the same one under another
  /// identifier, and therefore not suggested.
  public let namesakes: [Int32]
  /// Of how many of those compared each part is known, in the order of the parts.
  public let known: [Int]
  /// The score of an authority of which nothing is known.
  public let base: Double
}

/// Finds peers of an authority that are alike in kind, size and themes and within reach of an introduction.
///
/// How well known or how central a peer is never counts.
public struct PartnerSuggester: Sendable {
  /// What each part weighs.
  public static let weights: [(kind: SuggestionPart.Kind, weight: Double)] = [
    (.kind, 0.2), (.size, 0.2), (.themes, 0.25), (.structure, 0.35),
  ]
  /// The longest way to an introduction: three ties.
  public static let wayLimit = 30

  private let reach: NetworkReach
  private let tags: NetworkTags
  private let ties: AuthorityTies
  private let structure: (@Sendable (_ authority: Int32, _ candidates: [Int32]) -> [Double?])?

  /// Makes a suggester.
  ///
  /// - Parameters:
  ///   - reach: The network.
  ///   - tags: What its nodes are active in.
  ///   - structure: Another measure of closeness in the network than ``AuthorityTies/closeness(from:)``, from 0 to 1, nil where
  ///     it cannot tell; it must not count how many ties a peer has.
  public init(
    _ reach: NetworkReach, tags: NetworkTags,
    structure: (@Sendable (_ authority: Int32, _ candidates: [Int32]) -> [Double?])? = nil
  ) {
    self.reach = reach
    self.tags = tags
    self.structure = structure
    ties = AuthorityTies(reach)
  }

  /// The peers of an authority.
  ///
  /// - Complexity: O(nodes + edges).
  public func suggestions(for subject: Int32, _ query: PartnerQuery = PartnerQuery()) -> PartnerSuggestions {
    let nodes = reach.network.nodes
    let isAsked = { (node: Int32) -> Bool in
      let country = nodes[Int(node)].country
      if query.countries.isEmpty { return country == nil || country != nodes[Int(subject)].country }
      return country.map(query.countries.contains) ?? false
    }
    let known = ties.partners(of: subject)
    let tied = Set(known.map(\.partner))
    let names = Set((known.map(\.partner) + [subject]).flatMap { nodes[Int($0)].placedNames })
    let asked = nodes.indices.map(Int32.init).filter { node in
      nodes[Int(node)].kind.isAuthority && node != subject && !tied.contains(node) && isAsked(node)
        && !reach.edges(of: node).isEmpty
    }
    let namesakes = asked.filter { nodes[Int($0)].placedNames.contains(where: names.contains) }
    let candidates = asked.filter { !namesakes.contains($0) }
    let rows = values(subject, candidates, query)
    var means = SuggestionMeans()
    for row in rows {
      for (part, value) in zip(Self.weights, row) { means.add(part.kind, value) }
    }
    let base = Self.weights.reduce(0) { $0 + $1.weight * means.mean($1.kind) }
    let ways = NetworkWays(from: subject, in: reach, limit: Self.wayLimit)
    let listed = candidates.indices.filter { query.includesUnreached || ways.reaches(candidates[$0]) }
    let scored = listed.map { place -> (node: Int32, score: Double, parts: [SuggestionPart]) in
      let parts = zip(Self.weights, rows[place]).map { part, value in
        SuggestionPart(kind: part.kind, value: value, weight: part.weight, mean: means.mean(part.kind))
      }
      return (candidates[place], parts.reduce(base) { $0 + $1.contribution }, parts)
    }
    let best = scored.sorted { $0.score != $1.score ? $0.score > $1.score : $0.node < $1.node }
    return PartnerSuggestions(
      subject: subject,
      suggestions: best.prefix(query.limit).map { suggestion(subject, $0, ways) },
      ties: known.filter { isAsked($0.partner) }, candidateCount: candidates.count,
      unreachedCount: candidates.count - candidates.filter(ways.reaches).count,
      namesakes: namesakes, known: Self.weights.map { means.count($0.kind) }, base: base)
  }

  private func suggestion(
    _ subject: Int32, _ one: (node: Int32, score: Double, parts: [SuggestionPart]), _ ways: NetworkWays
  ) -> PartnerSuggestion {
    let nodes = reach.network.nodes
    let (from, to) = (nodes[Int(subject)].point, nodes[Int(one.node)].point)
    return PartnerSuggestion(
      node: one.node, score: one.score, parts: one.parts, way: ways.way(to: one.node),
      memberships: ties.memberships(subject, one.node), sharedTags: tags.shared(subject, one.node),
      distance: from.flatMap { from in to.map { from.kilometres(to: $0) } })
  }

  /// The values of the parts for each candidate, in the order of ``weights``.
  private func values(_ subject: Int32, _ candidates: [Int32], _ query: PartnerQuery) -> [[Double?]] {
    let nodes = reach.network.nodes
    let own = nodes[Int(subject)]
    let closeness = structure == nil ? ties.closeness(from: subject) : nil
    let given = structure?(subject, candidates)
    return candidates.enumerated().map { place, candidate in
      let other = nodes[Int(candidate)]
      let themes =
        query.themes.isEmpty
        ? tags.likeness(subject, candidate) : tags.fit(candidate, asked: query.themes)
      return [
        own.tierLikeness(other), own.sizeLikeness(other), themes,
        given.map { $0[place] } ?? closeness.map { $0[candidate] ?? 0 },
      ]
    }
  }
}

extension CooperationNetwork.Node {
  /// Its names, each with its country.
  fileprivate var placedNames: [String] {
    [label.french, label.english].map { $0.lowercased() + " " + (country ?? "") }
  }
}
