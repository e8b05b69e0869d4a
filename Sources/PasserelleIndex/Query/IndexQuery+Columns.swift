extension IndexQuery {
  /// The same question with other conditions in the place of those on a column of numbers.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - other: What stands in the place of each condition on it.
  /// - Returns: The question; nil where it has no such condition.
  /// - Complexity: O(*n*) for *n* parts.
  public func replacing(number column: Int, by other: IndexQuery) -> IndexQuery? {
    var isFound = false
    let changed = replacing(number: column, by: other, &isFound)
    return isFound ? changed : nil
  }

  private func replacing(number column: Int, by other: IndexQuery, _ isFound: inout Bool) -> IndexQuery {
    switch self {
    case .number(column: column, range: _):
      isFound = true
      return other
    case .filter(let inner): return .filter(inner.replacing(number: column, by: other, &isFound))
    case .boolean(let must, let should, let mustNot):
      func all(_ parts: [IndexQuery]) -> [IndexQuery] {
        parts.map { $0.replacing(number: column, by: other, &isFound) }
      }
      return .boolean(must: all(must), should: all(should), mustNot: all(mustNot))
    case .everything, .nothing, .word, .phrase, .prefix, .fuzzy, .keyword, .keywordPrefix, .number,
      .documents:
      return self
    }
  }
}
