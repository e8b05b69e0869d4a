/// A recursive descent over the scalars of a query.
///
/// Alternatives (`OU`) are made of conjunctions (blanks, `ET`), these of operands with their signs.
struct QueryParser {
  let source: QuerySource
  var position = 0
  /// The parentheses and `SAUF` open around the position.
  var depth = 0

  init(_ source: QuerySource) { self.source = source }

  /// Reads the whole query.
  mutating func parse() throws(QuerySyntaxError) -> ParsedQuery {
    let root = try alternatives(in: nil)
    // Only a closing parenthesis stops the alternatives before the end.
    guard position == source.scalars.count else {
      throw failure(.strayParenthesis, position..<position + 1)
    }
    guard let root else { throw failure(.nothingToLookFor, position..<position) }
    return ParsedQuery(root)
  }

  /// Reads conjunctions with `OU` between them, to the end or a closing parenthesis.
  mutating func alternatives(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode? {
    var operands: [QueryNode] = []
    var pending: Range<Int>?
    while true {
      let operand = try conjunction(in: field)
      if let operand { operands.append(operand) }
      let next = alternativeSign()
      if operand == nil, let sign = next ?? pending { throw loneOperator(sign) }
      guard let next else { break }
      pending = next
      position = next.upperBound
    }
    return joined(operands, QueryNode.Form.any)
  }

  /// Reads operands, to the end, a closing parenthesis or an `OU`.
  private mutating func conjunction(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode? {
    var operands: [QueryNode] = []
    var pending: Range<Int>?
    while hasOperand() {
      if let word = operatorWord(), word.kind == .and {
        guard !operands.isEmpty, pending == nil else { throw loneOperator(word.range) }
        pending = word.range
        position = word.range.upperBound
      } else if let operand = try operand(in: field) {
        operands.append(operand)
        pending = nil
      }
    }
    if let pending { throw loneOperator(pending) }
    return joined(operands, QueryNode.Form.all)
  }

  private func joined(_ operands: [QueryNode], _ form: ([QueryNode]) -> QueryNode.Form) -> QueryNode? {
    guard let first = operands.first, let last = operands.last else { return nil }
    return operands.count == 1 ? first : QueryNode(form(operands), range: first.range.through(last.range))
  }

  /// Goes over blanks; false at the end, a closing parenthesis or an `OU`.
  mutating func hasOperand() -> Bool {
    skipBlanks()
    guard let scalar = source.scalar(at: position), !QuerySource.isClosingParenthesis(scalar) else {
      return false
    }
    return alternativeSign() == nil
  }

  mutating func skipBlanks() {
    while let scalar = source.scalar(at: position), QuerySource.isBlank(scalar) { position += 1 }
  }

  func failure(_ fault: QuerySyntaxError.Fault, _ range: Range<Int>) -> QuerySyntaxError {
    QuerySyntaxError(fault, in: source.text, at: source.range(range))
  }

  func loneOperator(_ range: Range<Int>) -> QuerySyntaxError {
    failure(.operatorWithoutOperand(source.string(range)), range)
  }
}

/// The operators.
extension QueryParser {
  enum OperatorKind {
    case and
    case or
    case not
  }

  /// The operator written in capitals at the position, if there is one.
  func operatorWord(at start: Int? = nil) -> (kind: OperatorKind, range: Range<Int>)? {
    let start = start ?? position
    var end = start
    while end - start < 5, let scalar = source.scalar(at: end), scalar >= "A", scalar <= "Z" { end += 1 }
    if let next = source.scalar(at: end), !QuerySource.isDelimiter(next) { return nil }
    switch source.string(start..<end) {
    case "ET", "AND": return (.and, start..<end)
    case "OU", "OR": return (.or, start..<end)
    case "SAUF", "NOT": return (.not, start..<end)
    default: return nil
    }
  }

  /// The `OU`, `OR` or bars at the position, if any.
  private func alternativeSign() -> Range<Int>? {
    var end = position
    while let scalar = source.scalar(at: end), QuerySource.isBar(scalar) { end += 1 }
    if end > position { return position..<end }
    guard let word = operatorWord(), word.kind == .or else { return nil }
    return word.range
  }
}
