internal import PasserelleCore

/// A comparison of identifiers.
final class PairComparisonNode: TruthNode {
  private let comparison: Expression.Comparison
  private let left: ExpressionNode
  private let right: ExpressionNode
  private let comparer: TermComparer
  override var cost: Int { 2 + left.cost + right.cost }

  init(_ comparison: Expression.Comparison, _ left: ExpressionNode, _ right: ExpressionNode) {
    self.comparison = comparison
    self.left = left
    self.right = right
    comparer = TermComparer(left.run)
    super.init(left.run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    let (a, b) = (try left.values(batch, rows), try right.values(batch, rows))
    return try a.indices.map { try comparer.compare(comparison, a[$0], b[$0]) }
  }
}

/// A comparison of which one side is computed.
final class ScalarComparisonNode: TruthNode {
  private let comparison: Expression.Comparison
  private let left: ExpressionNode
  private let right: ExpressionNode
  override var cost: Int { 1 + left.cost + right.cost }

  init(_ comparison: Expression.Comparison, _ left: ExpressionNode, _ right: ExpressionNode) {
    self.comparison = comparison
    self.left = left
    self.right = right
    super.init(left.run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    let (a, b) = (try left.scalars(batch, rows), try right.scalars(batch, rows))
    return try a.indices.map { row in
      let (x, y) = (a[row], b[row])
      if x.isNumber, y.isNumber { return Truth(comparison.holds(Scalar.order(x, y))) }
      guard let first = try run.term(of: run.identifier(of: x)),
        let second = try run.term(of: run.identifier(of: y))
      else { return .error }
      return Truth(Value.compare(comparison, first, second))
    }
  }
}

/// A comparison with a constant.
///
/// Numbers inline are compared with a threshold for each scale, other inline values of the constant's own kind
/// by their bits, and each of the rest once.
final class ConstantComparisonNode: TruthNode {
  private let comparison: Expression.Comparison
  private let operand: ExpressionNode
  private let reference: TermID
  private let constantTerm: Term?
  private let fast: Fast
  private var memo = IDMemo<Truth>(.error)
  override var cost: Int { 1 + operand.cost }

  /// How values are compared without decoding them.
  private enum Fast {
    /// Inline numbers, by the least digits that are not less and the least that are more, at each scale.
    case number([Threshold])
    /// Inline values of a kind.
    case kind(Int64)
    /// Only the constant itself is equal to it, and nothing is an error.
    case identity
    case none
  }

  /// Digits below `equal` are less than the constant, those from `more` on more.
  private struct Threshold {
    let equal: Int64
    let more: Int64
  }

  init(_ comparison: Expression.Comparison, _ operand: ExpressionNode, _ constant: TermID) throws {
    let run = operand.run
    self.comparison = comparison
    self.operand = operand
    reference = constant
    constantTerm = try run.term(of: constant) ?? InlineValue.term(of: constant)
    if constant.isInlineNumber {
      fast = .number(Self.thresholds(constant.inlineScalar))
    } else if constant.isInline {
      fast = .kind(constant.inlineKindBits)
    } else if constantTerm?.iriValue != nil, comparison == .equal || comparison == .notEqual {
      fast = .identity
    } else {
      fast = .none
    }
    super.init(run)
  }

