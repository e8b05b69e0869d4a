import PasserelleCore

/// Past awards near a need, each channel as it stands and their mix.
struct Neighbours {
  /// One past award.
  struct Award {
    let award: Int32
    /// Raw BM25 of words.
    var words = 0.0
    /// Raw BM25 of character 4-grams.
    var grams = 0.0
    /// Raw BM25 of CPV prefixes.
    var codes = 0.0
    /// The weighted sum of the channels, each divided by its greatest value.
    var mix = 0.0
  }

  /// All awards that any channel gave, by mix, best first, ties by document.
  private(set) var awards: [Award] = []
  /// The greatest value of each channel, at least a tiny number.
  private(set) var maximum = (words: 1e-9, grams: 1e-9, codes: 1e-9)
  /// The greatest value that the mix can have in this answer.
  private(set) var maximumMix = 1e-9

  /// Collects and mixes the channels.
  init(
    words: [TextHit], grams: [TextHit], codes: CodeSimilarity, depth: Int, catalogue: AwardCatalogue,
    weights: MatchWeights
  ) {
    var places: [Int32: Int] = [:]
    places.reserveCapacity(words.count + grams.count)
    func place(_ award: Int32, in awards: inout [Award]) -> Int {
      if let known = places[award] { return known }
      places[award] = awards.count
      awards.append(Award(award: award))
      return awards.count - 1
    }
    var awards: [Award] = []
    for hit in words {
      guard let award = catalogue.awardOfDocument[hit.document] else { continue }
      let index = place(award, in: &awards)
      awards[index].words = hit.score
      maximum.words = max(maximum.words, hit.score)
    }
    for hit in grams {
      guard let award = catalogue.awardOfDocument[hit.document] else { continue }
      let index = place(award, in: &awards)
      awards[index].grams = hit.score
      maximum.grams = max(maximum.grams, hit.score)
    }
    if !codes.isEmpty {
      for award in codes.nearest(limit: depth) { _ = place(award, in: &awards) }
      for index in awards.indices {
        awards[index].codes = codes.score(awards[index].award)
        maximum.codes = max(maximum.codes, awards[index].codes)
      }
    }
    for index in awards.indices {
      awards[index].mix =
        weights.words * awards[index].words / maximum.words
        + weights.grams * awards[index].grams / maximum.grams
        + weights.codes * awards[index].codes / maximum.codes
    }
    if maximum.words > 1e-9 { maximumMix += weights.words }
    if maximum.grams > 1e-9 { maximumMix += weights.grams }
    if maximum.codes > 1e-9 { maximumMix += weights.codes }
    let documents = catalogue.awardDocuments
    awards.sort {
      ($1.mix, documents[Int($0.award)]) < ($0.mix, documents[Int($1.award)])
    }
    self.awards = awards
  }
}
