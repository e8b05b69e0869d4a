internal import PasserelleCore

/// Where plans meet expressions, groups and orders.
extension Planner {
  /// Filters made ready for the rows of a schema.
  func compiled(_ filters: [Expression], _ schema: Schema, _ graph: ActiveGraph) throws
    -> [any BatchExpression]
  {
    guard !filters.isEmpty else { return [] }
    return prefilters(filters, schema) + [try compiler(schema, graph).compile(filters: filters)]
  }

  /// What leaves out rows by the index of literals before the filters themselves are asked.
  private func prefilters(_ filters: [Expression], _ schema: Schema) -> [any BatchExpression] {
    guard let access = run.scalar.context.text else { return [] }
    return filters.compactMap { filter in
      guard let required = RequiredTexts(filter), let variable = slots[required.variable],
        let column = schema.column(of: variable)
      else { return nil }
      return TextPrefilter(required, column: column, access)
    }
  }

  /// Values that are computed one after the other.
  func compiled(chain: [Expression], _ schema: Schema, _ graph: ActiveGraph) throws -> [any BatchExpression] {
    try compiler(schema, graph).compile(chain: chain)
  }

  func compiler(_ schema: Schema, _ graph: ActiveGraph) -> ExpressionCompiler {
    ExpressionCompiler(run: run, schema: schema, variables: numbers) { [self] group, _ in
      PlainExistence(self, group, schema, graph)
    }
  }
}

/// Asks the plain evaluator whether a group has a solution for a row, once for each combination of the values
/// that it depends on.
final class PlainExistence: BatchExistence {
  private let planner: Planner
  private let group: GroupPattern
  private let graph: ActiveGraph
  /// The columns that the group mentions, with their place in the rows of the plain evaluator.
  private let columns: [(column: Int, slot: Int)]
  private var known: [[TermID]: Bool] = [:]

  init(_ planner: Planner, _ group: GroupPattern, _ schema: Schema, _ graph: ActiveGraph) {
    self.planner = planner
    self.group = group
    self.graph = graph
    let mentioned = Expression.exists(group, isNegated: false).variables(planner.slots)
    columns = schema.variables.indices
      .filter { mentioned.contains(schema.variables[$0]) || schema.variables[$0] == graph.variable }
      .map { ($0, schema.variables[$0]) }
  }

  func exists(_ batch: Batch, _ rows: [Int32]?) throws -> [Bool] {
    let numbers: [Int] = rows.map { $0.map { Int($0) } } ?? Array(0..<batch.count)
    return try numbers.map { row in
      let key = columns.map { batch.columns[$0.column][row] }
      if let answer = known[key] { return answer }
      let answer = try ask(key)
      if known.count >= 1 << 16 { known.removeAll(keepingCapacity: true) }
      known[key] = answer
      return answer
    }
  }

  private func ask(_ key: [TermID]) throws -> Bool {
    let evaluator = planner.plain
    let run = evaluator.run
    var row = evaluator.emptyRow
    var scope = GraphScope.everything
    switch graph.selection {
    case .all, .named: break
    case .some(let names) where names == [.none]: scope = .defaultGraph
    case .some(let names): scope = .named(try names.compactMap { try planner.run.term(of: $0) })
    }
    for (value, place) in zip(key, columns) {
      guard let term = try planner.run.term(of: value) else { continue }
      if place.slot == graph.variable { scope = .named([term]) }
      if place.slot < row.count { row[place.slot] = run.number(of: term) }
    }
    return try evaluator.exists(group, row, Evaluator.Scope(graph: scope))
  }
}

