import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline

/// Makes the answer for one vendor from one state of the store.
struct OpportunitiesBuilder {
  let workspace: Workspace
  let reader: GraphReader
  let index: any TextSearching
  let vendor: (id: TermID, iri: String)
  let profile: OpportunitiesProfile
  let words: OpportunitiesWords
  let day: PartialDate
  let request: OpportunitiesRequest
  let language: MessageLanguage

  /// How many past awards are told of one opportunity.
  private static let evidenceLimit = 3

  private var iris: IRISpace { workspace.store.iris }

  /// A unit with how the vendor stands for it.
  private struct Standing {
    let near: OpportunitiesFinder.Near
    let rank: OpportunitiesMatching.Standing?

    var band: EvidenceBand { rank?.vendor.band ?? .weak }
    /// Whether there is enough to tell the vendor of it.
    var isTelling: Bool { near.isTelling || band != .weak }
    var bandOrder: Int { EvidenceBand.allCases.firstIndex(of: band) ?? 0 }
  }

  /// The answer.
  func answer() throws -> OpportunitiesAnswer {
    let evidence = try EvidenceReader(
      reader: reader, ontology: workspace.ontology, iris: iris, language: language)
    let finder = OpportunitiesFinder(
      profile: profile, words: words, text: index, limit: request.comparedLimit)
    var open = try OpportunitiesCalls(reader: reader).open(
      on: day, includesUnpublished: request.includesUnpublished)
    if let records = request.records { open = open.filter { records.contains($0.record) } }
    let openCount = open.count
    let units = try OpportunitiesUnitReader(reader, iris)
    let isFiltered = !request.places.isEmpty || !request.cpvPrefixes.isEmpty
    // Conditions are about lots: with some, every open call is read; without, only the nearest.
    if !isFiltered { open = try finder.nearest(of: open, annotator: workspace.annotator) }
    let (kept, removals) = OpportunitiesFilter(request: request).apply(
      to: try open.flatMap { try units.units(of: $0, on: day) })
    if isFiltered {
      let passing = Set(kept.map(\.record.record))
      let nearest = try finder.nearest(
        of: open.filter { passing.contains($0.record) }, annotator: workspace.annotator)
      open = nearest
    }
    let chosen = Set(open.map(\.record))
    let near = try nearest(kept.filter { chosen.contains($0.record.record) }, finder)
    let matching = try matching(near, evidence)
    let standings = try standings(near, matching)
    let telling = standings.filter(\.isTelling)
    let requirements = OpportunitiesRequirements(
      evidence: evidence, iris: iris, text: index, documents: try documents())
    let opportunities = try telling.prefix(max(0, request.limit)).map {
      try opportunity($0, matching, requirements, evidence)
    }
    return OpportunitiesAnswer(
      vendor: vendor.iri, name: try evidence.labels.label(of: vendor.iri, language: language),
      identifier: evidence.identifier(vendor.iri), awardCount: profile.awardCount,
      hasProfile: profile.declared != nil, day: day, openCount: openCount, comparedCount: standings.count,
      distantCount: standings.count - telling.count, filters: removals, opportunities: opportunities,
      hasDemonstration: profile.hasDemonstration || opportunities.contains(where: \.source.isDemonstration),
      language: language)
  }

  /// The units that share most with the profile, with their needs.
  private func nearest(
    _ units: [OpportunitiesUnit], _ finder: OpportunitiesFinder
  ) throws -> [OpportunitiesFinder.Near] {
    let needs = NeedReader(iris: iris)
    let near = try units.map { unit in
      var need = needs.need(unit.view).need
      need.codes = unit.codes
      return try finder.near(unit, need)
    }
    let order = near.indices.sorted { left, right in
      near[left].likeness != near[right].likeness
        ? near[left].likeness > near[right].likeness : left < right
    }
    return order.prefix(request.comparedLimit).map { near[$0] }
  }

