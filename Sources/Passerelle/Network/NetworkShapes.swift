import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology

extension Workspace {
  /// A part of the network as it is drawn and exchanged.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - projection: The part.
  ///   - title: What it shows, for people.
  ///   - language: The language of names and kinds.
  /// - Returns: The graph: nodes in the order of the vertices, edges in that of the projection.
  /// - Throws: ``PasserelleError``.
  func nodeEdgeGraph(
    of network: CooperationNetwork, _ projection: NetworkProjection, title: String, language: MessageLanguage
  ) throws -> NodeEdgeGraph {
    let words = NetworkWords(ontology: ontology, language: language)
    let shapes = NetworkShapes(network: network, projection: projection, words: words)
    return NodeEdgeGraph(
      title: title, date: PartialDate(iso: context.clock().description.prefix(10)), nodes: shapes.nodes(),
      edges: shapes.edges())
  }

  /// A tie as a sentence, with its sources.
  ///
  /// - Parameters:
  ///   - edge: The tie.
  ///   - network: The network that it is of.
  ///   - language: The language.
  ///   - asOf: The moment that the network shows; nil for now.
  /// - Returns: The evidence.
  /// - Throws: ``PasserelleError``.
  func evidence(
    of edge: CooperationNetwork.Edge, in network: CooperationNetwork, language: MessageLanguage,
    asOf: Instant? = nil
  ) throws -> [NetworkEvidence] {
    try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      [try NetworkEvidenceReader(reader, network, ontology, store.iris, language).evidence(edge)]
    }
  }
}

/// Makes nodes and edges of a projection as they are drawn and exchanged.
struct NetworkShapes {
  let network: CooperationNetwork
  let projection: NetworkProjection
  let words: NetworkWords

  /// The vertices.
  func nodes() -> [NodeEdgeGraph.Node] {
    let degrees = projection.graph.degrees()
    return projection.vertices.enumerated().map { vertex, number in
      let node = network.nodes[Int(number)]
      var attributes: [NodeEdgeGraph.Attribute] = []
      if let code = node.subkind { attributes.append(.init("subkind", .text(words.subkind(code)))) }
      if let code = node.department { attributes.append(.init("department", .text(code))) }
      if let population = node.population { attributes.append(.init("population", .integer(population))) }
      if let mode = node.mode { attributes.append(.init("mode", .text(mode))) }
      if let since = node.since { attributes.append(.init("since", .text(since.description))) }
      if let until = node.until { attributes.append(.init("until", .text(until.description))) }
      attributes.append(.init("degree", .integer(Int(degrees[vertex]))))
      if node.isDemonstration { attributes.append(.init("demonstration", .flag(true))) }
      return NodeEdgeGraph.Node(
        id: node.iri, label: node.label[words.language], kind: node.kind.rawValue,
        kindLabel: words.kind(node.kind), country: node.country, point: node.point,
        size: Double(degrees[vertex]), attributes: attributes)
    }
  }

  /// The edges, each with what the ties behind it say.
  func edges() -> [NodeEdgeGraph.Edge] {
    (0..<Int32(projection.graph.edgeCount)).map { number in
      let graph = projection.graph
      let (source, target) = (graph.edgeSources[Int(number)], graph.edgeTargets[Int(number)])
      let ties = projection.evidence(ofEdge: number).map { network.edges[Int($0)] }
      let ends = [projection.vertices[Int(source)], projection.vertices[Int(target)]]
      let kind = Self.kind(ties, ends)
      var attributes: [NodeEdgeGraph.Attribute] = [.init("ties", .integer(ties.count))]
      let count = ties.reduce(0) { $0 + Int($1.count) }
      if count > ties.count { attributes.append(.init("count", .integer(count))) }
      let amounts = ties.compactMap(\.amount)
      if let amount = amounts.reduce(DecimalNumber.zero, { $0.adding($1) ?? $0 }).positive {
        attributes.append(.init("amount", .number(amount.approximateDouble)))
      }
      let roles = Set(ties.compactMap(\.role)).sorted().map(words.role)
      if !roles.isEmpty { attributes.append(.init("role", .text(roles.joined(separator: ", ")))) }
      if case .shared = kind {
        attributes.append(.init("through", .text(through(ties, ends))))
      }
      return NodeEdgeGraph.Edge(
        id: "e\(number)", source: Int(source), target: Int(target), kind: kind.code,
        kindLabel: label(kind), isDirected: graph.isDirected && !kind.isSymmetric,
        weight: graph.weight(ofEdge: number), since: ties.compactMap(\.since).min(),
        until: ties.contains { $0.until == nil } ? nil : ties.compactMap(\.until).max(),
        attributes: attributes)
    }
  }

  /// What ties two nodes.
  enum Kind {
    case stated(EdgeKind)
    case shared
    case several

    var code: String {
      switch self {
      case .stated(let kind): kind.rawValue
      case .shared: "shared"
      case .several: "several"
      }
    }

    var isSymmetric: Bool {
      switch self {
      case .stated(let kind): kind.isSymmetric
      case .shared: true
      case .several: false
      }
    }
  }

  /// The kind of the ties behind an edge between two nodes.
  static func kind(_ ties: [CooperationNetwork.Edge], _ ends: [Int32]) -> Kind {
    let direct = ties.filter { ends.contains($0.source) && ends.contains($0.target) }
    if direct.isEmpty { return .shared }
    guard direct.count == ties.count, let first = direct.first, direct.allSatisfy({ $0.kind == first.kind })
    else { return .several }
    return .stated(first.kind)
  }

  private func label(_ kind: Kind) -> String {
    switch kind {
    case .stated(let kind): words.kind(kind)
    case .shared:
      words.language.say("Participation commune", "Shared participation")
    case .several: words.language.say("Plusieurs liens", "Several ties")
    }
  }

  /// What two nodes share, by name.
  private func through(_ ties: [CooperationNetwork.Edge], _ ends: [Int32]) -> String {
    let shared = Set(ties.map { ends.contains($0.source) ? $0.target : $0.source }).sorted()
    let names = shared.prefix(5).map { network.nodes[Int($0)].label[words.language] }
    return names.joined(separator: " ; ") + (shared.count > 5 ? " …" : "")
  }
}

extension DecimalNumber {
  /// The number where it is more than zero.
  fileprivate var positive: DecimalNumber? { self > .zero ? self : nil }
}
