internal import PasserelleCore

extension SPARQLParser {
  mutating func query() throws(SPARQLSyntaxError) -> Query {
    try prologue()
    var dataset = Dataset()
    var form: Query.Form
    if isWord("SELECT") {
      var select = try selectClause()
      dataset = try datasetClauses("FROM")
      try whereClause(&select)
      try modifiers(&select)
      select.values = try trailingValues()
      try ScopeChecks.check(select, at: token.range.lowerBound, in: lexer.text)
      return Query(form: .select(select), dataset: dataset, base: base)
    }
    var select = SelectQuery()
    if try take(word: "CONSTRUCT") {
      let isShort = !isMark(.openBrace)
      var template: [TriplePattern] = []
      if !isShort { template = try constructTemplate() }
      dataset = try datasetClauses("FROM")
      if isShort {
        try expect(word: "WHERE")
        template = try constructTemplate()
        select.pattern = GroupPattern(template.isEmpty ? [] : [.triples(template)])
      } else {
        try whereClause(&select)
      }
      form = .construct(template, select)
    } else if try take(word: "DESCRIBE") {
      var nodes: [PatternNode] = []
      let isAll = try take(.star)
      while !isAll {
        if case .variable = token.kind {
          nodes.append(.variable(try variable()))
        } else if let iri = try iriIfAny() {
          nodes.append(.term(.iri(iri)))
        } else {
          break
        }
      }
      if !isAll, nodes.isEmpty {
        throw unexpected("une variable, une adresse (IRI) ou « * »", "a variable, an IRI or “*”")
      }
      dataset = try datasetClauses("FROM")
      if isWord("WHERE") || isMark(.openBrace) { try whereClause(&select) }
      form = .describe(nodes, isAll: isAll, select)
    } else if try take(word: "ASK") {
      dataset = try datasetClauses("FROM")
      try whereClause(&select)
      form = .ask(select)
    } else {
      throw unexpected("SELECT, CONSTRUCT, DESCRIBE ou ASK", "SELECT, CONSTRUCT, DESCRIBE or ASK")
    }
    try modifiers(&select)
    select.values = try trailingValues()
    try ScopeChecks.check(select, at: token.range.lowerBound, in: lexer.text)
    switch form {
    case .construct(let template, _): form = .construct(template, select)
    case .describe(let nodes, let isAll, _): form = .describe(nodes, isAll: isAll, select)
    case .ask: form = .ask(select)
    case .select: break
    }
    return Query(form: form, dataset: dataset, base: base)
  }

  /// `SELECT` up to the pattern.
  mutating func selectClause() throws(SPARQLSyntaxError) -> SelectQuery {
    try expect(word: "SELECT")
    var select = SelectQuery()
    if try take(word: "DISTINCT") {
      select.isDistinct = true
    } else if try take(word: "REDUCED") {
      select.isReduced = true
    }
    if try take(.star) { return select }
    select.isAll = false
    while true {
      if case .variable(let name) = token.kind {
        select.projection.append(SelectQuery.Projection(variable: name))
        try advance()
      } else if isMark(.openParenthesis) {
        let start = token.range.lowerBound
        let (expression, name) = try namedExpression(.allowed)
        guard !select.projection.contains(where: { $0.variable == name }) else {
          throw fault(
            "la variable ?\(name) est déjà choisie.", "the variable ?\(name) is selected already.", at: start)
        }
        select.projection.append(SelectQuery.Projection(variable: name, expression: expression))
      } else {
        break
      }
    }
    if select.projection.isEmpty {
      throw unexpected(
        "une variable, « (expression AS ?v) » ou « * »", "a variable, “(expression AS ?v)” or “*”")
    }
    return select
  }

  /// `( expression AS ?v )`.
  mutating func namedExpression(_ scope: AggregateScope) throws(SPARQLSyntaxError) -> (Expression, String) {
    try expect(.openParenthesis)
    let expression = try expression(scope)
    try expect(word: "AS")
    let name = try variable()
    try expect(.closeParenthesis)
    return (expression, name)
  }

  mutating func datasetClauses(_ keyword: String) throws(SPARQLSyntaxError) -> Dataset {
    var dataset = Dataset()
    while try take(word: keyword) {
      if try take(word: "NAMED") {
        dataset.namedGraphs.append(try iri())
      } else {
        dataset.defaultGraphs.append(try iri())
      }
    }
    return dataset
  }

