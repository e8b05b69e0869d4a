/// A model of pairs: a weighted sum of features, small trees for what features say together, and a calibration; a readable
/// text file (`passerelle-resolution/1`).
///
/// Features of a known direction can only raise or only lower the score.
public struct ResolutionModel: Sendable, Hashable {
  /// A feature with its share in the sum.
  public struct Feature: Sendable, Hashable {
    /// The name.
    public var name: String
    /// What one more adds to the log odds.
    public var weight: Double
    /// The mean over the training pairs, against which contributions are told.
    public var mean: Double

    /// Makes a feature.
    public init(name: String, weight: Double, mean: Double) {
      self.name = name
      self.weight = weight
      self.mean = mean
    }
  }

  /// A node of a tree: a question with two next nodes, or a leaf with a value.
  public struct Node: Sendable, Hashable {
    /// The rank of the feature; -1 for a leaf.
    public var feature: Int32
    /// The greatest value that goes to the next node.
    public var threshold: Float
    /// The node for greater values.
    public var right: Int32
    /// What the node adds to the log odds (of inner nodes: what it would, for explanations).
    public var value: Float

    /// Makes a node.
    public init(feature: Int32, threshold: Float, right: Int32, value: Float) {
      self.feature = feature
      self.threshold = threshold
      self.right = right
      self.value = value
    }
  }

  /// The first line of a model file.
  public static let format = "passerelle-resolution/1"

  /// The model's name, such as `organisations`.
  public var name: String
  /// The day it was trained.
  public var trained: String
  /// The SHA-256 of the training data.
  public var dataHash: String
  /// How many pairs it was trained on.
  public var pairs: Int
  /// The probability from which a pair counts as one thing.
  public var threshold: Double
  /// The log odds of a pair whose features are all 0.
  public var bias: Double
  /// The features.
  public var features: [Feature]
  /// The trees; a node's first child follows it.
  public var trees: [[Node]]
  /// The factor on the log odds that calibrates them.
  public var slope: Double
  /// What is added to calibrate them.
  public var offset: Double

  /// Makes a model.
  public init(
    name: String, trained: String, dataHash: String, pairs: Int, threshold: Double, bias: Double,
    features: [Feature], trees: [[Node]], slope: Double, offset: Double
  ) {
    self.name = name
    self.trained = trained
    self.dataHash = dataHash
    self.pairs = pairs
    self.threshold = threshold
    self.bias = bias
    self.features = features
    self.trees = trees
    self.slope = slope
    self.offset = offset
  }

  /// The log odds of a row, before calibration.
  ///
  /// - Precondition: The row has as many values as the model features.
  public func rawScore(_ row: UnsafeBufferPointer<Float>) -> Double {
    precondition(row.count == features.count, "as many values as features")
    var sum = bias
    for place in 0..<features.count { sum += features[place].weight * Double(row[place]) }
    var trees: Float = 0
    for tree in self.trees {
      tree.withUnsafeBufferPointer { nodes in
        var node = 0
        while nodes[node].feature >= 0 {
          node = row[Int(nodes[node].feature)] <= nodes[node].threshold ? node + 1 : Int(nodes[node].right)
        }
        trees += nodes[node].value
      }
    }
    return sum + Double(trees)
  }

  /// The calibrated probability of a row.
  public func probability(_ row: UnsafeBufferPointer<Float>) -> Double {
    Logistic.of(Logistic.damped(slope * rawScore(row) + offset))
  }

  /// What each feature adds to the calibrated log odds, against the mean of the training pairs; trees by their paths.
  public func contributions(_ row: UnsafeBufferPointer<Float>) -> [Double] {
    precondition(row.count == features.count, "as many values as features")
    var shares = features.indices.map { features[$0].weight * (Double(row[$0]) - features[$0].mean) }
    for tree in trees {
      var node = 0
      while tree[node].feature >= 0 {
        let feature = Int(tree[node].feature)
        let next = row[feature] <= tree[node].threshold ? node + 1 : Int(tree[node].right)
        shares[feature] += Double(tree[next].value - tree[node].value)
        node = next
      }
    }
    return shares.map { $0 * slope }
  }
}
