internal import PasserelleCore

/// The joins of a group in the order chosen.
extension Planner {
  /// The plan of parts joined by their variables, filtered.
  func joined(_ items: [GroupItem], _ filters: [Expression], _ graph: ActiveGraph, _ needed: Set<Int>) throws
    -> PlanNode
  {
    let all = items.reduce(into: Set<Int>()) { $0.formUnion($1.variables) }
    if items.contains(where: \.isEmpty) {
      return empty(all.intersection(needed).sorted())
    }
    var items = items
    if items.count > 60 {
      // Very long patterns are joined in parts.
      let first = try joined(Array(items.prefix(40)), [], graph, all)
      return try joined([GroupItem(first)] + items.dropFirst(40), filters, graph, needed)
    }
    var pending: [PendingFilter] = filters.map { filter in
      PendingFilter(
        expression: filter, variables: filter.variables(slots).intersection(all),
        isVolatile: filter.isVolatile)
    }
    place(&pending, &items)
    try evaluateSmall(&items, graph, needed: needed, pending)
    var nodes = try components(items).map { indices in
      try ordered(
        indices.map { items[$0] }, &pending, graph, needed,
        others: items.indices.filter { !indices.contains($0) }.map { items[$0] })
    }
    nodes.sort { $0.rows < $1.rows }
    guard var node = nodes.first else { return filtered(unit(), pending.map(\.expression), graph) }
    for other in nodes.dropFirst() {
      node = join(other, node, .inner, keeping: nil)
      node = applied(&pending, to: node, remaining: [], graph)
    }
    if !pending.isEmpty {
      if pending.contains(where: { $0.expression.hasExists }) { node = try withGraph(node, graph) }
      node = filtered(node, pending.map(\.expression), graph)
    }
    return projected(node, needed, graph)
  }

  /// A filter that was not applied yet.
  struct PendingFilter {
    let expression: Expression
    /// The variables that the group may bind.
    let variables: Set<Int>
    let isVolatile: Bool
  }

  /// Gives filters to the parts that they are about.
  private func place(_ pending: inout [PendingFilter], _ items: inout [GroupItem]) {
    var rest: [PendingFilter] = []
    for filter in pending {
      guard !filter.isVolatile, !filter.variables.isEmpty, !filter.expression.hasExists,
        let index = items.indices.first(where: { index in
          filter.variables.allSatisfy { variable in
            items[index].certain.contains(variable)
          }
        })
      else {
        rest.append(filter)
        continue
      }
      items[index].filters.append(filter.expression)
      items[index].rows = max(min(1, items[index].rows), items[index].rows * selectivity(filter.expression))
    }
    pending = rest
    for index in items.indices where !items[index].filters.isEmpty {
      findRanges(&items[index])
      let rows = items[index].rows
      items[index].distinct = items[index].distinct.mapValues { max(1, min($0, rows)) }
    }
  }

  private func findRanges(_ item: inout GroupItem) {
    guard case .triple(let triple) = item.source, triple.places[1].constant != nil,
      let variable = triple.places[2].variable, triple.places[0].variable != nil,
      triple.places[0].variable != variable
    else { return }
    var finder = RangeFinder()
    for filter in item.filters {
      guard case .compare(let comparison, let left, let right) = filter else { continue }
      switch (left, right) {
      case (.variable(let name), .term(let term)) where slots[name] == variable: finder.add(comparison, term)
      case (.term(let term), .variable(let name)) where slots[name] == variable:
        finder.add(comparison.mirrored, term)
      default: break
      }
    }
    guard finder.isUseful else { return }
    var ranges: [ClosedRange<TermID>] = []
    var rows = 0.0
    for range in finder.ranges {
      var scan = triple.shape(.pos).scan
      scan.range = range
      guard let count = try? run.snapshot.estimatedCount(scan), count > 0 else { continue }
      ranges.append(range)
      rows += Double(count)
    }
    guard rows < item.base * 0.8 else { return }
    item.ranges = (ranges, rows)
    item.rows = min(item.rows, max(1, rows))
  }

