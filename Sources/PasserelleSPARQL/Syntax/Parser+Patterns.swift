internal import PasserelleCore

extension SPARQLParser {
  /// `{ … }`: a subquery, or parts.
  mutating func groupPattern() throws(SPARQLSyntaxError) -> GroupPattern {
    try nested { parser throws(SPARQLSyntaxError) in
      try parser.expect(.openBrace)
      if parser.isWord("SELECT") {
        let query = try parser.subquery()
        try parser.expect(.closeBrace)
        return GroupPattern([.subquery(query)])
      }
      let group = try parser.chain { inner throws(SPARQLSyntaxError) in try inner.groupParts() }
      try parser.expect(.closeBrace)
      return group
    }
  }

  private mutating func subquery() throws(SPARQLSyntaxError) -> SelectQuery {
    var query = try selectClause()
    patternNumber += 1
    try whereClause(&query)
    try modifiers(&query)
    query.values = try trailingValues()
    patternNumber += 1
    try ScopeChecks.check(query, at: token.range.lowerBound, in: lexer.text)
    return query
  }

  private mutating func groupParts() throws(SPARQLSyntaxError) -> GroupPattern {
    var group = GroupPattern()
    patternNumber += 1
    var mayHaveTriples = true
    while !isMark(.closeBrace) {
      let before = group
      if let element = try link({ parser throws(SPARQLSyntaxError) in try parser.groupElement(before) }) {
        group.elements.append(element)
        _ = try take(.dot)
        mayHaveTriples = true
        // Filters do not end the pattern that stands around them.
        if case .filter = element { continue }
        patternNumber += 1
      } else {
        chainDepth -= 1
        guard mayHaveTriples else { throw unexpected("« . » ou « } »", "“.” or “}”") }
        let triples = try triplesBlock()
        if case .triples(var before)? = group.elements.last {
          // Taken out first, so that the array grows in place.
          group.elements.removeLast()
          before += triples
          group.elements.append(.triples(before))
        } else {
          group.elements.append(.triples(triples))
        }
        mayHaveTriples = try take(.dot)
      }
    }
    patternNumber += 1
    return group
  }

  /// A part that is no triples; nil where triples begin.
  private mutating func groupElement(_ before: GroupPattern) throws(SPARQLSyntaxError) -> GroupElement? {
    if isMark(.openBrace) { return try groupOrUnion() }
    if try take(word: "OPTIONAL") { return .optional(try groupPattern()) }
    if try take(word: "MINUS") { return .minus(try groupPattern()) }
    if try take(word: "GRAPH") {
      let name = try variableOrIRI()
      return .graph(name, try groupPattern())
    }
    if try take(word: "SERVICE") {
      let isSilent = try take(word: "SILENT")
      let name = try variableOrIRI()
      return .service(name, try groupPattern(), isSilent: isSilent)
    }
    if try take(word: "FILTER") { return .filter(try constraint(.forbidden)) }
    if isWord("BIND") {
      let start = token.range.lowerBound
      try advance()
      let (expression, name) = try namedExpression(.forbidden)
      guard !ScopeChecks.variables(of: before).contains(name) else {
        throw fault(
          "BIND donne une valeur à ?\(name), qui en a déjà une dans ce groupe.",
          "BIND gives a value to ?\(name), which has one in this group already.", at: start)
      }
      return .bind(expression, name)
    }
    if try take(word: "VALUES") { return .values(try inlineData()) }
    return nil
  }

  private mutating func groupOrUnion() throws(SPARQLSyntaxError) -> GroupElement {
    var branches = [try groupPattern()]
    while try take(word: "UNION") { branches.append(try groupPattern()) }
    return branches.count == 1 ? .group(branches[0]) : .union(branches)
  }

  mutating func variableOrIRI() throws(SPARQLSyntaxError) -> PatternNode {
    if case .variable(let name) = token.kind {
      try advance()
      return .variable(name)
    }
    guard let iri = try iriIfAny() else {
      throw unexpected("une variable ou une adresse (IRI)", "a variable or an IRI")
    }
    return .term(.iri(iri))
  }

  /// The triples of a template: no paths.
  mutating func constructTemplate() throws(SPARQLSyntaxError) -> [TriplePattern] {
    try expect(.openBrace)
    patternNumber += 1
    var triples: [TriplePattern] = []
    while !isMark(.closeBrace) {
      triples += try triplesSameSubject(allowsPaths: false)
      if try !take(.dot) { break }
    }
    try expect(.closeBrace)
    // The labels of a template are its own.
    for triple in triples {
      for case .blank(let label) in [triple.subject, triple.object] { labels[label] = nil }
    }
    patternNumber += 1
    return triples
  }
}
