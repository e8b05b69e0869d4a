internal import PasserelleCore

extension ExpressionCompiler {
  /// The functions that need no decoded terms, and the functional forms; nil for all others.
  func call(_ function: BuiltIn, _ arguments: [Expression], _ labels: SolutionLabels) throws
    -> ExpressionNode?
  {
    switch function {
    case .bound:
      guard case .variable(let name)? = arguments.first else { return ConstantNode(run, .none) }
      return BoundNode(run, VariableNode(run, column: variables[name].flatMap(schema.column)))
    case .coalesce: return CoalesceNode(run, try arguments.map { try node($0, labels) })
    case .ifThenElse:
      return ConditionalNode(
        run, try node(arguments[0], labels), try node(arguments[1], labels), try node(arguments[2], labels))
    case .bnode where arguments.count == 1: return LabelledBlankNode(try node(arguments[0], labels), labels)
    case .sameTerm: return SameTermNode(try node(arguments[0], labels), try node(arguments[1], labels))
    case .contains, .strStarts, .strEnds, .regex: return try textTest(function, arguments, labels)
    case .isIRI, .isURI, .isBlank, .isLiteral: return kindTest(function, try node(arguments[0], labels))
    case .str, .lang, .datatype, .strLen, .year, .month, .day:
      let operand = try node(arguments[0], labels)
      if operand.constant != nil { return nil }
      return unary(function, operand)
    default: return nil
    }
  }

  /// Tests of stored texts against constants.
  private func textTest(_ function: BuiltIn, _ arguments: [Expression], _ labels: SolutionLabels) throws
    -> ExpressionNode?
  {
    let constants = try arguments.dropFirst().compactMap { argument -> String? in
      guard let id = try node(argument, labels).constant, let term = try run.term(of: id) else { return nil }
      return TextValue.simple(term)
    }
    guard constants.count == arguments.count - 1 else { return nil }
    let source = try textSource(arguments[0], labels)
    if source.base.constant != nil { return nil }
    let needle = ByteNeedle(Array(constants[0].utf8))
    switch function {
    case .contains: return source.tested(cost: 8) { needle.occurs(in: $0) }
    case .strStarts: return source.tested(cost: 6) { needle.begins($0) }
    case .strEnds: return source.tested(cost: 6) { needle.ends($0) }
    default:
      let flags = constants.count > 1 ? constants[1] : ""
      guard let expression = run.scalar.regularExpression(constants[0], flags: flags) else {
        return ConstantNode(run, .none)
      }
      return source.tested(cost: 30) { text in
        do throws(RegularExpression.LimitReached) {
          return try expression.matches(text)
        } catch {
          throw SPARQLErrors.regularExpression(constants[0])
        }
      }
    }
  }

  /// Where a text comes from: case and `STR` taken off.
  private func textSource(_ expression: Expression, _ labels: SolutionLabels) throws -> TextSource {
    var inner = expression
    var folding: CaseFolding?
    if case .call(let function, let arguments) = inner, function == .lCase || function == .uCase {
      folding = function == .lCase ? .lower : .upper
      inner = arguments[0]
    }
    var isConverted = false
    if case .call(.str, let arguments) = inner {
      isConverted = true
      inner = arguments[0]
    }
    return TextSource(try node(inner, labels), isConverted: isConverted, folding: folding)
  }

  /// `isIRI` and its like.
  private func kindTest(_ function: BuiltIn, _ operand: ExpressionNode) -> ExpressionNode {
    let run = run
    return MemoizedTestNode(operand) { id in
      if id.isInline { return Truth(function == .isLiteral) }
      var result = Truth.error
      try run.withAnyText(of: id) { shape, text in
        guard case .iri = shape else {
          result = Truth(function == .isLiteral)
          return
        }
        result = Truth(function != .isLiteral && text.isBlankNode == (function == .isBlank))
      }
      return result
    }
  }

  /// Functions of one value that seldom need to decode it.
  private func unary(_ function: BuiltIn, _ operand: ExpressionNode) -> ExpressionNode {
    let run = run
    return MemoizedNode(operand) { id in
      if let known = try Self.known(function, id, run) { return known }
      guard let term = try run.uncachedTerm(of: id) else { return .none }
      return try run.identifier(of: BuiltInCalls.call(function, [term], run.scalar))
    }
  }

  /// The result where the identifier, or the stored text, tells it.
  private static func known(_ function: BuiltIn, _ id: TermID, _ run: EngineRun) throws -> TermID? {
    switch function {
    case .year, .month, .day: return datePart(function, id)
    case .strLen:
      var result: TermID?
      try run.withAnyText(of: id) { shape, text in
        switch shape {
        case .string, .languageString:
          var count: Int64 = 0
          for byte in text where byte & 0xC0 != 0x80 { count += 1 }
          result = TermID(.integer, payload: count)
        default: result = TermID.none
        }
      }
      return result
    case .str where !id.isInline:
      var isString = false
      try run.withAnyText(of: id) { shape, _ in if case .string = shape { isString = true } }
      return isString ? id : nil
    default: return nil
    }
  }

  /// A part of a date or time written inline.
  private static func datePart(_ function: BuiltIn, _ id: TermID) -> TermID? {
    guard let (kind, payload) = id.inlineValue else { return nil }
    let days: Int64
    switch kind {
    case .date: days = payload
    case .dateTime: days = (payload >= 0 ? payload : payload - 86_399) / 86_400
    case .integer, .decimal, .boolean: return TermID.none
    case .year, .yearMonth: return nil
    }
    let date = CivilCalendar.date(Int(days))
    switch function {
    case .year: return TermID(.integer, payload: Int64(date.year))
    case .month: return TermID(.integer, payload: Int64(date.month))
    default: return TermID(.integer, payload: Int64(date.day))
    }
  }
}
