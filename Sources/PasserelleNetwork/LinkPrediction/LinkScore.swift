/// How likely a tie between two vertices is, and why.
public struct LinkScore: Sendable, Hashable {
  /// What one feature says.
  public struct Part: Sendable, Hashable {
    /// The feature.
    public let feature: LinkFeature
    /// Its value; nil where it is not known.
    public let value: Double?
    /// What it adds to ``LinkScore/value`` or takes from it, against the average pair.
    public let contribution: Double
  }

  /// The vertex that was asked about.
  public let source: Int32
  /// The other one.
  public let target: Int32
  /// The log odds: the sum of the contributions and the model's bias.
  public let value: Double
  /// The parts, largest contribution first.
  public let parts: [Part]

  /// The score between 0 and 1.
  ///
  /// It orders pairs; it is no chance that they will be tied, because a model sees more ties in training than there are.
  public var adequacy: Double { LinkModel.logistic(value) }
}
