public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleRendering

/// What an answer about the network covers: without it a figure says nothing.
public struct NetworkScope: Sendable, Hashable {
  /// A number of something by name.
  public struct Count: Sendable, Hashable {
    /// The code or name.
    public let code: String
    /// How many.
    public let count: Int
  }

  /// Nodes of the part looked at.
  public let nodes: Int
  /// Edges of the part: pairs that are tied.
  public let edges: Int
  /// Ties of the network behind the edges.
  public let ties: Int
  /// Nodes of the whole network.
  public let allNodes: Int
  /// Ties of the whole network.
  public let allTies: Int
  /// Nodes of the part by kind, the most frequent first.
  public let nodeKinds: [Count]
  /// Ties behind the edges by kind, the most frequent first.
  public let edgeKinds: [Count]
  /// Records behind the ties by source, the most frequent first.
  public let sources: [Count]
  /// Nodes that too many share for their sharers to be joined, by name.
  public let unjoined: [LocalizedText]
  /// The shape.
  public let shape: NetworkRequest.Shape
  /// The day on which ties have to hold; nil for all times.
  public let day: PartialDate?
  /// The moment; nil for now.
  public let asOf: Instant?
  /// Whether demonstration data count.
  public let includesDemonstration: Bool

  /// Counts.
  init(
    _ network: CooperationNetwork, _ projection: NetworkProjection, _ selection: NetworkSelection,
    _ request: NetworkRequest, _ reader: GraphReader, recordBase: String
  ) throws {
    nodes = projection.vertices.count
    edges = projection.graph.edgeCount
    allNodes = network.nodes.count
    allTies = network.edges.count
    shape = selection.shape == .actors ? .actors : .stated
    day = request.day
    asOf = request.asOf
    includesDemonstration = request.includesDemonstration
    unjoined = projection.unjoined.map { network.nodes[Int($0)].label }
    nodeKinds = Self.counts(projection.vertices.lazy.map { network.nodes[Int($0)].kind.rawValue })
    var isUsed = [Bool](repeating: false, count: network.edges.count)
    for edge in projection.evidence { isUsed[Int(edge)] = true }
    let used = isUsed.indices.filter { isUsed[$0] }
    ties = used.count
    edgeKinds = Self.counts(used.lazy.map { network.edges.kind(of: $0).rawValue })
    var records: Set<TermID> = []
    for edge in used { records.formUnion(network.edges.records(of: edge)) }
    sources = Self.counts(
      try reader.terms(of: records.sorted()).compactMap { term in
        guard let iri = term?.iriValue else { return nil }
        guard iri.hasPrefix(recordBase) else { return "rdf" }
        return String(iri.dropFirst(recordBase.count).prefix { $0 != "/" })
      })
  }

  /// How often each code occurs, the most frequent first.
  static func counts(_ codes: some Sequence<String>) -> [Count] {
    var counts: [String: Int] = [:]
    for code in codes { counts[code, default: 0] += 1 }
    return counts.map { Count(code: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }

  /// Counts for programs.
  static func structured(_ counts: [Count]) -> StructuredValue {
    .array(counts.map { .object(["code": .string($0.code), "count": .int($0.count)]) })
  }

  /// The scope for programs.
  public var structured: StructuredValue {
    return .object([
      "nodes": .int(nodes), "edges": .int(edges), "ties": .int(ties),
      "network": .object(["nodes": .int(allNodes), "ties": .int(allTies)]),
      "shape": .string(shape.rawValue), "nodeKinds": Self.structured(nodeKinds),
      "edgeKinds": Self.structured(edgeKinds),
      "records": Self.structured(sources),
      "unjoined": .array(unjoined.map { .string($0.french) }),
      "day": .optional(day?.description), "asOf": .optional(asOf?.description),
      "demonstration": .bool(includesDemonstration),
    ])
  }
}

extension NetworkScope {
  /// The scope for people, in sentences.
  func paragraphs(_ words: NetworkWords) -> [String] {
    let language = words.language
    let format = ValueFormat(language)
    func list(_ counts: [Count], _ name: (String) -> String) -> String {
      counts.prefix(8).map { "\(name($0.code)) \(format.number($0.count))" }.joined(separator: ", ")
        + (counts.count > 8 ? "…" : ".")
    }
    let shown = language.say(
      shape == .actors
        ? "acteurs, liés directement ou par ce qu’ils partagent" : "nœuds, tels que les sources les lient",
      shape == .actors ? "actors, tied directly or by what they share" : "nodes, as sources tie them")
    var lines = [
      language.say(
        "Portée : \(format.number(nodes)) \(shown), \(format.count(edges, "lien")), sur \(format.count(ties, "énoncé")) de lien ; le réseau entier compte \(format.count(allNodes, "nœud")) et \(format.count(allTies, "énoncé")) de lien.",
        "Scope: \(format.number(nodes)) \(shown), \(format.count(edges, "link")), from \(format.count(ties, "stated tie")); the whole network has \(format.count(allNodes, "node")) and \(format.count(allTies, "stated tie"))."
      )
    ]
    if !nodeKinds.isEmpty {
      lines.append(
        language.say("Nœuds : ", "Nodes: ")
          + list(nodeKinds) { NodeKind(rawValue: $0).map(words.kind) ?? $0 } + " "
          + language.say("Liens : ", "Ties: ")
          + list(edgeKinds) { EdgeKind(rawValue: $0).map(words.kind) ?? $0 })
      lines.append(
        language.say("Fiches par source : ", "Records by source: ") + list(sources) { $0 } + " "
          + language.say(
            "Ce que ces sources ne disent pas n’est pas connu ici : l’absence de lien n’en prouve pas l’inexistence.",
            "What these sources do not say is not known here: no tie known does not mean that there is none.")
      )
    }
    if !unjoined.isEmpty {
      lines.append(
        language.say(
          "Trop partagés pour lier chaque paire, donc laissés de côté : ",
          "Shared by too many to tie each pair, so left out: ")
          + unjoined.prefix(5).map { $0[language] }.joined(separator: ", ") + (unjoined.count > 5 ? "…" : ".")
      )
    }
    if let day {
      lines.append(
        language.say(
          "Liens dont les dates n’excluent pas le \(format.date(day)).",
          "Ties whose dates do not rule out \(format.date(day))."))
    }
    if let asOf {
      lines.append(language.say("État connu au ", "As known on ") + format.instant(asOf) + ".")
    }
    if includesDemonstration {
      lines.append(
        language.say("Les données de démonstration comptent.", "Demonstration data are counted."))
    }
    return lines
  }
}
