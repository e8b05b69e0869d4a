/// The language in which people write queries: `voirie -éclairage titre:"eau potable" montant:>100k`.
///
/// Words are all wanted; `OU`, `SAUF`, parentheses, quotes, `field:value`. The page `QueryLanguage.md` is its
/// manual. Parsing knows nothing of an index: it gives what was asked, and where each part was written.
public enum QueryLanguage {
  /// The most characters of a query.
  public static let maximumLength = 10_000
  /// The most parentheses and `SAUF` inside each other.
  public static let maximumDepth = 50
  /// The most positions that the words of a phrase may be apart.
  public static let maximumSlop = 50
  /// The most edits between a word and its approximate spelling.
  public static let maximumDistance = 2

  /// Reads a query.
  ///
  /// - Returns: What is asked; it holds at least one word or condition.
  /// - Throws: ``QuerySyntaxError``, with the place and the remedy.
  /// - Complexity: O(*n*) for *n* characters.
  public static func parse(_ text: String) throws(QuerySyntaxError) -> ParsedQuery {
    let source = QuerySource(text, limit: 4 * maximumLength)
    guard source.characterCount <= maximumLength, !source.isCut else {
      let place = source.index(ofCharacter: maximumLength)
      throw QuerySyntaxError(.tooLong, in: text, at: source.range(place..<place))
    }
    var parser = QueryParser(source)
    return try parser.parse()
  }
}
