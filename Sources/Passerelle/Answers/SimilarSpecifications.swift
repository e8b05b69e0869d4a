public import PasserelleCore
public import PasserelleMatching

/// A specification or call comparable with a need.
public struct ComparableSpecification: Sendable, Hashable {
  /// Its IRI.
  public let iri: String
  /// Its title.
  public let title: String
  /// Whether it is a specification or a call.
  public let kind: DocumentKind
  /// Likeness by words, 0 to 1; 1 for the nearest.
  public let similarity: Double
  /// How many functional and technical clauses it has.
  public let clauseCount: Int
  /// How many of the need's functional and technical clauses it also has.
  public let sharedCount: Int
  /// The record that states it.
  public let source: Dossier.Source
}

/// A clause of a comparable specification, with where it stands.
public struct SourcedRequirement: Sendable, Hashable {
  /// The specification's place in the list of those compared; nil for the need itself.
  public let specification: Int?
  /// The IRI of the record that states it; nil for the need itself.
  public let record: String?
  /// The clause's name within its specification, such as `F3`.
  public let id: String
  /// The heading that it stands under; empty for none.
  public let heading: String
  /// The number of its paragraph in the record, from 1; nil for a call and for a document that is not stored.
  public let paragraph: Int?
  /// The line of the document on which it starts, from 1; nil for what is stored.
  public let line: Int?
  /// The text.
  public let text: String
  /// Whether it comes from demonstration data.
  public let isDemonstration: Bool
}

/// A clause of the need beside the nearest clauses of comparable specifications.
public struct ClauseComparison: Sendable, Hashable {
  /// A clause near it.
  public struct Near: Sendable, Hashable {
    /// The clause.
    public let requirement: SourcedRequirement
    /// How alike the two are, 0 to 1.
    public let likeness: Double
    /// Whether the two say the same, but for numbers.
    public let isSame: Bool
  }

  /// The clause of the need.
  public let clause: SpecificationClause
  /// The paragraph that it stands in, where the need is stored.
  public let paragraph: Int?
  /// The nearest clauses, best first, one a specification; may be empty.
  public let nearest: [Near]
}

/// Which specifications a reusable skeleton is composed of.
public enum SkeletonScope: String, Sendable, Hashable, CaseIterable {
  /// The nearest ones.
  case nearest
  /// Every one of the workspace in the need's language.
  case all
}
