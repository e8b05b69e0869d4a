import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// The groups of a part of the network, and who stands between them.
struct NetworkGroups {
  private let view: NetworkView
  private let names: [String]
  /// The group of each vertex; -1 for none.
  private let groups: [Int32]
  private let wanted: Set<Int32>
  /// How many vertices belong to no group.
  var ungrouped: Int { groups.count { $0 < 0 } }
  /// The most ties of one actor whose pairs are looked at.
  private static let pairLimit = 1000

  /// Groups the vertices.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a group that there is not.
  init(
    _ view: NetworkView, _ grouping: BridgesAnswer.Grouping, wanted: [String], ontology: Ontology
  ) throws {
    self.view = view
    let codes: [String?]
    switch grouping {
    case .country: codes = view.projection.vertices.map { view.network.nodes[Int($0)].country }
    case .department: codes = view.projection.vertices.map { view.network.nodes[Int($0)].department }
    case .kind: codes = view.projection.vertices.map { view.network.nodes[Int($0)].kind.rawValue }
    case .community:
      let graph = view.graph.isDirected ? view.graph.undirected() : view.graph
      codes = graph.communities().partition.labels.map { String($0 + 1) }
    }
    let known = Set(codes.compactMap { $0 }).sorted()
    var numbers: [String: Int32] = [:]
    for (number, code) in known.enumerated() { numbers[code] = Int32(number) }
    groups = codes.map { $0.flatMap { numbers[$0] } ?? -1 }
    self.wanted = Set(
      try wanted.map { text in
        let code = grouping == .country ? try NetworkNames.country(text, ontology) : text
        guard let number = numbers[code] else {
          throw QuestionBinder.invalid(
            "« \(text) » n’est aucun groupe de cette partie du réseau.",
            "'\(text)' is no group of this part of the network.")
        }
        return number
      })
    names = known.map { code in
      switch grouping {
      case .country: view.words.country(code)
      case .department: ontology.department(code).map { "\($0.name) (\(code))" } ?? code
      case .kind: NodeKind(rawValue: code).map(view.words.kind) ?? code
      case .community: code
      }
    }
  }

  /// The actors that stand between groups.
  ///
  /// Pairs of those tied to an actor, of two groups and not tied with each other: brokerage after Gould & Fernandez,
  /// Sociol. Methodol. 19, 89, 1989, whichever the group of the actor is.
  func joiners(limit: Int) -> [BridgesAnswer.Joiner] {
    let graph = view.graph
    var found: [(vertex: Int32, pairs: Int)] = []
    var isTied = [Int32](repeating: -1, count: graph.vertexCount)
    for vertex in 0..<Int32(graph.vertexCount) where view.node(vertex).kind.isActor {
      var others: [Int32] = []
      for other in graph.neighbours(of: vertex)
      where other != vertex && others.last != other && isWanted(groups[Int(other)]) {
        others.append(other)
      }
      others = Array(others.prefix(Self.pairLimit))
      guard Set(others.map { groups[Int($0)] }).count > 1 else { continue }
      var pairs = 0
      for (place, one) in others.enumerated() {
        for next in graph.neighbours(of: one) { isTied[Int(next)] = one }
        for other in others[(place + 1)...] where groups[Int(one)] != groups[Int(other)] {
          if isTied[Int(other)] != one { pairs += 1 }
        }
      }
      // The marks of one vertex must not stand for the same vertex seen from another actor.
      for one in others { for next in graph.neighbours(of: one) { isTied[Int(next)] = -1 } }
      if pairs > 0 { found.append((vertex, pairs)) }
    }
    return found.sorted { ($1.pairs, $0.vertex) < ($0.pairs, $1.vertex) }.prefix(limit).map { one in
      let own = groups[Int(one.vertex)]
      let others = Set(graph.neighbours(of: one.vertex)).filter {
        isWanted(groups[Int($0)]) && $0 != one.vertex
      }
      return BridgesAnswer.Joiner(
        place: view.place(view.projection.vertices[Int(one.vertex)]),
        group: own < 0 ? "" : names[Int(own)],
        groups: NetworkScope.counts(others.map { names[Int(groups[Int($0)])] }), pairs: one.pairs)
    }
  }

  private func isWanted(_ group: Int32) -> Bool { group >= 0 && (wanted.isEmpty || wanted.contains(group)) }
}
