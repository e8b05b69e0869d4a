/// A decision tree whose leaves add to a score.
///
/// Nodes stand in the order of reading: a node, the tree of its left branch, the tree of its right branch. So
/// the left branch of a node is the next node. Amounts are whole numbers of a billionth, so that sums are
/// exact in any order.
public struct RankingTree: Sendable, Hashable {
  /// How many units of an amount make 1.
  public static let unit = 1e9

  /// A node: a question with two branches, or a leaf.
  public struct Node: Sendable, Hashable {
    /// The feature asked about; -1 for a leaf.
    public var feature: Int
    /// The left branch is taken when the feature's value is at most this.
    public var threshold: Float
    /// The node of the right branch; 0 for a leaf.
    public var right: Int
    /// A leaf's amount; elsewhere the mean amount of the training rows that came by; in units.
    public var value: Int64
    /// Number of training rows that came by.
    public var rows: Int

    /// Whether the node is a leaf.
    public var isLeaf: Bool { feature < 0 }

    /// Makes a question.
    public init(feature: Int, threshold: Float, right: Int, value: Int64, rows: Int) {
      self.feature = feature
      self.threshold = threshold
      self.right = right
      self.value = value
      self.rows = rows
    }

    /// Makes a leaf.
    public init(leaf value: Int64, rows: Int) {
      self.init(feature: -1, threshold: 0, right: 0, value: value, rows: rows)
    }
  }

  /// The nodes, in the order of reading.
  public var nodes: [Node]
  /// The learning rate that the amounts already contain.
  public var shrinkage: Double

  /// Makes a tree.
  public init(nodes: [Node], shrinkage: Double) {
    self.nodes = nodes
    self.shrinkage = shrinkage
  }

  /// An amount in units, rounded to a millionth so that it reads well.
  static func units(_ value: Double) -> Int64 {
    guard value.isFinite else { return 0 }
    return Int64((max(-1e3, min(1e3, value)) * 1e6).rounded()) * 1000
  }
}