extension Planner {
  /// One row for each group of rows.
  func grouped(
    _ inner: Algebra, _ keys: [Algebra.GroupKey], _ aggregates: [Algebra.GroupValue], _ graph: ActiveGraph,
    _ needed: Set<Int>
  ) throws -> PlanNode {
    var (keys, inner, aggregates) = (keys, inner, aggregates)
    while let deeper = inlined(inner, keys, aggregates) { (inner, aggregates) = deeper }
    if let variable = graph.variable {
      // Within `GRAPH ?g`, each graph has its groups; without keys, also a graph without rows has one.
      guard !keys.isEmpty else { throw NotVectorised() }
      let name = slots.names[variable]
      keys.append(Algebra.GroupKey(variable: name, expression: .variable(name)))
    }
    var wanted: Set<Int> = []
    for key in keys { wanted.formUnion(key.expression.variables(slots)) }
    var countsRows = false
    for value in aggregates {
      wanted.formUnion(value.aggregate.argument?.variables(slots) ?? [])
      if value.aggregate.argument == nil, value.aggregate.isDistinct { countsRows = true }
    }
    if countsRows { wanted.formUnion(AlgebraVariables(inner, slots).all) }
    let node = try withGraph(plan(inner, graph, needed: wanted), graph)
    let variables = keys.map(\.variable) + aggregates.map(\.variable)
    let numbers = variables.map { slots[$0] ?? -1 }
    let keyCount = keys.count
    var rows = keyCount == 0 ? 1.0 : min(node.rows, 1)
    if keyCount > 0, node.rows > 0 {
      rows = 1
      for key in keys {
        var count = max(1, node.rows.squareRoot())
        if case .variable(let name) = key.expression, let slot = slots[name] {
          count = max(1, node.distinct[slot] ?? node.rows)
        }
        rows *= count
      }
      rows = max(1, min(rows, node.rows * 0.8))
    }
    let isBound = variables.indices.map { index in
      guard index < keyCount else { return aggregates[index - keyCount].aggregate.function == .count }
      guard case .variable(let name) = keys[index].expression, let slot = slots[name] else { return false }
      return node.schema.isCertain(slot)
    }
    var distinct: [Int: Double] = [:]
    for number in numbers.prefix(keyCount) { distinct[number] = min(rows, node.distinct[number] ?? rows) }
    if keyCount == 1 { distinct[numbers[0]] = rows }
    let schema = Schema(variables: numbers, isBound: isBound)
    return PlanNode(
      "Group", run, schema, children: [node], rows: rows,
      cost: node.cost + node.rows * 20 * Double(max(1, aggregates.count)), distinct: distinct,
      detail: {
        (keys.map { ExpressionText.of($0.expression) } + aggregates.map { ExpressionText.of($0.aggregate) })
          .joined(separator: ", ")
      }
    ) { [self, keys] plan in
      let input = try plan.children[0].open()
      let named = input.schema.variables.indices.filter { slots.isNamed(input.schema.variables[$0]) }
      return try GroupOperator(
        input, compiler(input.schema, graph), keys: keys, aggregates: aggregates, named: Array(named))
    }
  }

  /// Puts a number that is computed before grouping into the aggregates that alone read it, so that no term is made
  /// of it; nil where there is none.
  private func inlined(_ inner: Algebra, _ keys: [Algebra.GroupKey], _ aggregates: [Algebra.GroupValue])
    -> (Algebra, [Algebra.GroupValue])?
  {
    guard case .extend(let next, let name, let expression) = inner, let slot = slots[name],
      !expression.isVolatile,
      !expression.hasExists, !keys.contains(where: { $0.expression.variables(slots).contains(slot) })
    else { return nil }
    switch expression {
    case .arithmetic, .negate, .plus, .function: break
    default: return nil
    }
    var uses = 0
    var result: [Algebra.GroupValue] = []
    for value in aggregates {
      var aggregate = value.aggregate
      guard let argument = aggregate.argument else {
        if aggregate.isDistinct { return nil }
        result.append(value)
        continue
      }
      guard !argument.hasExists, let replaced = argument.replacing(name, with: expression, &uses) else {
        return nil
      }
      aggregate.argument = replaced
      result.append(Algebra.GroupValue(variable: value.variable, aggregate: aggregate))
    }
    return uses <= 2 ? (next, result) : nil
  }

  /// The rows in an order, the first of them only where a limit is known.
  func ordered(
    _ node: PlanNode, _ conditions: [SelectQuery.OrderCondition], _ limit: Int?, _ graph: ActiveGraph
  )
    -> PlanNode
  {
    var schema = node.schema
    schema.sortedBy = []
    return PlanNode(
      limit == nil ? "Sort" : "TopK", run, schema, children: [node],
      rows: min(node.rows, Double(limit ?? .max)), cost: node.cost + node.rows * 60, distinct: node.distinct,
      detail: {
        conditions.map { ($0.isDescending ? "DESC " : "ASC ") + ExpressionText.of($0.expression) }
          .joined(separator: ", ") + (limit.map { " limit \($0)" } ?? "")
      }
    ) { [self] plan in
      let input = try plan.children[0].open()
      return try OrderOperator(input, compiler(input.schema, graph), conditions, limit: limit)
    }
  }
}

extension Expression {
  /// The expression with another for a variable, counting how often; nil where `BOUND` asks for the variable.
  fileprivate func replacing(_ name: String, with other: Expression, _ uses: inout Int) -> Expression? {
    if case .variable(name) = self {
      uses += 1
      return other
    }
    if case .call(.bound, _) = self { return variableNames.contains(name) ? nil : self }
    var count = uses
    var isPossible = true
    let result = mapOperands { operand in
      guard let replaced = operand.replacing(name, with: other, &count) else {
        isPossible = false
        return operand
      }
      return replaced
    }
    uses = count
    return isPossible ? result : nil
  }

  private var variableNames: [String] {
    if case .variable(let name) = self { return [name] }
    return operands.flatMap(\.variableNames)
  }
}
