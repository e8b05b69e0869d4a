public import PasserelleCore
public import PasserelleText

/// Finds the concepts that a text speaks of, as weighted terms that are the same in every language.
///
/// The entries of the lexicon that it names are found beside them, as terms of their own: see ``LexiconReader``.
/// Each language's labels are analysed when its first text comes. Not Sendable: use one per thread.
/// The method is described in Documentation/Methods/concepts.md.
public final class ConceptAnnotator {
  /// The concepts.
  public let scheme: ConceptScheme
  private let weights: ConceptWeights
  private var readers: [TextLanguage: ConceptReader] = [:]
  private lazy var lexicon = LexiconReader(scheme.lexicon)

  /// The most entries of the lexicon for one text.
  private static let entryLimit = 256
  /// What an entry counts: half of a code, since a text may only mention it.
  static let entryWeight = WeightedConcept.fullWeight / 2

  /// Makes an annotator.
  ///
  /// - Parameters:
  ///   - scheme: The concepts and their labels.
  ///   - weights: How much each kind of evidence counts.
  /// - Complexity: O(1).
  public init(scheme: ConceptScheme, weights: ConceptWeights = .standard) {
    self.scheme = scheme
    self.weights = weights
  }

  /// The concepts of a text.
  ///
  /// A text of unknown language is compared unstemmed with the labels of every language; one of a language
  /// that has no labels is too, by the first letters of its words.
  ///
  /// - Parameters:
  ///   - text: The text, of less than 4 GiB; a title or a few paragraphs serve best. Its first 4,096 content
  ///     words count.
  ///   - language: Its language.
  /// - Returns: At most 24 concepts and 256 entries of the lexicon (`lex:appel-offres`), each once, sorted by term;
  ///   nothing where no label is near.
  /// - Complexity: O(*n*) in the words, each with the labels that hold it; labels are analysed at the first
  ///   text of a language.
  public func concepts(of text: String, language: TextLanguage) -> [WeightedConcept] {
    let concepts = reader(of: language).concepts(of: text)
    let entries = lexicon.entries(in: text, language: language).prefix(Self.entryLimit)
    if entries.isEmpty { return concepts }
    return
      (concepts
      + entries.map {
        WeightedConcept(term: scheme.lexicon.entries[$0].conceptTerm, weight: Self.entryWeight)
      })
      .sorted { $0.term < $1.term }
  }

  /// The stretches of a query's words that name an entry of the lexicon: see ``LexiconReader/spans(in:language:)``.
  public func lexiconSpans(in words: [String], language: TextLanguage) -> [LexiconReader.Span] {
    lexicon.spans(in: words, language: language)
  }

  /// The terms of a record's own codes, all of full weight: see ``ConceptScheme/concepts(ofCodes:)``.
  public func concepts(ofCodes codes: [CPVCode]) -> [WeightedConcept] { scheme.concepts(ofCodes: codes) }

  private func reader(of language: TextLanguage) -> ConceptReader {
    if let known = readers[language] { return known }
    var lexicon = ConceptLexicon(scheme, language: language, weights: weights)
    if lexicon.isEmpty, language != .neutral {
      lexicon = ConceptLexicon(
        scheme, language: .neutral, weights: weights, prefixLength: weights.kindredLetters)
    }
    let reader = ConceptReader(scheme: scheme, lexicon: lexicon, weights: weights)
    readers[language] = reader
    return reader
  }
}
