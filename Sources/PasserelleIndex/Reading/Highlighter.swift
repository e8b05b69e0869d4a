public import PasserelleText

/// Finds the words of a query in a text as it was written, and the passage that shows them best.
///
/// Words are compared by their analysed forms, so that `réseau` finds `réseaux`, and `éclairage` is found
/// in `l’éclairage` without its article. Give it the terms the index answered with, expansions of
/// approximate spellings included.
///
/// Not Sendable: use one per thread, for all texts of one answer.
public final class Highlighter {
  private let analyzer: TextAnalyzer
  private let patterns: HighlightPatterns
  private var tokens = TokenBuffer()

  /// Prepares the search for the words of a query.
  ///
  /// - Parameters:
  ///   - language: The language of the texts.
  ///   - words: Analysed terms.
  ///   - prefixes: Folded beginnings of words, compared with analysed forms and with words as written.
  ///   - phrases: Analysed terms of each phrase; they count only where they stand in sequence.
  ///   - weight: What finding a term is worth to a snippet, such as its inverse document frequency; 1 when
  ///     nil. A phrase is worth the sum of its terms, a prefix is asked for by its bytes.
  /// - Complexity: O(*n* log *n*) in the terms.
  public init(
    language: TextLanguage, words: [[UInt8]], prefixes: [[UInt8]] = [], phrases: [[[UInt8]]] = [],
    weight: (([UInt8]) -> Double)? = nil
  ) {
    analyzer = TextAnalyzer(language: language)
    patterns = HighlightPatterns(words: words, prefixes: prefixes, phrases: phrases, weight: weight)
  }

  /// Where the words of the query stand.
  ///
  /// - Parameter text: The text.
  /// - Returns: Ranges of its UTF-8 view, ascending and apart: a word as written, without an elided article;
  ///   a phrase from its first word to its last.
  /// - Complexity: O(*n*).
  public func highlights(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { HighlightMark.merged(marks(in: $0)) }
  }

  /// The passage that shows the most of the query, on one line.
  ///
  /// It holds the greatest weight of distinct words, then the most of them, then stands first. Runs of white
  /// space become one space. It begins and ends between words and, where one is near, between sentences; an
  /// ellipsis marks a sentence cut open. Without any word of the query it is the beginning of the text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - length: The most characters, counted as Unicode scalars; at least 16.
  /// - Returns: The passage, with the places of the words in it.
  /// - Complexity: O(*n*), and O(*m* log *m*) for *m* places found.
  public func snippet(of text: String, length: Int = 200) -> Snippet {
    var text = text
    return text.withUTF8 { bytes in
      let marks = marks(in: bytes)
      let window = HighlightWindow(bytes, length: max(16, length), marks: marks, weights: patterns.weights)
      return Snippet(bytes, window: window, marks: marks)
    }
  }

  private func marks(in bytes: UnsafeBufferPointer<UInt8>) -> [HighlightMark] {
    tokens.removeAll()
    analyzer.analyze(bytes, into: &tokens)
    return patterns.marks(of: tokens, in: bytes)
  }
}
