public import PasserelleMatching
import PasserelleText

/// Trains the rankers of matching on past awards: of a benchmark file, or of a workspace.
///
/// Every block of time is asked of all the others (cross-fitting), so that a ranker sees needs whose own award it
/// does not know. Queries count the same whether their winner was known by one award or by many: learning from
/// well-known winners alone would teach it to pass over small vendors. Deterministic for any number of threads.
public enum MatchTraining {
  /// How rankers are trained.
  public struct Options: Sendable {
    /// Where places are.
    public var geography: any PlaceLocating & Sendable
    /// The day of training that models carry, `2026-01-31`.
    public var day: String
    /// The SHA-256 of the training data that models carry, 64 hexadecimal digits.
    public var dataHash: String
    /// The number of blocks of time.
    public var blocks = 5
    /// The most queries of one language.
    public var queryLimit = 20_000
    /// How trees grow: 200 small steps of 15 leaves.
    public var trees: BoostedTrees.Options = {
      var trees = BoostedTrees.Options()
      trees.rounds = 200
      trees.leaves = 15
      trees.learningRate = 0.05
      return trees
    }()
    /// How many growths from other seeds are averaged; each adds its size to the model.
    public var growths = 1
    /// The number of threads.
    public var threads = 1

    /// Makes options.
    public init(geography: any PlaceLocating & Sendable, day: String, dataHash: String) {
      self.geography = geography
      self.day = day
      self.dataHash = dataHash
    }
  }

  /// What training says while it runs.
  public enum Progress: Sendable, Hashable {
    /// Blocks asked so far, of how many.
    case blocks(done: Int, total: Int)
    /// A model is being fitted.
    case fitting(name: String)
  }

  /// Trains models: for each language that has awards one and a neutral one, and the two for other languages.
  ///
  /// - Parameters:
  ///   - awards: The past awards.
  ///   - options: How to train.
  ///   - progress: Called from any thread, one at a time.
  /// - Returns: The models, by language, the full one before the neutral one; `match-other` at the end. A language
  ///   without any query that has a winner gives none.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for options out of range.
  public static func train(
    _ awards: [PastAward], options: Options, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws -> [RankingModel] {
    var languages: [TextLanguage] = []
    for award in awards where !languages.contains(award.language) { languages.append(award.language) }
    languages.sort { $0.rawValue < $1.rawValue }
    let counter = BlockCounter(total: 2 * languages.count * options.blocks, report: progress)
    var models: [RankingModel] = []
    var all = [
      RankingData(featureNames: names(neutral: false)), RankingData(featureNames: names(neutral: true)),
    ]
    for language in languages {
      let own = awards.filter { $0.language == language }
      for neutral in [false, true] {
        var match = MatchOptions()
        match.neutral = neutral
        let crossFit = CrossFit(
          geography: options.geography, options: match, blockCount: options.blocks,
          queryLimit: options.queryLimit, threads: options.threads)
        let queries = try crossFit.queries(own) { counter.advance() }
        var data = RankingData(featureNames: names(neutral: neutral))
        for query in queries {
          append(query, neutral: neutral, to: &data)
          append(query, neutral: neutral, to: &all[neutral ? 1 : 0])
        }
        guard data.groupCount > 0 else { continue }
        let name = MatchModels.name(language: language.rawValue, neutral: neutral)
        progress(.fitting(name: name))
        models.append(try fit(data, name: name, language: language.rawValue, options: options))
      }
    }
    for (data, neutral) in zip(all, [false, true]) where data.groupCount > 0 {
      let name = MatchModels.name(language: "other", neutral: neutral)
      progress(.fitting(name: name))
      models.append(try fit(data, name: name, language: "mul", options: options))
    }
    return models
  }

  /// The names of the features that a model of a mode learns from.
  static func names(neutral: Bool) -> [String] { features(neutral: neutral).map(\.name) }

  static func features(neutral: Bool) -> [RankingFeature] {
    RankingFeature.allCases.filter { !(neutral && $0.isLeftOutByNeutral) }
  }

  static func append(_ query: CrossFit.Query, neutral: Bool, to data: inout RankingData) {
    let features = features(neutral: neutral)
    data.beginGroup()
    var values = [Float](repeating: 0, count: features.count)
    for row in 0..<query.rows.count {
      for (place, feature) in features.enumerated() { values[place] = query.rows[row, feature] }
      data.append(values: values, isRelevant: query.isWinner[row])
    }
  }

  /// Grows trees from several seeds and averages them.
  static func fit(
    _ data: RankingData, name: String, language: String, options: Options
  ) throws -> RankingModel {
    var growths: [BoostedTrees] = []
    for seed in 1...max(1, options.growths) {
      var trees = options.trees
      trees.seed = UInt64(seed)
      growths.append(try BoostedTrees(fitting: data, options: trees))
    }
    let header = RankingModel.Header(
      name: name, language: language, trained: options.day, dataHash: options.dataHash,
      queries: growths[0].queryCount, rows: data.rowCount)
    return try RankingModel(header: header, data: data, linear: nil, trees: BoostedTrees(averaging: growths))
  }
}
