internal import PasserelleCore

extension Planner {
  /// Builds the steps of the order chosen.
  struct Builder {
    let planner: Planner
    var order: JoinOrder
    let graph: ActiveGraph
    let needed: Set<Int>
    var pending: [PendingFilter]
    var outside: Set<Int> = []

    mutating func node(_ mask: Int, _ number: Int) throws -> PlanNode {
      let choices = order.choices(mask)
      guard number < choices.count else { throw NotVectorised() }
      let choice = choices[number]
      if mask.nonzeroBitCount == 1 {
        let item = order.items[mask.trailingZeroBitCount]
        return try planner.single(item, choice.method, needed: wanted(after: mask), graph)
      }
      let left = try node(choice.left, choice.leftChoice)
      let kept = wanted(after: mask)
      var result: PlanNode
      let rows = order.rows(mask)
      switch choice.method {
      case .index(let keys):
        let item = order.items[choice.right.trailingZeroBitCount]
        let own = wanted(after: choice.right)
        result = planner.indexJoin(left, item, keys, .inner, own: own, keeping: kept, graph, rows: rows)
      case .pathJoin(let end):
        let item = order.items[choice.right.trailingZeroBitCount]
        result = planner.pathJoin(left, item, end, keeping: kept, graph, rows: rows)
      case .merge(let variable):
        result = planner.join(
          left, try node(choice.right, choice.rightChoice), .inner, keeping: kept, rows: rows,
          merging: variable,
          cost: choice.cost)
      default:
        result = planner.join(
          left, try node(choice.right, choice.rightChoice), .inner, keeping: kept, rows: rows,
          cost: choice.cost)
      }
      var remaining = outside
      for (index, item) in order.items.enumerated() where mask & (1 << index) == 0 {
        remaining.formUnion(item.variables)
      }
      result = planner.applied(&pending, to: result, remaining: remaining, graph)
      return result
    }

    /// The variables that are read after a set of parts is joined.
    private func wanted(after mask: Int) -> Set<Int> {
      var result = needed.union(outside)
      for filter in pending { result.formUnion(filter.variables) }
      for (index, item) in order.items.enumerated() where mask & (1 << index) == 0 {
        result.formUnion(item.variables)
      }
      return result
    }
  }
}
