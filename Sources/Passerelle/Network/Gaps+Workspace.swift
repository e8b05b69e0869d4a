public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// Tells what no record of the network speaks of.
  ///
  /// - Parameters:
  ///   - request: Which gaps.
  ///   - language: The language of names.
  /// - Returns: The gaps, each with how much is known around it.
  /// - Throws: ``PasserelleError``, with code `entity.notFound` for an unknown theme.
  public func networkGaps(_ request: GapsRequest = GapsRequest(), language: MessageLanguage) throws
    -> GapsAnswer
  {
    let network = try network(asOf: request.asOf)
    let reach = NetworkReach(network, includesDemonstration: request.includesDemonstration)
    let (themes, countries) = try store.read { reader in
      let names = SuggestNames(network: network, ontology: ontology, iris: store.iris, reader: reader)
      return (try request.theme.map(names.themes) ?? [], try names.countries(request.countries))
    }
    let gaps = NetworkGapFinder(reach).gaps(themes: themes)
    return try store.read(request.asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      let builder = GapsBuilder(
        wording: SuggestWording(workspace: self, network: network, language: language, asOf: request.asOf),
        request: request, gaps: gaps, asked: countries,
        published: try GapsPublished(
          reader: reader, labels: labels, network: network, language: language
        ).byCountry(), reader: reader)
      return try builder.answer()
    }
  }
}

/// Puts the answer together.
private struct GapsBuilder {
  let wording: SuggestWording
  let request: GapsRequest
  let gaps: NetworkGaps
  let asked: [String]
  let published: [String: [GapsAnswer.Published]]
  let reader: GraphReader

  func answer() throws -> GapsAnswer {
    let themes = wants(.theme) ? themeRows() : []
    let countries = wants(.country) ? countryRows() : []
    let cities = wants(.city) ? cityRows() : []
    let groups = wants(.group) ? gaps.islands : []
    return GapsAnswer(
      axis: request.axis, themes: Array(themes.prefix(request.limit)),
      countries: try countries.prefix(request.limit).map(row),
      cities: cities.prefix(request.limit).map(row),
      groups: groups.prefix(request.limit).map(row),
      counts: [
        .theme: themes.count, .country: countries.count, .city: cities.count, .group: groups.count,
      ], authorities: gaps.authorities.count, withoutTheme: gaps.withoutTheme,
      includesDemonstration: request.includesDemonstration, language: wording.language)
  }

  private func wants(_ axis: GapsRequest.Axis) -> Bool { request.axis == nil || request.axis == axis }

  private func themeRows() -> [GapsAnswer.ThemeRow] {
    var rows: [GapsAnswer.ThemeRow] = []
    var start = 0
    while start < gaps.cells.count {
      let theme = gaps.cells[start].theme
      let end = gaps.cells[start...].firstIndex { $0.theme != theme } ?? gaps.cells.count
      let cells = gaps.cells[start..<end].filter { asked.isEmpty || asked.contains($0.country) }
      let withSome = cells.filter { !$0.things.isEmpty }
      let withNone = cells.filter { $0.things.isEmpty && ($0.inCountry > 0 || asked.contains($0.country)) }
      rows.append(
        GapsAnswer.ThemeRow(
          theme: wording.thing(theme), known: gaps.cells[start].ofTheme,
          countries: withSome.map { count($0.country, $0.things.count) },
          none: withNone.sorted {
            $0.inCountry != $1.inCountry ? $0.inCountry > $1.inCountry : $0.country < $1.country
          }
          .map { count($0.country, $0.inCountry) }))
      start = end
    }
    return rows.enumerated().sorted { ($0.1.known, $0.0) < ($1.1.known, $1.0) }.map(\.1)
  }

  private func count(_ code: String, _ count: Int) -> GapsAnswer.CountryCount {
    GapsAnswer.CountryCount(code: code, name: wording.country(code), count: count)
  }

  private func state(_ country: NetworkGaps.Country) -> GapsAnswer.State {
    if !country.things.isEmpty || country.tieCount > 0 { return .known }
    return published[country.code] == nil ? .noneKnown : .publishedOnly
  }

  private func countryRows() -> [NetworkGaps.Country] {
    var all = gaps.countries
    let missing = Set(asked).union(published.keys).subtracting(all.map(\.code))
    all += missing.sorted().map { NetworkGaps.Country(unknown: $0) }
    let order: [GapsAnswer.State] = [.publishedOnly, .noneKnown, .known]
    let ranked = all.filter { asked.isEmpty || asked.contains($0.code) }.map { country in
      (
        country: country, place: order.firstIndex(of: state(country)) ?? 0,
        count: country.things.count + country.tieCount
      )
    }
    return ranked.sorted { left, right in
      if left.place != right.place { return left.place < right.place }
      if left.count != right.count { return left.count < right.count }
      // The more is recorded of a country, the more its silence says.
      if left.country.known != right.country.known { return left.country.known > right.country.known }
      return left.country.code < right.country.code
    }.map(\.country)
  }

  private func row(_ country: NetworkGaps.Country) throws -> GapsAnswer.CountryRow {
    GapsAnswer.CountryRow(
      code: country.code, name: wording.country(country.code), state: state(country),
      french: country.french.count, partners: country.partners.count, things: country.things.count,
      ties: country.tieCount, withoutTheme: country.withoutTheme,
      themes: country.themes.map { wording.network.nodes[Int($0)].label[wording.language] },
      recorded: country.known, published: published[country.code] ?? [],
      sources: try sources(country.edges))
  }

  /// How many edges are looked at for the data sets behind them.
  private static let edgeLimit = 500

  private func sources(_ edges: [Int32]) throws -> [GapsAnswer.Coverage] {
    let graphs = Set(edges.prefix(Self.edgeLimit).flatMap { wording.network.edges[Int($0)].records })
    var counts: [String: Int] = [:]
    for graph in graphs.sorted() {
      guard let version = try reader.versions(about: graph).last(where: { $0.graph == graph }) else {
        continue
      }
      counts[version.source, default: 0] += 1
    }
    return counts.keys.sorted().map { GapsAnswer.Coverage(source: $0, records: counts[$0] ?? 0) }
  }

  private func cityRows() -> [NetworkGaps.Authority] {
    gaps.authorities.filter { $0.research.isEmpty || $0.foreign.isEmpty }
      .sorted { ($1.edgeCount, $0.node) < ($0.edgeCount, $1.node) }
  }

  private func row(_ authority: NetworkGaps.Authority) -> GapsAnswer.CityRow {
    GapsAnswer.CityRow(
      authority: wording.thing(authority.node), research: authority.research.count,
      foreign: authority.foreign.count, ties: authority.edgeCount)
  }

  private func row(_ island: NetworkGaps.Island) -> GapsAnswer.GroupRow {
    GapsAnswer.GroupRow(
      size: island.members.count, members: island.members.prefix(8).map(wording.thing),
      bridge: island.bridge.map(wording.thing), countries: island.countries.map(wording.country))
  }
}
