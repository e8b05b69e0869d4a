public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology

extension Workspace {
  /// Suggests triangular platforms.
  ///
  /// - Parameters:
  ///   - request: Which.
  ///   - language: The language of names.
  /// - Returns: The platforms with their reasons.
  /// - Throws: ``PasserelleError``, with code `entity.notFound` for an unknown authority, theme or call.
  public func suggestTriads(_ request: TriadsRequest, language: MessageLanguage) throws -> TriadsAnswer {
    let network = try network(asOf: request.asOf)
    let reach = NetworkReach(network, includesDemonstration: request.includesDemonstration)
    var query = TriadQuery()
    let themes = try store.read { reader in
      let names = SuggestNames(network: network, ontology: ontology, iris: store.iris, reader: reader)
      query.countries = try names.countries(request.countries)
      query.authority = try request.city.map(names.authority)
      query.call = try request.call.map { try names.node($0) { $0.kind == .call || $0.kind == .programme } }
      return try request.theme.map(names.themes) ?? []
    }
    query.themes = Set(themes.map { network.nodes[Int($0)].iri })
    query.geography = request.allowsOneContinent ? .countries : .continents
    query.limit = request.limit
    if query.authority != nil { query.limitPerAuthority = request.limit }
    let continents = ContinentNames(ontology)
    let found = TriadFinder(
      reach, tags: NetworkTags(reach, further: try suggestionTags(of: network)),
      continent: { continents.code(ofCountry: $0) }
    ).triads(query)
    let wording = SuggestWording(workspace: self, network: network, language: language, asOf: request.asOf)
    return TriadsAnswer(
      subject: query.authority.map(wording.thing),
      themes: themes.map { network.nodes[Int($0)].label[language] },
      countries: query.countries.map(wording.country), call: query.call.map(wording.thing),
      geography: query.geography, platforms: try found.triads.map { try wording.platform($0, continents) },
      examined: found.examined, frenchCount: found.frenchCount, isBounded: found.isBounded,
      base: found.base, includesDemonstration: request.includesDemonstration, language: language)
  }
}

/// The continents of countries, by the product's code lists.
struct ContinentNames: Sendable {
  private let codes: [String: String]
  private let labels: [String: LocalizedText]

  init(_ ontology: Ontology) {
    let regions = ontology.codeList("world-regions")
    var codes: [String: String] = [:]
    var labels: [String: LocalizedText] = [:]
    for country in ontology.codeList("countries")?.entries ?? [] {
      guard var code = country.parent else { continue }
      var steps = 0
      while let parent = regions?.entry(code: code)?.parent, steps < 8 { (code, steps) = (parent, steps + 1) }
      codes[country.code] = code
      labels[code] = regions?.label(ofCode: code)
    }
    self.codes = codes
    self.labels = labels
  }

  /// The continent of a country; nil for an unknown one.
  func code(ofCountry country: String) -> String? { codes[country] }

  /// The continent of a country for people.
  func label(ofCountry country: String) -> LocalizedText? { codes[country].flatMap { labels[$0] } }
}

extension SuggestWording {
  fileprivate func platform(_ triad: Triad, _ continents: ContinentNames) throws -> TriadsAnswer.Platform {
    TriadsAnswer.Platform(
      sides: try triad.authorities.map { authority in
        TriadsAnswer.Side(
          authority: thing(authority),
          continent: network.nodes[Int(authority)].country
            .flatMap { continents.label(ofCountry: $0)?[language] },
          seats: try TriadRole.allCases.map { role in
            TriadsAnswer.Seat(
              role: role, known: triad.counts[Triad.Seat(authority: authority, role: role)] ?? 0,
              members: try triad.members.filter { $0.authority == authority && $0.role == role }.map(member))
          })
      }, score: triad.score, reasons: triad.parts.map(reason), links: try triad.links.map(link))
  }

  private func member(_ member: TriadMember) throws -> TriadsAnswer.Member {
    TriadsAnswer.Member(
      thing: thing(member.node), isCertain: member.isCertain, isOnTheme: member.isOnTheme,
      ties: try ties(member.edges),
      conflicts: try member.conflicts.map {
        .init(kind: $0.kind, with: thing($0.with), ties: try ties(Array($0.edges.prefix(2))))
      })
  }

  private func link(_ link: Triad.Link) throws -> TriadsAnswer.Link {
    TriadsAnswer.Link(
      from: network.nodes[Int(link.from)].label[language], to: network.nodes[Int(link.to)].label[language],
      kind: link.kind, ties: try ties(link.edges), through: link.through.map(thing))
  }
}
