import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// Reads what is known of the services of territories, within one state of the store.
final class DiagnosisFacts {
  let sheets: [DiagnosisSheet]
  private let reader: GraphReader
  private let ontology: Ontology
  private let iris: IRISpace
  private let taxonomy: DiagnosisTaxonomy
  private let language: MessageLanguage
  private let includesDemonstration: Bool
  private let labels: LabelResolver
  private let loader: RecordViewLoader
  /// The identifiers of the relations that were asked for.
  private var relations: [String: TermID] = [:]

  init(
    _ reader: GraphReader, _ ontology: Ontology, _ iris: IRISpace, _ taxonomy: DiagnosisTaxonomy,
    _ language: MessageLanguage, includesDemonstration: Bool
  ) throws {
    self.reader = reader
    self.ontology = ontology
    self.iris = iris
    self.taxonomy = taxonomy
    self.language = language
    self.includesDemonstration = includesDemonstration
    labels = LabelResolver(reader: reader, ontology: ontology, iris: iris)
    loader = RecordViewLoader(reader)
    sheets = try DiagnosisSheet.all(reader, iris, taxonomy, includesDemonstration: includesDemonstration)
  }

  /// The cells of a territory, one for each service.
  func cells(of place: DiagnosisPlace) throws -> [DiagnosisCell] {
    var cells = Array(repeating: DiagnosisCell(), count: taxonomy.services.count)
    try addStatements(of: place, to: &cells)
    try addProjects(of: place, to: &cells)
    for sheet in sheets where sheet.territory.map(place.iris.contains) ?? false {
      for service in sheet.services { sheet.evidence(service).map { cells[service].add($0) } }
    }
    try addAwards(of: place, to: &cells)
    return cells
  }

  /// The services that a territory declared and the taxonomy does not have.
  func strangers(of place: DiagnosisPlace, whole: DiagnosisTaxonomy) throws -> [String] {
    var found: Set<String> = []
    for relation in [DiagnosisTerms.hasService, DiagnosisTerms.lacksService] {
      for (iri, record) in try things(place.ids, relation) where record.source == DiagnosisReader.source {
        if whole.place(iri) == nil { found.insert(iri) }
      }
    }
    let start = DiagnosisTerms.service("")
    return found.map { $0.hasPrefix(start) ? String($0.dropFirst(start.count)) : $0 }.sorted()
  }

  // Statements and declarations

  private func addStatements(of place: DiagnosisPlace, to cells: inout [DiagnosisCell]) throws {
    for (relation, says) in [
      (DiagnosisTerms.hasService, DiagnosisCell.State.yes), (DiagnosisTerms.lacksService, .no),
    ] {
      for (iri, record) in try things(place.ids, relation) {
        let origin: DiagnosisEvidence.Origin =
          record.source == DiagnosisReader.source ? .declared : .statement
        for (service, name, words) in try services(of: iri) {
          let sentence = ontology.sentence(
            subject: place.city.label, relation: relation, object: name, language: language)
          guard words == nil || says == .yes else { continue }
          cells[service].add(
            piece(origin, words == nil ? says : .unknown, sentence ?? name, words.map { [$0] } ?? [], record))
        }
      }
    }
  }

  /// The services that a thing is, by its IRI or its name, or that its name speaks of, with the words.
  private func services(of iri: String) throws -> [(place: Int, name: String, words: String?)] {
    if let place = taxonomy.place(iri) { return [(place, taxonomy.services[place].label[language], nil)] }
    let name = try labels.label(of: iri, language: language)
    // Names of things often end with whose they are: `Paiement en ligne (Boé)`.
    let bare = name.hasSuffix(")") ? name.prefix { $0 != "(" } : name[...]
    if let place = taxonomy.place(named: String(bare)) { return [(place, name, nil)] }
    return taxonomy.spots(in: name, language: language.rawValue).map { ($0.place, name, $0.words) }
  }

