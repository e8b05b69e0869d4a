/// What scores candidates: a weighted sum of standardised features, decision trees, or both added.
///
/// Every amount is a whole number of a billionth, so the contributions of features and the bias add up to the
/// score exactly, in any order and on every machine. A model is a readable text: see ``text`` and
/// ``init(text:inputs:source:)``.
public struct RankingModel: Sendable, Hashable {
  /// What a model says of itself.
  public struct Header: Sendable, Hashable {
    /// A name that reports quote.
    public var name: String
    /// The language of the texts it ranks, a code of two or three letters; `mul` for several.
    public var language: String
    /// The day of training, `2026-01-31`.
    public var trained: String
    /// The SHA-256 of the training data, 64 hexadecimal digits.
    public var dataHash: String
    /// Number of queries it learned from.
    public var queries: Int
    /// Number of candidates of these queries.
    public var rows: Int

    /// Makes a header.
    public init(name: String, language: String, trained: String, dataHash: String, queries: Int, rows: Int) {
      self.name = name
      self.language = language
      self.trained = trained
      self.dataHash = dataHash
      self.queries = queries
      self.rows = rows
    }
  }

  /// A feature of a model.
  public struct Feature: Sendable, Hashable {
    /// The name that program and model share.
    public var name: String
    /// The mean over the training rows.
    public var mean: Double
    /// The standard deviation over the training rows; 0 for a feature that never varied.
    public var deviation: Double
    /// The weight of the standardised value; 0 in a model of trees alone.
    public var weight: Double
    /// The feature's part, from 0 to 1, of all contributions to the training rows, signs left out.
    public var importance: Double

    /// Makes a feature.
    public init(name: String, mean: Double, deviation: Double, weight: Double, importance: Double) {
      self.name = name
      self.mean = mean
      self.deviation = deviation
      self.weight = weight
      self.importance = importance
    }
  }

  /// A sum of standardised features, decision trees, or both.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A weighted sum of standardised features.
    case linear
    /// Decision trees alone.
    case trees
    /// A weighted sum, corrected by decision trees.
    case linearAndTrees = "linear+trees"
  }

  /// What the model says of itself.
  public let header: Header
  /// The features, in the order of the file.
  public let features: [Feature]
  /// The trees, in the order in which they were grown; they ask about places in ``features``.
  public let trees: [RankingTree]
  /// The names of the values that ``score(_:)`` takes, in their order.
  public let inputs: [String]
  /// The score of a candidate of which nothing is known: the mean of each tree, added up.
  public let bias: Double

  /// Lines of the weighted sum that count.
  let terms: [Term]
  /// The nodes of all trees, ready to be walked.
  let steps: [Step]
  /// Where each tree starts in `steps`.
  let roots: [Int32]

  struct Term: Sendable, Hashable {
    var input: Int
    var mean: Double
    var deviation: Double
    var weight: Double
  }

  struct Step: Sendable, Hashable {
    /// The place of the value asked about; -1 for a leaf.
    var input: Int32
    var threshold: Float
    var right: Int32
    var value: Int64
  }

  /// A sum of standardised features, decision trees, or both.
  public var kind: Kind {
    trees.isEmpty ? .linear : terms.isEmpty ? .trees : .linearAndTrees
  }

  /// Makes a model from parts that are known to fit; `places` says for each feature which input it reads.
  init(
    checked header: Header, features: [Feature], trees: [RankingTree], inputs: [String], places: [Int]
  ) {
    self.header = header
    self.features = features
    self.trees = trees
    self.inputs = inputs
    terms = features.indices.compactMap { place in
      let feature = features[place]
      guard feature.weight != 0, feature.deviation > 0 else { return nil }
      return Term(
        input: places[place], mean: feature.mean, deviation: feature.deviation, weight: feature.weight)
    }
    var steps: [Step] = []
    var roots: [Int32] = []
    var bias: Int64 = 0
    for tree in trees {
      let root = Int32(steps.count)
      roots.append(root)
      bias += tree.nodes.first?.value ?? 0
      for node in tree.nodes {
        steps.append(
          Step(
            input: node.isLeaf ? -1 : Int32(places[node.feature]), threshold: node.threshold,
            right: node.isLeaf ? 0 : root + Int32(node.right), value: node.value))
      }
    }
    self.steps = steps
    self.roots = roots
    self.bias = Double(bias) / RankingTree.unit
  }
}
