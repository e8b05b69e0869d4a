internal import PasserelleCore

extension Evaluator {
  /// The solutions of a basic graph pattern: each triple extends the solutions of those before it.
  func pattern(_ triples: [TriplePattern], _ scope: Scope) throws -> [Row] {
    let (triples, searches) = try AccessPattern.split(triples)
    var start = emptyRow
    if let seed = scope.seed {
      for triple in triples {
        for slot in places(triple) { start[slot] = seed[slot] }
      }
    }
    var rows = [start]
    for triple in try ordered(triples, bound: Set(start.indices.filter { start[$0] != 0 })) {
      var next: [Row] = []
      for row in rows {
        try run.step()
        switch triple.predicate {
        case .node(let predicate): try extend(row, triple, predicate, scope, &next)
        case .path(let path): try extend(row, triple, path, scope, &next)
        }
      }
      rows = next
      if rows.isEmpty { break }
    }
    return try searches.reduce(rows) { try search($1, $0, scope) }
  }

  private func places(_ triple: TriplePattern) -> [Int] {
    var nodes = [triple.subject, triple.object]
    if case .node(let node) = triple.predicate { nodes.append(node) }
    return nodes.compactMap { slots[$0] }
  }

  /// The triples in an order in which each has as many places known as can be; those of the text among
  /// equals.
  private func ordered(_ triples: [TriplePattern], bound: Set<Int>) throws -> [TriplePattern] {
    var bound = bound
    var rest = triples
    var result: [TriplePattern] = []
    func isKnown(_ node: PatternNode) -> Bool { slots[node].map(bound.contains) ?? true }
    func weight(_ triple: TriplePattern) -> Int {
      let ends = (isKnown(triple.subject) ? 4 : 0) + (isKnown(triple.object) ? 3 : 0)
      // Triples that share a variable with those before come before those that share none.
      let isJoined = result.isEmpty || places(triple).contains(where: bound.contains) ? 100 : 0
      switch triple.predicate {
      case .node(let node): return ends + isJoined + (isKnown(node) ? 1 : 0)
      case .path: return ends + isJoined - (ends == 0 ? 50 : 1)
      }
    }
    while !rest.isEmpty {
      try run.step()
      let weights = rest.map(weight)
      let best = weights.indices.reduce(0) { weights[$1] > weights[$0] ? $1 : $0 }
      bound.formUnion(places(rest[best]))
      result.append(rest.remove(at: best))
    }
    return result
  }

  /// The term that stands in a place of a row; nil for a variable that it does not bind.
  private func term(_ node: PatternNode, _ row: Row) -> Term? {
    if case .term(let term) = node { return term }
    return slots[node].flatMap { run.term(row[$0]) }
  }

  private func extend(
    _ row: Row, _ triple: TriplePattern, _ predicate: PatternNode, _ scope: Scope, _ result: inout [Row]
  ) throws {
    let nodes = [triple.subject, predicate, triple.object]
    let terms = nodes.map { term($0, row) }
    let open = nodes.indices.filter { terms[$0] == nil }
    var found: [Row] = []
    let before = result.count
    try dataset.match(terms[0], terms[1], terms[2], in: scope.graph) { match in
      var next = row
      for place in open {
        let value = run.number(of: place == 0 ? match.subject : place == 1 ? match.predicate : match.object)
        guard let slot = slots[nodes[place]] else { continue }
        // A variable that stands in two places has one value.
        if next[slot] != 0, next[slot] != value { return true }
        next[slot] = value
      }
      found.append(next)
      try run.step(rows: before + found.count)
      return true
    }
    result += found
  }

  /// Whether a node is a variable that no solution around `EXISTS` gives a value to.
  private func isOpen(_ node: PatternNode, _ scope: Scope) -> Bool {
    guard let slot = slots[node] else { return false }
    return scope.seed.map { $0[slot] == 0 } ?? true
  }

  private func extend(
    _ row: Row, _ triple: TriplePattern, _ path: PropertyPath, _ scope: Scope, _ result: inout [Row]
  ) throws {
    let evaluator = PathEvaluator(run: run, dataset: dataset, graph: scope.graph)
    let start = term(triple.subject, row).map(run.number)
    let end = term(triple.object, row).map(run.number)
    // Between two variables, only nodes of the graph are joined, also by a way without steps.
    if isOpen(triple.subject, scope), isOpen(triple.object, scope), let known = start ?? end,
      try !evaluator.isNode(known)
    {
      return
    }
    for pair in try evaluator.pairs(path, from: start, to: end) {
      var next = row
      if let slot = slots[triple.subject] { next[slot] = pair.start }
      if let slot = slots[triple.object] {
        if next[slot] != 0, next[slot] != pair.end { continue }
        next[slot] = pair.end
      }
      result.append(next)
      try run.step(rows: result.count)
    }
  }
}
