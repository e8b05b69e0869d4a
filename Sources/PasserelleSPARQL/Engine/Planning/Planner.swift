internal import PasserelleCore

/// Thrown where a part of a query has no operator: the plain evaluator answers it.
struct NotVectorised: Error {}

/// Makes a plan of an algebra: rewrites it, orders its joins by cost, and chooses its operators.
final class Planner {
  let run: EngineRun
  var slots: VariableSlots
  let view: GraphView
  /// The numbers of the variables, by name.
  var numbers: [String: Int] {
    if knownNumbers.count != slots.width {
      knownNumbers = Dictionary(uniqueKeysWithValues: slots.names.enumerated().map { ($1, $0) })
    }
    return knownNumbers
  }
  private var knownNumbers: [String: Int] = [:]
  /// The plain evaluator over the same data, for what is asked about single rows.
  private(set) lazy var plain = Evaluator(
    run.scalar, SnapshotDataset(run), plainSlots, graphs: view.plainGraphs)
  private let plainSlots: VariableSlots
  private var freshCount = 0
  let shared: SharedPlans

  /// Makes a planner for the parts of one algebra.
  init(_ run: EngineRun, _ algebra: Algebra, _ view: GraphView) {
    self.run = run
    self.view = view
    slots = VariableSlots(algebra)
    plainSlots = slots
    shared = SharedPlans(algebra)
  }

  /// A variable that no text names.
  func fresh() -> Int {
    let name = " engine\(freshCount)"
    freshCount += 1
    slots.add(name)
    return slots[name] ?? 0
  }

  /// The name of a variable for people.
  func text(_ variable: Int) -> String { "?" + slots.names[variable] }

  /// The plan of an algebra in an active graph: where that has a variable, every row binds it or leaves it out.
  ///
  /// Variables that are not needed may be left out; `limit` says how many of the first rows are wanted of what sorts.
  func plan(_ algebra: Algebra, _ graph: ActiveGraph, needed: Set<Int>, limit: Int? = nil) throws -> PlanNode
  {
    try run.scalar.checkLimits()
    switch algebra {
    case .unit, .pattern, .join, .filter, .values:
      return try group(algebra, graph, needed)
    case .leftJoin(let left, let right, let filters):
      return try leftJoin(left, right, filters, graph, needed)
    case .union: return try union(algebra, graph, needed)
    case .minus(let left, let right): return try minus(left, right, graph, needed)
    case .extend: return try extend(algebra, graph, needed)
    case .graph(let node, let inner): return try named(node, inner, graph, needed)
    case .group(let inner, let keys, let aggregates):
      return try grouped(inner, keys, aggregates, graph, needed)
    case .orderBy(let inner, let conditions):
      var wanted = needed
      for condition in conditions { wanted.formUnion(condition.expression.variables(slots)) }
      return ordered(try plan(inner, graph, needed: wanted), conditions, limit, graph)
    case .project(let inner, let names):
      if let node = try sharedPlan(algebra, names, graph, needed) { return node }
      let kept = Set(names.compactMap { slots[$0] })
      let node = try plan(inner, graph, needed: needed.intersection(kept), limit: limit)
      return projected(node, kept.intersection(needed), graph)
    case .distinct(let inner):
      return distinct(try plan(inner, graph, needed: AlgebraVariables(inner, slots).all))
    case .reduced(let inner): return try plan(inner, graph, needed: needed, limit: limit)
    case .slice(let inner, let offset, let count):
      guard graph.variable == nil else { throw NotVectorised() }
      let most = count.map { offset.addingReportingOverflow($0) }.flatMap {
        $0.overflow ? nil : $0.partialValue
      }
      let node = try plan(inner, graph, needed: needed, limit: most)
      let rows = min(node.rows, Double(count ?? .max))
      return PlanNode(
        "Slice", run, node.schema, children: [node], rows: rows, cost: node.cost,
        detail: { "offset \(offset)" + (count.map { " limit \($0)" } ?? "") }
      ) {
        SliceOperator(try $0.children[0].open(), offset: offset, limit: count)
      }
    case .service: throw NotVectorised()
    }
  }

  // Leaves

