/// How much each kind of evidence for a concept counts.
///
/// The unit of evidence is the sum of the inverse document frequencies, over labels, of the words found. The
/// standard values were chosen on 400 Portuguese awards: see Documentation/Methods/concepts.md.
public struct ConceptWeights: Sendable, Hashable {
  /// Factor of a label whose content words follow one another in the text.
  public var sequence = 1.0
  /// Factor of a label whose content words all stand within a short window.
  public var window = 0.85
  /// Content words that a window may hold beyond those of the label.
  public var windowSlack = 4
  /// Factor of a label of which only some words are found, before the share found.
  public var part = 0.4
  /// Codes above which a single word is too frequent to recall the labels that hold it.
  public var frequentWord = 200
  /// Factor of each step from a concept to the one above.
  public var decay = 0.9
  /// Factor from a code to its theme.
  public var theme = 0.7
  /// Evidence that gives full weight even though nothing stronger is there.
  public var certain = 8.0
  /// Share of the text's strongest evidence below which a term is left out.
  public var least = 0.1
  /// Letters of each word that are compared for a language without labels, so that kindred words of two
  /// languages meet (`energi`, `medica`); 0 compares whole words.
  public var kindredLetters = 6
  /// The most terms of a text, at most 24.
  public var limit = 20

  /// Makes the standard weights.
  public init() {}

  /// The standard weights.
  public static let standard = ConceptWeights()
}
