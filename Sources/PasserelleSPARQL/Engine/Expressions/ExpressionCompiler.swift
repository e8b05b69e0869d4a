internal import PasserelleCore

/// Makes expressions ready for the batches of one schema.
///
/// What they give is what the plain evaluator gives. Operators and functions share its code wherever a row is
/// looked at as terms; comparisons, arithmetic and tests of texts mostly work on identifiers and stored bytes,
/// and what depends on one value only is computed once for each.
struct ExpressionCompiler {
  let run: EngineRun
  let schema: Schema
  /// The numbers of the variables, by name.
  let variables: [String: Int]
  /// What answers for the group of an `EXISTS`, or of a `NOT EXISTS` (the flag): never negated itself.
  let existence: (GroupPattern, Bool) throws -> any BatchExistence

  /// Makes a compiler.
  init(
    run: EngineRun, schema: Schema, variables: [String: Int],
    existence: @escaping (GroupPattern, Bool) throws -> any BatchExistence
  ) {
    self.run = run
    self.schema = schema
    self.variables = variables
    self.existence = existence
  }

  /// Compiles one expression.
  func compile(_ expression: Expression) throws -> ExpressionNode {
    let labels = SolutionLabels()
    return RootNode(try node(expression, labels), labels)
  }

  /// Compiles filters that must all pass.
  func compile(filters: [Expression]) throws -> ExpressionNode {
    let labels = SolutionLabels()
    let nodes = try filters.map { try node($0, labels) }
    return RootNode(nodes.count == 1 ? nodes[0] : JunctionNode(run, nodes, isAnd: true), labels)
  }

  /// Compiles values that are computed one after the other for the same solutions, so that `BNODE` of one text is
  /// one node in all of them.
  ///
  /// The first is to be evaluated first for each batch, and all over the same rows. The schema holds a column for
  /// each that a later one refers to.
  func compile(chain: [Expression]) throws -> [ExpressionNode] {
    let labels = SolutionLabels()
    return try chain.enumerated().map { index, expression in
      RootNode(try node(expression, labels), index == 0 ? labels : nil)
    }
  }

  func node(_ expression: Expression, _ labels: SolutionLabels) throws -> ExpressionNode {
    switch expression {
    case .variable(let name): return VariableNode(run, column: variables[name].flatMap(schema.column))
    case .term(let term): return ConstantNode(run, try run.identifier(of: term))
    case .or: return JunctionNode(run, try operands(of: expression, isAnd: false, labels), isAnd: false)
    case .and: return JunctionNode(run, try operands(of: expression, isAnd: true, labels), isAnd: true)
    case .not(let inner): return NotNode(run, try node(inner, labels))
    case .isIn(let operand, let list, let isNegated):
      return MembershipNode(
        try node(operand, labels), try list.map { try node($0, labels) }, isNegated: isNegated)
    case .exists(let group, let isNegated):
      return ExistsNode(run, try existence(group, isNegated), isNegated: isNegated)
    case .aggregate: return ConstantNode(run, .none)
    case .call(let function, let arguments):
      if let node = try call(function, arguments, labels) { return node }
    case .compare, .arithmetic, .negate, .plus, .function: break
    }
    guard let operation = StrictOperation(expression) else { return ConstantNode(run, .none) }
    return try strict(operation, try expression.operands.map { try node($0, labels) })
  }

  /// The operands of `a && b && …`, or of `a || b || …`.
  private func operands(of expression: Expression, isAnd: Bool, _ labels: SolutionLabels) throws
    -> [ExpressionNode]
  {
    var result: [ExpressionNode] = []
    var waiting = [expression]
    while let next = waiting.popLast() {
      switch next {
      case .and(let left, let right) where isAnd, .or(let left, let right) where !isAnd:
        waiting += [right, left]
      default: result.append(try node(next, labels))
      }
    }
    return result
  }

  /// An operation whose operands are all evaluated first.
  private func strict(_ operation: StrictOperation, _ operands: [ExpressionNode]) throws -> ExpressionNode {
    let constants = operands.compactMap(\.constant)
    let isDeterministic = operation.isDeterministic
    if constants.count == operands.count, isDeterministic {
      let node = StrictNode(run, operation, operands, isDeterministic: true)
      if operation.isCostly { return LazyConstantNode(node) }
      return ConstantNode(run, try node.values(Batch(columns: [], count: 1), nil)[0])
    }
    switch operation {
    case .compare(let comparison): return try compare(comparison, operands[0], operands[1])
    case .arithmetic(let arithmetic): return ArithmeticNode(arithmetic, operands[0], operands[1])
    case .negate, .plus:
      if case .negate = operation { return SignNode(operands[0], isNegative: true) }
      return SignNode(operands[0], isNegative: false)
    case .cast(let datatype):
      if let node = NumberCastNode(operands[0], to: datatype) { return node }
    case .call, .extensionFunction, .unknown: break
    }
    guard isDeterministic, constants.count == operands.count - 1,
      let place = operands.firstIndex(where: { $0.constant == nil })
    else { return StrictNode(run, operation, operands, isDeterministic: isDeterministic) }
    return try memoized(operation, operands, place)
  }

  /// An operation of one value that varies.
  private func memoized(_ operation: StrictOperation, _ operands: [ExpressionNode], _ place: Int) throws
    -> ExpressionNode
  {
    var terms: [Term] = []
    for operand in operands {
      guard let id = operand.constant else {
        terms.append(.boolean(false))
        continue
      }
      guard let term = try run.term(of: id) ?? InlineValue.term(of: id) else {
        return ConstantNode(run, .none)
      }
      terms.append(term)
    }
    let run = run
    return MemoizedNode(operands[place]) { [terms] id in
      guard let term = try run.uncachedTerm(of: id) else { return .none }
      var terms = terms
      terms[place] = term
      return try run.identifier(of: operation.apply(terms, run.scalar))
    }
  }

  private func compare(_ comparison: Expression.Comparison, _ left: ExpressionNode, _ right: ExpressionNode)
    throws
    -> ExpressionNode
  {
    if left.constant == TermID.none || right.constant == TermID.none { return ConstantNode(run, .none) }
    if left.isScalar || right.isScalar { return ScalarComparisonNode(comparison, left, right) }
    if let constant = right.constant { return try ConstantComparisonNode(comparison, left, constant) }
    if let constant = left.constant { return try ConstantComparisonNode(comparison.flipped, right, constant) }
    return PairComparisonNode(comparison, left, right)
  }
}

extension StrictOperation {
  /// Whether equal operands give equal results within one evaluation.
  var isDeterministic: Bool {
    switch self {
    case .call(.rand), .call(.uuid), .call(.strUUID), .call(.bnode): false
    default: true
    }
  }

  /// Whether it may end the evaluation by the work it takes.
  var isCostly: Bool {
    switch self {
    case .call(.regex), .call(.replace): true
    default: false
    }
  }
}
