internal import PasserelleCore

/// A part of a compiled expression, evaluated over the rows of a batch in whichever form its user wants.
///
/// One of ``values(_:_:)``, ``truths(_:_:)`` and ``scalars(_:_:)`` is a node's own, by its subclass: see
/// ``ValueNode``, ``TruthNode`` and ``ScalarNode``. The others are made of it.
class ExpressionNode: BatchExpression {
  /// The terms, and the circumstances.
  let run: EngineRun
  /// About how much a row costs, in look-ups; cheap operands of `&&` and `||` are tried first.
  var cost: Int { 1 }
  /// Whether numbers come out of it as such, without an identifier being made of each.
  var isScalar: Bool { false }
  /// The constant that it is; nil for what has to be evaluated.
  var constant: TermID? { nil }

  init(_ run: EngineRun) { self.run = run }

  func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] { preconditionFailure("of a subclass") }

  /// The effective boolean value for each row.
  func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] { preconditionFailure("of a subclass") }

  /// The value for each row, numbers apart from how they were written.
  func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] { preconditionFailure("of a subclass") }

  func passing(_ batch: Batch, _ rows: [Int32]?) throws -> [Int32] {
    let truths = try truths(batch, rows)
    var result: [Int32] = []
    result.reserveCapacity(truths.count)
    if let rows {
      for index in truths.indices where truths[index] == .yes { result.append(rows[index]) }
    } else {
      for index in truths.indices where truths[index] == .yes {
        result.append(Int32(truncatingIfNeeded: index))
      }
    }
    return result
  }
}

extension Batch {
  /// How many rows a selection holds.
  func count(_ rows: [Int32]?) -> Int { rows?.count ?? count }

  /// The rows at some places of a selection.
  static func rows(_ places: [Int32], of rows: [Int32]?) -> [Int32] {
    guard let rows else { return places }
    return places.map { rows[Int($0)] }
  }
}

/// A node that gives identifiers.
class ValueNode: ExpressionNode {
  private var booleans = IDMemo<Truth>(.error)
  private var numbers = IDMemo<Scalar>(.error)

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try values(batch, rows).map(truth)
  }

  override func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    try values(batch, rows).map(scalar)
  }

  private func truth(_ id: TermID) throws -> Truth {
    if id == .boolean(true) { return .yes }
    if id == .boolean(false) { return .no }
    guard id.isBound else { return .error }
    if let known = booleans.value(id) { return known }
    let truth = Truth(try run.uncachedTerm(of: id).flatMap(Value.effectiveBoolean))
    booleans.insert(truth, for: id)
    return truth
  }

  private func scalar(_ id: TermID) throws -> Scalar {
    if id.isInline { return id.isInlineNumber ? id.inlineScalar : Scalar(term: id) }
    guard id.isBound else { return .error }
    if let known = numbers.value(id) { return known }
    var scalar = Scalar(term: id)
    if let term = try run.uncachedTerm(of: id) {
      if let number = Scalar(plain: term) {
        scalar = number
      } else if case .numeric(let number) = Value(term) {
        scalar = Scalar(number)
      }
    }
    numbers.insert(scalar, for: id)
    return scalar
  }
}

/// A node that gives effective boolean values.
class TruthNode: ExpressionNode {
  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    try truths(batch, rows).map { $0 == .error ? .none : .boolean($0 == .yes) }
  }

  override func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    try values(batch, rows).map { Scalar(term: $0) }
  }
}

/// A node that gives numbers.
class ScalarNode: ExpressionNode {
  override var isScalar: Bool { true }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    try scalars(batch, rows).map { try run.identifier(of: $0) }
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try scalars(batch, rows).map { scalar in
      if let number = scalar.numeric { return Truth(number.isTrue) }
      return Truth(try run.term(of: scalar.id).flatMap(Value.effectiveBoolean))
    }
  }
}

/// The value of a variable.
final class VariableNode: ValueNode {
  /// The column; nil for a variable that nothing binds.
  let column: Int?

  init(_ run: EngineRun, column: Int?) {
    self.column = column
    super.init(run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    guard let column else { return Array(repeating: .none, count: batch.count(rows)) }
    guard let rows else { return batch.columns[column] }
    let values = batch.columns[column]
    return rows.map { values[Int($0)] }
  }
}

/// A term, or an error.
final class ConstantNode: ValueNode {
  private let id: TermID
  override var constant: TermID? { id }
  override var cost: Int { 0 }

  init(_ run: EngineRun, _ id: TermID) {
    self.id = id
    super.init(run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    Array(repeating: id, count: batch.count(rows))
  }
}

/// The root of an expression: looks at the limits, and begins new solutions for `BNODE`.
final class RootNode: ExpressionNode {
  private let inner: ExpressionNode
  private let labels: SolutionLabels?
  override var cost: Int { inner.cost }
  override var isScalar: Bool { inner.isScalar }
  override var constant: TermID? { inner.constant }

  /// Makes a root, with the labels that it begins anew for each batch; nil where another root does it.
  init(_ inner: ExpressionNode, _ labels: SolutionLabels?) {
    self.inner = inner
    self.labels = labels
    super.init(inner.run)
  }

  private func begin() throws {
    try run.scalar.checkLimits()
    labels?.begin()
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    try begin()
    return try inner.values(batch, rows)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try begin()
    return try inner.truths(batch, rows)
  }

  override func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    try begin()
    return try inner.scalars(batch, rows)
  }

  override func passing(_ batch: Batch, _ rows: [Int32]?) throws -> [Int32] {
    try begin()
    return try inner.passing(batch, rows)
  }
}
