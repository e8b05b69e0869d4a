public import PasserelleCore
public import PasserelleText

/// Finds the concepts that a text speaks of, as weighted terms that are the same in every language.
///
/// Each language's labels are analysed when its first text comes. Not Sendable: use one per thread.
/// The method is described in Documentation/Methods/concepts.md.
public final class ConceptAnnotator {
  /// The concepts.
  public let scheme: ConceptScheme
  private let weights: ConceptWeights
  private var readers: [TextLanguage: ConceptReader] = [:]

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
  /// - Returns: At most 24 terms, each once, sorted by term; nothing where no label is near.
  /// - Complexity: O(*n*) in the words, each with the labels that hold it; labels are analysed at the first
  ///   text of a language.
  public func concepts(of text: String, language: TextLanguage) -> [WeightedConcept] {
    reader(of: language).concepts(of: text)
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
