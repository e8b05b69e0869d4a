public import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// A thing of the network as suggestions name it.
public struct SuggestedThing: Sendable, Hashable {
  /// Its IRI.
  public let iri: String
  /// Its name.
  public let name: String
  /// The code of its kind.
  public let kind: String
  /// Its kind for people, the finer one where it is known.
  public let kindLabel: String
  /// Its country, ISO 3166-1 alpha-2; nil where it is not known.
  public let country: String?
  /// Its country for people.
  public let countryLabel: String?
  /// How many people live there; nil where it is not known.
  public let population: Int?
}

/// A tie that a suggestion rests on: a sentence with the records that state it.
public struct SuggestedTie: Sendable, Hashable {
  /// The tie as a sentence.
  public let sentence: String
  /// Where in which document it is stated; empty where the record names none.
  public let passage: String
  /// The records that state it, the first ones.
  public let sources: [Dossier.Source]
  /// How many things it rests on: 1, or the number of awards.
  public let count: Int
}

/// A part of the reasons of a suggestion.
public struct SuggestedReason: Sendable, Hashable {
  /// The name of the part, such as `size`.
  public let part: String
  /// What the part is about.
  public let label: LocalizedText
  /// Its value from 0 to 1; nil where it is not known.
  public let value: Double?
  /// How much it weighs.
  public let weight: Double
  /// What it adds to the score or takes from it; 0 where it is not known.
  public let contribution: Double
}

/// Names things and ties in one language.
struct SuggestWording {
  let workspace: Workspace
  let network: CooperationNetwork
  let language: MessageLanguage
  /// The moment that the network shows; nil for now.
  var asOf: Instant?

  func thing(_ node: Int32) -> SuggestedThing {
    let node = network.nodes[Int(node)]
    return SuggestedThing(
      iri: node.iri, name: node.label[language], kind: node.kind.rawValue,
      kindLabel: kindLabel(node), country: node.country, countryLabel: node.country.map(country),
      population: node.population)
  }

  /// The ties of some edges, in their order.
  func ties(_ edges: [Int32]) throws -> [SuggestedTie] {
    try edges.flatMap { number in
      try workspace.evidence(of: network.edges[Int(number)], in: network, language: language, asOf: asOf)
    }.map {
      SuggestedTie(
        sentence: $0.sentence, passage: $0.passage, sources: Array($0.sources.prefix(3)), count: $0.count)
    }
  }

  func country(_ code: String) -> String {
    workspace.ontology.label(ofCode: code, in: "countries")?[language] ?? code
  }

  func reason(_ part: SuggestionPart) -> SuggestedReason {
    SuggestedReason(
      part: part.kind.rawValue, label: part.kind.label, value: part.value, weight: part.weight,
      contribution: part.contribution)
  }

  private func kindLabel(_ node: CooperationNetwork.Node) -> String {
    let ontology = workspace.ontology
    if let subkind = node.subkind {
      for list in ["authority-kinds", "organisation-kinds"] {
        if let label = ontology.label(ofCode: subkind, in: list) { return label[language] }
      }
    }
    return ontology.label(ofCode: node.kind.rawValue, in: "network-node-kinds")?[language]
      ?? node.kind.rawValue
  }
}

extension SuggestionPart.Kind {
  /// What the part is about, for people.
  var label: LocalizedText {
    switch self {
    case .kind: LocalizedText(fr: "nature et niveau", en: "kind and level")
    case .size: LocalizedText(fr: "taille", en: "size")
    case .themes: LocalizedText(fr: "thèmes et services", en: "themes and services")
    case .structure: LocalizedText(fr: "proximité dans le réseau", en: "closeness in the network")
    case .ties: LocalizedText(fr: "liens entre les trois", en: "ties between the three")
    case .composition: LocalizedText(fr: "rôles pourvus", en: "roles filled")
    }
  }
}