  mutating func whereClause(_ select: inout SelectQuery) throws(SPARQLSyntaxError) {
    _ = try take(word: "WHERE")
    select.pattern = try groupPattern()
  }

  mutating func modifiers(_ select: inout SelectQuery) throws(SPARQLSyntaxError) {
    if try take(word: "GROUP") {
      try expect(word: "BY")
      repeat { select.groupBy.append(try groupCondition()) } while startsGroupCondition
    }
    if try take(word: "HAVING") {
      repeat { select.having.append(try constraint(.allowed)) } while startsConstraint
    }
    if try take(word: "ORDER") {
      try expect(word: "BY")
      repeat { select.orderBy.append(try orderCondition()) } while startsOrderCondition
    }
    for _ in 0..<2 {
      if select.limit == nil, try take(word: "LIMIT") {
        select.limit = try count()
      } else if select.offset == nil, try take(word: "OFFSET") {
        select.offset = try count()
      }
    }
  }

  private mutating func count() throws(SPARQLSyntaxError) -> Int {
    guard case .integer(let digits) = token.kind else { throw unexpected("un nombre entier", "an integer") }
    try advance()
    return Int(digits) ?? .max
  }

  private mutating func groupCondition() throws(SPARQLSyntaxError) -> SelectQuery.GroupCondition {
    if case .variable(let name) = token.kind {
      try advance()
      return SelectQuery.GroupCondition(.variable(name))
    }
    guard isMark(.openParenthesis) else { return SelectQuery.GroupCondition(try callExpression(.forbidden)) }
    try advance()
    let value = try expression(.forbidden)
    var name: String?
    if try take(word: "AS") { name = try variable() }
    try expect(.closeParenthesis)
    return SelectQuery.GroupCondition(value, variable: name)
  }

  private var startsGroupCondition: Bool {
    if case .variable = token.kind { return true }
    return startsConstraint
  }

  private mutating func orderCondition() throws(SPARQLSyntaxError) -> SelectQuery.OrderCondition {
    if isWord("ASC") || isWord("DESC") {
      let isDescending = isWord("DESC")
      try advance()
      guard isMark(.openParenthesis) else { throw unexpected("« ( »", "“(”") }
      return SelectQuery.OrderCondition(try bracketed(.allowed), isDescending: isDescending)
    }
    if case .variable(let name) = token.kind {
      try advance()
      return SelectQuery.OrderCondition(.variable(name))
    }
    return SelectQuery.OrderCondition(try constraint(.allowed))
  }

  private var startsOrderCondition: Bool { isWord("ASC") || isWord("DESC") || startsGroupCondition }

  mutating func trailingValues() throws(SPARQLSyntaxError) -> InlineData? {
    guard try take(word: "VALUES") else { return nil }
    return try inlineData()
  }

  /// What stands after `VALUES`.
  mutating func inlineData() throws(SPARQLSyntaxError) -> InlineData {
    var data = InlineData(variables: [], rows: [])
    if case .variable(let name) = token.kind {
      try advance()
      data.variables = [name]
      try expect(.openBrace)
      while try !take(.closeBrace) { data.rows.append([try dataValue()]) }
      return data
    }
    try expect(.openParenthesis)
    while try !take(.closeParenthesis) {
      let name = try variable()
      guard !data.variables.contains(name) else {
        throw fault("la variable ?\(name) est répétée.", "the variable ?\(name) is repeated.")
      }
      data.variables.append(name)
    }
    try expect(.openBrace)
    while try !take(.closeBrace) {
      let start = token.range.lowerBound
      try expect(.openParenthesis)
      var row: [Term?] = []
      while try !take(.closeParenthesis) { row.append(try dataValue()) }
      guard row.count == data.variables.count else {
        throw fault(
          "la ligne a \(fr: row.count, "valeur") pour \(fr: data.variables.count, "variable").",
          "the row has \(en: row.count, "value") for \(en: data.variables.count, "variable").", at: start)
      }
      data.rows.append(row)
    }
    return data
  }

  private mutating func dataValue() throws(SPARQLSyntaxError) -> Term? {
    if try take(word: "UNDEF") { return nil }
    if let iri = try iriIfAny() { return .iri(iri) }
    if let literal = try literalIfAny(signed: true) { return .literal(literal) }
    throw unexpected("une adresse (IRI), un littéral ou UNDEF", "an IRI, a literal or UNDEF")
  }
}
