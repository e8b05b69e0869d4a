public import PasserelleCore
import PasserelleNetwork

/// Which organisations and territories stand at the centre of the network.
public struct CentralAnswer: Sendable {
  /// What the centre is measured by.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The part of a random walk's time.
    case pagerank
    /// The shortest paths that pass.
    case betweenness
    /// The number of those tied to it.
    case degree
    /// The mean nearness to all others.
    case closeness
    /// The core of mutually tied nodes that it belongs to.
    case core
  }

  /// One organisation or territory.
  public struct Row: Sendable, Hashable {
    /// The rank from 1; equal values share one.
    public let rank: Int
    /// Its IRI.
    public let iri: String
    /// Its name.
    public let name: String
    /// The code of its kind.
    public let kind: String
    /// Its kind for people.
    public let kindLabel: String
    /// Its country, ISO 3166-1 alpha-2.
    public let country: String?
    /// The measure.
    public let value: Double
    /// How many are tied to it.
    public let degree: Int
    /// In how many networks it is a member.
    public let networks: Int
  }

  /// The measure.
  public let measure: Measure
  /// The rows, the most central first.
  public let rows: [Row]
  /// How many organisations and territories were measured.
  public let count: Int
  /// From how many nodes paths were counted, for betweenness.
  public let sources: Int?
  /// How far a value may be from the exact one, in 95 % of all samples; 0 where paths were counted from all nodes.
  public let errorBound: Double?
  /// What the answer covers.
  public let scope: NetworkScope
  /// The language of names.
  public let language: MessageLanguage
  let words: NetworkWords
}

extension Workspace {
  /// The most central organisations and territories; never persons, who are no part of the network.
  ///
  /// - Parameters:
  ///   - request: The part of the network.
  ///   - measure: What is measured.
  ///   - limit: The most rows.
  ///   - language: The language.
  /// - Returns: The rows with their scope.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a kind, country or theme that is not known.
  public func networkCentral(
    _ request: NetworkRequest, by measure: CentralAnswer.Measure, limit: Int, language: MessageLanguage
  ) throws -> CentralAnswer {
    let view = try networkView(request, shape: .actors, language: language)
    let (values, sources, errorBound) = Self.values(measure, view.graph)
    let degrees = view.graph.degrees()
    let members = NetworkMemberships(view.network, view.selection)
    let actors = values.indices.filter { view.node(Int32($0)).kind.isActor }
    let order = actors.sorted { left, right in
      if values[left] != values[right] { return values[left] > values[right] }
      if degrees[left] != degrees[right] { return degrees[left] > degrees[right] }
      return left < right
    }
    var rows: [CentralAnswer.Row] = []
    for (place, vertex) in order.prefix(limit).enumerated() {
      let node = view.node(Int32(vertex))
      let isEqual = place > 0 && values[order[place - 1]] == values[vertex]
      rows.append(
        CentralAnswer.Row(
          rank: isEqual ? rows[place - 1].rank : place + 1, iri: node.iri, name: node.label[language],
          kind: node.kind.rawValue, kindLabel: view.words.kind(node.kind), country: node.country,
          value: values[vertex], degree: Int(degrees[vertex]),
          networks: members.count(of: view.projection.vertices[vertex])))
    }
    return CentralAnswer(
      measure: measure, rows: rows, count: actors.count, sources: sources, errorBound: errorBound,
      scope: view.scope, language: language, words: view.words)
  }

  /// Vertices times edges up to which betweenness is exact.
  private static let exactWork = 2_000_000_000
  /// The nodes from which paths are counted else.
  private static let sampleSize = 1000

  private static func values(
    _ measure: CentralAnswer.Measure, _ graph: NetworkGraph
  ) -> (values: [Double], sources: Int?, errorBound: Double?) {
    switch measure {
    case .pagerank: return (graph.pageRank().ranks, nil, nil)
    case .degree: return (graph.degrees().map(Double.init), nil, nil)
    case .closeness: return (graph.closeness(isHarmonic: true), nil, nil)
    case .core: return (graph.coreNumbers().map(Double.init), nil, nil)
    case .betweenness:
      let isSmall = graph.vertexCount <= sampleSize || graph.vertexCount * graph.edgeCount <= exactWork
      let result = graph.betweenness(
        BetweennessOptions(isSmall ? .exact : .samples(sampleSize, seed: 1)))
      return (result.values, result.sourceCount, result.errorBound)
    }
  }
}

/// In how many networks the nodes of a network are members.
struct NetworkMemberships {
  private var counts: [Int32: Int] = [:]

  /// Counts memberships, demonstration data where the selection has them.
  init(_ network: CooperationNetwork, _ selection: NetworkSelection) {
    let columns = network.edges
    var last: (source: Int32, target: Int32) = (-1, -1)
    for number in columns.numbers(of: .membership) {
      let pair = (columns.source(of: number), columns.target(of: number))
      guard network.nodes[Int(pair.1)].kind == .network, pair != last,
        selection.includesDemonstration || !columns.isDemonstration(number)
      else { continue }
      counts[pair.0, default: 0] += 1
      last = pair
    }
  }

  /// The number of a node.
  func count(of node: Int32) -> Int { counts[node] ?? 0 }
}
