package import PasserelleCore

/// A statement by its identifiers, without its graph.
package struct StatementTriple: Hashable, Sendable {
  /// The subject.
  package var subject: TermID
  /// The predicate.
  package var predicate: TermID
  /// The object.
  package var object: TermID

  /// Makes a statement.
  package init(subject: TermID, predicate: TermID, object: TermID) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
