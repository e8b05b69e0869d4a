internal import PasserelleCore

/// Joins the hidden variable of a graph with the one that the query names.
final class GraphBindOperator: BatchOperator {
  let schema: Schema
  private let input: any BatchOperator
  private let hidden: Int
  private let named: Int?
  private let columns: [Int]

  init(_ input: any BatchOperator, _ schema: Schema, _ hidden: Int, _ variable: Int) {
    self.input = input
    self.schema = schema
    self.hidden = input.schema.column(of: hidden) ?? 0
    named = input.schema.column(of: variable)
    columns = schema.variables.dropLast().compactMap { input.schema.column(of: $0) }
  }

  func next() throws -> Batch? {
    while var batch = try input.next() {
      if let named {
        let rows = (0..<Int32(batch.count)).filter { row in
          let value = batch.columns[named][Int(row)]
          return !value.isBound || value == batch.columns[hidden][Int(row)]
        }
        if rows.isEmpty { continue }
        if rows.count < batch.count { batch = batch.gathering(rows) }
      }
      return Batch(columns: columns.map { batch.columns[$0] } + [batch.columns[hidden]], count: batch.count)
    }
    return nil
  }
}
