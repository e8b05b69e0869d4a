public import PasserelleCore
import PasserelleText

/// Finds vendors for a need by the past awards that are near it, and says why.
///
/// Past awards are sought in several channels: words and character 4-grams by the text index; CPV prefixes,
/// places and buyers by the catalogue. Each vendor in them gets a row of features, and a trained ranker scores
/// the rows; the parts of the score are the reasons. Documentation/Methods/matching.md has the method and its
/// measure.
///
/// The same catalogue, index, models, need and options always give the same answer. Not for several threads at
/// once: use one each.
public struct Matcher {
  /// The fields in which the words of a need find awards.
  static let wordFields: [TextField] = [.title, .body]
  /// The fields in which the words of a need find anything.
  static let countedFields: [TextField] = [.title, .body, .profile]
  /// How many of the nearest awards are summed for a vendor.
  static let neighbourCount = 200

  let catalogue: AwardCatalogue
  let text: any TextSearching
  let models: MatchModels
  let proximity: Proximity
  private let analyses = AnalysisCache()

  /// Makes a matcher over one state of catalogue and index.
  ///
  /// - Parameters:
  ///   - catalogue: The past awards; their documents are those of the index.
  ///   - text: The text index, with documents of kinds award and vendor.
  ///   - geography: Where places are.
  ///   - models: The rankers; without any, a plain formula ranks.
  public init(
    catalogue: AwardCatalogue, text: any TextSearching, geography: any PlaceLocating,
    models: MatchModels = MatchModels()
  ) {
    self.catalogue = catalogue
    self.text = text
    self.models = models
    proximity = Proximity(places: catalogue.places, geography: geography)
  }

  /// Ranks the vendors for a need.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - options: How many vendors, how neutral.
  ///   - accepting: Called once for every candidate, in rank order, with the vendor's index; those it refuses are
  ///     left out of the answer, so that a filter can count what it removes. Nil accepts all.
  /// - Returns: The vendors with their reasons; empty when nothing in the catalogue is near the need.
  /// - Throws: What the text index throws when it cannot be read.
  /// - Complexity: O(postings of the need's terms + *n* log *n*) for *n* near awards.
  public func match(
    _ need: Need, options: MatchOptions = MatchOptions(), accepting: ((Int) -> Bool)? = nil
  ) throws -> MatchResult {
    let search = try Search(need, options: options, matcher: self)
    let rows = try search.rows()
    let model = models.model(for: need.language, neutral: options.neutral)
    let scores = Self.scores(of: rows, model)
    var order = Self.best(scores, rows, catalogue)
    if let accepting { order = order.filter { accepting(Int(rows.vendors[$0])) } }
    let vendors = try search.explain(
      order.prefix(max(0, options.limit)).map { Ranked(row: $0, score: scores[$0]) }, rows, scores, model)
    return MatchResult(
      vendors: vendors, newcomers: try newcomers(order, rows, search), candidateCount: rows.count,
      isNeutral: options.neutral, weights: model.header.name)
  }

  /// One vendor in the answer to a need, wherever it stands.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - vendor: The vendor's index in the catalogue.
  ///   - options: How neutral, and the limits of the search.
  /// - Returns: The vendor with its reasons, its rank from 1 and among how many candidates; nil when it is no
  ///   candidate for the need.
  /// - Throws: What the text index throws when it cannot be read.
  public func explain(
    _ need: Need, vendor: Int, options: MatchOptions = MatchOptions()
  ) throws -> (rank: Int, candidateCount: Int, vendor: RankedVendor)? {
    let search = try Search(need, options: options, matcher: self)
    let rows = try search.rows()
    let model = models.model(for: need.language, neutral: options.neutral)
    let scores = Self.scores(of: rows, model)
    let order = Self.best(scores, rows, catalogue)
    guard let place = order.firstIndex(where: { Int(rows.vendors[$0]) == vendor }),
      let found = try search.explain(
        [Ranked(row: order[place], score: scores[order[place]])], rows, scores, model
      ).first
    else { return nil }
    return (place + 1, rows.count, found)
  }

