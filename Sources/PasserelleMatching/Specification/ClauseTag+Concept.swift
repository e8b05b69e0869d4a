extension ClauseTag {
  /// The concept of a tag, apart from the words that gave it.
  public struct Concept: Sendable, Hashable {
    /// The taxonomy.
    public let scheme: Scheme
    /// The concept's key, such as `lighting`.
    public let key: String

    /// Makes a concept's name.
    public init(scheme: Scheme, key: String) {
      self.scheme = scheme
      self.key = key
    }
  }

  /// The concept.
  public var concept: Concept { Concept(scheme: scheme, key: key) }
}
