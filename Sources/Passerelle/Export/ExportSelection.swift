import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// Reads the records of one state of a store and tells which of them an export is about.
final class ExportSelection {
  private let reader: GraphReader
  private let request: ExportRequest
  private let iris: IRISpace
  private let conversions: ConvertedAmountReader
  private var terms: [TermID: Term] = [:]
  /// The IRIs of the buyer asked for; nil for all.
  private let buyers: Set<String>?
  /// The folded name of the buyer, where several things have it; nil for all.
  private let buyerName: String?

  init(
    _ reader: GraphReader, _ request: ExportRequest, iris: IRISpace, ontology: Ontology,
    _ language: MessageLanguage
  )
    throws
  {
    self.reader = reader
    self.request = request
    self.iris = iris
    conversions = try ConvertedAmountReader(reader)
    var buyers: Set<String>?
    var name: String?
    if let buyer = request.buyer {
      let names = QuestionNames(reader: reader, ontology: ontology, iris: iris, language: language)
      do {
        buyers = Set(try names.things(buyer, kind: .organisation).compactMap(\.iriValue))
      } catch let error as PasserelleError where error.code == .queryInvalid {
        // Several things have the name: those of them that buy are meant.
        name = TextFolding.fold(buyer)
      } catch let error as PasserelleError where error.code == .entityNotFound {
        // A company need not be named itself for its establishments to buy.
        let companies = EntityNames(iris: iris).candidates(buyer).filter {
          guard case (.siren, let number)? = iris.identifierParts(of: $0) else { return false }
          return CompanyNumber.flaw(inSiren: number) == nil
        }
        guard !companies.isEmpty else { throw error }
        buyers = Set(companies)
      }
    }
    (self.buyers, buyerName) = (buyers, name)
  }

  /// The versions that may be exported, in the order written.
  func versions(_ body: (RecordVersion) throws -> Bool) throws {
    try reader.openVersions(after: 0, excludingSource: GraphLoader.source) { version in
      if let source = request.source, source != version.source { return true }
      return try body(version)
    }
  }

  /// The statements of a version, by what they are about.
  func statements(of version: RecordVersion) throws -> RecordStatements {
    try record(version, rawStatements(of: version))
  }

  /// The statements of a version, by what they are about, once they are read.
  ///
  /// Tables and lines tell amounts in euros too; the other formats have no place for what no source states.
  func record(
    _ version: RecordVersion, _ stored: [StatementOverlay.Statement]
  ) throws -> RecordStatements {
    let statements = stored.compactMap { one -> (subject: String, predicate: String, object: Term)? in
      guard let subject = one.subject.iriValue, let predicate = one.predicate.iriValue else { return nil }
      return (subject, predicate, one.object)
    }
    let isTold = request.form == .csv || request.form == .ndjson
    return RecordStatements(
      source: version.source, key: version.key, subject: terms[version.subject]?.iriValue ?? "",
      kind: version.kind, isDemonstration: version.isDemonstration,
      statements: statements,
      euros: isTold ? try conversions.amounts(of: version, stating: statements).byThing : [:])
  }

  /// The IRI of a version's record, which names its graph.
  func graph(of version: RecordVersion) throws -> Term? { try reader.terms(of: [version.graph]).first ?? nil }

  /// The statements of a version as the store has them.
  func rawStatements(of version: RecordVersion) throws -> [StatementOverlay.Statement] {
    let quads = try reader.quads(QuadPattern(graph: version.version))
    if terms.count > 100_000 { terms.removeAll(keepingCapacity: true) }
    let ids = quads.flatMap { [$0.subject, $0.predicate, $0.object] } + [version.subject]
    let missing = ids.filter { terms[$0] == nil }
    for (id, term) in zip(missing, try reader.terms(of: missing)) { terms[id] = term }
    return quads.compactMap { quad in
      guard let subject = terms[quad.subject], let predicate = terms[quad.predicate],
        let object = terms[quad.object]
      else { return nil }
      return StatementOverlay.Statement(subject, predicate, object)
    }
  }

  /// Whether a record passes the conditions.
  func holds(_ record: RecordStatements) -> Bool {
    if let cpv = request.cpv, !(record.main.mainCode?.hasPrefix(cpv) ?? false) { return false }
    if let place = request.place, !record.isPlaced(in: place, iris) { return false }
    if request.from != nil || request.to != nil {
      guard let day = record.day else { return false }
      if let from = request.from, day.firstDay < from.firstDay { return false }
      if let to = request.to, day.firstDay > to.lastDay { return false }
    }
    if let buyers {
      return record.main.iris(Vocabulary.hasBuyer).contains {
        buyers.contains($0) || buyers.contains(company(of: $0))
      }
    }
    guard let buyerName else { return true }
    return record.main.parts(Vocabulary.hasBuyer).contains { buyer in
      buyer.values(Vocabulary.name).contains { TextFolding.fold($0) == buyerName }
    }
  }

  /// The company of an establishment; the thing itself where it is none.
  private func company(of iri: String) -> String {
    guard case (.siret, let number)? = iris.identifierParts(of: iri) else { return iri }
    return iris.identifier(.siren, String(number.prefix(9)))
  }
}
