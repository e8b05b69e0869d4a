extension QueryParser {
  /// Reads an operand with its sign; nil for marks without a letter or digit, which are passed over.
  ///
  /// The position is on no blank, bar or closing parenthesis, and not at the end.
  mutating func operand(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode? {
    let start = position
    while let scalar = source.scalar(at: position), QuerySource.isSign(scalar) { position += 1 }
    let signs = start..<position
    if !signs.isEmpty, source.isBoundary(at: position) { return nil }
    if let word = operatorWord() {
      guard signs.isEmpty, word.kind == .not else { throw loneOperator(word.range) }
      return try exclusion(word.range, in: field)
    }
    guard let operand = try primary(in: field) else { return nil }
    // Two signs or more are a rule or a bullet.
    guard signs.count == 1, source.scalars[start] == "-" else { return operand }
    return QueryNode(.not(operand), range: source.range(start..<position))
  }

  /// Reads what follows a `SAUF`.
  private mutating func exclusion(
    _ word: Range<Int>, in field: QueryField?
  ) throws(QuerySyntaxError) -> QueryNode {
    try descend(at: word)
    defer { depth -= 1 }
    position = word.upperBound
    while hasOperand() {
      if let operand = try operand(in: field) {
        return QueryNode(.not(operand), range: source.range(word.lowerBound..<position))
      }
    }
    throw loneOperator(word)
  }

  private mutating func primary(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode? {
    guard let scalar = source.scalar(at: position) else { return nil }
    if QuerySource.isOpeningParenthesis(scalar) { return try group(in: field) }
    if QuerySource.isClosingGuillemet(scalar) { throw failure(.strayQuote, position..<position + 1) }
    if let field, !field.holdsWords { return try value(of: field) }
    return QuerySource.isOpeningQuote(scalar) ? try phrase(in: field) : try word(in: field)
  }

  /// Reads a group in parentheses.
  mutating func group(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode {
    let start = position
    try descend(at: start..<start + 1)
    defer { depth -= 1 }
    position += 1
    let inner = try alternatives(in: field)
    guard position < source.scalars.count else { throw failure(.unclosedParenthesis, start..<start + 1) }
    position += 1
    guard let inner else { throw failure(.emptyGroup, start..<position) }
    return QueryNode(inner.form, range: source.range(start..<position))
  }

  private mutating func descend(at range: Range<Int>) throws(QuerySyntaxError) {
    guard depth < QueryLanguage.maximumDepth else { throw failure(.tooDeep, range) }
    depth += 1
  }

  /// Reads a phrase in quotes, and its slop.
  private mutating func phrase(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode {
    let start = position
    let inner = try quoted()
    let text = QueryTextCleaning.singleBlanks(source.scalars[inner])
    guard source.holdsWord(inner) else { throw failure(.emptyQuotes, start..<position) }
    var slop = 0
    if source.scalar(at: position) == "~" {
      let mark = position
      position += 1
      while let scalar = source.scalar(at: position), QuerySource.isDigit(scalar) { position += 1 }
      guard let written = Int(source.string(mark + 1..<position)), written <= QueryLanguage.maximumSlop
      else { throw failure(.phraseSlop, mark..<position) }
      slop = written
    }
    return QueryNode(.text(.phrase(text, slop: slop), in: field), range: source.range(start..<position))
  }

  /// Goes over a text in quotes and gives what is inside.
  mutating func quoted() throws(QuerySyntaxError) -> Range<Int> {
    let start = position
    let isDouble = QuerySource.isDoubleQuote(source.scalars[start])
    var end = start + 1
    while let scalar = source.scalar(at: end) {
      if isDouble ? QuerySource.isDoubleQuote(scalar) : QuerySource.isClosingGuillemet(scalar) { break }
      end += 1
    }
    guard end < source.scalars.count else { throw failure(.unclosedQuote, start..<start + 1) }
    position = end + 1
    return start + 1..<end
  }
}

/// The blanks of quoted texts.
enum QueryTextCleaning {
  /// The text without blanks at its ends, and one space for each run of blanks inside.
  static func singleBlanks(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var isBlankPending = false
    for scalar in scalars {
      if QuerySource.isBlank(scalar) {
        isBlankPending = !view.isEmpty
      } else {
        if isBlankPending { view.append(" ") }
        isBlankPending = false
        view.append(scalar)
      }
    }
    return String(view)
  }

  /// The text without blanks at its ends.
  static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var rest = scalars.drop(while: QuerySource.isBlank)
    while let last = rest.last, QuerySource.isBlank(last) { rest.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    return String(view)
  }

  /// The text without any blank.
  static func withoutBlanks(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.filter { !QuerySource.isBlank($0) })
    return String(view)
  }
}
