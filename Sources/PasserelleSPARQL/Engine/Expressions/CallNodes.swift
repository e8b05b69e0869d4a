internal import PasserelleCore

/// A function of one identifier that is the same for the same identifier, each computed once.
final class MemoizedNode: ValueNode {
  private let operand: ExpressionNode
  private let function: (TermID) throws -> TermID
  private var memo = IDMemo<TermID>(.none)
  override var cost: Int { 3 + operand.cost }

  /// Makes a node of a function, which gives ``PasserelleCore/TermID/none`` for an error.
  init(_ operand: ExpressionNode, _ function: @escaping (TermID) throws -> TermID) {
    self.operand = operand
    self.function = function
    super.init(operand.run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    try operand.values(batch, rows).map { id in
      guard id.isBound else { return .none }
      if let known = memo.value(id) { return known }
      try run.scalar.step()
      let value = try function(id)
      memo.insert(value, for: id)
      return value
    }
  }
}

/// A test of one identifier that is the same for the same identifier, each made once.
final class MemoizedTestNode: TruthNode {
  private let operand: ExpressionNode
  private let test: (TermID) throws -> Truth
  private var memo = IDMemo<Truth>(.error)
  private let ownCost: Int
  override var cost: Int { ownCost + operand.cost }

  /// Makes a node.
  init(_ operand: ExpressionNode, cost: Int = 5, _ test: @escaping (TermID) throws -> Truth) {
    self.operand = operand
    self.test = test
    ownCost = cost
    super.init(operand.run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try operand.values(batch, rows).map { id in
      guard id.isBound else { return .error }
      if let known = memo.value(id) { return known }
      try run.scalar.step()
      let truth = try test(id)
      memo.insert(truth, for: id)
      return truth
    }
  }
}

/// A strict operator or function, one row at a time, on decoded terms.
final class StrictNode: ValueNode {
  private let operation: StrictOperation
  private let operands: [ExpressionNode]
  private var last: (operands: [TermID], value: TermID)?
  private let isDeterministic: Bool
  override var cost: Int { operands.reduce(10) { $0 + $1.cost } }

  init(_ run: EngineRun, _ operation: StrictOperation, _ operands: [ExpressionNode], isDeterministic: Bool) {
    self.operation = operation
    self.operands = operands
    self.isDeterministic = isDeterministic
    super.init(run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    let columns = try operands.map { try $0.values(batch, rows) }
    return try (0..<batch.count(rows)).map { row in
      let ids = columns.map { $0[row] }
      if isDeterministic, let last, last.operands == ids { return last.value }
      let value = try value(ids)
      if isDeterministic { last = (ids, value) }
      return value
    }
  }

  private func value(_ ids: [TermID]) throws -> TermID {
    try run.scalar.step()
    var terms: [Term] = []
    for id in ids {
      guard let term = try run.term(of: id) else { return .none }
      terms.append(term)
    }
    return try run.identifier(of: operation.apply(terms, run.scalar))
  }
}

/// A deterministic expression without variables, evaluated when first asked for.
final class LazyConstantNode: ValueNode {
  private let inner: ExpressionNode
  private var known: TermID?

  init(_ inner: ExpressionNode) {
    self.inner = inner
    super.init(inner.run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    let count = batch.count(rows)
    if count == 0 { return [] }
    let value: TermID
    if let known { value = known } else { value = try inner.values(Batch(columns: [], count: 1), nil)[0] }
    known = value
    return Array(repeating: value, count: count)
  }
}

/// The blank nodes that `BNODE` has made of texts in the solutions of one batch.
final class SolutionLabels {
  private struct Key: Hashable {
    let row: Int32
    let text: String
  }

  private var labels: [Key: TermID] = [:]

  /// Begins new solutions.
  func begin() {
    if !labels.isEmpty { labels.removeAll(keepingCapacity: true) }
  }

  /// The blank node of a text in a solution.
  func blank(_ row: Int32, _ text: String, _ run: EngineRun) throws -> TermID {
    let key = Key(row: row, text: text)
    if let known = labels[key] { return known }
    let fresh = try run.identifier(of: run.scalar.freshBlank())
    labels[key] = fresh
    return fresh
  }
}

/// `BNODE(a)`.
final class LabelledBlankNode: ValueNode {
  private let operand: ExpressionNode
  private let labels: SolutionLabels
  override var cost: Int { 10 + operand.cost }

  init(_ operand: ExpressionNode, _ labels: SolutionLabels) {
    self.operand = operand
    self.labels = labels
    super.init(operand.run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    let ids = try operand.values(batch, rows)
    return try ids.enumerated().map { index, id in
      guard let term = try run.term(of: id), let text = TextValue.simple(term) else { return .none }
      return try labels.blank(rows.map { $0[index] } ?? Int32(truncatingIfNeeded: index), text, run)
    }
  }
}
