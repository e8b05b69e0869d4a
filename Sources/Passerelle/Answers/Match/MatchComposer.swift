import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// Puts an answer together from a stated need, one state of the store, a catalogue, a text index and models.
///
/// Nothing else enters it: no clock, no setting. The same parts always give the same answer.
final class MatchComposer {
  /// The parts that an answer is made of.
  struct Parts {
    let ontology: Ontology
    let iris: IRISpace
    let reader: GraphReader
    let catalogue: AwardCatalogue
    let text: any TextSearching
    let models: AnswerModels
    let language: MessageLanguage
    /// The day of the question, for what is in force on it.
    let day: PartialDate
  }

  /// How probable a suggested CPV group must be to be taken for a need that states none.
  static let takenProbability = 0.4
  /// How many of the nearest contracts are compared for prices.
  private static let comparableDepth = 60
  /// How near a contract must be to enter the prices, as a part of the nearest one's likeness.
  private static let comparableShare = 0.35
  /// How many comparable contracts are listed.
  private static let comparableLimit = 5
  /// How many more vendors are ranked where evaluations reorder them.
  private static let reorderedLimit = 100

  let parts: Parts
  let evidence: EvidenceReader
  let matcher: Matcher

  init(_ parts: Parts) throws {
    self.parts = parts
    evidence = try EvidenceReader(
      reader: parts.reader, ontology: parts.ontology, iris: parts.iris, language: parts.language)
    matcher = Matcher(
      catalogue: parts.catalogue, text: parts.text, geography: parts.ontology.places,
      models: parts.models.matching)
  }

  /// The answer to a need.
  ///
  /// - Parameters:
  ///   - stated: The need as its document or record states it.
  ///   - request: What was asked beside it.
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError``.
  func answer(to stated: StatedNeed, _ request: MatchRequest) throws -> MatchAnswer {
    var outline = stated.outline
    ClauseTagger(ontology: parts.ontology).tag(&outline)
    let lot = try request.lot.map { try Self.lot($0, of: outline) }
    var (need, origin) = try need(stated, request, lot)
    let suggested = need.codes.isEmpty ? try suggestions(for: need) : []
    if need.codes.isEmpty, let first = suggested.first,
      first.suggestion.probability >= Self.takenProbability
    {
      need.codes = [first.suggestion.code]
      origin = .suggested
    }
    let ranking = try rank(need, request)
    let asked = Self.requirements(of: outline, lot: request.lot)
    let details = VendorDetails(self, need: need, requirements: asked.shown)
    let vendors = try details.vendors(ranking.vendors)
    // A newcomer is known by its words and codes alone: without any near the need it would only fill the place.
    let newcomers = try details.vendors(ranking.newcomers).filter { newcomer in
      !newcomer.ranked.contributions.contains { $0.feature == .offTopic } || sharesCode(newcomer, need)
    }
    let (comparables, prices, withoutRate) = try comparables(need)
    return MatchAnswer(
      need: need, title: stated.title, outline: outline, tagLabels: tagLabels(outline), lot: lot,
      codeOrigin: origin, codeLabels: need.codes.map { evidence.labels.cpvLabel($0, parts.language) },
      suggestions: suggested, placeLabel: need.place.map { evidence.placeLabel($0.fine, $0.coarse) },
      requirements: asked.shown, requirementsLeftOut: asked.leftOut, vendors: vendors,
      newcomers: newcomers, filters: ranking.filters,
      checks: try stated.isDocument ? stated.readingChecks + checks(outline, code: need.codes.first) : [],
      warnings: SubstanceWarnings.warnings(in: outline), comparables: comparables, prices: prices,
      pricesWithoutRate: withoutRate,
      candidateCount: ranking.candidateCount,
      awardCount: parts.catalogue.awardCount, isNeutral: request.isNeutral,
      ranksByEvaluations: request.ranksByEvaluations, model: parts.models.ranker.header.name,
      hasDemonstration: (vendors + newcomers).contains(where: \.hasDemonstration)
        || comparables.contains(where: \.award.source.isDemonstration), language: parts.language)
  }

  // The need

  private func need(
    _ stated: StatedNeed, _ request: MatchRequest, _ lot: SpecificationLot?
  ) throws -> (Need, CodeOrigin) {
    var need = stated.need
    var origin: CodeOrigin = need.codes.isEmpty ? .unknown : .stated
    if let lot {
      need.title = lot.title
      need.text = lot.text
      if !lot.codes.isEmpty { (need.codes, origin) = (lot.codes, .stated) }
    }
    if !request.codes.isEmpty { (need.codes, origin) = (request.codes, .given) }
    if let place = request.place { need.place = try MatchPlace(asked: place) }
    return (need, origin)
  }

