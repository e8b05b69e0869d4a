internal import PasserelleCore

/// Optional parts, negation and graphs.
extension Planner {
  func leftJoin(
    _ left: Algebra, _ right: Algebra, _ filters: [Expression], _ graph: ActiveGraph, _ needed: Set<Int>
  ) throws -> PlanNode {
    let rightInfo = AlgebraVariables(right, slots)
    var filterVariables: Set<Int> = []
    for filter in filters { filterVariables.formUnion(filter.variables(slots)) }
    let wanted = needed.union(rightInfo.all).union(filterVariables)
    let outer = try withGraph(plan(left, graph, needed: wanted), graph)
    return try optional(outer, right, rightInfo, filters.flatMap(\.conjuncts), .left, graph, needed)
  }

  /// Joins rows with a part that is optional, or whose presence counts.
  private func optional(
    _ outer: PlanNode, _ right: Algebra, _ info: AlgebraVariables, _ filters: [Expression], _ mode: JoinMode,
    _ graph: ActiveGraph, _ needed: Set<Int>
  ) throws -> PlanNode {
    var residual: [Expression] = []
    var own: [Expression] = []
    var filterVariables: Set<Int> = []
    for filter in filters {
      let used = filter.variables(slots)
      // What the left side says nothing about belongs to the right side alone.
      if !filter.isVolatile, !filter.hasExists,
        used.allSatisfy({ info.certain.contains($0) || outer.schema.column(of: $0) == nil })
      {
        own.append(filter)
      } else {
        residual.append(filter)
        filterVariables.formUnion(used)
      }
    }
    let isExistence = mode == .semi || mode == .anti
    let shared = Set(outer.schema.variables).intersection(info.all.union(graph.variable.map { [$0] } ?? []))
    var wanted = filterVariables.union(shared)
    if !isExistence { wanted.formUnion(needed) }
    let algebra = own.isEmpty ? right : .filter(own, right)
    let keeping = isExistence ? nil : needed.union(graph.variable.map { [$0] } ?? [])

    // One triple: looked up where there are few rows on the left.
    if case .pattern(let triples) = right, triples.count == 1,
      try AccessPattern.split(triples).searches.isEmpty
    {
      var items: [GroupItem] = []
      try add(triples[0], graph, &items)
      if items.count == 1, case .triple(let triple) = items[0].source, items[0].base > 0 {
        items[0].filters = own
        let keys = triple.lookUps { outer.schema.isCertain($0) }
        if let best = keys.max(by: {
          ($0.count, items[0].distinct[$0[0]] ?? 0) < ($1.count, items[0].distinct[$1[0]] ?? 0)
        }),
          outer.rows * 40 < items[0].base * 12
        {
          let rows = mode == .left ? outer.rows : outer.rows * 0.5
          return indexJoin(
            outer, items[0], best, mode, own: wanted, keeping: keeping, graph, rows: rows, filters: residual)
        }
      }
    }
    var inner = try plan(
      algebra, graph, needed: wanted.intersection(info.all.union(graph.variable.map { [$0] } ?? [])))
    var source = outer
    // Few rows on the left: the right side is asked about their values only.
    let keys = shared.filter {
      outer.schema.isCertain($0) && info.certain.contains($0) && $0 != graph.variable
    }.sorted()
    if let key = keys.max(by: { (outer.distinct[$0] ?? outer.rows) < (outer.distinct[$1] ?? outer.rows) }),
      inner.cost > outer.rows * 100 + 5_000, Self.canBind(right)
    {
      let held = HeldRows(outer)
      let bound = try group(
        right, own, graph, wanted.intersection(info.all.union(graph.variable.map { [$0] } ?? [])),
        with: [keysNode(held, key, outer)])
      if bound.cost < inner.cost {
        source = heldNode(held, outer)
        inner = bound
      }
    }
    let merging = source.schema.firstSorted.flatMap { $0 == inner.schema.firstSorted ? $0 : nil }
    return join(
      source, inner, mode, keeping: keeping, merging: merging, filters: residual, graph: graph,
      use: mode == .left ? .leftJoin : .exists)
  }

  /// Whether rows that restrict a part may be joined within it.
  private static func canBind(_ algebra: Algebra) -> Bool {
    switch algebra {
    case .pattern, .join: true
    case .filter(_, let inner): canBind(inner)
    default: false
    }
  }

  private func keysNode(_ held: HeldRows, _ key: Int, _ outer: PlanNode) -> PlanNode {
    let rows = min(outer.rows, outer.distinct[key] ?? outer.rows)
    let schema = Schema(variables: [key], isBound: [true], sortedBy: [0])
    return PlanNode("Keys", run, schema, rows: max(1, rows), cost: rows, distinct: [key: max(1, rows)]) { _ in
      RowsOperator(schema, try held.keys(key))
    }
  }

