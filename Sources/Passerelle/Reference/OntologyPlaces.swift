import PasserelleCore
import PasserelleMatching
import PasserelleOntology

/// Where communes and departments lie, looked up in the imported lists, else in the product's own.
///
/// Nothing is read beforehand: a list of 35,000 communes costs what the places asked for cost.
struct OntologyPlaces: PlaceLocating {
  private let communes: [CodeList]
  private let departments: [CodeList]

  init(_ ontology: Ontology) {
    func lists(_ id: String) -> [CodeList] {
      [ontology.references?.list(id), ontology.ownCodeList(id)].compactMap { $0 }
    }
    communes = lists(Ontology.ListName.communes)
    departments = lists(Ontology.ListName.departements)
  }

  /// The position of a commune, else that of its department.
  func position(of place: MatchPlace) -> GeoPosition? {
    place.fine.flatMap { Self.point($0, communes) } ?? Self.point(place.coarse, departments)
  }

  private static func point(_ code: String, _ lists: [CodeList]) -> GeoPosition? {
    for list in lists {
      if let point = list.point(ofCode: code) {
        return GeoPosition(latitude: point.latitude, longitude: point.longitude)
      }
    }
    return nil
  }
}
