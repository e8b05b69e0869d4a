public import PasserelleCore

/// What the reader of a network is told besides the statements.
public struct NetworkSurroundings: Sendable {
  /// What is known of a French commune by its INSEE code.
  public struct Commune: Sendable, Hashable {
    /// Its name.
    public var name: LocalizedText?
    /// Where it is.
    public var point: GeographicPoint?
    /// How many people live there.
    public var population: Int?

    /// Makes what is known.
    public init(name: LocalizedText? = nil, point: GeographicPoint? = nil, population: Int? = nil) {
      self.name = name
      self.point = point
      self.population = population
    }
  }

  /// The IRIs of the product.
  public var iris: IRISpace
  /// The IRI that stands for a thing and all that is one with it; the IRI itself for a thing that is alone.
  public var canonical: @Sendable (String) -> String
  /// What is known of a commune.
  public var commune: @Sendable (String) -> Commune?
  /// The name of a thing that no statement names, by its IRI.
  public var name: @Sendable (String) -> LocalizedText?

  /// Makes surroundings in which nothing is known.
  public init(iris: IRISpace = IRISpace()) {
    self.iris = iris
    canonical = { $0 }
    commune = { _ in nil }
    name = { _ in nil }
  }
}
