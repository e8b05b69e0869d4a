public import PasserelleCore

/// Reads the network that the statements of a store make.
///
/// Things are nodes by their classes, and what a relation of the network ties to one. What is planned, proposed,
/// stopped or denied makes no edge: only asserted claims are plain statements as well.
public struct NetworkReader {
  /// The version of the reading: another one may give another network of the same statements.
  public static let version = 2

  private let scanner: NetworkScanner
  private let surroundings: NetworkSurroundings

  /// Takes a state of a store.
  ///
  /// - Parameters:
  ///   - snapshot: The state.
  ///   - surroundings: What is known besides.
  public init(_ snapshot: any GraphSnapshot, _ surroundings: NetworkSurroundings = NetworkSurroundings()) {
    scanner = NetworkScanner(snapshot)
    self.surroundings = surroundings
  }

  /// The network.
  ///
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  /// - Complexity: O(*n* log *n*) in the statements of the relations and classes that it is made of.
  public func network() throws -> CooperationNetwork {
    let demonstrations = try demonstrationGraphs()
    var draft = NetworkDraft()
    try readClasses(into: &draft, demonstrations)
    let statements = try readStatements(into: &draft)
    let claims = try NetworkClaims(scanner, into: &draft)
    let ties = try NetworkTies(scanner, into: &draft)
    let awards = try NetworkAwards(scanner, into: &draft)
    let identity = try NetworkIdentity(scanner, surroundings, &draft)
    let drafted = edges(of: statements, identity) + claims.edges(identity) + ties.edges(identity)
    let merger = NetworkEdgeMerger(demonstrations)
    return try NetworkComposer(scanner, surroundings, draft, identity)
      .network(merger.merged(drafted), awards.edges(identity, demonstrations))
  }

  /// The named graphs that say of themselves that they are demonstration data.
  private func demonstrationGraphs() throws -> Set<TermID> {
    let ids = try scanner.identifiers([Vocabulary.isDemonstration])
    guard ids[0].isBound, let yes = TermID.inlineTrue else { return [] }
    var graphs: Set<TermID> = []
    let scan = QuadScan(order: .pos, prefix: [ids[0], yes], places: [.subject, .graph])
    try scanner.scan(scan) { rows in
      for row in 0..<rows.count { graphs.insert(rows.graphs[row]) }
    }
    return graphs
  }

  private func readClasses(into draft: inout NetworkDraft, _ demonstrations: Set<TermID>) throws {
    let ids = try scanner.identifiers([Vocabulary.type] + NetworkClasses.table.map(\.iri))
    guard let type = ids.first, type.isBound else { return }
    for (rank, name) in ids.dropFirst().enumerated() where name.isBound {
      let scan = QuadScan(order: .pos, prefix: [type, name], places: [.subject, .graph])
      var last = (subject: TermID.none, number: Int32(-1))
      try scanner.scan(scan) { rows in
        for row in 0..<rows.count {
          let subject = rows.subjects[row]
          if subject != last.subject { last = (subject, draft.number(subject)) }
          draft.note(
            last.number, rank: rank,
            isReal: demonstrations.isEmpty || !demonstrations.contains(rows.graphs[row]))
        }
      }
    }
  }

  /// The statements of the relations of the network.
  private func readStatements(into draft: inout NetworkDraft) throws -> [DraftStatement] {
    let relations = try scanner.identifiers(NetworkRelations.table.map(\.iri))
    var statements: [DraftStatement] = []
    for (rule, relation) in relations.enumerated() where relation.isBound {
      try scanner.scan(relation) { rows in
        for row in 0..<rows.count where !rows.objects[row].isInline {
          statements.append(
            DraftStatement(
              rule: Int32(rule), subject: draft.number(rows.subjects[row]),
              object: draft.number(rows.objects[row]), graph: rows.graphs[row]))
        }
      }
    }
    return statements
  }

  /// The edges of plain statements.
  private func edges(of statements: [DraftStatement], _ identity: NetworkIdentity) -> [DraftEdge] {
    statements.compactMap { one in
      identity.edge(Int(one.rule), one.subject, one.object).map { kind, source, target in
        DraftEdge(kind: kind, source: source, target: target, records: [one.graph])
      }
    }
  }
}
