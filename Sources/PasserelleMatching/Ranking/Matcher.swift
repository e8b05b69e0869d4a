public import PasserelleCore
import PasserelleText

/// Finds vendors for a need by the past awards that are near it, and says why.
///
/// Past awards are ranked in three channels: words (stems) and character 4-grams by the text index, CPV prefixes
/// by the catalogue. Each channel is divided by its greatest value, and the three are mixed. A vendor's
/// features are sums of powers over its awards among the 200 nearest, its profile, codes, and places; a
/// weighted sum of the features ranks. Documentation/Methods/matching.md has the formula and its measure.
///
/// The same catalogue, index, need and options always give the same answer.
public struct Matcher {
  /// The fields in which the words of a need find awards.
  static let wordFields: [TextField] = [.title, .body]
  /// The fields in which the words of a need find anything.
  static let countedFields: [TextField] = [.title, .body, .profile]
  /// How many of the nearest awards are summed for a vendor.
  static let neighbourCount = 200

  let catalogue: AwardCatalogue
  let text: any TextSearching
  let weights: MatchWeights
  let proximity: Proximity

  /// Makes a matcher over one state of catalogue and index.
  ///
  /// - Parameters:
  ///   - catalogue: The past awards; their documents are those of the index.
  ///   - text: The text index, with documents of kinds award and vendor.
  ///   - geography: Where places are.
  ///   - weights: The formula.
  public init(
    catalogue: AwardCatalogue, text: any TextSearching, geography: any PlaceLocating,
    weights: MatchWeights = .standard
  ) {
    self.catalogue = catalogue
    self.text = text
    self.weights = weights
    proximity = Proximity(places: catalogue.places, geography: geography)
  }

  /// Ranks the vendors for a need.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - options: How many vendors, how neutral.
  /// - Returns: The vendors with their reasons; empty when nothing in the catalogue is near the need.
  /// - Throws: What the text index throws when it cannot be read.
  /// - Complexity: O(postings of the need's terms + *n* log *n*) for *n* near awards.
  public func match(_ need: Need, options: MatchOptions = MatchOptions()) throws -> MatchResult {
    let search = try Search(need, options: options, matcher: self)
    let candidates = try search.candidates()
    var ranked: [(candidate: Candidate, score: Double)] = []
    for candidate in candidates {
      let score = search.score(candidate.values)
      if score > 0 { ranked.append((candidate, score)) }
    }
    ranked.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      return catalogue.vendorIRIs[Int(left.candidate.vendor)]
        < catalogue.vendorIRIs[Int(right.candidate.vendor)]
    }
    let vendors = try search.explain(
      Array(ranked.prefix(max(0, options.limit))), scale: search.greatestScore(candidates))
    return MatchResult(
      vendors: vendors, candidateCount: ranked.count, isNeutral: options.neutral, weights: weights.name)
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
    return try search.describe(search.neighbours.awards.prefix(max(0, limit)).filter { $0.mix > 0 })
  }

  func terms(of need: Need, options: MatchOptions) throws -> NeedTerms {
    try NeedTerms(need, limits: options, text: text)
  }
}
