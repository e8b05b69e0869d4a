public import PasserelleCore
public import PasserelleText

/// Makes the terms of documents and needs, so that both sides always meet.
///
/// Not Sendable, as the analyser it holds: use one per thread.
public final class MatchTerms {
  private let analyzer: TextAnalyzer
  private var buffer = TokenBuffer()

  /// Makes the terms of a language.
  public init(language: TextLanguage) {
    analyzer = TextAnalyzer(language: language)
  }

  /// All stemmed words of a text in order, stop words kept: the ``TextField/words`` of a document.
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

  /// Character 4-grams of a title: the ``TextField/grams`` of a document.
  public static func grams(_ title: String) -> [String] { CharacterGrams.grams(of: title, size: 4) }

  /// The prefixes of CPV codes: the ``TextField/codes`` of a document.
  public static func codes(_ codes: [CPVCode]) -> [String] {
    codes.flatMap { code in
      CodeSimilarity.levels.map { "c\($0):" + code.digits.prefix($0) }
    }
  }

  /// The folded words of names, not stemmed: the ``TextField/names`` of a document.
  public static func names(_ names: [String]) -> [String] {
    names.flatMap { TextFolding.fold($0).split(separator: " ").map(String.init) }
  }

  /// The terms of an award that matching needs, for the text index; search over everything adds its own field.
  ///
  /// - Parameters:
  ///   - title: Its title.
  ///   - description: Further text; may be empty.
  ///   - codes: Its CPV codes, main code first.
  ///   - names: Names of the buyer, the winners and the place.
  /// - Returns: The terms by field.
  public func award(title: String, description: String, codes: [CPVCode], names: [String]) -> [TextField:
    [String]]
  {
    [
      .words: words(title) + (description.isEmpty ? [] : words(description)),
      .grams: Self.grams(title), .codes: Self.codes(codes), .names: Self.names(names),
    ]
  }

  /// The terms of a vendor's profile that matching needs, for the text index.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - texts: The titles of what it won, and what it declares.
  /// - Returns: The terms by field. Codes are left out: they are compared award by award.
  public func vendor(name: String, texts: [String]) -> [TextField: [String]] {
    [.words: texts.flatMap { words($0) }, .names: Self.names([name])]
  }
}
