internal import PasserelleCore

/// `a && b` and `a || b`, of any number of operands; later ones see only the rows that are still open.
final class JunctionNode: TruthNode {
  private let operands: [ExpressionNode]
  /// What settles a row: true for `||`, false for `&&`.
  private let decisive: Truth
  override var cost: Int { operands.reduce(1) { $0 + $1.cost } }

  /// Makes a junction; operands are tried from the cheapest on.
  init(_ run: EngineRun, _ operands: [ExpressionNode], isAnd: Bool) {
    self.operands = operands.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }
    .map(\.element)
    decisive = isAnd ? .no : .yes
    super.init(run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    let count = batch.count(rows)
    var result = [Truth](repeating: decisive.negated, count: count)
    var open: [Int32]?
    for operand in operands {
      let asked = open.map { Batch.rows($0, of: rows) } ?? rows
      let truths = try operand.truths(batch, asked)
      var next: [Int32] = []
      for (index, truth) in truths.enumerated() {
        let place = open.map { $0[index] } ?? Int32(truncatingIfNeeded: index)
        if truth == decisive {
          result[Int(place)] = decisive
        } else {
          if truth == .error { result[Int(place)] = .error }
          next.append(place)
        }
      }
      if next.isEmpty { break }
      open = next
    }
    return result
  }

  override func passing(_ batch: Batch, _ rows: [Int32]?) throws -> [Int32] {
    guard decisive == .no else { return try super.passing(batch, rows) }
    var open = rows
    for operand in operands {
      open = try operand.passing(batch, open)
      if open?.isEmpty == true { break }
    }
    return open ?? []
  }
}

/// `!a`.
final class NotNode: TruthNode {
  private let operand: ExpressionNode
  override var cost: Int { operand.cost }

  init(_ run: EngineRun, _ operand: ExpressionNode) {
    self.operand = operand
    super.init(run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try operand.truths(batch, rows).map(\.negated)
  }
}

/// `BOUND(?x)`.
final class BoundNode: TruthNode {
  private let variable: VariableNode

  init(_ run: EngineRun, _ variable: VariableNode) {
    self.variable = variable
    super.init(run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try variable.values(batch, rows).map { Truth($0.isBound) }
  }
}

/// `IF(a, b, c)`.
final class ConditionalNode: ValueNode {
  private let condition: ExpressionNode
  private let branches: [ExpressionNode]
  override var cost: Int { condition.cost + branches[0].cost + branches[1].cost }

  init(_ run: EngineRun, _ condition: ExpressionNode, _ yes: ExpressionNode, _ no: ExpressionNode) {
    self.condition = condition
    branches = [yes, no]
    super.init(run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    let truths = try condition.truths(batch, rows)
    var result = [TermID](repeating: .none, count: truths.count)
    for (branch, wanted) in zip(branches, [Truth.yes, .no]) {
      let places = truths.indices.filter { truths[$0] == wanted }.map { Int32($0) }
      if places.isEmpty { continue }
      for (place, value) in zip(places, try branch.values(batch, Batch.rows(places, of: rows))) {
        result[Int(place)] = value
      }
    }
    return result
  }
}

/// `COALESCE(a, …)`.
final class CoalesceNode: ValueNode {
  private let operands: [ExpressionNode]
  override var cost: Int { operands.reduce(1) { $0 + $1.cost } }

  init(_ run: EngineRun, _ operands: [ExpressionNode]) {
    self.operands = operands
    super.init(run)
  }

  override func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    var result = [TermID](repeating: .none, count: batch.count(rows))
    var open = result.indices.map { Int32($0) }
    for operand in operands where !open.isEmpty {
      let values = try operand.values(batch, Batch.rows(open, of: rows))
      var next: [Int32] = []
      for (place, value) in zip(open, values) {
        if value.isBound { result[Int(place)] = value } else { next.append(place) }
      }
      open = next
    }
    return result
  }
}

/// `EXISTS { … }`, or `NOT EXISTS`.
final class ExistsNode: TruthNode {
  private let existence: any BatchExistence
  private let isNegated: Bool
  override var cost: Int { 1_000 }

  init(_ run: EngineRun, _ existence: any BatchExistence, isNegated: Bool) {
    self.existence = existence
    self.isNegated = isNegated
    super.init(run)
  }

  override func truths(_ batch: Batch, _ rows: [Int32]?) throws -> [Truth] {
    try existence.exists(batch, rows).map { Truth($0 != isNegated) }
  }
}