  private func heldNode(_ held: HeldRows, _ outer: PlanNode) -> PlanNode {
    PlanNode(
      "Held", run, outer.schema, children: [outer], rows: outer.rows, cost: outer.cost,
      distinct: outer.distinct
    ) { _ in
      RowsOperator(outer.schema, try held.batch())
    }
  }

  func minus(_ left: Algebra, _ right: Algebra, _ graph: ActiveGraph, _ needed: Set<Int>) throws -> PlanNode {
    let info = AlgebraVariables(right, slots)
    let outer = try plan(left, graph, needed: needed.union(info.all))
    let shared = outer.schema.variables.filter { info.all.contains($0) && $0 != graph.variable }
    guard !shared.isEmpty else { return projected(outer, needed, graph) }
    if let variable = graph.variable {
      // Within `GRAPH ?g`, both sides are of one graph; its name is no variable that they share.
      guard shared.contains(where: { outer.schema.isCertain($0) && info.certain.contains($0) }) else {
        throw NotVectorised()
      }
      let inner = try withGraph(plan(right, graph, needed: Set(shared + [variable])), graph)
      return projected(
        join(try withGraph(outer, graph), inner, .anti, keeping: nil, use: .minus), needed, graph)
    }
    let inner = try plan(right, graph, needed: Set(shared))
    let merging = outer.schema.firstSorted.flatMap { $0 == inner.schema.firstSorted ? $0 : nil }
    return projected(
      join(outer, inner, .anti, keeping: nil, merging: merging, needsShared: true, use: .minus), needed, graph
    )
  }

  // EXISTS

  /// The rows for which a group has a solution, or none.
  func exists(_ node: PlanNode, _ group: GroupPattern, _ isNegated: Bool, _ graph: ActiveGraph) throws
    -> PlanNode
  {
    guard let algebra = slots.groups[group] else { return node }
    let outer = Set(node.schema.variables)
    var filters: [Expression] = []
    var inner = algebra
    while case .filter(let own, let next) = inner {
      filters += own.flatMap(\.conjuncts)
      inner = next
    }
    guard isSeparable(inner, outer) else {
      return filtered(try withGraph(node, graph), [.exists(group, isNegated: isNegated)], graph)
    }
    return try optional(
      graph.variable == nil ? node : withGraph(node, graph), inner, AlgebraVariables(inner, slots), filters,
      isNegated ? .anti : .semi, graph, [])
  }

  /// Whether a group gives the same when it is evaluated first and joined afterwards as when values are put into it.
  private func isSeparable(_ algebra: Algebra, _ outer: Set<Int>) -> Bool {
    func isOwn(_ expression: Expression, _ inner: Algebra) -> Bool {
      let info = AlgebraVariables(inner, slots)
      return !expression.hasExists
        && expression.variables(slots).allSatisfy { info.certain.contains($0) || !outer.contains($0) }
    }
    func isHidden(_ right: Algebra, _ left: Algebra) -> Bool {
      let certain = AlgebraVariables(left, slots).certain
      return right.mentionedVariables(slots).allSatisfy { certain.contains($0) || !outer.contains($0) }
    }
    switch algebra {
    case .unit: return true
    case .pattern(let triples):
      return triples.allSatisfy { triple in
        guard case .path(let path) = triple.predicate, path.mayBeEmpty else { return true }
        return ![triple.subject, triple.object].contains { slots[$0].map(outer.contains) ?? false }
      }
    case .values: return true
    case .join(let left, let right), .union(let left, let right):
      return isSeparable(left, outer) && isSeparable(right, outer)
    case .filter(let filters, let inner):
      return isSeparable(inner, outer) && filters.allSatisfy { isOwn($0, inner) }
    case .extend(let inner, let name, let expression):
      return isSeparable(inner, outer) && isOwn(expression, inner)
        && !(slots[name].map(outer.contains) ?? false)
    case .leftJoin(let left, let right, let filters):
      return isSeparable(left, outer) && isSeparable(right, outer) && isHidden(right, left)
        && filters.allSatisfy { filter in
          let certain = AlgebraVariables(left, slots).certain
          return !filter.hasExists
            && filter.variables(slots).allSatisfy { certain.contains($0) || !outer.contains($0) }
        }
    case .minus(let left, let right):
      return isSeparable(left, outer) && isSeparable(right, outer) && isHidden(right, left)
    case .graph(_, let inner): return isSeparable(inner, outer)
    default: return false
    }
  }
}