  /// The matcher over all past awards; without any need there is nothing to load.
  private func matching(
    _ near: [OpportunitiesFinder.Near], _ evidence: EvidenceReader
  ) throws -> OpportunitiesMatching? {
    guard !near.isEmpty else { return nil }
    let catalogue = try workspace.catalogue(reader, excluding: nil)
    return OpportunitiesMatching(vendor: catalogue.vendor(iri: vendor.iri)) {
      try workspace.matcher(catalogue, index, language: $0)
    }
  }

  /// How the vendor stands for each, best first; the evidence is read later, of those that are told of.
  private func standings(
    _ near: [OpportunitiesFinder.Near], _ matching: OpportunitiesMatching?
  ) throws -> [Standing] {
    let standings = try near.map {
      Standing(near: $0, rank: try matching?.standing(for: $0.need, evidenceLimit: 0))
    }
    return standings.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.bandOrder != second.bandOrder { return first.bandOrder < second.bandOrder }
      if first.near.likeness != second.near.likeness { return first.near.likeness > second.near.likeness }
      let days = (first.near.unit.deadline.lastDay, second.near.unit.deadline.lastDay)
      return days.0 != days.1 ? days.0 < days.1 : left.offset < right.offset
    }.map(\.element)
  }

  /// The documents about the vendor: its awards, and the one of its profile.
  private func documents() throws -> [Int64] {
    let awards = try reader.identifiers(of: [.iri(Vocabulary.hasWinner)])[0]
    var documents: [Int64] = []
    if awards.isBound {
      let graphs = Set(try reader.quads(QuadPattern(predicate: awards, object: vendor.id)).map(\.graph))
      documents = try reader.versions(of: graphs.sorted()).compactMap { $0?.record }
        .suffix(OpportunitiesProfile.awardLimit)
    }
    return documents + [IndexUpdater.vendorOffset + vendor.id.rawValue]
  }

  private func opportunity(
    _ standing: Standing, _ matching: OpportunitiesMatching?, _ requirements: OpportunitiesRequirements,
    _ evidence: EvidenceReader
  ) throws -> Opportunity {
    let unit = standing.near.unit
    let vendor = try matching?.standing(for: standing.near.need, evidenceLimit: Self.evidenceLimit)?.vendor
    let surfaces = evidence.surfaces(of: standing.near.need)
    let read = try requirements.read(unit, standing.near.need)
    let gaps = OpportunitiesGaps(
      profile: profile,
      labels: { code in
        LocalizedText(
          fr: evidence.labels.cpvLabel(code, .french), en: evidence.labels.cpvLabel(code, .english))
      }, places: { evidence.placeLabel(nil, $0) }, language: language)
    let awards = try (vendor?.evidence ?? []).compactMap {
      try evidence.award($0, vendor: vendor, surfaces: surfaces)
    }
    return Opportunity(
      call: unit.call.subject, title: unit.callTitle, lot: unit.lot,
      buyer: try unit.view.iris(Vocabulary.hasBuyer).first.map {
        try evidence.labels.label(of: $0, language: language)
      },
      published: unit.call.texts(Vocabulary.published).first.flatMap { PartialDate(iso: $0) },
      deadline: unit.deadline, deadlineKind: unit.deadlineKind, closes: unit.closes,
      daysLeft: unit.deadline.lastDay - day.firstDay, amount: unit.amount, isCeiling: unit.isCeiling,
      codes: unit.codes, codeLabels: unit.codes.map { evidence.labels.cpvLabel($0, language) },
      placeLabels: unit.departments.map { evidence.placeLabel(nil, $0) }, documents: unit.documents,
      band: standing.band, likeness: standing.near.likeness,
      sharedWords: standing.near.sharedWords.map { surfaces[$0] ?? $0 },
      sharedDigits: standing.near.sharedDigits, rank: standing.rank?.rank,
      candidateCount: standing.rank?.count ?? 0, ranked: vendor, evidence: awards,
      requirements: read, gaps: gaps.gaps(of: unit, requirements: read),
      source: Dossier.Source(unit.record, iris: iris))
  }
}
