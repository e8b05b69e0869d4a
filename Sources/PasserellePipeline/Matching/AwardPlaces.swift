import PasserelleCore
import PasserelleGraph
import PasserelleMatching

/// Where awards are performed: commune, department, postal code, else where the buyer's number says it sits.
struct AwardPlaces {
  /// What a place is read from where the record names none.
  private struct Fallback: Hashable {
    let postal: TermID
    let buyer: TermID
  }

  private let awards: AwardRelations
  private let named: [TermID: MatchPlace]
  private let postals: [TermID: String]
  private let buyerNumbers: [TermID: String]
  private var known: [Fallback: MatchPlace?] = [:]

  init(_ awards: AwardRelations, buyers: [TermID: String], reader: GraphReader, iris: IRISpace) throws {
    self.awards = awards
    named = try awards.places.resolved(reader) { $0.iriValue.flatMap { Self.place($0, iris) } }
    postals = try awards.postals.resolved(reader) { $0.lexicalForm }
    buyerNumbers = buyers.compactMapValues { iris.identifierParts(of: $0)?.value }
  }

  /// The place of an award; nil when nothing tells the department.
  mutating func place(of award: Int) -> MatchPlace? {
    for term in awards.places[award] {
      if let place = named[term] { return place }
    }
    let fallback = Fallback(
      postal: awards.postals[award].first ?? .none, buyer: awards.buyers[award].first ?? .none)
    if let place = known[fallback] { return place }
    let place = MatchPlace.french(
      postals[fallback.postal] ?? "", buyerSiren: buyerNumbers[fallback.buyer])
    known[fallback] = .some(place)
    return place
  }

  private static func place(_ iri: String, _ iris: IRISpace) -> MatchPlace? {
    switch iris.identifierParts(of: iri) {
    case (.insee, let code)?:
      PlaceCode.department(ofCommune: code).map { MatchPlace(coarse: $0, fine: code) }
    case (.departement, let code)?: MatchPlace(coarse: code)
    default: nil
    }
  }
}
