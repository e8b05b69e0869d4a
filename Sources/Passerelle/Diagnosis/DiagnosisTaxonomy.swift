import PasserelleCore
import PasserelleOntology

/// The services by stake, and what texts speak of them.
struct DiagnosisTaxonomy {
  /// The services, by stake, in the order of the taxonomies.
  let services: [DiagnosisService]
  /// What the list says of itself.
  let note: LocalizedText
  /// Whether the list is provisional.
  let isProvisional: Bool
  private let places: [String: Int]
  private let spotter: ServiceSpotter
  private let names: [String: Int]

  /// The taxonomy of an ontology.
  ///
  /// - Parameters:
  ///   - ontology: Where the schemes `services` and `stakes` stand.
  ///   - stake: The one stake wanted, by its key or label; nil for all.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for an unknown stake, or where there is no list.
  init(_ ontology: Ontology, stake: String?) throws {
    guard let list = ontology.taxonomy("services"), let stakes = ontology.taxonomy("stakes") else {
      throw QuestionBinder.invalid(
        "L’ontologie n’a pas de liste de services et d’enjeux (Concepts/services.yaml, Concepts/stakes.yaml).",
        "The ontology has no list of services and stakes (Concepts/services.yaml, Concepts/stakes.yaml).")
    }
    var wanted = stakes.concepts
    if let stake {
      let folded = ServiceSpotter.fold(stake)
      wanted = wanted.filter { one in
        one.id == stake
          || [one.label.french, one.label.english].contains { ServiceSpotter.fold($0) == folded }
      }
      guard !wanted.isEmpty else {
        let keys = stakes.concepts.map(\.id).joined(separator: ", ")
        throw QuestionBinder.invalid(
          "Enjeu inconnu « \(stake) ». Choisissez parmi : \(keys).",
          "Unknown stake '\(stake)'. Choose one of: \(keys).")
      }
    }
    var services: [DiagnosisService] = []
    var terms: [ServiceSpotter.Name] = []
    var places: [String: Int] = [:]
    var names: [String: Int] = [:]
    for stake in wanted {
      // A service of several stakes stands under its first.
      for concept in list.concepts where concept.broader.first == stake.id {
        let place = services.count
        services.append(
          DiagnosisService(
            stake: stake.id, stakeLabel: stake.label, key: concept.id, iri: concept.iri, label: concept.label)
        )
        places[concept.iri] = place
        let own =
          [("fr", concept.label.french), ("en", concept.label.english)]
          + concept.alternatives.map { ($0.language, $0.text) }
        terms += own.map { ServiceSpotter.Name(text: $1, language: $0, place: place) }
        for name in own.map(\.1) + [concept.id] { names[ServiceSpotter.fold(name)] = place }
      }
    }
    for entry in ontology.lexicon.entries {
      guard let concept = entry.concept, concept.hasPrefix("services:"),
        let place = services.firstIndex(where: { $0.key == concept.dropFirst("services:".count) })
      else { continue }
      terms += entry.terms.filter { $0.kind != .acronym }.map {
        ServiceSpotter.Name(text: $0.text, language: $0.language, place: place)
      }
    }
    self.services = services
    self.places = places
    self.names = names
    note = list.note
    isProvisional = list.isProvisional || stakes.isProvisional
    spotter = ServiceSpotter(terms)
  }

  /// The place of a service by its IRI.
  func place(_ iri: String) -> Int? { places[iri] }

  /// The service that a text is the name of, but for case, accents and endings.
  func place(named text: String) -> Int? { names[ServiceSpotter.fold(text)] }

  /// The services that a text speaks of, with its words; names in its language are sought, nil for every language.
  func spots(in text: String, language: String?) -> [(place: Int, words: String)] {
    spotter.spots(in: text, language: language)
  }
}
