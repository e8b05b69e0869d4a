public import PasserelleCore
import PasserelleNetwork

/// The communities of the network: who is tied more closely to each other than to the rest.
public struct CommunitiesAnswer: Sendable {
  /// A member of a community.
  public struct Member: Sendable, Hashable {
    /// Its IRI.
    public let iri: String
    /// Its name.
    public let name: String
    /// The code of its kind.
    public let kind: String
    /// Its country, ISO 3166-1 alpha-2.
    public let country: String?
    /// How many are tied to it.
    public let degree: Int
    /// How often it stays with the others in other searches, 0…1.
    public let stability: Double
  }

  /// A community.
  public struct Community: Sendable, Hashable {
    /// Its number from 1, by size.
    public let number: Int
    /// How many belong to it.
    public let size: Int
    /// The members with the most ties, the first of them first.
    public let members: [Member]
    /// The countries of its members, the most frequent first.
    public let countries: [NetworkScope.Count]
    /// The theme that most members or their projects have, by name; nil where none is known.
    public let theme: String?
    /// How many members have it.
    public let themeCount: Int
    /// How often members stay together in other searches, their mean, 0…1.
    public let stability: Double
  }

  /// The communities asked for, the largest first.
  public let communities: [Community]
  /// How many there are, single nodes left out.
  public let count: Int
  /// How many nodes stand alone.
  public let singles: Int
  /// The modularity of the division: 0 for one no better than chance, up to 1.
  public let modularity: Double
  /// The resolution: above 1 there are more and smaller communities.
  public let resolution: Double
  /// The seed of the search.
  public let seed: UInt64
  /// With how many other searches stability was measured.
  public let runs: Int
  /// What the answer covers.
  public let scope: NetworkScope
  /// The language of names.
  public let language: MessageLanguage
  let words: NetworkWords
}

extension Workspace {
  /// The searches with which stability is measured.
  private static let stabilityRuns = 10

  /// The communities of the network, by the Leiden method.
  ///
  /// - Parameters:
  ///   - request: The part of the network.
  ///   - resolution: Above 1 for more and smaller communities, below for fewer.
  ///   - seed: The seed of the search.
  ///   - limit: The most communities given.
  ///   - members: The most members given of each.
  ///   - language: The language.
  /// - Returns: The communities with their scope.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a kind, country or theme that is not known.
  public func networkCommunities(
    _ request: NetworkRequest, resolution: Double = 1, seed: UInt64 = 1, limit: Int, members: Int = 8,
    language: MessageLanguage
  ) throws -> CommunitiesAnswer {
    let view = try networkView(request, shape: .actors, language: language)
    let options = CommunityOptions(.leiden, resolution: resolution, seed: seed)
    // Communities are of ties both ways, whichever way they were asked for.
    let graph = view.graph.isDirected ? view.graph.undirected() : view.graph
    let result = graph.communities(options)
    let stability = graph.communityStability(runs: Self.stabilityRuns, options)
    let degrees = graph.degrees()
    let themes = NetworkThemes(view)
    let groups = result.partition.members()
    let shown = groups.prefix(limit).filter { $0.count > 1 }
    let communities = shown.enumerated().map { number, vertices in
      let order = vertices.sorted { (degrees[Int($1)], $0) < (degrees[Int($0)], $1) }
      let theme = themes.dominant(of: vertices)
      return CommunitiesAnswer.Community(
        number: number + 1, size: vertices.count,
        members: order.prefix(members).map { vertex in
          let node = view.node(vertex)
          return CommunitiesAnswer.Member(
            iri: node.iri, name: node.label[language], kind: node.kind.rawValue, country: node.country,
            degree: Int(degrees[Int(vertex)]), stability: stability[Int(vertex)])
        },
        countries: NetworkScope.counts(vertices.lazy.compactMap { view.node($0).country }),
        theme: theme.map { view.network.nodes[Int($0.theme)].label[language] },
        themeCount: theme?.count ?? 0,
        stability: vertices.reduce(0) { $0 + stability[Int($1)] } / Double(vertices.count))
    }
    return CommunitiesAnswer(
      communities: Array(communities), count: groups.count { $0.count > 1 },
      singles: groups.count { $0.count == 1 }, modularity: result.modularity, resolution: resolution,
      seed: seed, runs: Self.stabilityRuns, scope: view.scope, language: language, words: view.words)
  }
}

/// The themes of actors: their own, and those of what they take part in.
struct NetworkThemes {
  private var themes: [Int32: Set<Int32>] = [:]
  private let view: NetworkView

  init(_ view: NetworkView) {
    self.view = view
    let network = view.network
    for (vertex, node) in view.projection.vertices.enumerated() {
      let own = network.themes[Int(node)]
      if !own.isEmpty { themes[Int32(vertex)] = Set(own) }
    }
    var seen = [Bool](repeating: false, count: network.edges.count)
    for number in view.projection.evidence where !seen[Int(number)] {
      seen[Int(number)] = true
      let (source, target) = (
        network.edges.source(of: Int(number)), network.edges.target(of: Int(number))
      )
      let own = network.themes[Int(target)]
      if !own.isEmpty, let vertex = view.projection.vertex(of: source) {
        themes[vertex, default: []].formUnion(own)
      }
    }
  }

  /// The theme that most of some vertices have; of several the first; nil where fewer than two have one in common.
  func dominant(of vertices: [Int32]) -> (theme: Int32, count: Int)? {
    var counts: [Int32: Int] = [:]
    for vertex in vertices {
      for theme in themes[vertex] ?? [] { counts[theme, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }.min { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (theme: $0.key, count: $0.value) }
  }
}
