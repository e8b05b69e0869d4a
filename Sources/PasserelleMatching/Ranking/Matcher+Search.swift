import PasserelleCore

extension Matcher {
  /// The work of one need: what was found, and the features of every vendor in it.
  struct Search {
    let matcher: Matcher
    let need: Need
    let options: MatchOptions
    let terms: NeedTerms
    let codes: CodeSimilarity
    let neighbours: Neighbours
    /// The nearness of each place of the catalogue; empty when the need has no place.
    let nearness: [Double]
    let buyer: Int32?

    init(_ need: Need, options: MatchOptions, matcher: Matcher) throws {
      self.need = need
      self.options = options
      self.matcher = matcher
      let terms = try matcher.terms(of: need, options: options)
      let codes = CodeSimilarity(matcher.catalogue, codes: need.codes)
      func top(_ fields: [TextField], _ words: [String]) throws -> [TextHit] {
        try Self.top(fields, words, .award, options.channelDepth, matcher.text)
      }
      neighbours = Neighbours(
        words: try top(Matcher.wordFields, terms.words), grams: try top([.grams], terms.grams), codes: codes,
        depth: options.channelDepth, catalogue: matcher.catalogue, weights: matcher.weights)
      nearness = matcher.proximity.values(to: need.place)
      buyer = need.buyer.flatMap { matcher.catalogue.buyers[$0] }
      self.terms = terms
      self.codes = codes
    }

    /// The documents of one kind that any of the terms finds.
    static func top(
      _ fields: [TextField], _ terms: [String], _ kind: DocumentKind, _ limit: Int, _ text: any TextSearching
    ) throws -> [TextHit] {
      guard !terms.isEmpty else { return [] }
      var filter = DocumentFilter()
      filter.kinds = [kind]
      return try text.top(TextQuery(fields: fields, terms: terms, filter: filter), limit: limit)
    }

    /// The nearness of an award's place; nil when either place is unknown.
    func nearness(of award: Int32) -> Double? {
      let place = matcher.catalogue.awardPlaces[Int(award)]
      return place < 0 || nearness.isEmpty ? nil : nearness[Int(place)]
    }

    /// The score of features: the weighted sum.
    func score(_ values: FeatureValues) -> Double {
      MatchFeature.allCases.reduce(0) {
        $0 + matcher.weights.weight(of: $1, neutral: options.neutral) * values[$1]
      }
    }

    /// What a vendor would score that had the greatest value of each feature among the candidates.
    func greatestScore(_ candidates: [Candidate]) -> Double {
      MatchFeature.allCases.reduce(0) { sum, feature in
        let weight = matcher.weights.weight(of: feature, neutral: options.neutral)
        guard weight > 0 else { return sum }
        return sum + weight * (candidates.lazy.map { $0.values[feature] }.max() ?? 0)
      }
    }
  }

  /// A vendor with the values of its features.
  struct Candidate {
    let vendor: Int32
    var values = FeatureValues()
  }
}