  /// Rows that are there already.
  func rows(_ name: String, _ schema: Schema, _ batch: Batch, detail: @escaping () -> String = { "" })
    -> PlanNode
  {
    var distinct: [Int: Double] = [:]
    for (column, variable) in schema.variables.enumerated() where batch.count <= 100_000 {
      distinct[variable] = Double(Set(batch.columns[column]).count)
    }
    return PlanNode(
      name, run, schema, rows: Double(batch.count), cost: Double(batch.count), distinct: distinct,
      detail: detail
    ) { _ in RowsOperator(schema, batch) }
  }

  /// No rows.
  func empty(_ variables: [Int]) -> PlanNode {
    let schema = Schema(variables: variables, isBound: variables.map { _ in true })
    return PlanNode("Empty", run, schema, rows: 0, cost: 0) { _ in
      RowsOperator(schema, Batch(width: variables.count))
    }
  }

  /// One row without columns.
  func unit() -> PlanNode { rows("Unit", Schema(variables: [], isBound: []), Batch(columns: [], count: 1)) }

  /// The names of the graphs that are read.
  func graphNames(_ graph: ActiveGraph) throws -> PlanNode {
    guard let variable = graph.variable else { return unit() }
    let names: [TermID] = if case .some(let names) = graph.selection { names } else { try view.sortedNames() }
    return rows(
      "GraphNames", Schema(variables: [variable], isBound: [true], sortedBy: [0]),
      Batch(columns: [names], count: names.count))
  }

  /// The plan with the graph variable bound, joined with the names of all graphs where it is not.
  func withGraph(_ node: PlanNode, _ graph: ActiveGraph) throws -> PlanNode {
    guard let variable = graph.variable, !node.schema.isCertain(variable) else { return node }
    return join(node, try graphNames(graph), .inner, keeping: nil)
  }

  /// Rows written in the query.
  func values(_ data: InlineData) throws -> PlanNode {
    let places = data.variables.map { slots[$0] }
    var variables: [Int] = []
    for case let place? in places where !variables.contains(place) { variables.append(place) }
    var columns: [[TermID]] = Array(repeating: [], count: variables.count)
    for row in data.rows {
      for (column, variable) in variables.enumerated() {
        var id = TermID.none
        for (place, term) in zip(places, row) where place == variable {
          if let term { id = try run.identifier(of: term) }
        }
        columns[column].append(id)
      }
    }
    let schema = Schema(variables: variables, isBound: columns.map { $0.allSatisfy(\.isBound) })
    return rows("Values", schema, Batch(columns: columns, count: data.rows.count))
  }

  // Simple operators

  /// The plan with some variables only.
  func projected(_ node: PlanNode, _ kept: Set<Int>, _ graph: ActiveGraph) -> PlanNode {
    let columns = node.schema.variables.indices.filter {
      kept.contains(node.schema.variables[$0]) || node.schema.variables[$0] == graph.variable
    }
    if columns.count == node.schema.variables.count { return node }
    var sorted: [Int] = []
    for column in node.schema.sortedBy {
      guard let place = columns.firstIndex(of: column) else { break }
      sorted.append(place)
    }
    let schema = Schema(
      variables: columns.map { node.schema.variables[$0] }, isBound: columns.map { node.schema.isBound[$0] },
      sortedBy: sorted)
    return PlanNode(
      "Project", run, schema, children: [node], rows: node.rows, cost: node.cost, distinct: node.distinct,
      detail: { [self] in schema.variables.map { text($0) }.joined(separator: " ") }
    ) {
      ProjectOperator(try $0.children[0].open(), schema)
    }
  }

  /// The plan without repeated rows.
  func distinct(_ node: PlanNode) -> PlanNode {
    let run = run
    var most = 1.0
    for variable in node.schema.variables { most *= max(1, node.distinct[variable] ?? node.rows) }
    return PlanNode(
      "Distinct", run, node.schema, children: [node], rows: min(node.rows, most),
      cost: node.cost + node.rows * 15,
      distinct: node.distinct
    ) {
      DistinctOperator(try $0.children[0].open(), run)
    }
  }