  private static func thresholds(_ number: Scalar) -> [Threshold] {
    (0..<32).map { scale in
      // The constant at this scale, rounded down, and whether it is whole there.
      var (digits, scaleNow, isWhole) = (number.bits, Int(number.scale), true)
      while scaleNow < scale, digits.magnitude < 1 << 100 {
        digits *= 10
        scaleNow += 1
      }
      while scaleNow > scale {
        let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
        isWhole = isWhole && rest == 0
        // Rounding a floor down again is the floor.
        digits = rest < 0 ? quotient - 1 : quotient
        scaleNow -= 1
      }
      let equal = Int64(clamping: isWhole ? digits : digits + 1)
      return Threshold(equal: equal, more: Int64(clamping: digits + 1))
    }
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    let ids = try operand.values(batch, rows)
    var result = [Truth](repeating: .error, count: ids.count)
    switch fast {
    case .number(let thresholds):
      let (below, at, above) = (
        Truth(comparison.holds(.less)), Truth(comparison.holds(.equal)), Truth(comparison.holds(.greater))
      )
      for index in ids.indices {
        let id = ids[index]
        let kind = id.inlineKindBits
        var digits = id.inlinePayload
        var scale = 0
        if kind == InlineKind.decimal.rawValue {
          scale = Int(digits & 31)
          digits >>= 5
        } else if kind != InlineKind.integer.rawValue {
          result[index] = try other(id)
          continue
        }
        let threshold = thresholds[scale]
        result[index] = digits < threshold.equal ? below : digits < threshold.more ? at : above
      }
    case .kind(let kind):
      for index in ids.indices {
        let id = ids[index]
        if id.inlineKindBits == kind {
          result[index] = Truth(comparison.holds(ValueOrder(id, reference)))
        } else {
          result[index] = try other(id)
        }
      }
    case .identity:
      let (same, different) = (Truth(comparison == .equal), Truth(comparison == .notEqual))
      for index in ids.indices where ids[index].isBound {
        result[index] = ids[index] == reference ? same : different
      }
    case .none:
      for index in ids.indices { result[index] = try other(ids[index]) }
    }
    return result
  }

  private func other(_ id: TermID) throws -> Truth {
    guard id.isBound, let constantTerm else { return .error }
    if let known = memo.value(id) { return known }
    let truth = Truth(try run.uncachedTerm(of: id).flatMap { Value.compare(comparison, $0, constantTerm) })
    memo.insert(truth, for: id)
    return truth
  }
}

/// `sameTerm(a, b)`.
final class SameTermNode: TruthNode {
  private let left: ExpressionNode
  private let right: ExpressionNode
  override var cost: Int { left.cost + right.cost }

  init(_ left: ExpressionNode, _ right: ExpressionNode) {
    self.left = left
    self.right = right
    super.init(left.run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    let (a, b) = (try left.values(batch, rows), try right.values(batch, rows))
    return a.indices.map { a[$0].isBound && b[$0].isBound ? Truth(a[$0] == b[$0]) : .error }
  }
}

/// `a IN (…)`, or `NOT IN`.
final class MembershipNode: TruthNode {
  private let operand: ExpressionNode
  private let list: [ExpressionNode]
  private let isNegated: Bool
  private let constants: [TermID]?
  private let comparer: TermComparer
  private var memo = IDMemo<Truth>(.error)
  override var cost: Int { list.reduce(1 + operand.cost) { $0 + $1.cost } }

  init(_ operand: ExpressionNode, _ list: [ExpressionNode], isNegated: Bool) {
    self.operand = operand
    self.list = list
    self.isNegated = isNegated
    let constants = list.compactMap(\.constant)
    self.constants = constants.count == list.count ? constants : nil
    comparer = TermComparer(operand.run)
    super.init(operand.run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    let ids = try operand.values(batch, rows)
    var result: [Truth]
    if let constants {
      result = try ids.map { try isMember($0, constants) }
    } else {
      result = ids.map { $0.isBound ? .no : .error }
      var open = ids.indices.filter { ids[$0].isBound }.map { Int32($0) }
      for item in list where !open.isEmpty {
        let values = try item.values(batch, Batch.rows(open, of: rows))
        var next: [Int32] = []
        for (place, value) in zip(open, values) {
          let truth = try comparer.equal(ids[Int(place)], value)
          if truth != .no { result[Int(place)] = truth }
          if truth != .yes { next.append(place) }
        }
        open = next
      }
    }
    return isNegated ? result.map(\.negated) : result
  }

  private func isMember(_ id: TermID, _ constants: [TermID]) throws -> Truth {
    guard id.isBound else { return .error }
    if let known = memo.value(id) { return known }
    var truth = Truth.no
    for constant in constants {
      let answer = try comparer.equal(id, constant)
      if answer != .no { truth = answer }
      if answer == .yes { break }
    }
    memo.insert(truth, for: id)
    return truth
  }
}
