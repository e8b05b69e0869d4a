public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// Statistics of decentralised cooperation: values that sources publish beside counts of the records held.
  ///
  /// - Parameters:
  ///   - request: Which ones.
  ///   - language: The language of names.
  /// - Returns: The rows, with denominators, coverage and what disagrees.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a table, theme, country or other name that is not known.
  public func networkStatistics(_ request: StatsRequest, language: MessageLanguage) throws -> StatsAnswer {
    if let table = request.table { _ = try StatsPreset.named(table) }
    let network = try network(asOf: request.asOf)
    let figures = try publishedFigures(asOf: request.asOf, language: language)
    let iris = store.iris
    let builder = StatsBuilder(
      network: network, figures: figures,
      labels: StatsLabels(ontology: ontology, network: network, language: language),
      codes: StatsThemes.codes(of: network, in: ontology), request: request,
      participants: StatsParticipants(
        network: network,
        items: network.cooperations(includesDemonstration: request.includesDemonstration),
        thing: { iris.identifier(.local, $0) }))
    let parts = try builder.parts()
    return StatsAnswer(
      table: parts.table, title: parts.title, rowLabel: parts.rowLabel, columnLabel: parts.columnLabel,
      columns: parts.columns, columnCounts: parts.columnCounts, rows: parts.rows, held: parts.held,
      further: parts.further, addition: parts.addition,
      limits: parts.limits.map { StatsAnswer.Limit(name: $0.name, value: $0.value, label: $0.label) },
      undated: parts.undated, overlaps: parts.overlaps, narrower: parts.narrower, remarks: parts.remarks,
      asOf: request.asOf, language: language, units: words("units"), comparators: words("comparators"))
  }

  /// All values that claims publish.
  func publishedFigures(asOf: Instant?, language: MessageLanguage) throws -> [StatsFigure] {
    try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      try StatsFigureReader(
        reader: reader, labels: LabelResolver(reader: reader, ontology: ontology, iris: store.iris),
        ontology: ontology, language: language
      ).figures()
    }
  }

  /// The labels of a code list, by code.
  func words(_ list: String) -> [String: LocalizedText] {
    var words: [String: LocalizedText] = [:]
    for entry in ontology.ownCodeList(list)?.entries ?? [] { words[entry.code] = entry.label }
    return words
  }
}
