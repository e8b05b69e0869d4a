internal import PasserelleCore

extension Evaluator {
  /// The solutions of a search, put beside those of the other triples.
  func search(_ pattern: AccessPattern, _ rows: [Row], _ scope: Scope) throws -> [Row] {
    switch pattern {
    case .text(let text): try search(text, rows)
    case .paths(let paths): try rows.flatMap { try search(paths, $0, scope) }
    }
  }

  private func search(_ text: TextPattern, _ rows: [Row]) throws -> [Row] {
    let access = try run.textAccess()
    let hits = try access.things(matching: text.query, limit: nil)
    let scores = Dictionary(hits.map { ($0.thing, $0.score) }) { first, _ in first }
    var result: [Row] = []
    for row in rows {
      try run.step(rows: result.count)
      guard let known = term(text.node, row) else {
        for hit in hits {
          let values = [Term.iri(hit.thing), Numeric.double(hit.score).term]
          if let next = try binding(text, values, row, access) { result.append(next) }
          try run.step(rows: result.count)
        }
        continue
      }
      let score: Double?
      switch known {
      case .iri(let iri): score = scores[iri]
      case .literal(let literal): score = try access.score(of: literal, for: text.query)
      }
      if let score, let next = try binding(text, [known, Numeric.double(score).term], row, access) {
        result.append(next)
      }
    }
    return result
  }

  private func binding(
    _ text: TextPattern, _ values: [Term], _ row: Row, _ access: any GraphTextAccess
  ) throws -> Row? {
    var values: [Term?] = values
    if text.snippet != nil {
      switch values[0] {
      case .iri(let iri)?: values.append(try access.snippet(of: iri, for: text.query).map(Term.string))
      default: values.append(values[0])
      }
    }
    return binding(zip([text.node, text.score, text.snippet], values), row)
  }

  private func search(_ paths: PathsPattern, _ row: Row, _ scope: Scope) throws -> [Row] {
    guard let start = term(paths.start, row), let end = term(paths.end, row) else {
      throw SPARQLErrors.openPathEnds()
    }
    let evaluator = PathEvaluator(run: run, dataset: dataset, graph: scope.graph)
    let finder = ShortestPaths<NodeKey>(
      neighbours: { node in
        try evaluator.pairs(paths.step, from: run.number(of: node.term), to: nil)
          .compactMap { run.term($0.end).map(NodeKey.init) }
      }, maximumLength: paths.maximumLength)
    var result: [Row] = []
    let found = try finder.paths(from: NodeKey(start), to: NodeKey(end), count: paths.count)
    for (rank, path) in found.enumerated() {
      for (position, node) in path.enumerated() {
        let values: [Term?] = [.integer(rank + 1), .integer(position), node.term, .integer(path.count - 1)]
        let nodes = [paths.rank, paths.position, paths.node, paths.length]
        if let next = binding(zip(nodes, values), row) { result.append(next) }
        try run.step(rows: result.count)
      }
    }
    return result
  }

  /// A row with some more values; nil where one of them is another than the row has.
  private func binding(_ values: some Sequence<(PatternNode?, Term?)>, _ row: Row) -> Row? {
    var next = row
    for (node, value) in values {
      guard let node, let value else { continue }
      if case .term(let wanted) = node {
        if wanted != value { return nil }
        continue
      }
      guard let slot = slots[node] else { continue }
      let number = run.number(of: value)
      if next[slot] != 0, next[slot] != number { return nil }
      next[slot] = number
    }
    return next
  }

  /// The term that stands in a place of a row; nil for a variable that it does not bind.
  private func term(_ node: PatternNode, _ row: Row) -> Term? {
    if case .term(let term) = node { return term }
    return slots[node].flatMap { run.term(row[$0]) }
  }
}

/// A node of a path, in the order of its text.
struct NodeKey: Hashable, Comparable {
  let term: Term

  init(_ term: Term) { self.term = term }

  static func < (left: Self, right: Self) -> Bool {
    NQuads.text(left.term).utf8.lexicographicallyPrecedes(NQuads.text(right.term).utf8)
  }
}
