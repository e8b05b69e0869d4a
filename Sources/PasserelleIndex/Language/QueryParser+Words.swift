extension QueryParser {
  /// A run of scalars that make a word, and where the reading goes on.
  struct Token {
    var range: Range<Int>
    /// Behind the word and an optional ending such as `(s)`.
    var next: Int
  }

  /// Reads a word with its `*` or `~`, or a field and its value; nil for marks without a letter or digit.
  mutating func word(in field: QueryField?) throws(QuerySyntaxError) -> QueryNode? {
    while let scalar = source.scalar(at: position), Self.isLeadingMark(scalar) { position += 1 }
    let token = token()
    position = token.next
    guard source.holdsWord(token.range) else { return nil }
    // A mark stood before it.
    if let word = operatorWord(at: token.range.lowerBound) { throw loneOperator(word.range) }
    var isPlain = false
    if let prefix = fieldPrefix(of: token) {
      let name = source.string(prefix.name)
      if let named = QueryField(named: name) {
        guard field == nil else { throw failure(.nestedField(name), prefix.name) }
        return try scoped(to: named, name: prefix.name, valueFrom: prefix.valueStart)
      }
      isPlain = isAddress(prefix.valueStart)
      guard isPlain else {
        throw failure(.unknownField(name, nearest: QueryField.nearestName(to: name)), prefix.name)
      }
    }
    let text = isPlain ? QueryText.word(source.string(token.range)) : try refined(token.range)
    return QueryNode(form(of: text, in: field), range: source.range(token.range.lowerBound..<position))
  }

  /// Marks that mean something elsewhere, and nothing before a word.
  private static func isLeadingMark(_ scalar: Unicode.Scalar) -> Bool {
    QuerySource.isColon(scalar) || QuerySource.isSign(scalar) || QuerySource.isComparison(scalar)
      || scalar == "~"
  }

  /// The run of word scalars at the position; an ending of the plural or feminine goes with it.
  func token() -> Token {
    var end = position
    while let scalar = source.scalar(at: end), !QuerySource.isDelimiter(scalar) { end += 1 }
    return Token(range: position..<end, next: end > position ? endOfOptionalEnding(at: end) : end)
  }

  /// Where an ending such as that of `marché(s)` or `agent(e)s` ends; the same index where there is none.
  private func endOfOptionalEnding(at start: Int) -> Int {
    guard let open = source.scalar(at: start), QuerySource.isOpeningParenthesis(open) else { return start }
    var end = start + 1
    while end - start <= 2, let scalar = source.scalar(at: end), "esxESX".unicodeScalars.contains(scalar) {
      end += 1
    }
    let ending = source.string(start + 1..<end).lowercased()
    guard ["e", "s", "x", "es"].contains(ending), let close = source.scalar(at: end),
      QuerySource.isClosingParenthesis(close)
    else { return start }
    end += 1
    if let scalar = source.scalar(at: end), scalar == "s" || scalar == "S" { end += 1 }
    if let scalar = source.scalar(at: end), QuerySource.isWordScalar(scalar) { return start }
    return end
  }

  /// The name before the first colon of a word, or before a comparison with an ordered field.
  ///
  /// The colon may stand apart behind the name of a field, as French typography has it.
  private func fieldPrefix(of token: Token) -> (name: Range<Int>, valueStart: Int)? {
    let range = token.range
    let mark = range.first { index in
      QuerySource.isColon(source.scalars[index]) || QuerySource.isComparison(source.scalars[index])
    }
    if let mark, QuerySource.isComparison(source.scalars[mark]),
      QueryField(named: source.string(range.lowerBound..<mark))?.isOrdered == true
    {
      return (range.lowerBound..<mark, mark)
    }
    if let colon = range.first(where: { QuerySource.isColon(source.scalars[$0]) }) {
      let name = range.lowerBound..<colon
      // A time, a ratio or a number of an item.
      let hasLetter = source.scalars[name].contains { $0.properties.isAlphabetic }
      return hasLetter ? (name, colon + 1) : nil
    }
    var next = token.next
    while let scalar = source.scalar(at: next), QuerySource.isBlank(scalar) { next += 1 }
    guard let scalar = source.scalar(at: next) else { return nil }
    let isColon = QuerySource.isColon(scalar)
    guard isColon || QuerySource.isComparison(scalar),
      let named = QueryField(named: source.string(range)), isColon || named.isOrdered
    else { return nil }
    return (range, isColon ? next + 1 : next)
  }

  /// Whether what stands before an index begins an address such as `https://`.
  private func isAddress(_ index: Int) -> Bool {
    source.scalar(at: index) == "/" && source.scalar(at: index + 1) == "/"
  }

  /// The word with its `*` or `~`.
  private func refined(_ range: Range<Int>) throws(QuerySyntaxError) -> QueryText {
    if let star = range.first(where: { source.scalars[$0] == "*" }) {
      let base = range.lowerBound..<star
      if let after = range.dropFirst(base.count).first(where: { source.scalars[$0] != "*" }) {
        throw failure(.wildcardInside, star..<after)
      }
      guard source.scalars[base].count(where: QuerySource.isWordScalar) >= 2 else {
        throw failure(.prefixTooShort, range)
      }
      return .prefix(source.string(base))
    }
    guard let tilde = range.last(where: { source.scalars[$0] == "~" }) else {
      return .word(source.string(range))
    }
    let base = range.lowerBound..<tilde
    let written = tilde + 1..<range.upperBound
    guard source.holdsWord(base), source.scalars[written].allSatisfy(QuerySource.isDigit) else {
      return .word(source.string(range))
    }
    // The shorter the word, the less two edits leave of it.
    let usual = source.scalars[base].count(where: QuerySource.isWordScalar) < 5 ? 1 : 2
    let distance = written.isEmpty ? usual : Int(source.string(written)) ?? Int.max
    guard (1...QueryLanguage.maximumDistance).contains(distance) else {
      throw failure(.fuzzyDistance, tilde..<range.upperBound)
    }
    return .fuzzy(source.string(base), distance: distance)
  }
}
