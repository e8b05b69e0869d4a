internal import PasserelleCore

extension SPARQLParser {
  /// An expression, with or without aggregates.
  mutating func expression(_ scope: AggregateScope) throws(SPARQLSyntaxError) -> Expression {
    let before = aggregates
    aggregates = scope
    defer { aggregates = before }
    return try orExpression()
  }

  /// `( expression )`.
  mutating func bracketed(_ scope: AggregateScope) throws(SPARQLSyntaxError) -> Expression {
    try expect(.openParenthesis)
    let value = try expression(scope)
    try expect(.closeParenthesis)
    return value
  }

  /// A bracketed expression or a call, as filters take it.
  mutating func constraint(_ scope: AggregateScope) throws(SPARQLSyntaxError) -> Expression {
    isMark(.openParenthesis) ? try bracketed(scope) : try callExpression(scope)
  }

  var startsConstraint: Bool {
    switch token.kind {
    case .mark(.openParenthesis), .iri, .prefixedName: true
    case .word(let word):
      BuiltIn(rawValue: word.uppercased()) != nil || Aggregate.Function(rawValue: word.uppercased()) != nil
        || isWord("EXISTS") || isWord("NOT")
    default: false
    }
  }

  /// A call of a function, or `EXISTS`.
  mutating func callExpression(_ scope: AggregateScope) throws(SPARQLSyntaxError) -> Expression {
    let before = aggregates
    aggregates = scope
    defer { aggregates = before }
    if let call = try builtInCall() { return call }
    if let name = try iriIfAny() { return .function(name, try arguments()) }
    throw unexpected("« ( » ou une fonction", "“(” or a function")
  }

  private mutating func orExpression() throws(SPARQLSyntaxError) -> Expression {
    try nested { parser throws(SPARQLSyntaxError) in
      let first = try parser.andExpression()
      var list = [first]
      while try parser.take(.or) { list.append(try parser.andExpression()) }
      return list.balanced { .or($0, $1) } ?? first
    }
  }

  private mutating func andExpression() throws(SPARQLSyntaxError) -> Expression {
    let first = try comparison()
    var list = [first]
    while try take(.and) { list.append(try comparison()) }
    return list.balanced { .and($0, $1) } ?? first
  }

  private mutating func comparison() throws(SPARQLSyntaxError) -> Expression {
    let left = try sum()
    if case .mark(let mark) = token.kind, let comparison = Expression.Comparison(rawValue: mark.rawValue) {
      try advance()
      return .compare(comparison, left, try sum())
    }
    if try take(word: "IN") { return .isIn(left, try expressionList(), isNegated: false) }
    if isWord("NOT"), Self.isWord(try peek(), "IN") {
      try advance()
      try advance()
      return .isIn(left, try expressionList(), isNegated: true)
    }
    return left
  }

  private mutating func expressionList() throws(SPARQLSyntaxError) -> [Expression] {
    try expect(.openParenthesis)
    if try take(.closeParenthesis) { return [] }
    var list: [Expression] = []
    repeat { list.append(try orExpression()) } while try take(.comma)
    try expect(.closeParenthesis)
    return list
  }

  private mutating func sum() throws(SPARQLSyntaxError) -> Expression {
    try chain { parser throws(SPARQLSyntaxError) in
      var left = try parser.product()
      while parser.isMark(.plus) || parser.isMark(.minus) {
        let operation: Expression.Arithmetic = parser.isMark(.plus) ? .add : .subtract
        try parser.advance()
        left = .arithmetic(
          operation, left, try parser.link { other throws(SPARQLSyntaxError) in try other.product() })
      }
      return left
    }
  }

  private mutating func product() throws(SPARQLSyntaxError) -> Expression {
    try chain { parser throws(SPARQLSyntaxError) in
      var left = try parser.unary()
      while parser.isMark(.star) || parser.isMark(.slash) {
        let operation: Expression.Arithmetic = parser.isMark(.star) ? .multiply : .divide
        try parser.advance()
        left = .arithmetic(
          operation, left, try parser.link { other throws(SPARQLSyntaxError) in try other.unary() })
      }
      return left
    }
  }

