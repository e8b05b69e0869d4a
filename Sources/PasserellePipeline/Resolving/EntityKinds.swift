import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserelleResolution

/// Which classes of the ontology are resolved, and as what sort of thing.
struct EntityKinds {
  /// The classes of a sort, by IRI, sorts by their weight: what is several things is taken for the first.
  let classes: [(iri: String, kind: Mention.Kind)]

  init(_ ontology: Ontology) {
    var found: [(iri: String, kind: Mention.Kind)] = []
    for one in ontology.classes {
      guard let kind = Self.kind(of: one.id, in: ontology) else { continue }
      found.append((one.iri, kind))
    }
    classes = found.sorted { (Self.rank($0.kind), $0.iri) < (Self.rank($1.kind), $1.iri) }
  }

  /// The order in which sorts win.
  static func rank(_ kind: Mention.Kind) -> Int {
    switch kind {
    case .laboratory: 0
    case .place: 1
    case .publicBody: 2
    case .organisation: 3
    case .person, .work: 4
    }
  }

  private static func kind(of id: String, in ontology: Ontology) -> Mention.Kind? {
    if ontology.isKind(id, of: "ResearchTeam") { return .laboratory }
    if ontology.isKind(id, of: "Territory") { return .place }
    if ontology.isKind(id, of: "PublicBody") || ontology.isKind(id, of: "Buyer") { return .publicBody }
    return ontology.isKind(id, of: "Organisation") ? .organisation : nil
  }
}
