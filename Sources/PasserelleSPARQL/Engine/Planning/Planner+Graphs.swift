internal import PasserelleCore

/// `GRAPH`.
extension Planner {
  func named(_ node: PatternNode, _ inner: Algebra, _ graph: ActiveGraph, _ needed: Set<Int>) throws
    -> PlanNode
  {
    // The names that `GRAPH` sees are the same within another `GRAPH`.
    if case .term(let name) = node {
      let id = try run.identifier(of: name)
      let variables = AlgebraVariables(inner, slots).all.intersection(needed)
      guard id.rawValue > 0, try view.contains(id) else { return empty(variables.sorted()) }
      return try plan(inner, ActiveGraph(selection: .some([id]), variable: nil), needed: needed)
    }
    guard let variable = slots[node] else { return unit() }
    if isUnifiable(inner, variable) {
      let active = ActiveGraph(selection: view.named, variable: variable)
      if active.isEmpty { return empty(AlgebraVariables(inner, slots).all.union([variable]).sorted()) }
      let result = try withGraph(plan(inner, active, needed: needed.union([variable])), active)
      return projected(result, needed, graph)
    }
    let hidden = fresh()
    let active = ActiveGraph(selection: view.named, variable: hidden)
    if active.isEmpty { return empty(AlgebraVariables(inner, slots).all.union([variable]).sorted()) }
    let result = try withGraph(plan(inner, active, needed: needed.union([variable, hidden])), active)
    return projected(graphBound(result, hidden, variable), needed, graph)
  }

  /// Gives the variable of `GRAPH ?g` the graph's name, in rows that do not say otherwise.
  private func graphBound(_ node: PlanNode, _ hidden: Int, _ variable: Int) -> PlanNode {
    let others = node.schema.variables.filter { $0 != hidden && $0 != variable }
    let schema = Schema(
      variables: others + [variable], isBound: others.map { node.schema.isCertain($0) } + [true])
    return PlanNode(
      "Graph", run, schema, children: [node], rows: node.rows, cost: node.cost + node.rows,
      distinct: node.distinct
    ) {
      GraphBindOperator(try $0.children[0].open(), schema, hidden, variable)
    }
  }

  /// Whether the variable of `GRAPH ?g` may stand for the graph of every quad within: no expression sees it before
  /// the group that binds it is joined with it.
  private func isUnifiable(_ algebra: Algebra, _ variable: Int) -> Bool {
    func isAbsent(_ algebra: Algebra) -> Bool { !algebra.mentionedVariables(slots).contains(variable) }
    func isSeen(_ filters: [Expression], _ inner: Algebra) -> Bool {
      !filters.contains { $0.variables(slots).contains(variable) }
        || AlgebraVariables(inner, slots).certain.contains(variable)
    }
    switch algebra {
    case .unit, .pattern: return true
    case .join(let left, let right), .union(let left, let right):
      return isUnifiable(left, variable) && isUnifiable(right, variable)
    case .leftJoin(let left, let right, let filters):
      guard isUnifiable(left, variable), isSeen(filters, left) else { return false }
      if isAbsent(right) { return true }
      guard case .pattern = right else { return false }
      return AlgebraVariables(left, slots).certain.contains(variable)
    case .filter(let filters, let inner): return isUnifiable(inner, variable) && isSeen(filters, inner)
    case .extend(let inner, let name, let expression):
      return isUnifiable(inner, variable) && isSeen([expression], inner) && slots[name] != variable
    case .minus(let left, let right): return isUnifiable(left, variable) && isAbsent(right)
    default: return isAbsent(algebra)
    }
  }
}
