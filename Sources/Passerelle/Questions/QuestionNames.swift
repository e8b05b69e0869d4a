import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserelleSources
import PasserelleText

/// Finds the things that a person names in the value of a parameter.
struct QuestionNames {
  /// What is looked for.
  enum Kind: String {
    case territory = "Territory"
    case organisation = "Organisation"
    case theme = "Theme"
  }

  let reader: GraphReader
  let ontology: Ontology
  let iris: IRISpace
  let language: MessageLanguage

  /// The things that a name means: one, with those that the store holds to be the same.
  ///
  /// An identifier is tried first, then the name as it is written, then without case, accents and punctuation.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` where the name has several meanings, which it lists;
  ///   `entity.notFound` where it has none.
  /// - Complexity: A few look-ups for an identifier or an exact name; else O(*n*) in the names of the store.
  func things(_ name: String, kind: Kind?) throws -> [Term] {
    let entities = EntityNames(iris: iris)
    if let found = try? entities.resolve(name, reader) { return try withSame([found.iri]).map(Term.iri) }
    guard let kind, !name.isEmpty else { throw EntityNames.notFound(name) }
    var groups = try meanings(try exact(name), kind)
    if groups.isEmpty { groups = try meanings(try folded(name) + codes(name, kind), kind) }
    if groups.count > 1 { throw ambiguous(name, groups) }
    guard let group = groups.first else { throw EntityNames.notFound(name) }
    return group.map(Term.iri)
  }

  private static let relations = [Vocabulary.label, Vocabulary.name, Vocabulary.skos + "altLabel"]

  /// The subjects of labels that are written so.
  private func exact(_ name: String) throws -> [String] {
    let texts =
      [Term.string(name)] + ["fr", "en", "pt"].map { Term.string(name, language: $0) }
    let relations = try reader.identifiers(of: Self.relations.map(Term.iri)).filter(\.isBound)
    var subjects: [TermID] = []
    for text in try reader.identifiers(of: texts) where text.isBound {
      for relation in relations {
        subjects += try reader.quads(QuadPattern(predicate: relation, object: text)).map(\.subject)
      }
    }
    return try iriValues(subjects)
  }

  /// The subjects of labels that are written so but for case, accents and punctuation.
  private func folded(_ name: String) throws -> [String] {
    let wanted = TextFolding.fold(name)
    guard !wanted.isEmpty else { return [] }
    var subjects: [TermID] = []
    for relation in try reader.identifiers(of: Self.relations.map(Term.iri)) where relation.isBound {
      var seen: [TermID: Bool] = [:]
      try reader.scan(QuadPattern(predicate: relation)) { batch in
        let quads = (0..<batch.count).map { batch[$0] }
        let fresh = Set(quads.map(\.object)).filter { seen[$0] == nil }.sorted()
        for (id, term) in zip(fresh, try reader.terms(of: fresh)) {
          seen[id] = term?.lexicalForm.map { TextFolding.fold($0) == wanted } ?? false
        }
        subjects += quads.filter { seen[$0.object] == true }.map(\.subject)
        return true
      }
    }
    return try iriValues(subjects)
  }

  /// The communes and departments that the lists call so and the store knows.
  private func codes(_ name: String, _ kind: Kind) -> [String] {
    guard kind == .territory else { return [] }
    let communes = ontology.codeList(Ontology.ListName.communes)?.entries(writtenAs: name) ?? []
    let wanted = TextFolding.fold(name)
    let departments = ontology.departments.filter { TextFolding.fold($0.name) == wanted }
    let candidates =
      communes.map { iris.identifier(.insee, $0.code) }
      + departments.map { iris.identifier(.departement, $0.code) }
    let known = (try? reader.identifiers(of: candidates.map(Term.iri))) ?? []
    return zip(candidates, known).filter { $1.isBound }.map(\.0)
  }

  /// Groups of the same things, of one kind, in the order of their first IRIs.
  private func meanings(_ candidates: [String], _ kind: Kind) throws -> [[String]] {
    var groups: [[String]] = []
    for iri in Set(candidates).sorted() where !groups.contains(where: { $0.contains(iri) }) {
      let group = try withSame([iri])
      if try group.contains(where: { try isKind($0, kind) }) { groups.append(group) }
    }
    return groups
  }

  private func isKind(_ iri: String, _ kind: Kind) throws -> Bool {
    if kind == .territory, let scheme = iris.identifierParts(of: iri)?.scheme {
      if scheme == .insee || scheme == .departement { return true }
    }
    let ids = try reader.identifiers(of: [.iri(iri), .iri(Vocabulary.type)])
    guard ids.allSatisfy(\.isBound) else { return false }
    let classes = try reader.quads(QuadPattern(subject: ids[0], predicate: ids[1])).map(\.object)
    return try iriValues(classes).contains { ontology.isKind($0, of: kind.rawValue) || isTheme($0, kind) }
  }

  private func isTheme(_ iri: String, _ kind: Kind) -> Bool {
    kind == .theme && ["Theme", "SubTheme"].contains(ontology.class(iri)?.id ?? "")
  }

  /// Things with those that one statement holds to be the same.
  private func withSame(_ seeds: [String]) throws -> [String] {
    let ids = try reader.identifiers(of: seeds.map(Term.iri) + [.iri(Vocabulary.sameAs)])
    guard let same = ids.last, same.isBound else { return seeds }
    var found = seeds
    for id in ids.dropLast() where id.isBound {
      found += try iriValues(try reader.quads(QuadPattern(subject: id, predicate: same)).map(\.object))
      found += try iriValues(try reader.quads(QuadPattern(predicate: same, object: id)).map(\.subject))
    }
    return seeds + Set(found).subtracting(seeds).sorted()
  }

  private func iriValues(_ ids: [TermID]) throws -> [String] {
    try reader.terms(of: Set(ids).sorted()).compactMap { $0?.iriValue }
  }

  private func ambiguous(_ name: String, _ groups: [[String]]) -> PasserelleError {
    let list =
      groups.prefix(8).compactMap(\.first).map { iri in
        iris.identifierParts(of: iri).map { "\($0.scheme.rawValue):\($0.value)" } ?? iri
      }.joined(separator: ", ") + (groups.count > 8 ? "…" : "")
    return QuestionBinder.invalid(
      "« \(name) » désigne \(groups.count) choses : \(list). Donnez l’un de ces identifiants.",
      "'\(name)' names \(groups.count) things: \(list). Give one of these identifiers.")
  }
}