  private func piece(
    _ origin: DiagnosisEvidence.Origin, _ says: DiagnosisCell.State, _ title: String, _ words: [String],
    _ record: RecordVersion
  ) -> DiagnosisEvidence {
    DiagnosisEvidence(
      origin: origin, says: says, title: title, words: words, buyer: nil, date: record.published,
      source: Dossier.Source(record, iris: iris))
  }

  // Projects

  private static let fromCity = [
    "carriesProject", "leads", "participatesIn", "deploys", "launches", "supports", "commissions", "adopts",
    "publishes", "hosts", "usesSolution", "hasTechnology", "funds",
  ].map { Vocabulary.pas + $0 }
  /// What a project is tied to whose names tell what it does.
  private static let ofProject = ["hasUseCase", "hasTechnology", "deploys"].map { Vocabulary.pas + $0 }
  private static let toCity = ["locatedIn", "appliesTo"].map { Vocabulary.pas + $0 }
  private static let projectClasses = [
    "Project", "Programme", "Experiment", "Solution", "UseCase", "DataPortal", "Plan", "Site", "Technology",
    "Charter", "Dataset",
  ]

  private func addProjects(of place: DiagnosisPlace, to cells: inout [DiagnosisCell]) throws {
    var projects: Set<TermID> = []
    for relation in Self.fromCity {
      let id = try identifier(relation)
      guard id.isBound else { continue }
      for city in place.ids {
        projects.formUnion(try counted(QuadPattern(subject: city, predicate: id)).map(\.quad.object))
      }
    }
    for relation in Self.toCity {
      let id = try identifier(relation)
      guard id.isBound else { continue }
      for city in place.ids {
        projects.formUnion(try counted(QuadPattern(predicate: id, object: city)).map(\.quad.subject))
      }
    }
    let ordered = projects.subtracting(place.ids).sorted()
    for (id, term) in zip(ordered, try reader.terms(of: ordered)) {
      guard let iri = term?.iriValue, try isProject(id) else { continue }
      try addProject(id, iri, to: &cells)
    }
  }

  private func isProject(_ id: TermID) throws -> Bool {
    let type = try identifier(Vocabulary.type)
    guard type.isBound else { return false }
    let classes = try reader.quads(QuadPattern(subject: id, predicate: type)).map(\.object)
    return try reader.terms(of: classes).compactMap { $0?.iriValue }.contains { name in
      Self.projectClasses.contains { ontology.isKind(name, of: $0) }
    }
  }

  private func addProject(_ id: TermID, _ iri: String, to cells: inout [DiagnosisCell]) throws {
    let title = try labels.label(of: iri, language: language)
    for (service, record) in try things([id], DiagnosisTerms.hasService) {
      for (place, _, words) in try services(of: service) {
        cells[place].add(
          piece(.project, words == nil ? .yes : .unknown, title, words.map { [$0] } ?? [], record))
      }
    }
    for relation in Self.ofProject {
      for (thing, record) in try things([id], relation) {
        for (place, name, _) in try services(of: thing) {
          cells[place].add(piece(.project, .unknown, title, [name], record))
        }
      }
    }
    var texts: [(text: String, language: String?, record: RecordVersion)] = []
    for relation in [Vocabulary.label, Vocabulary.name, Vocabulary.title, Vocabulary.description] {
      let predicate = try identifier(relation)
      guard predicate.isBound else { continue }
      let found = try counted(QuadPattern(subject: id, predicate: predicate))
      for (one, term) in zip(found, try reader.terms(of: found.map(\.quad.object))) {
        if let text = term?.lexicalForm { texts.append((text, term?.languageCode, one.record)) }
      }
    }
    for (text, language, record) in texts {
      for spot in taxonomy.spots(in: text, language: language) {
        cells[spot.place].add(piece(.project, .unknown, title, [spot.words], record))
      }
    }
  }

  // Awards

  /// The most awards of one territory that are read, the latest stored first.
  private static let awardLimit = 5000

