import PasserelleCore

extension Matcher.Search {
  /// The ranked vendors with their reasons and their evidence.
  func explain(
    _ ranked: [(candidate: Matcher.Candidate, score: Double)], scale: Double
  ) throws -> [RankedVendor] {
    let catalogue = matcher.catalogue
    var awards: [Int32: [Neighbours.Award]] = [:]
    for (candidate, _) in ranked { awards[candidate.vendor] = [] }
    // Best first, so each vendor's list is too.
    for award in neighbours.awards where award.mix > 0 {
      for vendor in catalogue.awardVendors[award.award] { awards[vendor]?.append(award) }
    }
    let limit = max(0, options.evidenceLimit)
    let shown = ranked.flatMap { (awards[$0.candidate.vendor] ?? []).prefix(limit) }
    let described = Dictionary(
      zip(shown.map(\.award), try describe(shown)), uniquingKeysWith: { first, _ in first })
    return ranked.map { candidate, score in
      let own = awards[candidate.vendor] ?? []
      return RankedVendor(
        vendor: Int(candidate.vendor), iri: catalogue.vendorIRIs[Int(candidate.vendor)],
        name: catalogue.vendorNames[Int(candidate.vendor)], score: score,
        adequacy: scale > 0 ? min(100, max(0, 100 * score / scale)) : 0, band: band(own),
        contributions: contributions(candidate.values),
        evidence: own.prefix(limit).compactMap { described[$0.award] },
        awardCount: catalogue.vendorAwards[candidate.vendor].count)
    }
  }

  private func contributions(_ values: FeatureValues) -> [FeatureContribution] {
    let all = MatchFeature.allCases.map { feature in
      let value = values[feature]
      return (feature, value, matcher.weights.weight(of: feature, neutral: options.neutral) * value)
    }
    .filter { $0.2 != 0 }
    let sum = all.reduce(0) { $0 + abs($1.2) }
    // Sorting is stable, so equal contributions stay in the order of the list of features.
    return all.sorted { abs($0.2) > abs($1.2) }.map {
      FeatureContribution(feature: $0.0, value: $0.1, contribution: $0.2, share: abs($0.2) / sum)
    }
  }

  /// How strong the evidence of a vendor's near awards is, by the one that covers the need best.
  ///
  /// Coverage is the award's BM25 over what a document with every term of the need's title would score.
  private func band(_ awards: [Neighbours.Award]) -> EvidenceBand {
    var best = EvidenceBand.weak
    for award in awards {
      let words = terms.idealWords > 0 ? award.words / terms.idealWords : 0
      let grams = terms.idealGrams > 0 ? award.grams / terms.idealGrams : 0
      let coverage = max(words, grams)
      let digits = codes.sharedDigits(award.award)
      if coverage >= 0.8 || (coverage >= 0.5 && (digits >= 3 || codes.isEmpty)) { return .strong }
      if coverage >= 0.5 || (coverage >= 0.25 && (digits >= 3 || codes.isEmpty)) || digits == 8 {
        best = .some
      }
    }
    return best
  }

  /// Awards with the parts of their nearness and the words they share with the need.
  func describe(_ awards: some Collection<Neighbours.Award>) throws -> [SimilarAward] {
    let catalogue = matcher.catalogue
    let documents = awards.map { catalogue.awardDocuments[Int($0.award)] }
    let summaries = try matcher.text.summaries(of: documents)
    let analysis = MatchTerms(language: need.language)
    return zip(awards, zip(documents, summaries)).map { award, found in
      let title = Set(found.1.map { analysis.words($0.title) } ?? [])
      return SimilarAward(
        document: found.0, similarity: award.mix / neighbours.maximumMix,
        words: award.words / neighbours.maximum.words, grams: award.grams / neighbours.maximum.grams,
        codes: award.codes / neighbours.maximum.codes, nearness: nearness(of: award.award),
        sharedDigits: codes.sharedDigits(award.award),
        sharedTerms: Array(terms.wordWeights.lazy.map(\.term).filter { title.contains($0) }.prefix(8)),
        isSameBuyer: buyer != nil && catalogue.awardBuyers[Int(award.award)] == buyer)
    }
  }
}
