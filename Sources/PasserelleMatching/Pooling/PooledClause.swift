/// A clause of a specification with the document it stands in, as pooling takes it.
public struct SourcedClause: Sendable, Hashable {
  /// The document, by any name that tells it from others, such as an IRI.
  public let document: String
  /// The clause.
  public let clause: SpecificationClause

  /// Makes a sourced clause.
  public init(document: String, clause: SpecificationClause) {
    self.document = document
    self.clause = clause
  }
}

/// Clauses of several specifications that say the same, as one reusable clause.
public struct PooledClause: Sendable, Hashable {
  /// The place of the clause that stands for all: the one most like the others.
  public let representative: Int
  /// The places of all the clauses, in the order given.
  public let members: [Int]
  /// How many documents they come from.
  public let documentCount: Int
  /// The numbers that differ between the clauses, by their order in the representative.
  ///
  /// They are what a buyer must decide. Each list is sorted and holds each number once.
  public let values: [[String]]
}
