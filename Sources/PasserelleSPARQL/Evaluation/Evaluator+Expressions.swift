internal import PasserelleCore

extension Evaluator {
  /// Whether a solution passes every filter; an error counts as false.
  func passes(_ filters: [Expression], _ row: Row, _ scope: Scope) throws -> Bool {
    run.beginSolution()
    for filter in filters where try truth(filter, row, scope) != true { return false }
    return true
  }

  /// The effective boolean value of an expression; nil for an error.
  private func truth(_ expression: Expression, _ row: Row, _ scope: Scope) throws -> Bool? {
    try value(expression, row, scope).flatMap(Value.effectiveBoolean)
  }

  /// The value of an expression in a solution; nil for an error.
  ///
  /// - Throws: ``PasserelleError`` for what ends the evaluation as a whole.
  func value(_ expression: Expression, _ row: Row, _ scope: Scope) throws -> Term? {
    try run.step()
    switch expression {
    case .variable(let name): return variable(name, row, scope)
    case .term(let term): return term
    case .or(let left, let right):
      return try disjunction([left, right]) { try truth($0, row, scope) }.map(Term.boolean)
    case .and(let left, let right):
      return try disjunction([left, right]) { try truth($0, row, scope).map { !$0 } }.map { .boolean(!$0) }
    case .not(let inner): return try truth(inner, row, scope).map { .boolean(!$0) }
    case .isIn(let needle, let list, let isNegated):
      guard let term = try value(needle, row, scope) else { return nil }
      let found = try disjunction(list) { other in
        try value(other, row, scope).flatMap { Value.equal(term, $0) }
      }
      return found.map { .boolean($0 != isNegated) }
    case .call(.bound, let arguments), .call(.coalesce, let arguments), .call(.ifThenElse, let arguments):
      return try form(expression, arguments, row, scope)
    case .exists(let group, let isNegated): return .boolean(try exists(group, row, scope) != isNegated)
    case .aggregate: return nil
    default: return try strict(expression, row, scope)
    }
  }

  /// Operators and functions whose operands are all evaluated first.
  private func strict(_ expression: Expression, _ row: Row, _ scope: Scope) throws -> Term? {
    guard let operation = StrictOperation(expression) else { return nil }
    var terms: [Term] = []
    for operand in expression.operands {
      guard let term = try value(operand, row, scope) else { return nil }
      terms.append(term)
    }
    return try operation.apply(terms, run)
  }

  private func variable(_ name: String, _ row: Row, _ scope: Scope) -> Term? {
    guard let slot = slots[name] else { return nil }
    return run.term(row[slot]) ?? scope.seed.flatMap { run.term($0[slot]) }
  }

  /// True where any is true; else an error where any is an error; else false.
  private func disjunction(_ list: [Expression], _ test: (Expression) throws -> Bool?) throws -> Bool? {
    var hasError = false
    for expression in list {
      switch try test(expression) {
      case true?: return true
      case false?: break
      case nil: hasError = true
      }
    }
    return hasError ? nil : false
  }

  /// Functional forms, which evaluate their arguments themselves.
  private func form(_ expression: Expression, _ arguments: [Expression], _ row: Row, _ scope: Scope) throws
    -> Term?
  {
    switch expression {
    case .call(.bound, _):
      guard case .variable(let name)? = arguments.first else { return nil }
      return .boolean(variable(name, row, scope) != nil)
    case .call(.coalesce, _):
      for argument in arguments {
        if let term = try value(argument, row, scope) { return term }
      }
      return nil
    default:
      guard let isTrue = try truth(arguments[0], row, scope) else { return nil }
      return try value(arguments[isTrue ? 1 : 2], row, scope)
    }
  }

  /// Whether a group has a solution that agrees with this one.
  ///
  /// The values of the solution are put into the triples, paths, rows and expressions of the group (section
  /// 18.6); they also count as bound there, so that `MINUS` within the group sees them.
  func exists(_ group: GroupPattern, _ row: Row, _ scope: Scope) throws -> Bool {
    guard let algebra = slots.groups[group] else { return false }
    let seed = scope.seed.map { Solutions.merged(row, $0) } ?? row
    return try evaluate(algebra, Scope(graph: scope.graph, seed: seed)).contains {
      Solutions.areCompatible($0, seed)
    }
  }
}
