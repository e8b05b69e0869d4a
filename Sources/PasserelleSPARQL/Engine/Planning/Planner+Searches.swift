internal import PasserelleCore

/// Searches of the full text among the triples of a group.
extension Planner {
  /// Takes the searches out of the triples of a pattern and adds them to a group.
  ///
  /// - Returns: The triples that are left.
  /// - Throws: ``NotVectorised`` for a search that only the plain evaluator knows.
  func takeSearches(_ triples: [TriplePattern], _ items: inout [GroupItem]) throws -> [TriplePattern] {
    let (rest, searches) = try AccessPattern.split(triples)
    for search in searches {
      guard case .text(let text) = search, isThing(text.node, rest) else { throw NotVectorised() }
      items.append(GroupItem(try textSearch(text)))
    }
    return rest
  }

  /// Whether a node can be no literal: the rest of the pattern has it as a subject, or says nothing of it.
  private func isThing(_ node: PatternNode, _ rest: [TriplePattern]) -> Bool {
    guard case .variable = node else { return false }
    let others = rest.filter { $0.subject == node || $0.object == node || $0.verbNode == node }
    return others.isEmpty || others.contains { $0.subject == node || $0.verbNode == node }
  }

  /// The things that a text search finds, with their scores and snippets.
  private func textSearch(_ text: TextPattern) throws -> PlanNode {
    let access = try run.scalar.textAccess()
    let run = run
    let nodes = [text.node, text.score, text.snippet]
    let places = nodes.map { $0.flatMap { slots[$0] } }
    let variables = places.compactMap { $0 }
    guard Set(variables).count == variables.count, let thing = places[0] else { throw NotVectorised() }
    let count = Double(try access.estimatedThings(matching: text.query))
    let schema = Schema(
      variables: variables, isBound: variables.indices.map { $0 == 0 || places[1] == variables[$0] })
    return PlanNode(
      "TextSearch", run, schema, rows: max(1, count), cost: 5_000 + count * 500,
      distinct: [thing: max(1, count)],
      detail: { "\"\(text.query)\"" }
    ) { _ in
      var batch = Batch(width: variables.count)
      for hit in try access.things(matching: text.query, limit: nil) {
        let score = Numeric.double(hit.score).term
        let snippet =
          places[2] == nil ? nil : try access.snippet(of: hit.thing, for: text.query).map(Term.string)
        let values: [Term?] = [.iri(hit.thing), score, snippet]
        for (column, value) in zip(places, values).filter({ $0.0 != nil }).map(\.1).enumerated() {
          batch.columns[column].append(try value.map { try run.identifier(of: $0) } ?? .none)
        }
        batch.count += 1
        if batch.count & 0x3FF == 0 { try run.scalar.checkLimits() }
      }
      return RowsOperator(schema, batch)
    }
  }
}
