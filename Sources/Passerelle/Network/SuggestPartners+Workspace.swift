public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology

extension Workspace {
  /// The file of the model of closeness that does without fame.
  static let neutralLinkModel = "twinning-neutral.link"

  /// Suggests peers of an authority.
  ///
  /// - Parameters:
  ///   - request: Whose peers, and which.
  ///   - language: The language of names.
  /// - Returns: The peers with their reasons.
  /// - Throws: ``PasserelleError``, with code `entity.notFound` for an unknown authority or theme.
  public func suggestPartners(
    _ request: SuggestPartnersRequest, language: MessageLanguage
  ) throws -> SuggestPartnersAnswer {
    let network = try network(asOf: request.asOf)
    let reach = NetworkReach(network, includesDemonstration: request.includesDemonstration)
    let wording = SuggestWording(workspace: self, network: network, language: language, asOf: request.asOf)
    let (subject, themes, countries) = try store.read { reader in
      let names = SuggestNames(network: network, ontology: ontology, iris: store.iris, reader: reader)
      return (
        try names.authority(request.city), try request.theme.map(names.themes) ?? [],
        try names.countries(request.countries)
      )
    }
    let tags = NetworkTags(reach, further: try suggestionTags(of: network))
    var query = PartnerQuery()
    query.countries = Set(countries)
    query.themes = Set(themes.map { network.nodes[Int($0)].iri })
    query.limit = request.limit
    query.includesUnreached = request.includesUnreached
    let closeness = try linkCloseness(network, includesDemonstration: request.includesDemonstration)
    let found = PartnerSuggester(reach, tags: tags, structure: closeness?.values)
      .suggestions(for: subject, query)
    return SuggestPartnersAnswer(
      subject: wording.thing(subject), countries: countries.map(wording.country),
      themes: themes.map { network.nodes[Int($0)].label[language] },
      peers: try found.suggestions.map { try wording.peer($0, subject, closeness) },
      known: try found.ties.map { .init(thing: wording.thing($0.partner), ties: try wording.ties($0.edges)) },
      candidates: found.candidateCount, unreached: found.unreachedCount,
      includesUnreached: request.includesUnreached, namesakes: found.namesakes.map(wording.thing),
      coverage: zip(PartnerSuggester.weights, found.known).map { ($0.kind.rawValue, $0.kind.label, $1) },
      base: found.base, model: closeness?.model.name, includesDemonstration: request.includesDemonstration,
      language: language)
  }

  /// Services and use cases that things of the network are stated to have, beside their themes.
  func suggestionTags(of network: CooperationNetwork) throws -> [Int32: [String]] {
    let relations = ["hasService", "hasUseCase", "offers"].compactMap { ontology.relation($0)?.iri }
    return try store.read { reader in
      var tags: [Int32: [String]] = [:]
      for relation in try reader.identifiers(of: relations.map(Term.iri)) where relation.isBound {
        let quads = try reader.quads(QuadPattern(predicate: relation))
        let subjects = try reader.terms(of: quads.map(\.subject))
        let objects = try reader.terms(of: quads.map(\.object))
        for (subject, object) in zip(subjects, objects) {
          guard let subject = subject?.iriValue, let object = object?.iriValue,
            let node = network.node(subject)
          else { continue }
          tags[node, default: []].append(object)
        }
      }
      return tags
    }
  }

  /// The learned closeness of authorities; nil where no model is shipped.
  func linkCloseness(
    _ network: CooperationNetwork, includesDemonstration: Bool
  ) throws -> LinkCloseness? {
    guard let text = ontology.models[Self.neutralLinkModel] else { return nil }
    let model = try LinkModel(text: text, source: Self.neutralLinkModel)
    var selection = NetworkSelection()
    selection.shape = .actors
    selection.edgeKinds = [
      .twinning, .cooperation, .partnership, .party, .carries, .participation, .membership,
    ]
    selection.includesDemonstration = includesDemonstration
    return LinkCloseness(network.projection(selection), network, model)
  }
}

/// The closeness of authorities by a learned model without fame.
struct LinkCloseness: Sendable {
  let model: LinkModel
  private let projection: NetworkProjection
  private let predictor: LinkPredictor

  init(_ projection: NetworkProjection, _ network: CooperationNetwork, _ model: LinkModel) {
    self.model = model
    self.projection = projection
    predictor = LinkPredictor(
      graph: projection.graph, attributes: LinkAttributes(of: projection, in: network), model: model)
  }

  /// The closeness of an authority with others, from 0 to 1; nil where one is not in the graph.
  @Sendable func values(_ authority: Int32, _ others: [Int32]) -> [Double?] {
    guard let source = projection.vertex(of: authority) else { return others.map { _ in nil } }
    let targets = others.map { projection.vertex(of: $0) }
    var scores = predictor.scores(of: source, with: targets.compactMap { $0 })[...]
    return targets.map { $0 == nil ? nil : scores.popFirst()?.adequacy }
  }

  /// What adds most to the closeness of two authorities.
  func details(_ authority: Int32, _ other: Int32) -> [SuggestPartnersAnswer.Detail] {
    guard let source = projection.vertex(of: authority), let target = projection.vertex(of: other) else {
      return []
    }
    return predictor.score(source, target).parts.filter { $0.value != nil && $0.contribution > 0.05 }
      .prefix(3).map {
        .init(feature: $0.feature.rawValue, label: $0.feature.label, contribution: $0.contribution)
      }
  }
}

extension SuggestWording {
  fileprivate func peer(
    _ one: PartnerSuggestion, _ subject: Int32, _ closeness: LinkCloseness?
  ) throws -> SuggestPartnersAnswer.Peer {
    SuggestPartnersAnswer.Peer(
      thing: thing(one.node), score: one.score, reasons: one.parts.map(reason),
      details: closeness?.details(subject, one.node) ?? [],
      way: try one.way.map { way in
        try zip(way.nodes.dropFirst(), way.edges).map { node, edge in
          .init(to: thing(node), ties: try ties([edge]))
        }
      } ?? [],
      memberships: one.memberships.map(thing),
      themes: one.sharedTags.map(tagLabel), kilometres: one.distance)
  }

  /// What a tag is called.
  func tagLabel(_ iri: String) -> String {
    network.node(iri).map { network.nodes[Int($0)].label[language] }
      ?? String(iri.split(whereSeparator: { $0 == "/" || $0 == "#" }).last ?? Substring(iri))
  }
}