  /// The plan with filters on top.
  func filtered(_ node: PlanNode, _ filters: [Expression], _ graph: ActiveGraph) -> PlanNode {
    guard !filters.isEmpty else { return node }
    let rows = max(min(node.rows, 1), node.rows * filters.reduce(1) { $0 * selectivity($1) })
    return PlanNode(
      "Filter", run, node.schema, children: [node], rows: rows,
      cost: node.cost + node.rows * 15 * Double(filters.count),
      distinct: node.distinct.mapValues { min($0, max(1, rows)) },
      detail: { filters.map { ExpressionText.of($0) }.joined(separator: " && ") }
    ) { [self] plan in
      let input = try plan.children[0].open()
      return FilterOperator(input, try compiled(filters, input.schema, graph), run)
    }
  }

  /// The share of rows that pass a filter, guessed.
  func selectivity(_ filter: Expression) -> Double {
    switch filter {
    case .compare(.equal, _, _): 0.05
    case .compare(.notEqual, _, _): 0.95
    case .isIn(_, let list, let isNegated): isNegated ? 0.9 : min(0.5, 0.03 * Double(list.count))
    case .call(.contains, _), .call(.regex, _), .call(.strStarts, _), .call(.strEnds, _): 0.03
    case .compare: 0.3
    case .or(let left, let right): min(1, selectivity(left) + selectivity(right))
    case .and(let left, let right): selectivity(left) * selectivity(right)
    default: 0.5
    }
  }

  private func extend(_ algebra: Algebra, _ graph: ActiveGraph, _ needed: Set<Int>) throws -> PlanNode {
    var steps: [(variable: Int, expression: Expression)] = []
    var inner = algebra
    var wanted = needed
    // From the last on: what nobody reads is not computed.
    while case .extend(let next, let name, let expression) = inner {
      if let slot = slots[name], wanted.contains(slot) {
        steps.append((slot, expression))
        wanted.remove(slot)
        wanted.formUnion(expression.variables(slots))
      }
      inner = next
    }
    steps.reverse()
    let node = try plan(inner, graph, needed: wanted)
    guard !steps.isEmpty else { return node }
    let schema = Schema(
      variables: node.schema.variables + steps.map(\.variable),
      isBound: node.schema.isBound + steps.map { _ in false }, sortedBy: node.schema.sortedBy)
    return PlanNode(
      "Extend", run, schema, children: [node], rows: node.rows,
      cost: node.cost + node.rows * 15 * Double(steps.count), distinct: node.distinct,
      detail: { [self] in
        steps.map { "\(text($0.variable)) := \(ExpressionText.of($0.expression))" }.joined(separator: ", ")
      }
    ) { [self] plan in
      ExtendOperator(
        try plan.children[0].open(), schema, try compiled(chain: steps.map(\.expression), schema, graph))
    }
  }

  private func union(_ algebra: Algebra, _ graph: ActiveGraph, _ needed: Set<Int>) throws -> PlanNode {
    var branches: [Algebra] = []
    var waiting = [algebra]
    while let next = waiting.popLast() {
      if case .union(let left, let right) = next { waiting += [right, left] } else { branches.append(next) }
    }
    return united(try branches.map { try withGraph(plan($0, graph, needed: needed), graph) }, needed, graph)
  }

  /// The rows of several plans.
  func united(_ nodes: [PlanNode], _ needed: Set<Int>, _ graph: ActiveGraph) -> PlanNode {
    let nodes = nodes.map { projected($0, needed, graph) }
    var variables: [Int] = []
    var seen: Set<Int> = []
    for node in nodes {
      for variable in node.schema.variables where seen.insert(variable).inserted {
        variables.append(variable)
      }
    }
    let schema = Schema(
      variables: variables,
      isBound: variables.map { variable in nodes.allSatisfy { $0.schema.isCertain(variable) } })
    var distinct: [Int: Double] = [:]
    for variable in variables {
      distinct[variable] = nodes.reduce(0) { $0 + ($1.distinct[variable] ?? $1.rows) }
    }
    return PlanNode(
      "Union", run, schema, children: nodes, rows: nodes.reduce(0) { $0 + $1.rows },
      cost: nodes.reduce(0) { $0 + $1.cost }, distinct: distinct
    ) { plan in
      UnionOperator(schema, plan.children.map { node in { try node.open() } })
    }
  }
}
