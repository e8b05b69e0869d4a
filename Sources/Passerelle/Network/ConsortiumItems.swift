import PasserelleCore
import PasserelleMatching
import PasserelleOntology
import PasserelleText

/// What a specification asks a team for, and how far each vendor speaks to it.
struct ConsortiumItems {
  let items: [ConsortiumAnswer.Item]
  /// The level of each vendor on each item.
  let levels: [[CoverageLevel]]
  private let answer: MatchAnswer
  private let places: [String: [Int]]

  /// The segments of the value chain that layers of other names belong to: our own reading.
  private static let segments = [
    "devices": "networks-devices", "networks": "networks-devices", "applications": "analysis",
  ]

  init(_ answer: MatchAnswer, vendors: [MatchedVendor], ontology: Ontology) {
    self.answer = answer
    let language = answer.language
    var items = answer.requirements.map { clause in
      ConsortiumAnswer.Item(
        name: clause.id, isLayer: false, text: clause.text, weight: Self.weight(clause.obligation), zones: [],
        segment: nil)
    }
    var places: [String: [Int]] = [:]
    for (place, clause) in answer.requirements.enumerated() {
      for tag in clause.tags where tag.scheme == .layer { places[tag.key, default: []].append(place) }
    }
    let scheme = ontology.taxonomy("layers")
    for layer in scheme?.concepts ?? [] where places[layer.id] != nil {
      let zones = layer.broader.compactMap { ontology.taxonomy("zones")?.concept($0)?.label[language] }
      let chain = ontology.taxonomy("value-chain")
      let segment = chain?.concept(Self.segments[layer.id] ?? layer.id)?.label[language]
      items.append(
        ConsortiumAnswer.Item(
          name: layer.id, isLayer: true, text: layer.label[language], weight: 1, zones: zones,
          segment: segment))
    }
    self.items = items
    self.places = places
    let tagger = ClauseTagger(ontology: ontology)
    levels = vendors.map { vendor in
      let required = vendor.coverage.map(\.coverage.level)
      let texts = vendor.evidence.map(\.title) + [vendor.profile?.text ?? ""]
      let spoken = Set(
        texts.flatMap { tagger.tags(of: $0, language: answer.need.language) }.filter { $0.scheme == .layer }
          .map(\.key))
      return required
        + items.filter(\.isLayer).map { layer in
          let best = (places[layer.name] ?? []).map { required[$0] }.max() ?? .none
          return spoken.contains(layer.name) ? .covered : best
        }
    }
  }

  /// What speaks for a vendor on an item.
  func evidence(_ vendor: MatchedVendor, _ item: Int, _ level: CoverageLevel) -> ConsortiumAnswer.Evidence {
    let name = items[item].name
    let place: Int?
    if items[item].isLayer {
      place = (places[name] ?? []).max {
        vendor.coverage[$0].coverage.level < vendor.coverage[$1].coverage.level
      }
    } else {
      place = item
    }
    let found = place.map { vendor.coverage[$0] }
    let known = found?.coverage.level == CoverageLevel.none ? nil : found
    // A document that is called like the vendor says nothing more than its name.
    let telling = known?.quote == vendor.ranked.name ? nil : known
    return ConsortiumAnswer.Evidence(
      item: name, level: level, quote: telling?.quote ?? vendor.evidence.first?.title,
      source: telling?.source ?? vendor.evidence.first?.source ?? known?.source)
  }

  /// The worth of a level: a half for what is known in part.
  static func worth(_ level: CoverageLevel) -> Double {
    switch level {
    case .none: 0
    case .partial: 0.5
    case .covered: 1
    }
  }

  private static func weight(_ obligation: SpecificationClause.Obligation) -> Double {
    switch obligation {
    case .mandatory: 1
    case .recommended: 0.5
    case .optional: 0.25
    case .informative: 0.25
    }
  }
}
