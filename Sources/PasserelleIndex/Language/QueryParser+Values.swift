import PasserelleCore

extension QueryParser {
  /// Reads what is asked of a field, from behind its name and colon.
  mutating func scoped(
    to field: QueryField, name: Range<Int>, valueFrom start: Int
  ) throws(QuerySyntaxError) -> QueryNode {
    position = start
    guard hasOperand(), operatorWord() == nil else { throw failure(.missingValue(field), name) }
    let found: QueryNode? =
      if let scalar = source.scalar(at: position), QuerySource.isOpeningParenthesis(scalar) {
        try group(in: field)
      } else if field.holdsWords {
        try operand(in: field)
      } else {
        try value(of: field)
      }
    guard let found else { throw failure(.missingValue(field), name) }
    return QueryNode(found.form, range: source.range(name.lowerBound..<position))
  }

  /// What a text asks of a field: the codes of places are conditions.
  func form(of text: QueryText, in field: QueryField?) -> QueryNode.Form {
    guard field == .place, case .word(let word) = text else { return .text(text, in: field) }
    var code = word.uppercased()
    if code.utf8.count == 1 { code = "0" + code }
    let isCode = PlaceCode.isDepartment(code) || PlaceCode.isCommune(code)
    return isCode ? .condition(.place(code)) : .text(text, in: field)
  }

  /// Reads a value that is no word; nil for marks without a letter or digit.
  mutating func value(of field: QueryField) throws(QuerySyntaxError) -> QueryNode? {
    let start = position
    if field.isOrdered {
      while let scalar = source.scalar(at: position), QuerySource.isComparison(scalar) { position += 1 }
    }
    let comparison = start..<position
    if !comparison.isEmpty { skipBlanks() }
    guard let first = source.scalar(at: position) else { return nil }
    if QuerySource.isClosingGuillemet(first) { throw failure(.strayQuote, position..<position + 1) }
    let written = QuerySource.isOpeningQuote(first) ? try quotedValue(of: field) : try plainValue(of: field)
    let range = start..<position
    if written.isEmpty {
      if QuerySource.isOpeningQuote(first) { throw failure(.emptyQuotes, range) }
      return nil
    }
    let condition: QueryCondition
    do {
      condition = try QueryValueReader.read(field, source.string(comparison) + written)
    } catch {
      throw failure(error, range)
    }
    guard source.isBoundary(at: position) else {
      throw failure(.valueNotSeparated, position..<position + 1)
    }
    return QueryNode(.condition(condition), range: source.range(range))
  }

  /// The text of a value in quotes; empty for one that asks nothing.
  private mutating func quotedValue(of field: QueryField) throws(QuerySyntaxError) -> String {
    let isGuillemet = source.scalars[position] == "«"
    let inner = try quoted()
    let trimmed = QueryTextCleaning.trimmed(source.scalars[inner])
    if field == .contains {
      // French quotes have blanks inside that are theirs.
      return trimmed.isEmpty || isGuillemet ? trimmed : source.string(inner)
    }
    return source.holdsWord(inner) ? QueryTextCleaning.singleBlanks(source.scalars[inner]) : ""
  }

  /// The text of a value without quotes; empty for one that asks nothing.
  private mutating func plainValue(of field: QueryField) throws(QuerySyntaxError) -> String {
    var token = token()
    switch field {
    case .amount: token = try amountToken(token)
    case .kind: break
    // Parentheses may be part of a name: an ending would be lost.
    default: token.next = token.range.upperBound
    }
    position = token.next
    return field == .contains || source.holdsWord(token.range) ? source.string(token.range) : ""
  }

  /// Lets no-break spaces group the digits of an amount, and refuses plain ones.
  private func amountToken(_ token: Token) throws(QuerySyntaxError) -> Token {
    let start = token.range.lowerBound
    var end = token.range.upperBound
    while let blank = source.scalar(at: end), QuerySource.isBlank(blank) {
      var next = end + 1
      while let scalar = source.scalar(at: next), !QuerySource.isDelimiter(scalar) { next += 1 }
      guard continuesAmount(start..<end, end + 1..<next) else { break }
      guard "\u{A0}\u{202F}\u{2007}\u{2009}".unicodeScalars.contains(blank) else {
        throw failure(.spacedAmount, start..<next)
      }
      end = next
    }
    return Token(range: start..<end, next: end)
  }

  /// Whether a run of scalars behind an amount can only be its continuation: three digits, or a unit.
  private func continuesAmount(_ amount: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let last = amount.last, QuerySource.isDigit(source.scalars[last]) else { return false }
    if QueryAmountReader.isScale(source.string(next)) { return true }
    let group = source.scalars[amount].reversed().prefix(while: QuerySource.isDigit).count
    let digits = source.scalars[next].prefix(while: QuerySource.isDigit).count
    return group <= 3 && digits == 3
  }
}