  private func addAwards(of place: DiagnosisPlace, to cells: inout [DiagnosisCell]) throws {
    var graphs: Set<VersionID> = []
    for relation in [Vocabulary.placeOfPerformance, Vocabulary.hasBuyer] {
      let id = try identifier(relation)
      guard id.isBound else { continue }
      for city in place.ids {
        graphs.formUnion(try reader.quads(QuadPattern(predicate: id, object: city)).map(\.graph))
      }
    }
    let latest = graphs.sorted().reversed().prefix(Self.awardLimit)
    for record in try reader.versions(of: Array(latest)).compactMap({ $0 })
    where record.kind == .award && isCounted(record) {
      let view = try loader.view(of: record)
      let title = view.texts(Vocabulary.title).first ?? record.key
      let spots = taxonomy.spots(
        in: ([title] + view.texts(Vocabulary.description)).joined(separator: "\n"),
        language: view.declaredLanguage?.rawValue ?? "fr")
      guard !spots.isEmpty else { continue }
      let buyer = try view.iris(Vocabulary.hasBuyer).first.map {
        try labels.label(of: $0, language: language)
      }
      for spot in spots {
        cells[spot.place].add(
          DiagnosisEvidence(
            origin: .award, says: .unknown, title: title, words: [spot.words], buyer: buyer, date: view.date,
            source: Dossier.Source(record, iris: iris)))
      }
    }
  }

  // Candidates

  /// The IRIs of the territories of which something is known: by statements and sheets, then by awards; each list sorted.
  ///
  /// - Complexity: O(statements of services, sheets and places of awards).
  func candidates() throws -> (told: [String], hinted: [String]) {
    var told: Set<TermID> = []
    for relation in [DiagnosisTerms.hasService, DiagnosisTerms.lacksService] {
      let id = try identifier(relation)
      guard id.isBound else { continue }
      told.formUnion(try counted(QuadPattern(predicate: id)).map(\.quad.subject))
    }
    var hinted: Set<TermID> = []
    let place = try identifier(Vocabulary.placeOfPerformance)
    if place.isBound {
      try reader.scan(QuadPattern(predicate: place)) { batch in
        for index in 0..<batch.count { hinted.insert(batch.objects[index]) }
        return true
      }
    }
    let first = Set(try iriValues(told) + sheets.compactMap(\.territory))
    return (first.sorted(), Set(try iriValues(hinted)).subtracting(first).sorted())
  }

  private func iriValues(_ ids: Set<TermID>) throws -> [String] {
    try reader.terms(of: ids.sorted()).compactMap { $0?.iriValue }
  }

  // Reading

  private func identifier(_ relation: String) throws -> TermID {
    if let known = relations[relation] { return known }
    let id = try reader.identifiers(of: [.iri(relation)])[0]
    relations[relation] = id
    return id
  }

  private func things(_ subjects: [TermID], _ relation: String) throws -> [(
    iri: String, record: RecordVersion
  )] {
    let predicate = try identifier(relation)
    guard predicate.isBound else { return [] }
    return try subjects.flatMap { subject in
      let found = try counted(QuadPattern(subject: subject, predicate: predicate))
      return zip(found, try reader.terms(of: found.map(\.quad.object))).compactMap { one, term in
        term?.iriValue.map { ($0, one.record) }
      }
    }
  }

  /// The quads that count, by record, then object.
  private func counted(_ pattern: QuadPattern) throws -> [(quad: Quad, record: RecordVersion)] {
    let quads = try reader.quads(pattern).sorted {
      ($0.graph, $0.subject, $0.object) < ($1.graph, $1.subject, $1.object)
    }
    return zip(quads, try reader.versions(of: quads.map(\.graph))).compactMap { quad, record in
      guard let record, isCounted(record) else { return nil }
      return (quad, record)
    }
  }

  private func isCounted(_ record: RecordVersion) -> Bool { includesDemonstration || !record.isDemonstration }

}

extension Term {
  /// The language of a literal that has one, ISO 639-1.
  fileprivate var languageCode: String? {
    guard case .literal(let literal) = self, case .language(let tag) = literal.datatype else { return nil }
    return String(tag.prefix(2))
  }
}
