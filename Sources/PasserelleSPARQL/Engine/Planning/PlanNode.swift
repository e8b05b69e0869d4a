internal import PasserelleCore

/// A step of a plan: what it gives, how it is estimated, and how it is begun.
final class PlanNode {
  /// The operator, for people.
  let name: String
  /// What the operator works on, for people.
  let detail: () -> String
  let children: [PlanNode]
  let schema: Schema
  /// The number of rows expected.
  let rows: Double
  /// The work expected, children included, in steps of about a nanosecond.
  let cost: Double
  /// How many distinct values are expected of some variables.
  let distinct: [Int: Double]
  private let make: (PlanNode) throws -> any BatchOperator
  private let run: EngineRun

  // What was measured.
  private(set) var actualRows = 0
  private(set) var time: Duration = .zero
  private(set) var wasOpened = false

  /// Makes a step; `make` opens the children that it needs.
  init(
    _ name: String, _ run: EngineRun, _ schema: Schema, children: [PlanNode] = [], rows: Double, cost: Double,
    distinct: [Int: Double] = [:], detail: @escaping () -> String = { "" },
    make: @escaping (PlanNode) throws -> any BatchOperator
  ) {
    self.name = name
    self.run = run
    self.schema = schema
    self.children = children
    self.rows = rows
    self.cost = cost
    self.distinct = distinct
    self.detail = detail
    self.make = make
  }

  /// Whether it is known to give no rows.
  var isEmpty: Bool { rows == 0 && (children.isEmpty || name == "Known") }

  /// Begins the step.
  func open() throws -> any BatchOperator {
    wasOpened = true
    let start = ContinuousClock.now
    defer { time += ContinuousClock.now - start }
    return Measured(try make(self), self, run)
  }

  /// Counts what an operator gives, and looks at the limits.
  private final class Measured: SeekableOperator {
    private let inner: any BatchOperator
    private let node: PlanNode
    private let run: EngineRun
    let schema: Schema

    init(_ inner: any BatchOperator, _ node: PlanNode, _ run: EngineRun) {
      self.inner = inner
      self.node = node
      self.run = run
      schema = inner.schema
    }

    func seek(_ value: TermID) throws { try (inner as? any SeekableOperator)?.seek(value) }

    func next() throws -> Batch? {
      try run.scalar.checkLimits()
      let start = ContinuousClock.now
      defer { node.time += ContinuousClock.now - start }
      guard let batch = try inner.next() else { return nil }
      node.actualRows += batch.count
      if node.actualRows > run.scalar.context.rowLimit {
        throw SPARQLErrors.rows(run.scalar.context.rowLimit)
      }
      return batch
    }
  }
}

extension PlanNode {
  /// The steps as a tree for people.
  func explanation() -> QueryPlan {
    QueryPlan(
      operation: name, detail: detail(), sortedBy: [], estimatedRows: rows,
      actualRows: wasOpened ? actualRows : nil, time: wasOpened ? time : nil,
      children: children.map { $0.explanation() })
  }
}

extension Schema {
  /// Whether a variable is bound in every row.
  func isCertain(_ variable: Int) -> Bool { column(of: variable).map { isBound[$0] } ?? false }

  /// The variable that rows ascend by first.
  var firstSorted: Int? { sortedBy.first.map { variables[$0] } }
}
