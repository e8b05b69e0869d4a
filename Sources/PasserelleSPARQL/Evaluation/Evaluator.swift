internal import PasserelleCore

/// Evaluates an algebra from its leaves up, each operator over the whole result of what stands below it.
///
/// The plain reading of SPARQL 1.1, section 18.5, with hash joins and index look-ups within basic graph
/// patterns; what faster operators are compared with.
struct Evaluator {
  let run: EvaluationRun
  let dataset: any RDFDataset
  let slots: VariableSlots
  /// The named graphs that `GRAPH` sees.
  let graphs: NamedGraphs

  /// Where a part of the algebra is evaluated.
  struct Scope {
    /// The active graph.
    var graph: GraphScope
    /// Within `EXISTS`, the solution that the group is asked about: its values stand for the variables.
    var seed: Row?
  }

  /// Makes an evaluator for one algebra.
  init(_ run: EvaluationRun, _ dataset: any RDFDataset, _ slots: VariableSlots, graphs: NamedGraphs) {
    self.run = run
    self.dataset = dataset
    self.slots = slots
    self.graphs = graphs
  }

  /// The row that binds nothing.
  var emptyRow: Row { Row(repeating: 0, count: slots.width) }

  /// The solutions of an algebra, in an order that is the same in every run.
  func evaluate(_ algebra: Algebra, _ scope: Scope) throws -> [Row] {
    try run.step()
    switch algebra {
    case .unit: return [emptyRow]
    case .pattern(let triples): return try pattern(triples, scope)
    case .join(let left, let right): return try join(evaluate(left, scope), evaluate(right, scope))
    case .leftJoin(let left, let right, let filters):
      return try leftJoin(evaluate(left, scope), evaluate(right, scope), filters, scope)
    case .union(let left, let right): return try evaluate(left, scope) + evaluate(right, scope)
    case .minus(let left, let right): return try minus(evaluate(left, scope), evaluate(right, scope))
    case .filter(let filters, let inner):
      return try evaluate(inner, scope).filter { try passes(filters, $0, scope) }
    case .extend: return try extend(algebra, scope)
    case .graph(let node, let inner): return try graph(node, inner, scope)
    case .values(let data): return try values(data, scope)
    case .group(let inner, let keys, let aggregates):
      return try group(evaluate(inner, scope), keys, aggregates, scope)
    case .orderBy(let inner, let conditions): return try order(evaluate(inner, scope), conditions, scope)
    case .project(let inner, let names): return try project(inner, names, scope)
    case .distinct(let inner):
      var seen: Set<Row> = []
      return try evaluate(inner, scope).filter { row in
        try run.step()
        return seen.insert(row).inserted
      }
    case .reduced(let inner):
      var last: Row?
      return try evaluate(inner, scope).filter { row in
        defer { last = row }
        return row != last
      }
    case .slice(let inner, let offset, let limit):
      let rows = try evaluate(inner, scope).dropFirst(offset)
      return Array(limit.map { rows.prefix($0) } ?? rows)
    case .service(let node, let inner, let isSilent): return try service(node, inner, isSilent, scope)
    }
  }

  // Joins

  private func join(_ left: [Row], _ right: [Row]) throws -> [Row] {
    let index = try JoinIndex(right, for: left, width: slots.width, run)
    var result: [Row] = []
    for row in left {
      try run.step(rows: result.count)
      try index.forEachMatch(row, run) { other in
        result.append(Solutions.merged(row, other))
        try run.step(rows: result.count)
        return true
      }
    }
    return result
  }

  private func leftJoin(
    _ left: [Row], _ right: [Row], _ filters: [Expression], _ scope: Scope
  ) throws -> [Row] {
    let index = try JoinIndex(right, for: left, width: slots.width, run)
    var result: [Row] = []
    for row in left {
      try run.step(rows: result.count)
      let before = result.count
      try index.forEachMatch(row, run) { other in
        let both = Solutions.merged(row, other)
        if try passes(filters, both, scope) { result.append(both) }
        try run.step(rows: result.count)
        return true
      }
      if result.count == before { result.append(row) }
    }
    return result
  }

