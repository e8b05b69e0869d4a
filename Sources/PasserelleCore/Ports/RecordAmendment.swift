/// Says that a record is one of several states that complete each other, such as the releases of an OCDS process.
///
/// States of one key are laid over each other in the order of their dates: what a later state says of a subject and
/// a relation takes the place of what earlier ones said; what it does not mention stays.
public struct RecordAmendment: Sendable, Hashable {
  /// What the source calls this state, unique among those of the key; a state met before changes nothing.
  public let identifier: String
  /// When the source issued it; nil where it does not say, then the order of arrival counts.
  public let issued: Instant?
  /// Whether it says everything, so that nothing of earlier states stays: a compiled release.
  public let isWhole: Bool

  /// Makes an amendment.
  public init(identifier: String, issued: Instant?, isWhole: Bool) {
    self.identifier = identifier
    self.issued = issued
    self.isWhole = isWhole
  }
}

/// A subject and a relation that a record says no longer hold.
public struct StatementRemoval: Sendable, Hashable {
  /// The subject, by IRI.
  public let subject: String
  /// The relation, by IRI; nil for all that was said of the subject.
  public let predicate: String?

  /// Makes a removal.
  public init(subject: String, predicate: String?) {
    self.subject = subject
    self.predicate = predicate
  }
}
