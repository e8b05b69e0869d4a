internal import PasserelleCore

/// Joins of two plans.
extension Planner {
  /// The join of two plans by their variables: merged by one that both ascend by, where that is named; `keeping` are
  /// the variables wanted of the result, nil for all.
  func join(
    _ left: PlanNode, _ right: PlanNode, _ mode: JoinMode, keeping: Set<Int>?, rows: Double? = nil,
    merging: Int? = nil, cost: Double? = nil, filters: [Expression] = [], graph: ActiveGraph? = nil,
    needsShared: Bool = false, use: MemoryUse = .join
  ) -> PlanNode {
    let shared = left.schema.variables.filter { right.schema.column(of: $0) != nil }
    let certain = shared.filter { left.schema.isCertain($0) && right.schema.isCertain($0) }
    let loose = shared.filter { !certain.contains($0) }
    let keepsOrder = mode != .left || (filters.isEmpty && loose.isEmpty)
    var shape = shape(left.schema, right.schema, mode, keeping: keeping, keepsOrder: keepsOrder)
    func pair(_ variable: Int) -> (left: Int, right: Int) {
      (left.schema.column(of: variable) ?? 0, right.schema.column(of: variable) ?? 0)
    }
    shape.loose = loose.map(pair)
    shape.needsShared = needsShared && certain.isEmpty
    var keys = certain.map(pair)
    var isMerge = false
    if let merging, certain.contains(merging), left.schema.firstSorted == merging,
      right.schema.firstSorted == merging
    {
      isMerge = true
      keys.removeAll { left.schema.variables[$0.left] == merging }
      shape.equal = keys
      if mode == .left, !keys.isEmpty { shape.output.sortedBy = [] }
    }
    let isOpen = !isMerge && keys.isEmpty && !shape.loose.isEmpty
    let key = merging.map(pair)
    let expected = rows ?? estimate(left, right, certain, mode)
    var distinct = right.distinct.merging(left.distinct) { min($0, $1) }
    distinct = distinct.mapValues { max(1, min($0, expected)) }
    let name =
      (isMerge ? "Merge" : keys.isEmpty && !isOpen ? "Cross" : "Hash")
      + (mode == .left ? "LeftJoin" : mode == .semi ? "SemiJoin" : mode == .anti ? "AntiJoin" : "Join")
    let prepared = shape
    return PlanNode(
      name, run, shape.output, children: [left, right], rows: expected,
      cost: cost ?? left.cost + right.cost + right.rows * 12 + left.rows * 5 + expected, distinct: distinct,
      detail: { [self] in
        (shared.map { text($0) } + filters.map { ExpressionText.of($0) }).joined(separator: " ")
      }
    ) { [self] plan in
      var shape = prepared
      if !filters.isEmpty {
        let combined = self.combined(shape.left, shape.right)
        shape.combined = combined
        shape.filters = try compiled(filters, combined, graph ?? view.defaultGraph)
      }
      let (first, second) = (plan.children[0], plan.children[1])
      if isMerge, let key {
        return MergeJoin(try first.open(), try second.open(), shape, key: key, run)
      }
      if isOpen, let one = shape.loose.first {
        return HashJoin(try first.open(), { try second.open() }, shape, keys: [one], isOpen: true, use, run)
      }
      if keys.isEmpty { return CrossJoin(try first.open(), { try second.open() }, shape, run) }
      return HashJoin(try first.open(), { try second.open() }, shape, keys: keys, use, run)
    }
  }

  /// The rows expected of a join.
  private func estimate(_ left: PlanNode, _ right: PlanNode, _ shared: [Int], _ mode: JoinMode) -> Double {
    var result = left.rows * right.rows
    for variable in shared {
      result /= max(1, left.distinct[variable] ?? left.rows, right.distinct[variable] ?? right.rows)
    }
    switch mode {
    case .inner: return result
    case .left: return max(left.rows, result)
    case .semi, .anti: return max(min(1, left.rows), left.rows * 0.5)
    }
  }

