/// How much of untrusted XML is taken at most.
public struct XMLLimits: Sendable, Hashable {
  /// The deepest nesting, at most 200.
  ///
  /// The root counts as one; libxml2 itself stops at 256.
  public let depth: Int
  /// The longest document, in bytes; also how much of a refused one is kept.
  public let documentBytes: Int
  /// The largest number of elements and attributes of one tree.
  public let nodes: Int

  /// Depth 64, documents of 16 MiB, trees of 500,000 nodes.
  public static let standard = XMLLimits()

  /// Makes limits; values under one are taken as one.
  public init(depth: Int = 64, documentBytes: Int = 16 << 20, nodes: Int = 500_000) {
    self.depth = min(200, max(1, depth))
    self.documentBytes = max(1, documentBytes)
    self.nodes = max(1, nodes)
  }
}