  private func minus(_ left: [Row], _ right: [Row]) throws -> [Row] {
    let index = try JoinIndex(right, for: left, width: slots.width, run)
    return try left.filter { row in
      try run.step()
      var isFound = false
      try index.forEachMatch(row, run) { other in
        isFound = index.hasKeys || Solutions.shareVariable(row, other)
        return !isFound
      }
      return !isFound
    }
  }

  // Leaves and scopes

  private func values(_ data: InlineData, _ scope: Scope) throws -> [Row] {
    let places = data.variables.map { slots[$0] }
    var result: [Row] = []
    for values in data.rows {
      try run.step()
      var row = emptyRow
      for (place, term) in zip(places, values) {
        if let place, let term { row[place] = run.number(of: term) }
      }
      if scope.seed.map({ Solutions.areCompatible(row, $0) }) ?? true { result.append(row) }
    }
    return result
  }

  private func graph(_ node: PatternNode, _ inner: Algebra, _ scope: Scope) throws -> [Row] {
    var scope = scope
    if case .term(let name) = node {
      guard graphs.contains(name) else { return [] }
      scope.graph = .named([name])
      return try evaluate(inner, scope)
    }
    guard let slot = slots[node] else { return [] }
    var names = graphs.names
    if let bound = scope.seed.flatMap({ run.term($0[slot]) }) {
      names = graphs.contains(bound) ? [bound] : []
    }
    var result: [Row] = []
    for name in names {
      try run.step(rows: result.count)
      scope.graph = .named([name])
      let number = run.number(of: name)
      for var row in try evaluate(inner, scope) where row[slot] == 0 || row[slot] == number {
        row[slot] = number
        result.append(row)
      }
    }
    return result
  }

  /// The solutions of the services allowed; a variable stands for each of them in turn.
  private func service(_ node: PatternNode, _ inner: Algebra, _ isSilent: Bool, _ scope: Scope) throws
    -> [Row]
  {
    let services = run.context.services
    let slot = slots[node]
    var names = services.keys.sorted()
    if case .term(let name) = node { names = [name.iriValue ?? ""] }
    if let bound = slot.flatMap({ place in scope.seed.flatMap { run.term($0[place]) } }) {
      names = [bound.iriValue ?? ""]
    }
    var result: [Row] = []
    for name in names {
      guard let dataset = services[name] else {
        guard isSilent else { throw SPARQLErrors.service("<\(name)>") }
        return [emptyRow]
      }
      let evaluator = Evaluator(run, dataset, slots, graphs: NamedGraphs(dataset))
      let number = run.number(of: .iri(name))
      for var row in try evaluator.evaluate(inner, Scope(graph: .defaultGraph, seed: scope.seed)) {
        if let slot {
          guard row[slot] == 0 || row[slot] == number else { continue }
          row[slot] = number
        }
        result.append(row)
      }
    }
    guard !names.isEmpty || isSilent else { throw SPARQLErrors.service(ExpressionText.of(node)) }
    return names.isEmpty ? [emptyRow] : result
  }

  private func project(_ inner: Algebra, _ names: [String], _ scope: Scope) throws -> [Row] {
    var isKept = [Bool](repeating: false, count: slots.width)
    for name in names {
      if let slot = slots[name] { isKept[slot] = true }
    }
    func masked(_ row: Row) -> Row {
      var row = row
      for slot in row.indices where !isKept[slot] { row[slot] = 0 }
      return row
    }
    // What a subquery does not give is not the variable of that name outside.
    return try evaluate(inner, Scope(graph: scope.graph, seed: scope.seed.map(masked))).map { row in
      try run.step()
      return masked(row)
    }
  }

  /// Values one after the other in each row, so that `BNODE` of one text is one node in all of them.
  private func extend(_ algebra: Algebra, _ scope: Scope) throws -> [Row] {
    var steps: [(slot: Int, expression: Expression)] = []
    var inner = algebra
    while case .extend(let next, let name, let expression) = inner {
      if let slot = slots[name] { steps.append((slot, expression)) }
      inner = next
    }
    steps.reverse()
    return try evaluate(inner, scope).map { row in
      var row = row
      run.beginSolution()
      for step in steps {
        if let term = try value(step.expression, row, scope) { row[step.slot] = run.number(of: term) }
      }
      return row
    }
  }
}
