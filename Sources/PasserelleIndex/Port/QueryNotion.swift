/// A notion that some words of a query name, which texts may name otherwise.
public struct QueryNotion: Sendable, Hashable {
  /// The words, by rank.
  public var words: Range<Int>
  /// The term that documents which name it have among their concepts, such as `lex:appel-offres`.
  public var term: String
  /// How texts name it.
  public var names: [Name]

  /// A name of a notion.
  public struct Name: Sendable, Hashable {
    /// The name.
    public var text: String
    /// The language as ISO 639-1 writes it.
    public var language: String

    /// Makes a name.
    public init(text: String, language: String) {
      self.text = text
      self.language = language
    }
  }

  /// Makes a notion.
  public init(words: Range<Int>, term: String, names: [Name]) {
    self.words = words
    self.term = term
    self.names = names
  }
}
