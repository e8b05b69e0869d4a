/// Function words that carry no subject: articles, prepositions, pronouns, conjunctions.
///
/// The analyzer keeps them, because phrases need them. Callers that weigh or compare words leave them
/// out here. Content words are never listed, however frequent, and single consonants are not either:
/// `lot C` must stay searchable.
public enum StopWords {
  /// Whether a word is a function word of a language.
  ///
  /// - Parameters:
  ///   - folded: The word as ``TextFolding/fold(_:)`` gives it, not stemmed (`a` for `à`).
  ///   - language: The language; ``TextLanguage/neutral`` has no stop words.
  /// - Returns: True for a function word.
  /// - Complexity: O(*n*) in the length of the word.
  public static func contains(_ folded: String, language: TextLanguage) -> Bool {
    words(of: language).contains(folded)
  }

  /// All stop words of a language, folded.
  ///
  /// - Parameter language: The language.
  /// - Returns: The set, without order.
  /// - Complexity: O(1) after the first use.
  static func words(of language: TextLanguage) -> Set<String> {
    switch language {
    case .french: french
    case .english: english
    case .portuguese: portuguese
    case .german: german
    case .spanish: spanish
    case .italian: italian
    case .dutch: dutch
    case .neutral: []
    }
  }

  private static let french = set(StopWordTable.french)
  private static let english = set(StopWordTable.english)
  private static let portuguese = set(StopWordTable.portuguese)
  private static let german = set(StopWordTable.german)
  private static let spanish = set(StopWordTable.spanish)
  private static let italian = set(StopWordTable.italian)
  private static let dutch = set(StopWordTable.dutch)

  private static func set(_ table: String) -> Set<String> {
    Set(table.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
