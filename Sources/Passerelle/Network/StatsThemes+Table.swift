import PasserelleCore
import PasserelleNetwork
import PasserelleOntology
import PasserelleText

/// The themes of the atlas of decentralised cooperation: how sources name them, which code they have.
enum StatsThemes {
  /// The taxonomy.
  static let scheme = "cncd"
  /// Both themes of sustainable development, which the atlas shows in a section of its own.
  static let sustainableDevelopment: Set<String> = ["environment-climate-energy", "sustainable-economy"]

  /// The codes by the short names of the shipped facts; others are codes already.
  private static let slugs: [String: String] = [
    "education-emploi": "education-employment", "attractivite": "attractiveness",
    "gouvernance-locale": "governance", "eau-et-dechets": "water-waste", "amenagement": "spatial-planning",
    "sante": "health", "universites-recherche": "research", "aide-d-urgence": "emergency",
    "environnement": "environment", "patrimoine": "heritage", "numerique": "ict",
    "transfrontalier": "cross-border", "jeunesse-genre": "youth-gender", "energie": "energy",
    "insertion-sociale": "social-inclusion", "economie-circulaire": "circular-economy",
    "environnement-climat-energie": "environment-climate-energy", "economie-durable": "sustainable-economy",
  ]

  /// The themes of statistics whose claims name none, by the short names of the statistics.
  static let statistics: [String: Set<String>] = [
    "cncd-part-numerique-intraeurope": ["ict"], "cncd-part-numerique-afrique": ["ict"],
  ]

  /// The codes that a short name covers together.
  static func codes(ofSlug slug: String) -> Set<String> {
    if slug == "developpement-durable" || slug == "sustainable-development" { return sustainableDevelopment }
    return [slugs[slug] ?? slug]
  }

  /// The codes that a person names: a code, a short name, a label in either language; nil for none.
  static func codes(writtenAs text: String, in taxonomy: Taxonomy) -> Set<String>? {
    let wanted = TextFolding.fold(text)
    if ["developpement durable", "sustainable development"].contains(TextFolding.fold(text)) {
      return sustainableDevelopment
    }
    let slug = codes(ofSlug: text.lowercased())
    if slug.allSatisfy({ taxonomy.concept($0) != nil }) { return slug }
    let found = taxonomy.concepts.filter { names(of: $0).contains(wanted) }.map(\.id)
    return found.first.map { [$0] }
  }

  /// The concept that a theme of the network stands for: by its IRI, its short name in the facts, or its name.
  static func concept(of node: CooperationNetwork.Node, in taxonomy: Taxonomy) -> TaxonomyConcept? {
    if let same = taxonomy.concepts.first(where: { $0.iri == node.iri }) { return same }
    if let slug = node.iri.split(separator: "/").last, slug.hasPrefix("cncd-") {
      let codes = codes(ofSlug: String(slug.dropFirst("cncd-".count)))
      if codes.count == 1, let code = codes.first, let found = taxonomy.concept(code) { return found }
    }
    let name = TextFolding.fold(node.label.french)
    return taxonomy.concepts.first { names(of: $0).contains(name) }
  }

  private static func names(of concept: TaxonomyConcept) -> Set<String> {
    Set(
      ([concept.label.french, concept.label.english] + concept.alternatives.map(\.text)).map(TextFolding.fold)
    )
  }

  /// The places of countries and themes in the lists, for statistics of a network.
  static func codes(of network: CooperationNetwork, in ontology: Ontology) -> CooperationCodes {
    var codes = CooperationCodes()
    for entry in ontology.ownCodeList("countries")?.entries ?? [] { codes.areas[entry.code] = entry.parent }
    for entry in ontology.ownCodeList("world-regions")?.entries ?? [] {
      codes.continents[entry.code] = entry.parent
    }
    guard let taxonomy = ontology.taxonomy(scheme) else { return codes }
    let tops = Set(taxonomy.concepts.flatMap(\.broader)).union(sustainableDevelopment)
    for concept in taxonomy.concepts { codes.broader[concept.id] = concept.broader.first }
    for (number, node) in network.nodes.enumerated() where node.kind == .theme {
      guard let concept = concept(of: node, in: taxonomy) else { continue }
      if tops.contains(concept.id) {
        codes.themes[Int32(number)] = [concept.id]
      } else {
        codes.subThemes[Int32(number)] = [concept.id]
      }
    }
    return codes
  }
}
