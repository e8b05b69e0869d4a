internal import PasserelleCore

extension SPARQLParser {
  /// One or more triples with a subject, dots between subjects left to the caller but the last.
  mutating func triplesBlock() throws(SPARQLSyntaxError) -> [TriplePattern] {
    try triplesSameSubject(allowsPaths: true)
  }

  mutating func triplesSameSubject(allowsPaths: Bool) throws(SPARQLSyntaxError) -> [TriplePattern] {
    var triples: [TriplePattern] = []
    if isMark(.openBracket) || isMark(.openParenthesis) {
      let before = triples.count
      let (subject, isNested) = try collectionOrProperties(&triples, allowsPaths)
      let hasOwn = triples.count > before || isNested
      if startsVerb {
        try propertyList(subject, &triples, allowsPaths)
      } else if !hasOwn {
        throw unexpected("un prédicat", "a predicate")
      }
      return triples
    }
    let subject = try node()
    try propertyList(subject, &triples, allowsPaths)
    return triples
  }

  private var startsVerb: Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName: true
    case .word(let word): word == "a"
    case .mark(let mark): mark == .caret || mark == .not || mark == .openParenthesis
    default: false
    }
  }

  private mutating func propertyList(
    _ subject: PatternNode, _ triples: inout [TriplePattern], _ allowsPaths: Bool
  ) throws(SPARQLSyntaxError) {
    guard startsVerb else { throw unexpected("un prédicat", "a predicate") }
    while true {
      let verb = try verb(allowsPaths)
      repeat {
        let before = triples.count
        let object = try object(&triples, allowsPaths)
        if verb == .node(.term(.iri(AccessPattern.shortestPath))) {
          try resolveStep(&triples[before...])
        }
        triples.append(TriplePattern(subject, verb, object))
      } while try take(.comma)
      guard isMark(.semicolon) else { return }
      while try take(.semicolon) {}
      guard startsVerb else { return }
    }
  }

  private mutating func verb(_ allowsPaths: Bool) throws(SPARQLSyntaxError) -> TriplePattern.Verb {
    if case .variable(let name) = token.kind {
      try advance()
      return .node(.variable(name))
    }
    if allowsPaths {
      let path = try path()
      if case .predicate(let iri) = path { return .node(.term(.iri(iri))) }
      return .path(path)
    }
    if case .word("a") = token.kind {
      try advance()
      return .node(.term(.iri(Vocabulary.type)))
    }
    return .node(.term(.iri(try iri())))
  }

  private mutating func object(
    _ triples: inout [TriplePattern], _ allowsPaths: Bool
  ) throws(SPARQLSyntaxError) -> PatternNode {
    if isMark(.openBracket) || isMark(.openParenthesis) {
      return try collectionOrProperties(&triples, allowsPaths).node
    }
    return try node()
  }

  /// `[ … ]`, `( … )`, `[]` or `()`: the node, and whether it says something by itself.
  private mutating func collectionOrProperties(
    _ triples: inout [TriplePattern], _ allowsPaths: Bool
  ) throws(SPARQLSyntaxError) -> (node: PatternNode, saysSomething: Bool) {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      throw fault(
        "imbrication trop profonde (\(Self.depthLimit) niveaux).",
        "nested too deep (\(Self.depthLimit) levels).")
    }
    if try take(.openBracket) {
      let node = anonymous()
      if try take(.closeBracket) { return (node, false) }
      try propertyList(node, &triples, allowsPaths)
      try expect(.closeBracket)
      return (node, true)
    }
    try expect(.openParenthesis)
    if try take(.closeParenthesis) { return (.term(.iri(Vocabulary.rdf + "nil")), false) }
    let first = anonymous()
    var current = first
    while true {
      let element = try object(&triples, allowsPaths)
      triples.append(TriplePattern(current, .node(.term(.iri(Vocabulary.rdf + "first"))), element))
      if try take(.closeParenthesis) {
        triples.append(
          TriplePattern(
            current, .node(.term(.iri(Vocabulary.rdf + "rest"))), .term(.iri(Vocabulary.rdf + "nil"))))
        return (first, true)
      }
      let next = anonymous()
      triples.append(TriplePattern(current, .node(.term(.iri(Vocabulary.rdf + "rest"))), next))
      current = next
    }
  }

  /// A variable, a term, or a labelled blank node.
  private mutating func node() throws(SPARQLSyntaxError) -> PatternNode {
    switch token.kind {
    case .variable(let name):
      try advance()
      return .variable(name)
    case .blank(let label):
      if let met = labels[label], met != patternNumber {
        throw fault(
          "le nœud anonyme _:\(label) est déjà employé dans une autre partie de la requête.",
          "the blank node _:\(label) is used in another part of the query already.")
      }
      labels[label] = patternNumber
      try advance()
      return .blank(label)
    default: break
    }
    if let iri = try iriIfAny() { return .term(.iri(iri)) }
    if let literal = try literalIfAny(signed: true) { return .term(.literal(literal)) }
    throw unexpected("une variable, une adresse (IRI) ou un littéral", "a variable, an IRI or a literal")
  }

  /// A literal; nil where none begins.
  mutating func literalIfAny(signed: Bool) throws(SPARQLSyntaxError) -> Literal? {
    if signed, isMark(.plus) || isMark(.minus) {
      let sign = isMark(.plus) ? "+" : "-"
      let next = try peek()
      guard !next.isSpaced, let number = Self.number(next, sign: sign) else { return nil }
      try advance()
      try advance()
      return number
    }
    if let number = Self.number(token, sign: "") {
      try advance()
      return number
    }
    switch token.kind {
    case .word:
      guard isWord("TRUE") || isWord("FALSE") else { return nil }
      let value = isWord("TRUE") ? "true" : "false"
      try advance()
      return Literal(value, .boolean)
    case .string(let text):
      try advance()
      if case .language(let tag) = token.kind {
        try advance()
        return Literal(text, .language(tag.lowercased()))
      }
      if try take(.datatype) { return Literal(text, Datatype(iri: try iri())) }
      return Literal(text, .string)
    default: return nil
    }
  }

  /// The number of a token, with its sign.
  static func number(_ token: Token, sign: String) -> Literal? {
    switch token.kind {
    case .integer(let digits): Literal(sign + digits, .integer)
    case .decimal(let digits): Literal(sign + digits, .decimal)
    case .double(let digits): Literal(sign + digits, .other(Vocabulary.xsd + "double"))
    default: nil
    }
  }
}