  private mutating func unary() throws(SPARQLSyntaxError) -> Expression {
    if isMark(.not) || isMark(.plus) || isMark(.minus) {
      let mark = token.kind
      // A sign that touches a number belongs to it.
      if mark != .mark(.not), let number = try literalIfAny(signed: true) { return .term(.literal(number)) }
      return try nested { parser throws(SPARQLSyntaxError) in
        try parser.advance()
        let inner = try parser.unary()
        switch mark {
        case .mark(.not): return .not(inner)
        case .mark(.minus): return .negate(inner)
        default: return .plus(inner)
        }
      }
    }
    return try primary()
  }

  private mutating func primary() throws(SPARQLSyntaxError) -> Expression {
    if isMark(.openParenthesis) {
      try advance()
      let value = try orExpression()
      try expect(.closeParenthesis)
      return value
    }
    if case .variable(let name) = token.kind {
      try advance()
      return .variable(name)
    }
    if let call = try builtInCall() { return call }
    if let iri = try iriIfAny() {
      return isMark(.openParenthesis) ? .function(iri, try arguments()) : .term(.iri(iri))
    }
    if let literal = try literalIfAny(signed: false) { return .term(.literal(literal)) }
    throw unexpected("une expression", "an expression")
  }

  /// The arguments of a function named by an IRI.
  private mutating func arguments() throws(SPARQLSyntaxError) -> [Expression] {
    try expect(.openParenthesis)
    if try take(.closeParenthesis) { return [] }
    if isWord("DISTINCT") {
      throw fault(
        "DISTINCT n’a de sens que dans les agrégats du langage.",
        "DISTINCT only has a sense in the aggregates of the language.")
    }
    var list: [Expression] = []
    repeat { list.append(try orExpression()) } while try take(.comma)
    try expect(.closeParenthesis)
    return list
  }

  /// A function of the language, an aggregate or `EXISTS`; nil where none begins.
  private mutating func builtInCall() throws(SPARQLSyntaxError) -> Expression? {
    guard case .word(let word) = token.kind else { return nil }
    if isWord("EXISTS") {
      try advance()
      return .exists(try isolatedGroup(), isNegated: false)
    }
    if isWord("NOT") {
      try advance()
      try expect(word: "EXISTS")
      return .exists(try isolatedGroup(), isNegated: true)
    }
    let name = word.uppercased()
    if let function = Aggregate.Function(rawValue: name) { return .aggregate(try aggregate(function)) }
    guard let function = BuiltIn(rawValue: name) else { return nil }
    let start = token.range.lowerBound
    try advance()
    if function == .bound {
      try expect(.openParenthesis)
      let name = try variable()
      try expect(.closeParenthesis)
      return .call(.bound, [.variable(name)])
    }
    let list = try expressionList()
    guard function.arity.contains(list.count) else {
      throw fault(
        "\(name) reçoit \(fr: list.count, "valeur") ; attendu : \(Self.words(function.arity)).",
        "\(name) has \(en: list.count, "value"); expected: \(Self.words(function.arity)).", at: start)
    }
    return .call(function, list)
  }

  private static func words(_ arity: ClosedRange<Int>) -> String {
    arity.lowerBound == arity.upperBound ? "\(arity.lowerBound)" : "\(arity.lowerBound)–\(arity.upperBound)"
  }

  /// The group of an `EXISTS`: its blank nodes are its own, and no aggregate of the query stands in it.
  private mutating func isolatedGroup() throws(SPARQLSyntaxError) -> GroupPattern {
    let outer = patternNumber
    let scope = aggregates
    aggregates = .forbidden
    defer { aggregates = scope }
    patternNumber += 1_000_000
    let group = try groupPattern()
    patternNumber = outer
    return group
  }

  private mutating func aggregate(_ function: Aggregate.Function) throws(SPARQLSyntaxError) -> Aggregate {
    switch aggregates {
    case .forbidden:
      throw fault("un agrégat ne peut pas se trouver ici.", "an aggregate cannot stand here.")
    case .within:
      throw fault("un agrégat ne peut pas en contenir un autre.", "an aggregate cannot hold another.")
    case .allowed: break
    }
    try advance()
    try expect(.openParenthesis)
    var result = Aggregate(function, isDistinct: try take(word: "DISTINCT"), argument: nil)
    if function == .count, try take(.star) {
      try expect(.closeParenthesis)
      return result
    }
    result.argument = try expression(.within)
    if function == .groupConcatenation, try take(.semicolon) {
      try expect(word: "SEPARATOR")
      try expect(.equal)
      guard case .string(let separator) = token.kind else { throw unexpected("un texte", "a string") }
      try advance()
      result.separator = separator
    }
    try expect(.closeParenthesis)
    return result
  }
}
