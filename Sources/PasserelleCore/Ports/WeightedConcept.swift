/// A concept as a term of the index, with how surely a text speaks of it.
public struct WeightedConcept: Sendable, Hashable {
  /// `cpv2:45`, `cpv3:453`, `cpv4:4531`, `cpv5:45311`, `cpv8:45311200` or `theme:energy`.
  public let term: String
  /// From 1, a hint, to 8, certain.
  public let weight: Int

  /// The greatest weight.
  public static let fullWeight = 8

  /// Makes a weighted term.
  public init(term: String, weight: Int) {
    self.term = term
    self.weight = weight
  }
}
