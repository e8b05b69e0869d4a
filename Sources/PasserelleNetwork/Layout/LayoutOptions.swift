/// How a graph is laid out.
public struct LayoutOptions: Sendable, Hashable {
  /// The seed of the small shifts that part vertices of one place; the same seed gives the same bytes.
  public var seed: UInt64 = 1
  /// How many times forces act; nil for as many as the size allows, 100 to 400.
  public var iterations: Int?
  /// The radius of each vertex's circle, as a part of the side; nil for small equal ones.
  public var radii: [Double]?
  /// The least gap between circles, as a part of the side.
  public var gap = 0.002

  /// Lays out with equal circles.
  public init() {}
}

/// Where a vertex stands in a square of side 1; 0, 0 is the upper left corner.
public struct LayoutPoint: Sendable, Hashable {
  /// To the right, 0 to 1, a whole number of ten-thousandths.
  public let x: Double
  /// Downwards, the same.
  public let y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
