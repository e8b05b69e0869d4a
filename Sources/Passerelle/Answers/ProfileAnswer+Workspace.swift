public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// Gathers what is known of a vendor.
  ///
  /// - Parameters:
  ///   - name: An IRI, `scheme:value`, or a bare SIREN or SIRET.
  ///   - language: The language of labels.
  /// - Returns: The vendor's awards, declared profile, evaluations and action sheets.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for what the store does not know, or knows as no
  ///   vendor.
  /// - Complexity: O(statements of the vendor's records).
  public func profile(of name: String, language: MessageLanguage) throws -> ProfileAnswer {
    try store.read { reader in
      let entity = try EntityNames(iris: store.iris).resolve(name, reader)
      let evidence = try EvidenceReader(
        reader: reader, ontology: ontology, iris: store.iris, language: language)
      var builder = ProfileBuilder(
        reader: reader, ontology: ontology, iris: store.iris, language: language, evidence: evidence)
      guard let answer = try builder.answer(of: entity.id, iri: entity.iri) else {
        throw PasserelleError(
          .entityNotFound,
          LocalizedText(
            fr:
              "« \(name) » est connu, mais ni marché, ni profil, ni évaluation, ni fiche action ne le donne pour "
              + "fournisseur. Essayez « passerelle show \(name) ».",
            en:
              "'\(name)' is known, but no award, profile, evaluation or action sheet has it as a vendor. Try "
              + "'passerelle show \(name)'."))
      }
      return answer
    }
  }
}

/// Builds the profile of one vendor from one state of the store.
private struct ProfileBuilder {
  let reader: GraphReader
  let ontology: Ontology
  let iris: IRISpace
  let language: MessageLanguage
  let evidence: EvidenceReader
  private var hasDemonstration = false

  init(
    reader: GraphReader, ontology: Ontology, iris: IRISpace, language: MessageLanguage,
    evidence: EvidenceReader
  ) {
    self.reader = reader
    self.ontology = ontology
    self.iris = iris
    self.language = language
    self.evidence = evidence
  }

  mutating func answer(of vendor: TermID, iri: String) throws -> ProfileAnswer? {
    let observed = try observed(vendor, iri)
    let declared = try declared(vendor)
    let evaluations = try EvaluationLoader(reader: reader).evaluations(of: vendor).map { one in
      ProfileAnswer.SourcedEvaluation(
        evaluation: one, author: try author(of: one), source: source(one.record))
    }
    let sheets = try SheetLoader(reader: reader).sheets(naming: vendor).map {
      ProfileAnswer.SourcedSheet(sheet: $0, source: source($0.record))
    }
    guard observed.awardCount > 0 || declared != nil || !evaluations.isEmpty || !sheets.isEmpty else {
      return nil
    }
    let profile = declared?.profile.profile
    return ProfileAnswer(
      iri: iri, name: try evidence.labels.label(of: iri, language: language),
      identifier: evidence.identifier(iri), observed: observed, declared: declared,
      divisions: profile.map {
        .init(declared: Set($0.codes.map(\.division)), observed: Set(observed.divisions.map(\.code)))
      },
      departments: profile.map {
        .init(declared: Set($0.places.map(\.coarse)), observed: Set(observed.places.map(\.code)))
      },
      evaluations: evaluations, sheets: sheets, hasDemonstration: hasDemonstration, language: language)
  }

  private mutating func source(_ record: RecordVersion) -> Dossier.Source {
    hasDemonstration = hasDemonstration || record.isDemonstration
    return Dossier.Source(record, iris: iris)
  }

  private func author(of evaluation: VendorEvaluation) throws -> String {
    if let name = evaluation.authorName { return name }
    return try evaluation.author.map { try evidence.labels.label(of: $0, language: language) } ?? ""
  }

  // Awards

  private mutating func observed(_ vendor: TermID, _ iri: String) throws -> ProfileAnswer.Observed {
    let hasWinner = try reader.identifiers(of: [.iri(Vocabulary.hasWinner)])[0]
    var graphs: Set<VersionID> = []
    if hasWinner.isBound {
      graphs = Set(try reader.quads(QuadPattern(predicate: hasWinner, object: vendor)).map(\.graph))
    }
    let loader = RecordViewLoader(reader)
    var divisions: [String: Int] = [:]
    var places: [String: Int] = [:]
    var years: [String: Int] = [:]
    var buyers: [String: Int] = [:]
    var winners: [String: Int] = [:]
    var count = 0
    for record in try reader.versions(of: graphs.sorted()).compactMap({ $0 }) where record.kind == .award {
      let view = try loader.view(of: record)
      count += 1
      hasDemonstration = hasDemonstration || record.isDemonstration
      let codes = view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }
      for division in Set(codes.map(\.division)) { divisions[division, default: 0] += 1 }
      if let place = view.department(iris) { places[place, default: 0] += 1 }
      if let date = view.date { years[String(date.year), default: 0] += 1 }
      for buyer in Set(view.iris(Vocabulary.hasBuyer)) { buyers[buyer, default: 0] += 1 }
      for winner in Set(view.iris(Vocabulary.hasWinner)) where winner != iri {
        winners[winner, default: 0] += 1
      }
    }
    return ProfileAnswer.Observed(
      awardCount: count, divisions: counts(divisions, label: divisionLabel),
      places: counts(places) { evidence.placeLabel(nil, $0) },
      years: counts(years) { $0 }.sorted { $0.code < $1.code },
      buyers: try neighbours(buyers), coWinners: try neighbours(winners))
  }

  private func divisionLabel(_ division: String) -> String {
    CPVCode(digits: division + "000000").flatMap { ontology.cpvLabel($0) }?.label[language] ?? division
  }

  private func counts(_ counts: [String: Int], label: (String) -> String) -> [ProfileAnswer.Count] {
    counts.map { ProfileAnswer.Count(code: $0.key, label: label($0.key), awards: $0.value) }
      .sorted { ($1.awards, $0.code) < ($0.awards, $1.code) }
  }

  private func neighbours(_ counts: [String: Int]) throws -> [ProfileAnswer.Neighbour] {
    try counts.map {
      ProfileAnswer.Neighbour(
        iri: $0.key, name: try evidence.labels.label(of: $0.key, language: language), awards: $0.value)
    }.sorted { ($1.awards, $0.iri) < ($0.awards, $1.iri) }
  }

  // The declared profile

  private mutating func declared(_ vendor: TermID) throws -> ProfileAnswer.Declared? {
    guard let one = try ProfileLoader(reader: reader, iris: iris).declared(by: vendor) else { return nil }
    return ProfileAnswer.Declared(
      profile: one, codeLabels: one.profile.codes.map { evidence.labels.cpvLabel($0, language) },
      placeLabels: one.profile.places.map { evidence.placeLabel($0.fine, $0.coarse) },
      source: source(one.record))
  }
}
