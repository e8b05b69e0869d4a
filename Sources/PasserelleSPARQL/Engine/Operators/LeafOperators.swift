internal import PasserelleCore

/// Rows that are there already.
final class RowsOperator: BatchOperator {
  let schema: Schema
  private let rows: Batch
  private var place = 0

  init(_ schema: Schema, _ rows: Batch) {
    self.schema = schema
    self.rows = rows
  }

  func next() -> Batch? {
    guard place < rows.count else { return nil }
    let range = place..<min(rows.count, place + Batch.size)
    place = range.upperBound
    return rows.slice(range)
  }
}

/// The rows of several operators one after the other.
final class UnionOperator: BatchOperator {
  let schema: Schema
  private let make: [() throws -> any BatchOperator]
  private var index = 0
  private var current: (any BatchOperator)?

  init(_ schema: Schema, _ make: [() throws -> any BatchOperator]) {
    self.schema = schema
    self.make = make
  }

  func next() throws -> Batch? {
    while true {
      if let current, let batch = try current.next() { return arranged(batch, current.schema) }
      guard index < make.count else { return nil }
      current = try make[index]()
      index += 1
    }
  }

  private func arranged(_ batch: Batch, _ from: Schema) -> Batch {
    if from.variables == schema.variables { return batch }
    return Batch(
      columns: schema.variables.map { variable in
        from.column(of: variable).map { batch.columns[$0] }
          ?? [TermID](repeating: .none, count: batch.count)
      }, count: batch.count)
  }
}

/// Keeps some columns, in an order.
final class ProjectOperator: BatchOperator {
  let schema: Schema
  private let input: any BatchOperator
  private let columns: [Int?]

  init(_ input: any BatchOperator, _ schema: Schema) {
    self.input = input
    self.schema = schema
    columns = schema.variables.map { input.schema.column(of: $0) }
  }

  func next() throws -> Batch? {
    guard let batch = try input.next() else { return nil }
    return Batch(
      columns: columns.map { $0.map { batch.columns[$0] } ?? [TermID](repeating: .none, count: batch.count) },
      count: batch.count)
  }
}

/// Rows that pass every filter.
final class FilterOperator: BatchOperator {
  let schema: Schema
  private let input: any BatchOperator
  private let filters: [any BatchExpression]
  private let run: EngineRun

  init(_ input: any BatchOperator, _ filters: [any BatchExpression], _ run: EngineRun) {
    self.input = input
    self.filters = filters
    self.run = run
    schema = input.schema
  }

  func next() throws -> Batch? {
    while let batch = try input.next() {
      var rows: [Int32]?
      for filter in filters {
        rows = try filter.passing(batch, rows)
        if rows?.isEmpty == true { break }
      }
      guard let rows else { return batch }
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathering(rows) }
      try run.scalar.checkLimits()
    }
    return nil
  }
}

/// Rows with more columns, computed one after the other.
final class ExtendOperator: BatchOperator {
  let schema: Schema
  private let input: any BatchOperator
  private let expressions: [any BatchExpression]

  init(_ input: any BatchOperator, _ schema: Schema, _ expressions: [any BatchExpression]) {
    self.input = input
    self.schema = schema
    self.expressions = expressions
  }

  func next() throws -> Batch? {
    guard var batch = try input.next() else { return nil }
    for expression in expressions { batch.columns.append(try expression.values(batch, nil)) }
    return batch
  }
}

/// Rows by their place.
final class SliceOperator: BatchOperator {
  let schema: Schema
  private let input: any BatchOperator
  private var skip: Int
  private var left: Int

  init(_ input: any BatchOperator, offset: Int, limit: Int?) {
    self.input = input
    schema = input.schema
    skip = offset
    left = limit ?? .max
  }

  func next() throws -> Batch? {
    while left > 0, let batch = try input.next() {
      if skip >= batch.count {
        skip -= batch.count
        continue
      }
      let range = skip..<(batch.count - skip > left ? skip + left : batch.count)
      skip = 0
      left -= range.count
      return batch.slice(range)
    }
    return nil
  }
}

/// Rows without repeats, in the order in which they are first met.
final class DistinctOperator: BatchOperator {
  let schema: Schema
  private let input: any BatchOperator
  private var seen: DistinctRows
  private let run: EngineRun

  init(_ input: any BatchOperator, _ run: EngineRun) {
    self.input = input
    self.run = run
    schema = input.schema
    seen = DistinctRows(width: input.schema.variables.count)
  }

  func next() throws -> Batch? {
    while let batch = try input.next() {
      var rows: [Int32] = []
      rows.reserveCapacity(batch.count)
      seen.insert(batch) { rows.append($0) }
      try run.ledger.add(rows.count * (batch.columns.count * 8 + 24), for: .distinct)
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathering(rows) }
      try run.scalar.checkLimits()
    }
    return nil
  }
}
