import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline

/// Adds to ranked vendors what an officer reads beside the rank: evidence, coverage, flags, evaluations.
struct VendorDetails {
  /// How many of a vendor's awards are read for the coverage of requirements.
  private static let awardLimit = 200

  private let composer: MatchComposer
  private let requirements: [SpecificationClause]
  private let coverage: CoverageReader
  private let surfaces: [String: String]

  init(_ composer: MatchComposer, need: Need, requirements: [SpecificationClause]) {
    self.composer = composer
    self.requirements = requirements
    coverage = CoverageReader(text: composer.parts.text, language: need.language)
    surfaces = composer.evidence.surfaces(of: need)
  }

  /// The vendors with all that is told of them.
  func vendors(_ ranked: [RankedVendor]) throws -> [MatchedVendor] {
    guard !ranked.isEmpty else { return [] }
    let parts = composer.parts
    let terms = try parts.reader.identifiers(of: ranked.map { .iri($0.iri) })
    let documents = zip(ranked, terms).map { vendor, term in
      Array(parts.catalogue.documents(ofVendor: vendor.vendor).suffix(Self.awardLimit))
        + [IndexUpdater.vendorOffset + term.rawValue]
    }
    let coverages = try coverage.coverage(of: requirements.map(\.text), by: documents)
    return try ranked.indices.map { try vendor(ranked[$0], terms[$0], coverages[$0]) }
  }

  private func vendor(
    _ ranked: RankedVendor, _ term: TermID, _ coverage: [RequirementCoverage]
  ) throws -> MatchedVendor {
    let (parts, evidence) = (composer.parts, composer.evidence)
    let profile = parts.catalogue.profile(ofVendor: ranked.vendor)
    let awards = try Self.telling(ranked.evidence).compactMap {
      try evidence.award($0, vendor: ranked, surfaces: surfaces)
    }
    let isDeclared = term.isBound && profile != nil
    let declaration =
      isDeclared ? try ProfileLoader(reader: parts.reader, iris: parts.iris).declared(by: term) : nil
    return MatchedVendor(
      ranked: ranked, identifier: evidence.identifier(ranked.iri), evidence: awards,
      coverage: try zip(requirements, coverage).map { clause, one in
        try self.evidence(for: clause, one, ranked, declaration)
      }, flags: flags(ranked, profile), profile: profile,
      evaluations: try evaluations(of: term),
      declaration: declaration.map { Dossier.Source($0.record, iris: parts.iris) })
  }

  private func evidence(
    for clause: SpecificationClause, _ coverage: RequirementCoverage, _ vendor: RankedVendor,
    _ declaration: DeclaredProfile?
  ) throws -> RequirementEvidence {
    guard let document = coverage.document else {
      return RequirementEvidence(requirement: clause.id, coverage: coverage, quote: nil, source: nil)
    }
    guard document < IndexUpdater.vendorOffset, let (record, view) = try composer.evidence.stored(document)
    else {
      // The vendor's own document: what it declares, or its titles taken together.
      return RequirementEvidence(
        requirement: clause.id, coverage: coverage, quote: declaration?.profile.text.firstLine ?? vendor.name,
        source: declaration.map { Dossier.Source($0.record, iris: composer.parts.iris) })
    }
    return RequirementEvidence(
      requirement: clause.id, coverage: coverage, quote: view.texts(Vocabulary.title).first ?? record.key,
      source: Dossier.Source(record, iris: composer.parts.iris))
  }

  private func flags(_ ranked: RankedVendor, _ profile: VendorProfile?) -> [VendorFlag] {
    var flags: [VendorFlag] = []
    if profile?.size?.isSME ?? false { flags.append(.sme) }
    if ranked.awardCount == 0 { flags.append(.newcomer) }
    if (1...2).contains(ranked.awardCount) { flags.append(.fewAwards) }
    if profile != nil { flags.append(.declared) }
    return flags
  }

  private func evaluations(of term: TermID) throws -> [ProfileAnswer.SourcedEvaluation] {
    guard term.isBound else { return [] }
    return try EvaluationLoader(reader: composer.parts.reader).evaluations(of: term).map { one in
      ProfileAnswer.SourcedEvaluation(
        evaluation: one,
        author: try one.authorName
          ?? one.author.map { try composer.evidence.labels.label(of: $0, language: composer.parts.language) }
          ?? "",
        source: Dossier.Source(one.record, iris: composer.parts.iris))
    }
  }

  /// The awards that share a word or a CPV prefix with the need; the nearest one where none does.
  private static func telling(_ awards: [SimilarAward]) -> [SimilarAward] {
    let telling = awards.filter { !$0.sharedTerms.isEmpty || $0.sharedDigits > 0 }
    return telling.isEmpty ? Array(awards.prefix(1)) : telling
  }
}

extension String {
  /// The first line, at most 200 characters.
  fileprivate var firstLine: String? {
    let line = prefix { !$0.isNewline }.prefix(200)
    return line.isEmpty ? nil : String(line)
  }
}
