public import PasserelleCore

/// A relation between a thing and another thing or a value, with the sentences that read it aloud.
public struct OntologyRelation: Sendable, Hashable {
  /// The name within the ontology, such as `hasBuyer`.
  public let id: String
  /// The absolute IRI.
  public let iri: String
  /// The group that it is described in, such as `procurement`.
  public let group: String
  /// The names of the classes that subjects belong to.
  public let domain: [String]
  /// What objects are.
  public let range: [Range]
  /// The absolute IRIs of nearly equal relations in other vocabularies.
  public let closeMatches: [String]
  /// Whether the statement holds in both directions.
  public let isSymmetric: Bool
  /// The code list that objects come from, if there is one.
  public let codeList: String?
  /// The name for people.
  public let label: LocalizedText
  /// The sentence from the subject to the object.
  public let reading: ReadingSentence
  /// The sentence from the object to the subject.
  public let inverse: ReadingSentence
  /// The file that describes it, relative to the ontology folder.
  public let file: String

  /// What an object may be.
  public enum Range: Sendable, Hashable {
    /// A thing of a class, by the class's name.
    case type(String)
    /// A literal of a datatype, by absolute IRI.
    case datatype(String)
  }

  /// Whether every object is a literal.
  public var isAttribute: Bool {
    range.allSatisfy { if case .datatype = $0 { true } else { false } }
  }
}
