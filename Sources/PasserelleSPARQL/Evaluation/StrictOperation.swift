internal import PasserelleCore

/// An operator or a function that looks at the values of all its operands: an error where one of them is.
enum StrictOperation {
  case compare(Expression.Comparison)
  case arithmetic(Expression.Arithmetic)
  case negate, plus
  case call(BuiltIn)
  case cast(String)
  /// A function of the product, by its IRI.
  case extensionFunction(String)
  /// A function that is not known.
  case unknown

  /// The operation at the root of an expression; nil for leaves, and for forms that may leave operands out.
  init?(_ expression: Expression) {
    switch expression {
    case .compare(let comparison, _, _): self = .compare(comparison)
    case .arithmetic(let operation, _, _): self = .arithmetic(operation)
    case .negate: self = .negate
    case .plus: self = .plus
    case .call(.bound, _), .call(.coalesce, _), .call(.ifThenElse, _): return nil
    case .call(let function, _): self = .call(function)
    case .function(let name, let arguments):
      self =
        arguments.count == 1 && Value.isCast(name)
        ? .cast(name) : ExtensionFunctions.names.contains(name) ? .extensionFunction(name) : .unknown
    case .variable, .term, .or, .and, .not, .isIn, .exists, .aggregate: return nil
    }
  }

  /// The result for some operands, as many as the operation has; nil for an error.
  ///
  /// - Throws: ``PasserelleError`` for what ends the evaluation as a whole.
  func apply(_ operands: [Term], _ run: EvaluationRun) throws -> Term? {
    switch self {
    case .compare(let comparison):
      return Value.compare(comparison, operands[0], operands[1]).map(Term.boolean)
    case .arithmetic(let operation): return Value.arithmetic(operation, operands[0], operands[1])
    case .negate, .plus:
      guard case .numeric(let number) = Value(operands[0]) else { return nil }
      if case .negate = self { return number.negated.term }
      return number.term
    case .call(let function): return try BuiltInCalls.call(function, operands, run)
    case .cast(let name): return Value.cast(operands[0], to: name)
    case .extensionFunction(let name): return try ExtensionFunctions.call(name, operands, run)
    case .unknown: return nil
    }
  }
}
