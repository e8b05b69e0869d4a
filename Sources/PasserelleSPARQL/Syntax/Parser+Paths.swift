internal import PasserelleCore

extension SPARQLParser {
  /// A path: alternatives.
  mutating func path() throws(SPARQLSyntaxError) -> PropertyPath {
    try nested { parser throws(SPARQLSyntaxError) in
      let first = try parser.pathSequence()
      var list = [first]
      while try parser.take(.bar) { list.append(try parser.pathSequence()) }
      return list.balanced { .alternative($0, $1) } ?? first
    }
  }

  private mutating func pathSequence() throws(SPARQLSyntaxError) -> PropertyPath {
    let first = try pathStep()
    var list = [first]
    while try take(.slash) { list.append(try pathStep()) }
    return list.balanced { .sequence($0, $1) } ?? first
  }

  private mutating func pathStep() throws(SPARQLSyntaxError) -> PropertyPath {
    let isInverse = try take(.caret)
    let primary = try pathPrimary()
    let path: PropertyPath
    if try take(.star) {
      path = .zeroOrMore(primary)
    } else if try take(.plus) {
      path = .oneOrMore(primary)
    } else if try take(.question) {
      path = .zeroOrOne(primary)
    } else {
      path = primary
    }
    return isInverse ? .inverse(path) : path
  }

  private mutating func pathPrimary() throws(SPARQLSyntaxError) -> PropertyPath {
    if case .word("a") = token.kind {
      try advance()
      return .predicate(Vocabulary.type)
    }
    if try take(.openParenthesis) {
      let inner = try path()
      try expect(.closeParenthesis)
      return inner
    }
    if try take(.not) { return try negatedSet() }
    return .predicate(try iri())
  }

  private mutating func negatedSet() throws(SPARQLSyntaxError) -> PropertyPath {
    var forward: [String] = []
    var backward: [String] = []
    guard try take(.openParenthesis) else {
      try negatedStep(&forward, &backward)
      return .negated(forward: forward, backward: backward)
    }
    if try take(.closeParenthesis) { return .negated(forward: [], backward: []) }
    repeat { try negatedStep(&forward, &backward) } while try take(.bar)
    try expect(.closeParenthesis)
    return .negated(forward: forward, backward: backward)
  }

  private mutating func negatedStep(
    _ forward: inout [String], _ backward: inout [String]
  ) throws(SPARQLSyntaxError) {
    let isInverse = try take(.caret)
    let step: String
    if case .word("a") = token.kind {
      try advance()
      step = Vocabulary.type
    } else {
      step = try iri()
    }
    if isInverse { backward.append(step) } else { forward.append(step) }
  }
}
