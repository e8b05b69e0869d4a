public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork

/// How two things of the network are tied, step by step, with sources.
public struct PathAnswer: Sendable {
  /// A thing on the way.
  public struct Place: Sendable, Hashable {
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
  }

  /// One step.
  public struct Step: Sendable, Hashable {
    /// Where it begins.
    public let from: Place
    /// Where it ends.
    public let to: Place
    /// What ties the two, the first ties of many.
    public let evidence: [NetworkEvidence]
    /// How many ties there are.
    public let tieCount: Int
  }

  /// One way.
  public struct Way: Sendable, Hashable {
    /// Its steps.
    public let steps: [Step]
  }

  /// Where the ways begin.
  public let from: Place
  /// Where they end.
  public let to: Place
  /// The ways, the shortest first.
  public let ways: [Way]
  /// The most steps of a way; nil for any number.
  public let limit: Int?
  /// What the answer covers.
  public let scope: NetworkScope
  /// The language of names.
  public let language: MessageLanguage
  let words: NetworkWords
}

extension Workspace {
  /// The ties given for a step.
  private static let stepEvidence = 3

  /// The shortest ways from one thing of the network to another.
  ///
  /// - Parameters:
  ///   - start: The one, as `show` takes it, or by name.
  ///   - end: The other.
  ///   - request: The part of the network.
  ///   - count: The most ways.
  ///   - limit: The most steps of a way; nil for any number.
  ///   - language: The language.
  /// - Returns: The ways; none where none is known.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for a thing that is not known or not in the network.
  public func networkPath(
    from start: String, to end: String, _ request: NetworkRequest, count: Int = 1, limit: Int? = nil,
    language: MessageLanguage
  ) throws -> PathAnswer {
    let view = try networkView(request, shape: .stated, language: language)
    let (from, to) = (
      try networkNode(start, view.network, request.asOf, language),
      try networkNode(end, view.network, request.asOf, language)
    )
    guard from != to else {
      throw QuestionBinder.invalid(
        "« \(start) » et « \(end) » sont la même chose.", "'\(start)' and '\(end)' are the same thing.")
    }
    var paths: [NetworkPath] = []
    if let source = view.projection.vertex(of: from), let target = view.projection.vertex(of: to) {
      paths = view.graph.shortestPaths(
        from: source, to: target, count: count, PathOptions(limit: limit.map(Double.init)))
    }
    let ways = try store.read(request.asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let evidence = NetworkEvidenceReader(reader, view.network, ontology, store.iris, language)
      return try paths.map { path in
        PathAnswer.Way(
          steps: try path.edges.indices.map { place in
            let ties = view.projection.evidence(ofEdge: path.edges[place])
            return PathAnswer.Step(
              from: view.place(view.projection.vertices[Int(path.vertices[place])]),
              to: view.place(view.projection.vertices[Int(path.vertices[place + 1])]),
              evidence: try ties.prefix(Self.stepEvidence).map {
                try evidence.evidence(view.network.edges[Int($0)])
              }, tieCount: ties.count)
          })
      }
    }
    return PathAnswer(
      from: view.place(from), to: view.place(to), ways: ways, limit: limit, scope: view.scope,
      language: language, words: view.words)
  }

  /// The node of the network that a person names.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` where the name has several meanings, `entity.notFound` where
  ///   it has none or what it means is not in the network.
  func networkNode(
    _ name: String, _ network: CooperationNetwork, _ asOf: Instant?, _ language: MessageLanguage
  ) throws -> Int32 {
    let things = try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let names = QuestionNames(reader: reader, ontology: ontology, iris: store.iris, language: language)
      do {
        return try names.things(name, kind: .territory)
      } catch let error as PasserelleError where error.code == .entityNotFound {
        return try names.things(name, kind: .organisation)
      }
    }
    guard let node = things.lazy.compactMap({ $0.iriValue.flatMap(network.node) }).first else {
      throw EntityNames.notFound(name)
    }
    return node
  }
}

extension NetworkView {
  /// A node as an answer names it.
  func place(_ number: Int32) -> PathAnswer.Place {
    let node = network.nodes[Int(number)]
    return PathAnswer.Place(
      iri: node.iri, name: node.label[language], kind: node.kind.rawValue, kindLabel: words.kind(node.kind),
      country: node.country)
  }
}
