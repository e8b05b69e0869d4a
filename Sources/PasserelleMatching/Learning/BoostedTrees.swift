import PasserelleCore

/// A ranker of small decision trees, each correcting those before it: LambdaMART.
///
/// The algorithm of Burges (2010) as the objective `lambdarank` of LightGBM (Ke and others, 2017) does it:
/// histograms of at most 255 values a feature, trees grown leaf by leaf, gradients of pairs weighted by the
/// nDCG that their exchange would gain. Gradients are summed as whole numbers: sums are exact, so the same data
/// and seed give the same trees everywhere.
public struct BoostedTrees: Sendable {
  /// How trees are grown.
  public struct Options: Sendable, Hashable {
    /// Number of trees.
    public var rounds = 60
    /// The largest number of leaves of a tree.
    public var leaves = 7
    /// How much of each tree's correction is kept.
    public var learningRate = 0.15
    /// The smallest number of training rows of a leaf.
    public var minimumRows = 50
    /// The smallest sum of curvature of a leaf.
    public var minimumCurvature = 1e-3
    /// The penalty on squares of leaf amounts.
    public var penalty = 5.0
    /// The part of the features that each tree sees.
    public var featureFraction = 0.6
    /// The part of the rows that each tree learns from.
    public var rowFraction = 0.8
    /// Pairs count when one of the two stands in so many first places.
    public var truncation = 20
    /// The steepness of the logistic function of a pair.
    public var steepness = 1.0
    /// Whether gradients are scaled by query and by distance of scores (`lambdarank_norm`).
    public var normalises = true
    /// The largest number of bins of a feature, up to 255.
    public var bins = 255
    /// For each feature, +1 where the score may only rise with it, -1 where it may only fall, else 0.
    ///
    /// Empty for no constraint.
    public var monotone: [Int] = []
    /// The seed of all draws.
    public var seed: UInt64 = 1

    /// Makes the standard options: small trees that a person can read.
    public init() {}
  }

  /// The trees, in the order in which they were grown.
  public let trees: [RankingTree]
  /// Number of queries that had something to teach: with a winner and another candidate.
  public let queryCount: Int

  /// Grows trees on data; queries without a winner are skipped.
  ///
  /// - Parameters:
  ///   - data: The training data.
  ///   - base: For each row, the score that the trees correct, such as a linear ranker's; empty for 0.
  ///   - options: How to grow.
  ///   - shouldContinue: Called after each tree with how many there are; false ends the growth there.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for options out of range, or for more than
  ///   16 million rows.
  /// - Precondition: `base` is empty or holds one score for each row.
  /// - Complexity: O(*n* · *f* · *d*) a tree, for *n* rows of *f* features and trees of depth *d*.
  public init(
    fitting data: RankingData, above base: [Double] = [], options: Options = Options(),
    shouldContinue: (Int) -> Bool = { _ in true }
  ) throws {
    precondition(base.isEmpty || base.count == data.rowCount, "one base score for each row")
    try options.check(featureCount: data.featureCount)
    let groups = data.instructiveGroups
    queryCount = groups.count
    guard !groups.isEmpty else {
      trees = []
      return
    }
    let bins = try FeatureBins(data, groups: groups, limit: options.bins, seed: options.seed)
    let lambdas = LambdaGradients(data, groups: groups, options: options)
    let grower = TreeGrower(bins, options: options)
    var scores: [Int64] = []
    scores.reserveCapacity(bins.rowCount)
    for group in groups {
      for row in data.rows(ofGroup: group) {
        let score = base.isEmpty || !base[row].isFinite ? 0 : max(-1e3, min(1e3, base[row]))
        scores.append(Int64((score * RankingTree.unit).rounded()))
      }
    }
    var grown: [RankingTree] = []
    while grown.count < options.rounds {
      lambdas.update(scores: scores)
      guard let tree = grower.grow(lambdas, scores: &scores) else { break }
      grown.append(tree)
      guard shouldContinue(grown.count) else { break }
    }
    trees = grown
  }
}

extension BoostedTrees.Options {
  /// Refuses options that no training can follow.
  func check(featureCount: Int) throws {
    let isValid =
      rounds >= 0 && rounds <= 10_000 && leaves >= 2 && leaves <= 1024 && minimumRows >= 1
      && learningRate > 0 && learningRate <= 1 && minimumCurvature >= 0 && penalty >= 0 && penalty.isFinite
      && featureFraction > 0 && featureFraction <= 1 && rowFraction > 0 && rowFraction <= 1
      && truncation >= 1 && steepness > 0 && steepness.isFinite && bins >= 2 && bins <= 255
      && (monotone.isEmpty || monotone.count == featureCount) && monotone.allSatisfy { abs($0) <= 1 }
    guard isValid else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "réglages d’apprentissage hors limites : revoir les nombres d’arbres, de feuilles et les parts",
          en: "training options out of range: check the numbers of trees and leaves and the fractions"))
    }
  }
}
