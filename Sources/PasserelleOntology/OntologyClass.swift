public import PasserelleCore

/// A class of things, as its file in `Schemas/Classes` describes it.
public struct OntologyClass: Sendable, Hashable {
  /// The name within the ontology, such as `Commune`.
  public let id: String
  /// The absolute IRI.
  public let iri: String
  /// The name of the class above; nil for the root.
  public let parent: String?
  /// Whether things always belong to a class below.
  public let isAbstract: Bool
  /// The names of nearly equal classes of other vocabularies, as absolute IRIs.
  public let closeMatches: [String]
  /// The name for people.
  public let label: LocalizedText
  /// What belongs to the class and what does not.
  public let definition: LocalizedText
  /// The file that describes it, relative to the ontology folder.
  public let file: String
}