  /// The candidates without any award, ranked among themselves by the neutral ranker: by content only.
  private func newcomers(_ order: [Int], _ rows: FeatureRows, _ search: Search) throws -> [RankedVendor] {
    let new = order.filter { catalogue.vendorAwards[rows.vendors[$0]].isEmpty }
    guard !new.isEmpty, search.options.newcomerLimit > 0 else { return [] }
    let model = models.model(for: search.need.language, neutral: true)
    let scores = Self.scores(of: rows, model)
    let best = Self.best(scores, rows, catalogue, among: new).prefix(search.options.newcomerLimit)
    return try search.explain(best.map { Ranked(row: $0, score: scores[$0]) }, rows, scores, model)
  }

  /// The past awards nearest to a need, whoever won them.
  ///
  /// - Parameters:
  ///   - need: The need; an award's own title and codes find awards like it.
  ///   - limit: The most awards wanted.
  ///   - options: The limits on terms.
  /// - Returns: The awards, nearest first, ties by document number.
  /// - Throws: What the text index throws when it cannot be read.
  public func similarAwards(
    _ need: Need, limit: Int, options: MatchOptions = MatchOptions()
  ) throws -> [SimilarAward] {
    let search = try Search(need, options: options, matcher: self)
    return try search.describe(Array(search.pool.awards.indices.prefix(max(0, limit))))
  }

  /// The candidates of a need with their features, before any ranking; what rankers learn from.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - options: How neutral, and the limits of the search.
  ///   - excluding: Documents of awards that must not count, such as the need's own.
  /// - Returns: The candidates, in no order that means anything.
  /// - Throws: What the text index throws when it cannot be read.
  public func candidates(
    _ need: Need, options: MatchOptions, excluding: [Int64] = []
  ) throws -> FeatureRows {
    let excluded = Set(excluding.compactMap { catalogue.award(ofDocument: $0) })
    return try Search(need, options: options, matcher: self, excluded: excluded).rows()
  }

  /// The candidates in the order of a model's scores, best first, ties by IRI.
  ///
  /// - Parameters:
  ///   - rows: The candidates of a need.
  ///   - model: The ranker.
  ///   - limit: The most wanted.
  /// - Returns: Places in the rows with their scores.
  public func ranking(
    _ rows: FeatureRows, by model: RankingModel, limit: Int
  ) -> [(place: Int, score: Double)] {
    let scores = Self.scores(of: rows, model)
    return Self.best(scores, rows, catalogue).prefix(max(0, limit)).map { ($0, scores[$0]) }
  }

  /// The analysis of a language; made once.
  func analysis(_ language: TextLanguage) -> MatchTerms { analyses.terms(of: language) }

  func terms(of need: Need, options: MatchOptions) throws -> NeedTerms {
    try NeedTerms(need, limits: options, text: text, analysis: analysis(need.language))
  }

  private static func scores(of rows: FeatureRows, _ model: RankingModel) -> [Double] {
    rows.values.withUnsafeBufferPointer { values in
      (0..<rows.count).map { row in
        let range = row * FeatureRows.width..<(row + 1) * FeatureRows.width
        let row = UnsafeBufferPointer(rebasing: values[range])
        let score = model.score(row) - model.bias
        return FeatureRows.isOnTopic(row) ? score : score - FeatureRows.offTopicWeight
      }
    }
  }

  /// The places of candidates by score, best first, ties by IRI.
  private static func best(
    _ scores: [Double], _ rows: FeatureRows, _ catalogue: AwardCatalogue, among places: [Int]? = nil
  ) -> [Int] {
    (places ?? Array(scores.indices)).sorted { left, right in
      if scores[left] != scores[right] { return scores[left] > scores[right] }
      return catalogue.vendorIRIs[Int(rows.vendors[left])] < catalogue.vendorIRIs[Int(rows.vendors[right])]
    }
  }
}

/// The analyses made so far, by language.
private final class AnalysisCache {
  private var made: [TextLanguage: MatchTerms] = [:]

  func terms(of language: TextLanguage) -> MatchTerms {
    if let known = made[language] { return known }
    let terms = MatchTerms(language: language)
    made[language] = terms
    return terms
  }
}
