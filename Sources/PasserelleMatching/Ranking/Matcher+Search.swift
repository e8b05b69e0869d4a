import PasserelleCore

extension Matcher {
  /// The work of one need: what was found, and the features of every vendor in it.
  struct Search {
    let matcher: Matcher
    let need: Need
    let options: MatchOptions
    let terms: NeedTerms
    let codes: CodeSimilarity
    let pool: AwardPool
    /// The nearness of each place of the catalogue; empty when the need has no place.
    let nearness: [Double]
    /// Whether each place of the catalogue is in the department or district of the need; empty without a place.
    let isLocal: [Bool]
    let buyer: Int32?
    private let excluded: Set<Int32>

    init(_ need: Need, options: MatchOptions, matcher: Matcher, excluded: Set<Int32> = []) throws {
      self.need = need
      self.options = options
      self.matcher = matcher
      self.excluded = excluded
      let terms = try matcher.terms(of: need, options: options)
      let codes = CodeSimilarity(matcher.catalogue, codes: need.codes)
      func top(_ fields: [TextField], _ words: [String]) throws -> [TextHit] {
        try Self.top(fields, words, .award, options.channelDepth, matcher.text)
      }
      pool = AwardPool(
        words: try top(Matcher.wordFields, terms.words), grams: try top([.grams], terms.grams), codes: codes,
        depth: options.channelDepth, catalogue: matcher.catalogue, excluded: excluded)
      // A neutral search knows neither place nor buyer.
      let place = options.neutral ? nil : need.place
      nearness = matcher.proximity.values(to: place)
      isLocal = place.map { place in matcher.catalogue.places.map { $0.coarse == place.coarse } } ?? []
      buyer = options.neutral ? nil : need.buyer.flatMap { matcher.catalogue.buyer($0) }
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

    /// Whether an award must not count.
    @inline(__always)
    func isExcluded(_ award: Int32) -> Bool { !excluded.isEmpty && excluded.contains(award) }

    /// The nearness of an award's place; nil when either place is unknown.
    func nearness(of award: Int32) -> Double? {
      let place = matcher.catalogue.awardPlaces[Int(award)]
      return place < 0 || nearness.isEmpty ? nil : nearness[Int(place)]
    }
  }
}
