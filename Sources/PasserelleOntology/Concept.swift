public import PasserelleCore

/// A concept that texts of any language may speak of: a CPV code or a theme.
///
/// The vocabulary is that of SKOS (W3C, 2009): notation, broader, preferred and alternative labels.
public struct Concept: Sendable, Hashable {
  /// The identity: `cpv:` and the digits up to the last that is not zero, or `theme:` and a name.
  public let notation: String
  /// The notations of the concepts just above: a wider code, and the themes that a code belongs to.
  public let broader: [String]
  /// The names, in the order in which they were given.
  public let labels: [ConceptLabel]
}

/// A name of a concept in one language.
public struct ConceptLabel: Sendable, Hashable {
  /// The language as ISO 639-1 writes it, such as `fr`.
  public let language: String
  /// The name.
  public let text: String
  /// Whether it is the name to show; others are alternatives.
  public let isPreferred: Bool

  /// Makes a label.
  public init(language: String, text: String, isPreferred: Bool) {
    self.language = language
    self.text = text
    self.isPreferred = isPreferred
  }
}

/// A label of a CPV code that comes from outside the ontology, such as the official list.
public struct CPVConceptLabel: Sendable, Hashable {
  /// The code.
  public let code: CPVCode
  /// The language as ISO 639-1 writes it, such as `pt`.
  public let language: String
  /// The label.
  public let text: String

  /// Makes a label of a code.
  public init(code: CPVCode, language: String, text: String) {
    self.code = code
    self.language = language
    self.text = text
  }
}
