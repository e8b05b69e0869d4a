internal import PasserelleCore

/// `a + b` and its like.
final class ArithmeticNode: ScalarNode {
  private let operation: Expression.Arithmetic
  private let left: ExpressionNode
  private let right: ExpressionNode
  private var memo = IDMemo<Scalar>(.error)
  override var cost: Int { 2 + left.cost + right.cost }

  init(_ operation: Expression.Arithmetic, _ left: ExpressionNode, _ right: ExpressionNode) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(left.run)
  }

  override func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    if left.constant != nil, let variable = right as? VariableNode {
      return try memoized(variable, batch, rows)
    }
    if right.constant != nil, let variable = left as? VariableNode {
      return try memoized(variable, batch, rows)
    }
    return try computed(try left.scalars(batch, rows), try right.scalars(batch, rows))
  }

  /// The values where one operand is constant: those of numbers that are not inline are computed once for each.
  private func memoized(_ variable: VariableNode, _ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    let ids = try variable.values(batch, rows)
    var result = [Scalar](repeating: .error, count: ids.count)
    var missing: [Int32] = []
    for (place, id) in ids.enumerated() where id.isBound {
      if !id.isInline, let known = memo.value(id) {
        result[place] = known
      } else {
        missing.append(Int32(truncatingIfNeeded: place))
      }
    }
    guard !missing.isEmpty else { return result }
    let asked = Batch.rows(missing, of: rows)
    let found = try computed(try left.scalars(batch, asked), try right.scalars(batch, asked))
    for (place, value) in zip(missing, found) {
      result[Int(place)] = value
      let id = ids[Int(place)]
      if !id.isInline, memo.value(id) == nil { memo.insert(value, for: id) }
    }
    return result
  }

  private func computed(_ a: [Scalar], _ b: [Scalar]) throws -> [Scalar] {
    try a.indices.map { row in
      let (x, y) = (a[row], b[row])
      if x.isNumber, y.isNumber { return try run.settled(Scalar.apply(operation, x, y)) }
      guard let first = try run.term(of: run.identifier(of: x)),
        let second = try run.term(of: run.identifier(of: y)),
        let result = Value.arithmetic(operation, first, second)
      else { return .error }
      return try run.number(of: result)
    }
  }
}

/// `-a` and `+a`.
final class SignNode: ScalarNode {
  private let operand: ExpressionNode
  private let isNegative: Bool
  override var cost: Int { 1 + operand.cost }

  init(_ operand: ExpressionNode, isNegative: Bool) {
    self.operand = operand
    self.isNegative = isNegative
    super.init(operand.run)
  }

  override func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    try operand.scalars(batch, rows).map { scalar in
      guard let number = scalar.numeric else { return .error }
      return isNegative ? Scalar(number.negated) : scalar
    }
  }
}

/// A cast to `xsd:double`, `xsd:decimal` or `xsd:integer`.
final class NumberCastNode: ScalarNode {
  private let operand: ExpressionNode
  private let datatype: String
  private let kind: Scalar.Kind
  private var memo = IDMemo<Scalar>(.error)
  override var cost: Int { 1 + operand.cost }

  /// Makes a cast; nil for another datatype.
  init?(_ operand: ExpressionNode, to datatype: String) {
    switch datatype {
    case Vocabulary.xsd + "double": kind = .double
    case Vocabulary.xsd + "decimal": kind = .decimal
    case Vocabulary.xsd + "integer": kind = .integer
    default: return nil
    }
    self.operand = operand
    self.datatype = datatype
    super.init(operand.run)
  }

  override func scalars(_ batch: Batch, _ rows: [Int32]?) throws -> [Scalar] {
    try operand.scalars(batch, rows).map { scalar in
      if scalar.isNumber, kind == .double { return Scalar(scalar.double) }
      if scalar.isExact, kind == .decimal || scalar.scale == 0 {
        return Scalar(kind: kind, scale: scalar.scale, bits: scalar.bits)
      }
      if scalar.kind == .error { return .error }
      return try cast(scalar)
    }
  }

  private func cast(_ scalar: Scalar) throws -> Scalar {
    let id = try run.identifier(of: scalar)
    guard id.isBound else { return .error }
    if let known = memo.value(id) { return known }
    var result = Scalar.error
    if let term = try run.term(of: id), let term = Value.cast(term, to: datatype) {
      result = try run.number(of: term)
    }
    memo.insert(result, for: id)
    return result
  }
}
