public import PasserelleCore
public import PasserelleText

/// What a person asks of the full text.
public struct SearchRequest: Sendable, Hashable {
  /// The query, in the language of Documentation/QueryLanguage.md.
  public var words: String
  /// Conditions beside those of the query.
  public var filter = DocumentFilter()
  /// The most results given.
  public var limit = 20
  /// The language of the words; nil for the one that the query asks documents of, else French.
  public var language: TextLanguage?
  /// The language that facts are told in: claims as sentences, and the names of things.
  public var facts = MessageLanguage.french
  /// Whether the answer says of each result how its score came about.
  public var explains = false

  /// Makes a request.
  public init(words: String) { self.words = words }
}
