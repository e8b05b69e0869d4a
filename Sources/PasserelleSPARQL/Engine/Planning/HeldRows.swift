internal import PasserelleCore

/// Rows of a plan that two operators read: one all of them, the other the distinct values of a variable.
final class HeldRows {
  private let node: PlanNode
  private var rows: Batch?

  init(_ node: PlanNode) { self.node = node }

  func batch() throws -> Batch {
    if let rows { return rows }
    let result = try node.open().drained()
    rows = result
    return result
  }

  func keys(_ variable: Int) throws -> Batch {
    guard let column = node.schema.column(of: variable) else { return Batch(width: 1) }
    var values = try batch().columns[column].sorted()
    var count = 0
    for index in values.indices where index == 0 || values[index] != values[count - 1] {
      values[count] = values[index]
      count += 1
    }
    values.removeLast(values.count - count)
    return Batch(columns: [values], count: count)
  }
}
