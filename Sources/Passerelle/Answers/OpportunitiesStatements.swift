import PasserelleCore
import PasserelleGraph
import PasserellePipeline

/// Reads the statements of versions of records, resolving each distinct term once.
final class OpportunitiesStatements {
  /// One statement with its terms.
  typealias Statement = (subject: String, predicate: String, object: Term)

  private let reader: GraphReader
  private let conversions: ConvertedAmountReader
  private var terms: [TermID: Term] = [:]
  /// The most terms kept.
  private static let memoryLimit = 100_000

  init(_ reader: GraphReader) throws {
    self.reader = reader
    conversions = try ConvertedAmountReader(reader)
  }

  /// The values in euros of the amounts that a version states.
  func converted(_ record: RecordVersion, _ statements: [Statement]) throws -> ConvertedAmounts {
    try conversions.amounts(of: record, stating: statements)
  }

  /// What a version states, and the IRI of the thing that it is about.
  func statements(of record: RecordVersion) throws -> (subject: String, statements: [Statement]) {
    let quads = try reader.quads(QuadPattern(graph: record.version))
    if terms.count > Self.memoryLimit { terms.removeAll(keepingCapacity: true) }
    let wanted = Set(quads.flatMap { [$0.subject, $0.predicate, $0.object] } + [record.subject])
    let missing = wanted.filter { terms[$0] == nil }.sorted()
    for (id, term) in zip(missing, try reader.terms(of: missing)) { terms[id] = term }
    let statements = quads.compactMap { quad -> Statement? in
      guard let subject = terms[quad.subject]?.iriValue, let predicate = terms[quad.predicate]?.iriValue,
        let object = terms[quad.object]
      else { return nil }
      return (subject, predicate, object)
    }
    return (terms[record.subject]?.iriValue ?? "", statements)
  }
}
