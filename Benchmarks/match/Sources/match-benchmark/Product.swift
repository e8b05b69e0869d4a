import PasserelleIndex
import PasserelleMatching
import PasserelleOntology
import PasserelleText

/// The matcher as the product makes it: the one place that follows its interface.
struct Product {
  let matcher: Matcher

  init(catalogue: AwardCatalogue, index: DocumentIndex, places: StaticPlaces, models: MatchModels) throws {
    matcher = Matcher(catalogue: catalogue, text: try index.reader(), geography: places, models: models)
  }

  /// The product's models of a language, the one that uses everything and the neutral one, as an answer reads them.
  static func models(_ language: TextLanguage) throws -> MatchModels {
    let names = [false, true].map {
      "Models/" + MatchModels.name(language: language.rawValue, neutral: $0) + ".ranker"
    }
    return try MatchModels(
      files: EmbeddedOntology.files.filter { names.contains($0.path) }.map { ($0.path, $0.contents) })
  }

  /// The positions of French departments and communes, from the ontology in the program.
  static func places() throws -> StaticPlaces {
    let ontology = try Ontology.load(files: EmbeddedOntology.files)
    return StaticPlaces(
      departments: ontology.departments.compactMap { one in
        one.centroid.map { (one.code, $0.latitude, $0.longitude) }
      },
      communes: (ontology.codeList("communes")?.entries ?? []).compactMap { one in
        one.point.map { (one.code, $0.latitude, $0.longitude) }
      })
  }

  /// The ids of the vendors of an answer, best first.
  func answer(_ asked: Corpus.Asked) throws -> [String] {
    try matcher.match(asked.need).vendors.map(\.iri)
  }

  /// Whether one of the first ten is a winner, or another company of its kind.
  static func isHit(_ vendors: [String], _ asked: Corpus.Asked) -> Bool {
    vendors.prefix(10).contains { vendor in
      asked.winners.contains(vendor.split(separator: ".").first.map(String.init) ?? vendor)
    }
  }
}
