import PasserelleCore

extension Matcher {
  /// A candidate with its score.
  struct Ranked {
    let row: Int
    let score: Double
  }
}

extension Matcher.Search {
  /// The ranked vendors with their reasons and their evidence.
  func explain(
    _ ranked: [Matcher.Ranked], _ rows: FeatureRows, _ scores: [Double], _ model: RankingModel
  ) throws -> [RankedVendor] {
    let catalogue = matcher.catalogue
    var awards: [Int32: [Int]] = [:]
    for candidate in ranked { awards[rows.vendors[candidate.row]] = [] }
    // Best first, so each vendor's list is too.
    for place in pool.awards.indices {
      for vendor in catalogue.awardVendors[pool.awards[place]] { awards[vendor]?.append(place) }
    }
    let limit = max(0, options.evidenceLimit)
    let shown = Array(Set(ranked.flatMap { (awards[rows.vendors[$0.row]] ?? []).prefix(limit) })).sorted()
    let described = Dictionary(
      zip(shown, try describe(shown)), uniquingKeysWith: { first, _ in first })
    let scale = Scale(rows, scores, model)
    return ranked.map { candidate in
      let vendor = rows.vendors[candidate.row]
      let own = awards[vendor] ?? []
      return RankedVendor(
        vendor: Int(vendor), iri: catalogue.vendorIRIs[Int(vendor)],
        name: catalogue.vendorNames[Int(vendor)], score: candidate.score,
        adequacy: scale.adequacy(candidate.score), band: band(own),
        contributions: contributions(Array(rows.row(candidate.row)), model),
        evidence: own.prefix(limit).compactMap { described[$0] },
        awardCount: catalogue.vendorAwards[vendor].count)
    }
  }

  /// From scores to adequacy: 0 for a vendor of whom nothing is known, 100 for one that would be the best of this
  /// answer in every respect.
  private struct Scale {
    let nothing: Double
    let greatest: Double

    init(_ rows: FeatureRows, _ scores: [Double], _ model: RankingModel) {
      let empty = [Float](repeating: 0, count: FeatureRows.width)
      var best = empty
      for row in 0..<rows.count {
        for feature in RankingFeature.allCases where feature != .elsewhereOnly {
          best[feature.rawValue] = max(best[feature.rawValue], rows[row, feature])
        }
      }
      nothing = model.score(empty) - model.bias
      greatest = max(model.score(best) - model.bias, scores.max() ?? 0)
    }

    func adequacy(_ score: Double) -> Double {
      greatest > nothing ? min(100, max(0, 100 * (score - nothing) / (greatest - nothing))) : 0
    }
  }

  /// The parts of a score, gathered by the reasons that people read.
  private func contributions(_ values: [Float], _ model: RankingModel) -> [FeatureContribution] {
    let parts = model.contributions(of: values)
    let reasons = MatchFeature.allCases
    var sums = [Double](repeating: 0, count: reasons.count)
    var greatest = [Float](repeating: 0, count: reasons.count)
    for feature in RankingFeature.allCases {
      // That a vendor is not known elsewhere only speaks for its nearness.
      let isNear = feature == .elsewhereOnly && values[feature.rawValue] == 0
      var reason = isNear ? MatchFeature.nearness : feature.reason
      // Without a place nothing is near or far, whatever the model makes of its absence.
      if nearness.isEmpty, Self.placeReasons.contains(reason) { reason = .noPlace }
      guard let place = reasons.firstIndex(of: reason) else { continue }
      sums[place] += parts[feature.rawValue]
      greatest[place] = max(greatest[place], feature.isRank ? 0 : values[feature.rawValue])
    }
    if !FeatureRows.isOnTopic(values), let place = reasons.firstIndex(of: .offTopic) {
      sums[place] -= FeatureRows.offTopicWeight
      greatest[place] = 1
    }
    let total = sums.reduce(0) { $0 + abs($1) }
    // Sorting is stable, so equal contributions stay in the order of the list of reasons.
    return reasons.indices.filter { sums[$0] != 0 }.sorted { abs(sums[$0]) > abs(sums[$1]) }.map {
      FeatureContribution(
        feature: reasons[$0], value: min(1, Double(greatest[$0])), contribution: sums[$0],
        share: abs(sums[$0]) / total)
    }
  }

  private static let placeReasons: Set<MatchFeature> = [
    .similarNearby, .nearness, .localShare, .elsewhereOnly,
  ]

  /// How strong the evidence of a vendor's near awards is, by the one that covers the need best.
  ///
  /// Coverage is the award's BM25 over what a document with every term of the need's title would score.
  private func band(_ places: [Int]) -> EvidenceBand {
    var best = EvidenceBand.weak
    for place in places {
      let words = terms.idealWords > 0 ? Double(pool.words[place]) / terms.idealWords : 0
      let grams = terms.idealGrams > 0 ? Double(pool.grams[place]) / terms.idealGrams : 0
      let coverage = max(words, grams)
      let digits = codes.sharedDigits(pool.awards[place])
      if coverage >= 0.8 || (coverage >= 0.5 && (digits >= 3 || codes.isEmpty)) { return .strong }
      if coverage >= 0.5 || (coverage >= 0.25 && (digits >= 3 || codes.isEmpty))
        || (coverage >= 0.15 && digits >= 4) || digits == 8
      {
        best = .some
      }
    }
    return best
  }

  /// Awards of the pool with the parts of their nearness and the words they share with the need.
  func describe(_ places: [Int]) throws -> [SimilarAward] {
    let catalogue = matcher.catalogue
    let documents = places.map { catalogue.awardDocuments[Int(pool.awards[$0])] }
    let summaries = try matcher.text.summaries(of: documents)
    return zip(places, zip(documents, summaries)).map { place, found in
      let title = Set(found.1.map { matcher.analysis(need.language).words($0.title) } ?? [])
      let award = pool.awards[place]
      return SimilarAward(
        document: found.0, similarity: Double(pool.mix[place] / pool.maximumMix),
        words: Double(pool.words[place] / pool.maximum.words),
        grams: Double(pool.grams[place] / pool.maximum.grams),
        codes: Double(pool.codes[place] / pool.maximum.codes), nearness: nearness(of: award),
        sharedDigits: codes.sharedDigits(award),
        sharedTerms: Array(terms.wordWeights.lazy.map(\.term).filter { title.contains($0) }.prefix(8)),
        isSameBuyer: buyer != nil && catalogue.awardBuyers[Int(award)] == buyer)
    }
  }
}
