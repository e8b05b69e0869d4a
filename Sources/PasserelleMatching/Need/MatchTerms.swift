public import PasserelleText

/// Makes the terms of documents and needs, so that both sides always meet.
///
/// Not Sendable, as the analyser it holds: use one per thread.
public final class MatchTerms {
  private let analyzer: TextAnalyzer
  private lazy var neutral = TextAnalyzer(language: .neutral)
  private var buffer = TokenBuffer()

  /// Makes the terms of a language.
  public init(language: TextLanguage) {
    analyzer = TextAnalyzer(language: language)
  }

  /// All stemmed words of a text in order, stop words kept, as those of a document's title, body and profile.
  public func words(_ text: String) -> [String] { analyzer.tokens(of: text) }

  /// The stemmed words of a text that say something: no stop words, no single letters or digits.
  ///
  /// - Parameter text: The text of a need.
  /// - Returns: The words in the order of the text, duplicates kept.
  public func tellingWords(_ text: String) -> [String] {
    buffer.removeAll()
    analyzer.analyze(text, into: &buffer)
    let source = Array(text.utf8)
    var words: [String] = []
    for index in 0..<buffer.count {
      let word = buffer[index]
      guard word.utf8.count > 1, !StopWords.contains(word, language: analyzer.language) else { continue }
      let written = String(decoding: source[buffer.byteRange(at: index)], as: UTF8.self)
      guard !StopWords.contains(TextFolding.fold(written), language: analyzer.language) else { continue }
      words.append(word)
    }
    return words
  }

  /// Character 4-grams of a title, as the index cuts them.
  public static func grams(_ title: String) -> [String] { CharacterGrams.grams(of: title, size: 4) }

  /// The unstemmed words of a text, as the index takes those of names.
  public func names(_ text: String) -> [String] { neutral.tokens(of: text) }
}
