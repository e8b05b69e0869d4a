public import PasserelleText

/// Takes a specification or notice apart: lots, clauses, criteria, and the facts that a match asks with.
///
/// Pure and deterministic: the same text gives the same outline. It reads plain text, Markdown with or without
/// front matter, notices in the standard forms of the European Union and in the national form of the BOAMP, in
/// French, English and Portuguese; other languages are cut into clauses and judged by their headings. Nothing is
/// guessed that the text does not say. The method and its measured errors are in
/// Documentation/Methods/specification.md.
public struct SpecificationAnalyzer: Sendable {
  /// The most clauses of an outline; the rest of a longer text is left out.
  public static let clauseLimit = 20_000

  /// Makes an analyser.
  public init() {}

  /// The outline of a text, without tags: see ``ClauseTagger``.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8; its first 4 MiB are read.
  ///   - language: The language, where it is known; nil to detect it.
  /// - Returns: The outline; with no clause for a text that says nothing.
  /// - Complexity: O(*n*) in the bytes.
  public func outline(of text: String, language: TextLanguage? = nil) -> SpecificationOutline {
    let source = SpecificationText(text)
    let segments = SpecificationSegmenter(source)
    let facts = FactReader(text: source, segments: segments)
    let declared = source.frontMatter.first { $0.key == "language" }.flatMap {
      TextLanguage(rawValue: $0.value)
    }
    let language = language ?? declared ?? Self.language(segments, text)
    var outline = SpecificationOutline(title: facts.title(), language: language)
    outline.lots = segments.lots
    facts.fill(&outline)
    var builder = ClauseBuilder(language: language, lots: outline.lots)
    for block in segments.blocks { builder.add(block) }
    outline.clauses = builder.finish()
    return outline
  }

  /// The language of the paragraphs rather than of the addresses that open a notice.
  private static func language(_ segments: SpecificationSegmenter, _ text: String) -> TextLanguage {
    var sample = ""
    for block in segments.blocks where sample.utf8.count < 4000 && block.text.utf8.count >= 40 {
      sample += block.text + "\n"
    }
    let guess = LanguageDetector.detect(sample)
    return guess == .neutral ? LanguageDetector.detect(text) : guess
  }
}