  private static func lot(_ number: String, of outline: SpecificationOutline) throws -> SpecificationLot {
    if let lot = outline.lots.first(where: { $0.number == number }) { return lot }
    let known = outline.lots.map(\.number).joined(separator: ", ")
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: known.isEmpty
          ? "Ce besoin n’est pas divisé en lots : retirez --lot."
          : "Il n’y a pas de lot « \(number) ». Lots du besoin : \(known).",
        en: known.isEmpty
          ? "This need is not divided into lots: leave out --lot."
          : "There is no lot '\(number)'. Lots of the need: \(known)."))
  }

  private func suggestions(for need: Need) throws -> [SuggestedCode] {
    let suggester = CodeSuggester(
      catalogue: parts.catalogue, text: parts.text,
      labels: CodeLabels(parts.ontology.codeLabels(need.language), language: need.language),
      model: parts.models.codes)
    let groups = try suggester.suggestions(for: need).groups
    let titles = try parts.text.summaries(of: groups.flatMap(\.documents)).map { $0?.title }
    var start = 0
    return groups.map { group in
      defer { start += group.documents.count }
      return SuggestedCode(
        suggestion: group, label: evidence.labels.cpvLabel(group.code, parts.language),
        examples: titles[start..<start + group.documents.count].compactMap { $0 })
    }
  }

  // The ranking

  private func rank(_ need: Need, _ request: MatchRequest) throws -> Ranking {
    var options = MatchOptions()
    options.limit = request.ranksByEvaluations ? max(request.limit, Self.reorderedLimit) : request.limit
    options.newcomerLimit = request.newcomerLimit
    options.neutral = request.isNeutral
    var run = FilterRun(request.filter)
    let traits = VendorTraitsReader(parts.catalogue)
    let result = try matcher.match(need, options: options) { vendor in
      request.filter.isEmpty || run.accepts(traits.traits(ofVendor: vendor))
    }
    var ranking = Ranking(
      vendors: result.vendors, newcomers: result.newcomers, filters: run.counts,
      candidateCount: result.candidateCount)
    if request.ranksByEvaluations {
      ranking.vendors = Array(
        try EvaluationRanking(reader: parts.reader).reordered(ranking.vendors).prefix(request.limit))
    }
    return ranking
  }

  private struct Ranking {
    var vendors: [RankedVendor]
    let newcomers: [RankedVendor]
    let filters: [FilterCount]
    let candidateCount: Int
  }

  /// Whether a vendor declares a code of the same group as one of the need.
  private func sharesCode(_ vendor: MatchedVendor, _ need: Need) -> Bool {
    (vendor.profile?.codes ?? []).contains { code in
      need.codes.contains { $0.sharedPrefixLength(with: code) >= 3 }
    }
  }

  // What stands beside it

  private func comparables(
    _ need: Need
  ) throws -> ([SimilarAnswer.Contract], [SimilarAnswer.Prices], Int) {
    let near = try matcher.similarAwards(need, limit: Self.comparableDepth)
    let best = near.first?.similarity ?? 0
    let comparable = near.filter { $0.similarity >= best * Self.comparableShare }
    let surfaces = evidence.surfaces(of: need)
    let prices = PriceComparison(try comparable.compactMap { try evidence.comparable($0.document) })
    return (
      try comparable.prefix(Self.comparableLimit).compactMap { try evidence.contract($0, surfaces) },
      prices.groups.map(SimilarAnswer.Prices.init), prices.unconvertedCount
    )
  }

  private func checks(_ outline: SpecificationOutline, code: CPVCode?) throws -> [MatchCheck] {
    let catalogue = parts.catalogue
    return try MatchChecks(
      ontology: parts.ontology, text: parts.text,
      vendors: { catalogue.vendors(ofDocument: $0) + (catalogue.vendor(ofProfile: $0).map { [$0] } ?? []) }
    ).checks(outline, code: code, today: parts.day)
  }

  private func tagLabels(_ outline: SpecificationOutline) -> [ClauseTag.Concept: LocalizedText] {
    var labels: [ClauseTag.Concept: LocalizedText] = [:]
    for tag in outline.clauses.flatMap(\.tags) where labels[tag.concept] == nil {
      labels[tag.concept] = parts.ontology.label(of: tag.concept)
    }
    return labels
  }

  /// The most requirements that vendors are held to.
  private static let requirementLimit = 40

  /// The clauses that vendors are held to: those of the lot, mandatory ones first where there are too many.
  private static func requirements(
    of outline: SpecificationOutline, lot: String?
  ) -> (shown: [SpecificationClause], leftOut: Int) {
    let all = outline.clauses.filter {
      $0.kind.isRequirement && $0.obligation != .informative && ($0.lot == nil || lot == nil || $0.lot == lot)
    }
    guard all.count > requirementLimit else { return (all, 0) }
    let mandatory = all.indices.filter { all[$0].obligation == .mandatory }
    let others = all.indices.filter { all[$0].obligation != .mandatory }
    let kept = (mandatory + others).prefix(requirementLimit).sorted()
    return (kept.map { all[$0] }, all.count - requirementLimit)
  }
}
