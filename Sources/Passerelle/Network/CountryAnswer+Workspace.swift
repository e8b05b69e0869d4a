public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

/// What is asked about a country.
public struct CountryRequest: Sendable, Hashable {
  /// The country, by code or name in French or English.
  public var country: String
  /// Whether generated demonstration data count.
  public var includesDemonstration = false
  /// The moment whose state is asked; nil for now.
  public var asOf: Instant?

  /// Asks about a country.
  public init(_ country: String) { self.country = country }
}

extension Workspace {
  /// Who works in a country, on what, since when, with which partners and sources.
  ///
  /// - Parameters:
  ///   - request: The country.
  ///   - language: The language of names.
  /// - Returns: A page with all its sections; those without a known record stay, empty.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a country that is not known, with those of a near name.
  public func networkCountry(_ request: CountryRequest, language: MessageLanguage) throws -> CountryAnswer {
    let code = try countryCode(request, language)
    return try networkCountry(code, in: try network(asOf: request.asOf), request, language: language)
  }

  /// The code of the country asked about.
  func countryCode(_ request: CountryRequest, _ language: MessageLanguage) throws -> String {
    let empty = CooperationNetwork(nodes: [], edges: [])
    let code = try StatsLabels(ontology: ontology, network: empty, language: language)
      .code(request.country, list: "countries")
    guard !CooperationNetwork.Node.french.contains(code) else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "Cette page part de la France : donnez un autre pays.",
          en: "This page is seen from France: give another country."))
    }
    return code
  }

  func networkCountry(
    _ code: String, in network: CooperationNetwork, _ request: CountryRequest, language: MessageLanguage
  ) throws -> CountryAnswer {
    let names = StatsLabels(ontology: ontology, network: network, language: language)
    let figures = try publishedFigures(asOf: request.asOf, language: language)
    let ties = network.ties(ofCountry: code, includesDemonstration: request.includesDemonstration)
    let inside = Set(network.nodes(ofCountry: code))
    let codes = StatsThemes.codes(of: network, in: ontology)
    let area = codes.areas[code]
    let regions = [area, area.flatMap { codes.continents[$0] }].compactMap { $0 }
    return try store.read(request.asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      var builder = CountryBuilder(
        network: network, reader: reader,
        labels: LabelResolver(reader: reader, ontology: ontology, iris: store.iris), ontology: ontology,
        iris: store.iris, language: language)
      let parts = try builder.parts(ties)
      let announcements = try builder.announcements(inside)
      return CountryAnswer(
        code: code, label: names.label(code, .country), regions: regions.map { names.label($0, .area) },
        published: figures.filter { figure in
          figure.place == code || figure.territory.flatMap { network.node($0) }.map(inside.contains) ?? false
        }, parts: parts, announcements: announcements, sources: builder.sources, asOf: request.asOf,
        language: language, units: words("units"), comparators: words("comparators"),
        edgeKinds: words("network-edge-kinds"), modalities: words("modalities"))
    }
  }
}
