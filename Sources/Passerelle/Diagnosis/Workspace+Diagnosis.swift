public import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources

extension Workspace {
  /// The coverage of a territory's services beside that of its peers.
  ///
  /// - Parameters:
  ///   - request: Which territory, and beside which peers.
  ///   - language: The language of labels.
  /// - Returns: A mosaic without total or ranking, and the gaps with what fills them elsewhere.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` or `query.invalid`.
  /// - Complexity: A scan of the services and places that are stated; the awards of the territories shown are read.
  public func diagnose(_ request: DiagnosisRequest, language: MessageLanguage) throws -> DiagnosisAnswer {
    let taxonomy = try DiagnosisTaxonomy(ontology, stake: request.stake)
    let whole = request.stake == nil ? taxonomy : try DiagnosisTaxonomy(ontology, stake: nil)
    let view = try canonicalView()
    return try store.read { reader in
      let cities = DiagnosisCities(
        reader, ontology, store.iris, view, language, includesDemonstration: request.includesDemonstration)
      let place = try cities.place(named: request.city)
      let facts = try DiagnosisFacts(
        reader, ontology, store.iris, taxonomy, language,
        includesDemonstration: request.includesDemonstration)
      let (peers, notice) = try DiagnosisPeers(cities: cities, facts: facts).peers(of: place, request)
      let columns = try ([place] + peers.map(\.place)).map { try facts.cells(of: $0) }
      let cells = taxonomy.services.indices.map { service in columns.map { $0[service] } }
      let finder = DiagnosisGaps(
        services: taxonomy.services, cells: cells, peers: peers.map(\.peer),
        sheets: facts.sheets.filter { !($0.territory.map(place.iris.contains) ?? false) })
      return DiagnosisAnswer(
        city: place.city, peers: peers.map(\.peer), peerNotice: notice, services: taxonomy.services,
        cells: cells, gaps: try finder.gaps { try cities.place(of: [$0]).city.label },
        strangers: try facts.strangers(of: place, whole: whole), taxonomyNote: taxonomy.note,
        isProvisional: taxonomy.isProvisional, includesDemonstration: request.includesDemonstration,
        hidesDemonstration: try hidesDemonstration(reader, place, taxonomy, request, language),
        language: language)
    }
  }

  /// Whether demonstration data that were left out speak of the territory.
  private func hidesDemonstration(
    _ reader: GraphReader, _ place: DiagnosisPlace, _ taxonomy: DiagnosisTaxonomy,
    _ request: DiagnosisRequest,
    _ language: MessageLanguage
  ) throws -> Bool {
    guard !request.includesDemonstration else { return false }
    let all = try DiagnosisFacts(
      reader, ontology, store.iris, taxonomy, language, includesDemonstration: true)
    return try all.cells(of: place).contains { cell in
      (cell.evidence + cell.hints).contains(where: \.source.isDemonstration)
    }
  }

  /// Stores what a territory declares of its services.
  ///
  /// - Parameter path: A filled template: CSV, YAML or JSON.
  /// - Returns: What the ingestion did.
  /// - Throws: ``PasserelleError`` with code `input.unknownFormat` where no diagnosis of the file could be stored, or what
  ///   stops an ingestion.
  public func storeDiagnosis(_ path: String) throws -> IngestionAnswer {
    var options = IngestionOptions()
    options.formatName = DiagnosisReader.source
    let answer = try ingest([path], options: options)
    if let error = answer.fileErrors.first { throw error }
    guard answer.report.refused > 0, answer.report.stored + answer.report.unchanged == 0 else {
      return answer
    }
    let reasons = answer.report.diagnostics.keys.sorted().compactMap { DiagnosticCatalogue.byName[$0] }
    throw PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr: "Aucune réponse n’a été enregistrée. "
          + reasons.map { $0.reason[.french] + " " + $0.remedy[.french] }.joined(separator: " "),
        en: "No answer was stored. "
          + reasons.map { $0.reason[.english] + " " + $0.remedy[.english] }.joined(separator: " ")),
      at: SourceLocation(file: path))
  }
}

extension Workspace {
  /// The form of an answer that the territory fills in, dated by the workspace's clock.
  public func diagnosisTemplate(_ answer: DiagnosisAnswer) -> DiagnosisTemplate {
    DiagnosisTemplate(answer, today: context.clock().date)
  }

  /// An answer as a document, dated by the workspace's clock.
  public func diagnosisPage(_ answer: DiagnosisAnswer) -> Report { answer.report(at: context.clock()) }
}
