public import PasserelleCore

/// A scheme of concepts that clauses, profiles and projects are filed under, such as use cases or layers.
public struct Taxonomy: Sendable, Hashable {
  /// The scheme's name, such as `use-cases`.
  public let id: String
  /// What it is, for people.
  public let label: LocalizedText
  /// What to know before relying on it.
  public let note: LocalizedText
  /// Whether the list is still open.
  public let isProvisional: Bool
  /// Whether clauses and profiles are tagged with its concepts.
  public let tagsTexts: Bool
  /// The scheme that ``TaxonomyConcept/broader`` stands in; nil for the scheme itself.
  public let parentScheme: String?
  /// The concepts in the order of the file.
  public let concepts: [TaxonomyConcept]
  /// The file, relative to the ontology folder.
  public let file: String

  /// The concept of a name.
  public func concept(_ id: String) -> TaxonomyConcept? { concepts.first { $0.id == id } }
}

/// A concept of a ``Taxonomy``.
public struct TaxonomyConcept: Sendable, Hashable {
  /// The name within the scheme, such as `smart-lighting`.
  public let id: String
  /// The absolute IRI.
  public let iri: String
  /// The name for people.
  public let label: LocalizedText
  /// Other names and words, by language code (`fr`, `en`, `pt`).
  public let alternatives: [ConceptLabel]
  /// The names of the concepts just above, in the parent scheme.
  public let broader: [String]
  /// Whether its place in the scheme is our reading rather than the source's word.
  public let isFilingInferred: Bool
  /// The themes that it belongs to, by name.
  public let themes: [String]
  /// Whether its use is restricted by law or disputed, and has to be shown so.
  public let isRestricted: Bool
}