  func combined(_ left: Schema, _ right: Schema) -> Schema {
    let added = right.variables.indices.filter { left.column(of: right.variables[$0]) == nil }
    return Schema(
      variables: left.variables + added.map { right.variables[$0] },
      isBound: left.isBound + added.map { right.isBound[$0] })
  }

  /// How the columns of two sides make those of their join.
  func shape(_ left: Schema, _ right: Schema, _ mode: JoinMode, keeping: Set<Int>?, keepsOrder: Bool)
    -> JoinShape
  {
    let all = mode == .semi || mode == .anti ? left : combined(left, right)
    let columns = all.variables.indices.filter { keeping?.contains(all.variables[$0]) ?? true }
    var sorted: [Int] = []
    if keepsOrder {
      for column in left.sortedBy {
        guard let place = columns.firstIndex(of: column) else { break }
        sorted.append(place)
      }
    }
    let output = Schema(
      variables: columns.map { all.variables[$0] },
      isBound: columns.map { column in
        let variable = all.variables[column]
        return left.isCertain(variable) || (mode == .inner && right.isCertain(variable))
      }, sortedBy: sorted)
    return JoinShape(mode: mode, left: left, right: right, output: output)
  }

  /// The join that looks the keys of the left side up.
  func indexJoin(
    _ left: PlanNode, _ item: GroupItem, _ keys: [Int], _ mode: JoinMode, own: Set<Int>, keeping: Set<Int>?,
    _ graph: ActiveGraph, rows: Double, filters: [Expression] = []
  ) -> PlanNode {
    guard case .triple(let triple) = item.source else { return left }
    let order = triple.order(for: keys)
    let all = item.filters + filters
    var wanted = own
    for filter in all { wanted.formUnion(filter.variables(slots)) }
    var scan = triple.shape(order, needed: wanted.union(left.schema.variables).subtracting(keys))
    // What is looked up need not be read, unless it stands twice.
    scan.outputs.removeAll { keys.contains($0.variable) }
    let right = Schema(
      variables: scan.outputs.map(\.variable), isBound: scan.outputs.map { _ in true })
    let isSorted = left.schema.firstSorted == keys[0]
    var shape = shape(
      left.schema, right, mode, keeping: keeping,
      keepsOrder: isSorted && (mode != .left || all.isEmpty))
    if !shape.output.sortedBy.isEmpty { shape.output.sortedBy = Array(shape.output.sortedBy.prefix(1)) }
    for (column, variable) in right.variables.enumerated() {
      if let other = left.schema.column(of: variable) {
        if left.schema.isBound[other] {
          shape.equal.append((other, column))
        } else {
          shape.loose.append((other, column))
        }
      }
    }
    if mode == .left, !shape.equal.isEmpty || !shape.loose.isEmpty { shape.output.sortedBy = [] }
    let columns = keys.compactMap { left.schema.column(of: $0) }
    let prepared = shape
    var distinct = item.distinct.merging(left.distinct) { min($0, $1) }
    distinct = distinct.mapValues { max(1, min($0, rows)) }
    return PlanNode(
      mode == .left
        ? "IndexLeftJoin" : mode == .semi ? "IndexSemiJoin" : mode == .anti ? "IndexAntiJoin" : "IndexJoin",
      run, shape.output, children: [left], rows: rows, cost: left.cost + left.rows * 40 + rows * 2,
      distinct: distinct,
      detail: { [self] in
        "\(order) \(triple.text()) by " + keys.map { text($0) }.joined(separator: " ")
          + all.map { " " + ExpressionText.of($0) }.joined()
      }
    ) { [self] plan in
      var shape = prepared
      if !all.isEmpty {
        let combined = self.combined(shape.left, shape.right)
        shape.combined = combined
        shape.filters = try compiled(all, combined, graph)
      }
      return IndexJoin(try plan.children[0].open(), scan, shape, keys: columns, run)
    }
  }
}
