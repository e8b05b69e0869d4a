internal import PasserelleCore

/// Paths: those of a fixed number of steps become triples, alternatives become unions, the rest is searched.
extension Planner {
  /// Adds a path between two places to a group.
  func add(
    _ subject: TripleItem.Place, _ path: PropertyPath, _ object: TripleItem.Place, _ graph: ActiveGraph,
    _ items: inout [GroupItem]
  ) throws {
    switch path {
    case .predicate(let iri):
      let predicate = TripleItem.Place.constant(try run.identifier(of: .iri(iri)))
      try add(subject, predicate, object, graph, text(subject, path, object), &items)
    case .inverse(let inner): try add(object, inner, subject, graph, &items)
    case .sequence(let left, let right):
      let middle = TripleItem.Place.variable(fresh())
      try add(subject, left, middle, graph, &items)
      try add(middle, right, object, graph, &items)
    case .alternative(let left, let right):
      try addUnion([left, right].map { [(subject, $0, object)] }, graph, &items)
    case .negated(let forward, let backward):
      let variables = (!forward.isEmpty || backward.isEmpty, !backward.isEmpty)
      if variables.0, variables.1 {
        try addUnion(
          [
            [(subject, .negated(forward: forward, backward: []), object)],
            [(object, .negated(forward: backward, backward: []), subject)],
          ], graph, &items)
      } else {
        let excluded = try (variables.0 ? forward : backward).map { try run.identifier(of: .iri($0)) }
        let (from, to) = variables.0 ? (subject, object) : (object, subject)
        try add(from, .variable(fresh()), to, graph, excluded: excluded, text(subject, path, object), &items)
      }
    case .zeroOrMore, .oneOrMore, .zeroOrOne:
      let item = PathItem(ends: [subject, object], path: path, graph: graph, steps: try PathSteps(path, run))
      var found = GroupItem(unit())
      found.source = .path(item)
      found.variables = []
      for variable in [subject.variable, object.variable, graph.variable] {
        if let variable, !found.variables.contains(variable) { found.variables.append(variable) }
      }
      found.certain = Set(found.variables)
      var (starts, ends, edges) = (0.0, 0.0, 0.0)
      for (predicate, isInverse) in item.steps.predicates {
        guard predicate.rawValue > 0, let known = try run.snapshot.statistics(of: predicate) else { continue }
        starts += Double(isInverse ? known.objects : known.subjects)
        ends += Double(isInverse ? known.subjects : known.objects)
        edges += Double(known.triples)
      }
      (starts, ends) = (max(1, starts), max(1, ends))
      let isEmptyToo = path.mayBeEmpty
      // A few steps are walked on average; a way without steps leads from each node to itself.
      let pairs = max(1, edges * 3) + (isEmptyToo ? Double(run.snapshot.statistics.subjects) : 0)
      let own = isEmptyToo ? 1.0 : 0
      switch (subject.constant, object.constant) {
      case (_?, _?): found.rows = 0.5
      case (_?, nil): found.rows = edges * 3 / starts + own
      case (nil, _?): found.rows = edges * 3 / ends + own
      case (nil, nil): found.rows = pairs
      }
      found.base = found.rows
      for (place, count) in [(subject, starts), (object, ends)] {
        guard let variable = place.variable else { continue }
        found.domain[variable] = count
        found.distinct[variable] = max(1, min(count, found.rows))
      }
      // Joined at one end, a start gives so many rows.
      if subject.variable != nil, object.variable != nil { found.rows = edges * 3 + own * max(starts, ends) }
      items.append(found)
    }
  }

  private func text(_ subject: TripleItem.Place, _ path: PropertyPath, _ object: TripleItem.Place) -> () ->
    String
  {
    { [self] in "\(text(subject)) \(ExpressionText.of(path)) \(text(object))" }
  }

  private func text(_ place: TripleItem.Place) -> String {
    switch place {
    case .variable(let number): text(number)
    case .constant(let id): ((try? run.term(of: id)) ?? nil).map(NQuads.text) ?? "-"
    }
  }

  private func addUnion(
    _ branches: [[(TripleItem.Place, PropertyPath, TripleItem.Place)]], _ graph: ActiveGraph,
    _ items: inout [GroupItem]
  ) throws {
    var nodes: [PlanNode] = []
    for branch in branches {
      var parts: [GroupItem] = []
      for (subject, path, object) in branch { try add(subject, path, object, graph, &parts) }
      var wanted: Set<Int> = []
      for (subject, _, object) in branch {
        wanted.formUnion([subject.variable, object.variable].compactMap { $0 })
      }
      if let variable = graph.variable { wanted.insert(variable) }
      nodes.append(try joined(parts, [], graph, wanted))
    }
    let all = nodes.reduce(into: Set<Int>()) { $0.formUnion($1.schema.variables) }
    items.append(GroupItem(united(nodes, all, graph)))
  }

  /// The pairs that a path connects.
  func pathScan(_ path: PathItem, _ item: GroupItem) -> PlanNode {
    let schema = Schema(variables: item.variables, isBound: item.variables.map { _ in true })
    let (run, view) = (run, view)
    return PlanNode(
      "Path", run, schema, rows: item.rows, cost: path.cost(item.rows), distinct: item.distinct,
      detail: text(path.ends[0], path.path, path.ends[1])
    ) { _ in
      PathScan(path, schema, run) {
        if case .some(let names) = path.graph.selection { return names }
        return try view.sortedNames()
      }
    }
  }

  /// Joins rows that know one end of a path with the nodes at the other.
  func pathJoin(
    _ left: PlanNode, _ item: GroupItem, _ end: Int, keeping: Set<Int>?, _ graph: ActiveGraph, rows: Double
  ) -> PlanNode {
    guard case .path(let path) = item.source, path.graph.variable == nil, let known = path.ends[end].variable,
      let column = left.schema.column(of: known)
    else {
      return join(
        left, filtered(pathScanOrEmpty(item), item.filters, graph), .inner, keeping: keeping, rows: rows)
    }
    var variables = [known]
    if let other = path.ends[1 - end].variable, other != known { variables.append(other) }
    let right = Schema(variables: variables, isBound: variables.map { _ in true })
    var shape = shape(left.schema, right, .inner, keeping: keeping, keepsOrder: true)
    for (index, variable) in variables.enumerated().dropFirst() {
      if let place = left.schema.column(of: variable) {
        if left.schema.isBound[place] {
          shape.equal.append((place, index))
        } else {
          shape.loose.append((place, index))
        }
      }
    }
    let prepared = shape
    return PlanNode(
      "PathJoin", run, shape.output, children: [left], rows: rows,
      cost: left.cost + left.rows * path.costOfStart(rows / max(1, left.rows)),
      distinct: item.distinct.merging(left.distinct) { min($0, $1) },
      detail: text(path.ends[0], path.path, path.ends[1])
    ) { [self] plan in
      var shape = prepared
      if !item.filters.isEmpty {
        let combined = self.combined(shape.left, shape.right)
        shape.combined = combined
        shape.filters = try compiled(item.filters, combined, graph)
      }
      return PathJoin(try plan.children[0].open(), path, end, shape, column: column, run)
    }
  }

  private func pathScanOrEmpty(_ item: GroupItem) -> PlanNode {
    if case .path(let path) = item.source { return pathScan(path, item) }
    return empty(item.variables)
  }
}
