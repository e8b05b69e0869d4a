import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// A territory with all the terms that stand for it.
struct DiagnosisPlace {
  let city: DiagnosisCity
  /// The IRIs of the territory, its own first.
  let iris: [String]
  /// Those that the store knows.
  let ids: [TermID]
}

/// Finds territories and what is known of their kind and size, within one state of the store.
final class DiagnosisCities {
  private let reader: GraphReader
  private let ontology: Ontology
  private let iris: IRISpace
  private let view: CanonicalView
  private let language: MessageLanguage
  private let includesDemonstration: Bool
  private let labels: LabelResolver
  private var known: [String: DiagnosisPlace] = [:]

  init(
    _ reader: GraphReader, _ ontology: Ontology, _ iris: IRISpace, _ view: CanonicalView,
    _ language: MessageLanguage, includesDemonstration: Bool
  ) {
    self.reader = reader
    self.ontology = ontology
    self.iris = iris
    self.view = view
    self.language = language
    self.includesDemonstration = includesDemonstration
    labels = LabelResolver(reader: reader, ontology: ontology, iris: iris)
  }

  /// The territory of a name.
  ///
  /// - Throws: ``PasserelleError`` with code `entity.notFound` or `query.invalid`.
  func place(named name: String) throws -> DiagnosisPlace {
    let names = QuestionNames(reader: reader, ontology: ontology, iris: iris, language: language)
    do {
      return try place(of: try names.things(name, kind: .territory).compactMap(\.iriValue))
    } catch let error as PasserelleError where error.code == .entityNotFound {
      guard let code = commune(name) else { throw error }
      return try place(of: [iris.identifier(.insee, code)])
    }
  }

  /// The code of a commune that the store does not know, by its code or name.
  private func commune(_ name: String) -> String? {
    let code = name.hasPrefix("insee:") ? String(name.dropFirst("insee:".count)) : name
    if PlaceCode.isCommune(code) { return code }
    guard let list = ontology.codeList(Ontology.ListName.communes) else { return nil }
    let folded = TextFolding.fold(name)
    var found = list.entries(writtenAs: name)
    if found.isEmpty, !list.isImported {
      found = list.entries.filter { TextFolding.fold($0.label.french) == folded }
    }
    return found.count == 1 ? found[0].code : nil
  }

  /// The territory of an IRI, or of several that are one.
  func place(of named: [String]) throws -> DiagnosisPlace {
    var all: [String] = []
    for iri in named {
      for member in view.members(of: iri) where !all.contains(member) { all.append(member) }
    }
    // A thing of the facts, one of Wikidata and a commune meet in two steps.
    try addSame(&all)
    try addSame(&all)
    // A commune goes by its code, which the lists know.
    let own =
      all.first { iris.identifierParts(of: $0)?.scheme == .insee }
      ?? all.first { iris.identifierParts(of: $0)?.scheme == .departement } ?? named.first ?? ""
    if let place = known[own] { return place }
    let ordered = [own] + all.filter { $0 != own }
    let bound = try reader.identifiers(of: ordered.map(Term.iri)).filter(\.isBound)
    let place = DiagnosisPlace(city: try city(own, ordered, bound), iris: ordered, ids: bound)
    known[own] = place
    return place
  }

  /// Adds the things that one statement holds to be the same.
  private func addSame(_ all: inout [String]) throws {
    let same = try reader.identifiers(of: [.iri(Vocabulary.sameAs)])[0]
    guard same.isBound else { return }
    for id in try reader.identifiers(of: all.map(Term.iri)) where id.isBound {
      let found =
        try reader.quads(QuadPattern(subject: id, predicate: same)).map(\.object)
        + reader.quads(QuadPattern(predicate: same, object: id)).map(\.subject)
      for iri in try reader.terms(of: Set(found).sorted()).compactMap({ $0?.iriValue })
      where !all.contains(iri) { all.append(iri) }
    }
  }

  private func city(_ own: String, _ all: [String], _ ids: [TermID]) throws -> DiagnosisCity {
    let parts = iris.identifierParts(of: own)
    let classes = try objects(of: ids, Vocabulary.type).compactMap(\.term.iriValue)
    let codes = try objects(of: ids, Vocabulary.pas + "authorityKind").compactMap(\.term.lexicalForm)
    let aliases = try objects(of: ids, Vocabulary.alternativeLabel).compactMap(\.term.lexicalForm)
    let label = try label(own, all)
    let declared = try declaration(of: ids)
    let population = try population(parts, ids)
    return DiagnosisCity(
      iri: own, label: label,
      identifier: parts.map { "\($0.scheme.rawValue.uppercased()) \($0.value)" } ?? own,
      kind: DiagnosisKind(
        scheme: parts?.scheme, classes: classes, codes: codes, names: [label] + aliases, ontology: ontology),
      population: population?.count, populationSource: population?.source, declared: declared)
  }