  /// Evaluates small parts with filters, and paths with a known end, at once: the rest is planned with what they
  /// give.
  private func evaluateSmall(
    _ items: inout [GroupItem], _ graph: ActiveGraph, needed: Set<Int>, _ pending: [PendingFilter]
  ) throws {
    guard items.count > 1 else { return }
    for index in items.indices {
      let others = items.indices.filter { $0 != index }
      let least = others.map { items[$0].rows }.min() ?? 0
      let work = items[index].ranges?.rows ?? items[index].base
      switch items[index].source {
      case .triple where !items[index].filters.isEmpty && work <= 20_000 && least * 2 >= work: break
      case .path(let path) where path.hasConstantEnd && least > 50: break
      default: continue
      }
      var wanted = needed
      for other in others { wanted.formUnion(items[other].variables) }
      for filter in pending { wanted.formUnion(filter.variables) }
      let node = try single(items[index], nil, needed: wanted, graph)
      let batch = try node.open().drained()
      let schema = node.schema
      let known = rows("Known", schema, batch)
      let domain = items[index].domain
      items[index] = GroupItem(
        PlanNode(
          known.name, run, known.schema, children: [node], rows: known.rows, cost: known.cost,
          distinct: known.distinct
        ) { _ in RowsOperator(schema, batch) })
      items[index].domain.merge(domain) { max($0, $1) }
    }
  }

  /// The parts that shared variables connect, by their numbers.
  private func components(_ items: [GroupItem]) -> [[Int]] {
    var label = Array(items.indices)
    var owner: [Int: Int] = [:]
    func root(_ index: Int) -> Int {
      var index = index
      while label[index] != index { index = label[index] }
      return index
    }
    for (index, item) in items.enumerated() {
      for variable in item.variables {
        if let other = owner[variable] { label[root(index)] = root(other) } else { owner[variable] = index }
      }
    }
    var groups: [Int: [Int]] = [:]
    for index in items.indices { groups[root(index), default: []].append(index) }
    return groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  // One connected set of parts

  private func ordered(
    _ items: [GroupItem], _ pending: inout [PendingFilter], _ graph: ActiveGraph, _ needed: Set<Int>,
    others: [GroupItem]
  ) throws -> PlanNode {
    let masks = pending.compactMap { filter -> (mask: Int, share: Double)? in
      var mask = 0
      for (index, item) in items.enumerated() where !filter.variables.isDisjoint(with: item.variables) {
        mask |= 1 << index
      }
      return mask == 0 ? nil : (mask, selectivity(filter.expression))
    }
    var order = JoinOrder(items, filters: masks)
    let (mask, choice) = order.solve()
    var builder = Builder(planner: self, order: order, graph: graph, needed: needed, pending: pending)
    for item in others { builder.outside.formUnion(item.variables) }
    let node = try builder.node(mask, choice)
    pending = builder.pending
    return node
  }

  /// Applies the filters whose variables are all decided.
  func applied(
    _ pending: inout [PendingFilter], to node: PlanNode, remaining: Set<Int>, _ graph: ActiveGraph
  ) -> PlanNode {
    var ready: [Expression] = []
    pending.removeAll { filter in
      guard !filter.isVolatile, !filter.expression.hasExists, !filter.variables.isEmpty,
        filter.variables.allSatisfy({ node.schema.isCertain($0) })
      else { return false }
      ready.append(filter.expression)
      return true
    }
    return filtered(node, ready, graph)
  }

  /// The plan of one part, with its filters.
  func single(_ item: GroupItem, _ method: JoinOrder.Choice.Method?, needed: Set<Int>, _ graph: ActiveGraph)
    throws
    -> PlanNode
  {
    var wanted = needed
    for filter in item.filters { wanted.formUnion(filter.variables(slots)) }
    switch item.source {
    case .plan(let node): return filtered(node, item.filters, graph)
    case .path(let path): return filtered(pathScan(path, item), item.filters, graph)
    case .triple(let triple):
      var order = triple.orders.first ?? .spo
      var ranges: [ClosedRange<TermID>]?
      switch method {
      case .scan(let chosen)?: order = chosen
      case .ranges?: (order, ranges) = (.pos, item.ranges?.values)
      case nil: if let found = item.ranges { (order, ranges) = (.pos, found.values) }
      default: break
      }
      let node = scan(triple, order, ranges, item, needed: wanted)
      return projected(filtered(node, item.filters, graph), needed, graph)
    }
  }

  private func scan(
    _ triple: TripleItem, _ order: QuadOrder, _ ranges: [ClosedRange<TermID>]?, _ item: GroupItem,
    needed: Set<Int>
  ) -> PlanNode {
    let shape = triple.shape(order, ranges: ranges, needed: needed)
    let schema = triple.schema(shape)
    let run = run
    let rows = ranges == nil ? item.base : item.ranges?.rows ?? item.base
    return PlanNode(
      ranges == nil ? "Scan" : "RangeScan", run, schema, rows: rows, cost: rows * 1.2,
      distinct: item.distinct,
      detail: { "\(order) " + triple.text() }
    ) { _ in
      try ScanOperator(shape, schema, run)
    }
  }
}

extension Expression.Comparison {
  /// The comparison with its sides changed.
  var mirrored: Self {
    switch self {
    case .less: .greater
    case .greater: .less
    case .lessOrEqual: .greaterOrEqual
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}
