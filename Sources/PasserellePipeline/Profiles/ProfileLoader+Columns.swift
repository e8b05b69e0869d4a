public import PasserelleCore
import PasserelleGraph
public import PasserelleMatching
import PasserelleSources

extension ProfileLoader {
  /// The profiles for the matcher, sorted by IRI; of two of one vendor, the one stored last.
  ///
  /// Reads the relations of profiles one after another, as identifiers; each distinct code and place is resolved once.
  ///
  /// - Returns: Each vendor's IRI, name, number in the store and profile.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(statements of all profiles), with a look-up for each name and text.
  public func profiles() throws -> [(iri: String, name: String, term: TermID, profile: VendorProfile)] {
    let nodes = try nodes()
    guard !nodes.isEmpty else { return [] }
    let codes = try column(Vocabulary.offersCategory).mapValues { $0.compactMap { CPVCode(iri: $0) } }
    let places = try column(Vocabulary.operatesIn)
    let labels = try column(Vocabulary.declaresLabel)
    let sizes = try column(Vocabulary.sizeClass)
    let attributes = try column(Vocabulary.sovereignty)
    let founded = try column(Vocabulary.founded)
    let countries = try column(Vocabulary.country)
    let names = try literals(Vocabulary.name, nodes.map { ($0.graph, $0.vendor) })
    let texts = try literals(Vocabulary.description, nodes.map { ($0.graph, $0.profile) })
    let vendors = try reader.terms(of: nodes.map(\.vendor))
    var known: [String: MatchPlace?] = [:]
    func place(_ iri: String) -> MatchPlace? {
      if let place = known[iri] { return place }
      let place = DeclaredProfile.place(iri, iris)
      known[iri] = .some(place)
      return place
    }
    return nodes.indices.compactMap { index in
      let node = nodes[index]
      guard let iri = vendors[index]?.iriValue else { return nil }
      return (
        iri: iri, name: names[index] ?? DeclaredProfile.number(of: iri, iris), term: node.vendor,
        profile: VendorProfile(
          codes: codes[node.graph] ?? [], places: (places[node.graph] ?? []).compactMap(place),
          text: texts[index] ?? "", labels: labels[node.graph] ?? [],
          size: sizes[node.graph]?.first.flatMap(VendorProfile.Size.init(rawValue:)),
          sovereignty: (attributes[node.graph] ?? []).compactMap(VendorProfile.Sovereignty.init(rawValue:)),
          founded: founded[node.graph]?.first.flatMap { PartialDate(iso: $0) },
          country: countries[node.graph]?.first)
      )
    }.sorted { $0.iri < $1.iri }
  }

  /// The latest profile of each vendor, with the version that states it.
  private func nodes() throws -> [(vendor: TermID, profile: TermID, graph: VersionID)] {
    let hasProfile = try reader.identifiers(of: [.iri(Vocabulary.hasProfile)])[0]
    guard hasProfile.isBound else { return [] }
    var latest: [TermID: Quad] = [:]
    for quad in try reader.quads(QuadPattern(predicate: hasProfile))
    where latest[quad.subject].map({ $0.graph < quad.graph }) ?? true {
      latest[quad.subject] = quad
    }
    return latest.values.sorted { $0.subject < $1.subject }.map { ($0.subject, $0.object, $0.graph) }
  }

  /// The IRIs or texts of one relation by version, sorted.
  private func column(_ relation: String) throws -> [VersionID: [String]] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [:] }
    var objects: [VersionID: [TermID]] = [:]
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count { objects[batch.graphs[index], default: []].append(batch.objects[index]) }
      return true
    }
    let ids = Array(Set(objects.values.joined()))
    var texts: [TermID: String] = [:]
    for (id, term) in zip(ids, try reader.terms(of: ids)) { texts[id] = term?.iriValue ?? term?.lexicalForm }
    return objects.mapValues { $0.compactMap { texts[$0] }.sorted() }
  }

  /// The first literal of a relation for each thing within a version, in the order asked.
  private func literals(_ relation: String, _ things: [(graph: VersionID, subject: TermID)]) throws
    -> [String?]
  {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return things.map { _ in nil } }
    let objects = try things.map { thing in
      try reader.quads(QuadPattern(graph: thing.graph, subject: thing.subject, predicate: predicate))
        .map(\.object).min() ?? .none
    }
    return try reader.terms(of: objects).map { $0?.lexicalForm }
  }
}