  /// The name of a territory: as the lists have it, else as its statements do.
  private func label(_ own: String, _ all: [String]) throws -> String {
    if let (scheme, value) = iris.identifierParts(of: own), scheme == .insee,
      let label = ontology.label(ofCode: value, in: Ontology.ListName.communes)
    {
      return label[language]
    }
    for iri in all {
      let label = try labels.label(of: iri, language: language)
      if label != iris.identifierParts(of: iri)?.value { return label }
    }
    return try labels.label(of: own, language: language)
  }

  /// The day of the last diagnosis of a territory.
  private func declaration(of ids: [TermID]) throws -> PartialDate? {
    let concerns = try reader.identifiers(of: [.iri(DiagnosisTerms.concerns)])[0]
    guard concerns.isBound else { return nil }
    let graphs = try ids.flatMap {
      try reader.quads(QuadPattern(predicate: concerns, object: $0)).map(\.graph)
    }
    return try reader.versions(of: Set(graphs).sorted()).compactMap { $0 }
      .filter { $0.source == DiagnosisReader.source && isCounted($0) }.compactMap(\.published)
      .max { $0.firstDay < $1.firstDay }
  }

  /// How many people live in a territory: by the imported list, else as declared or stated last.
  private func population(
    _ parts: (scheme: IdentifierScheme, value: String)?, _ ids: [TermID]
  ) throws -> (count: Int, source: LocalizedText)? {
    if let parts, let count = listedPopulation(parts) {
      return (count, LocalizedText(fr: "liste des communes", en: "list of communes"))
    }
    var found: [(date: Date, count: Int, source: LocalizedText)] = []
    func add(_ text: String?, _ record: RecordVersion, _ date: PartialDate?) {
      guard let count = text.flatMap({ Int($0.prefix { $0 != "." }) }), count > 0 else { return }
      let isDeclared = record.source == DiagnosisReader.source
      found.append(
        (
          Date(isDeclared: isDeclared, day: date?.firstDay ?? .min, version: record.version.rawValue), count,
          isDeclared
            ? LocalizedText(fr: "déclarée par la collectivité", en: "declared by the authority")
            : LocalizedText(fr: "notice « \(record.source) »", en: "record of '\(record.source)'")
        ))
    }
    for one in try objects(of: ids, DiagnosisTerms.population) {
      add(one.term.lexicalForm, one.record, one.record.published)
    }
    for one in try objects(of: ids, DiagnosisTerms.hasPopulation) {
      guard let quantity = one.term.iriValue else { continue }
      let id = try reader.identifiers(of: [.iri(quantity)])
      let date = try objects(of: id, Vocabulary.valueDate).first?.term.lexicalForm
      let count = try objects(of: id, Vocabulary.numericValue).first?.term.lexicalForm
      add(count, one.record, date.flatMap { PartialDate(iso: $0) })
    }
    return found.max { $0.date < $1.date }.map { ($0.count, $0.source) }
  }

  /// How many people live in a commune by the list of communes; nil for another territory, or where no list tells.
  func listedPopulation(of iri: String) -> Int? { iris.identifierParts(of: iri).flatMap(listedPopulation) }

  private func listedPopulation(_ parts: (scheme: IdentifierScheme, value: String)) -> Int? {
    guard parts.scheme == .insee else { return nil }
    return ontology.codeList(Ontology.ListName.communes)?.entry(code: parts.value)?.population
  }

  /// What tells which of two populations holds.
  private struct Date: Comparable {
    let isDeclared: Bool
    let day: Int
    let version: Int64

    static func < (left: Self, right: Self) -> Bool {
      if left.isDeclared != right.isDeclared { return right.isDeclared }
      return (left.day, left.version) < (right.day, right.version)
    }
  }

  /// The objects of a relation of some things, with the records that state them, as far as they count.
  private func objects(of ids: [TermID], _ relation: String) throws -> [(term: Term, record: RecordVersion)] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [] }
    let quads = try ids.filter(\.isBound).flatMap {
      try reader.quads(QuadPattern(subject: $0, predicate: predicate))
    }.sorted { ($0.graph, $0.object) < ($1.graph, $1.object) }
    let terms = try reader.terms(of: quads.map(\.object))
    return zip(terms, try reader.versions(of: quads.map(\.graph))).compactMap { term, record in
      guard let term, let record, isCounted(record) else { return nil }
      return (term, record)
    }
  }

  /// Whether what a record states counts.
  func isCounted(_ record: RecordVersion) -> Bool { includesDemonstration || !record.isDemonstration }
}
