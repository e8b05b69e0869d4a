import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources

/// Reads what an alert tells of a record, each record once.
final class WatchRecords {
  /// A record with what watches ask of it.
  struct Facts {
    let view: RecordView
    /// The codes of the record and of its parts, its own main code first.
    let codes: [CPVCode]
    /// The departments of the record and of its parts, sorted.
    let departments: [String]
  }

  private let iris: IRISpace
  private let loader: OpportunitiesStatements
  private let evidence: EvidenceReader
  private var known: [VersionID: Facts] = [:]
  /// The most records kept.
  private static let memoryLimit = 5000

  init(_ reader: GraphReader, _ iris: IRISpace, _ evidence: EvidenceReader) throws {
    self.iris = iris
    self.evidence = evidence
    loader = try OpportunitiesStatements(reader)
  }

  /// What a version states.
  func facts(of record: RecordVersion) throws -> Facts {
    if let facts = known[record.version] { return facts }
    let (subject, statements) = try loader.statements(of: record)
    let view = RecordView(
      subject: subject, statements: statements, converted: try loader.converted(record, statements))
    func objects(_ relations: [String]) -> [String] {
      statements.filter { relations.contains($0.predicate) }.compactMap(\.object.iriValue).sorted()
    }
    var codes = view.iris(Vocabulary.hasMainClassification)
    for code in objects([Vocabulary.hasMainClassification, Vocabulary.hasAdditionalClassification])
    where !codes.contains(code) { codes.append(code) }
    var departments: Set<String> = []
    for place in objects([Vocabulary.placeOfPerformance]) {
      switch iris.identifierParts(of: place) {
      case (.departement, let code)?: departments.insert(code)
      case (.insee, let code)?:
        if let department = PlaceCode.department(ofCommune: code) { departments.insert(department) }
      default: continue
      }
    }
    for statement in statements where statement.predicate == Vocabulary.postalCode {
      if let code = statement.object.lexicalForm, let department = PlaceCode.department(ofPostal: code) {
        departments.insert(department)
      }
    }
    let facts = Facts(
      view: view, codes: codes.compactMap { CPVCode(iri: $0) }, departments: departments.sorted())
    if known.count >= Self.memoryLimit { known.removeAll(keepingCapacity: true) }
    known[record.version] = facts
    return facts
  }

  /// Whether a record meets the conditions on codes and places.
  func meets(_ criteria: Watch.Criteria, _ record: RecordVersion) throws -> Bool {
    guard !criteria.cpvPrefixes.isEmpty || !criteria.places.isEmpty else { return true }
    let facts = try facts(of: record)
    let isUnder =
      criteria.cpvPrefixes.isEmpty
      || facts.codes.contains { code in criteria.cpvPrefixes.contains { code.digits.hasPrefix($0) } }
    return isUnder && (criteria.places.isEmpty || facts.departments.contains(where: criteria.places.contains))
  }

  /// The alert of a record.
  func alert(_ record: RecordVersion, _ change: WatchAlert.Change) throws -> WatchAlert {
    let facts = try facts(of: record)
    let view = facts.view
    let language = evidence.language
    return WatchAlert(
      change: change, kind: record.kind, iri: view.subject,
      title: view.texts(Vocabulary.title).first ?? record.key, date: view.date,
      buyer: try view.iris(Vocabulary.hasBuyer).first.map {
        try evidence.labels.label(of: $0, language: language)
      }, places: facts.departments.map { evidence.placeLabel(nil, $0) }, codes: facts.codes,
      codeLabels: facts.codes.map { evidence.labels.cpvLabel($0, language) },
      amount: view.amount([Vocabulary.estimatedAmount]) ?? view.amount,
      deadline: view.texts(Vocabulary.deadline).compactMap { PartialDate(iso: $0) }.max(),
      sequence: record.version.rawValue, source: Dossier.Source(record, iris: iris), opportunity: nil)
  }
}
