public import PasserelleCore
public import PasserelleGraph
import PasserelleSources

/// Loads the evaluations of a store.
public struct EvaluationLoader {
  private let reader: GraphReader

  /// Makes a loader over one state of a store.
  public init(reader: GraphReader) { self.reader = reader }

  /// The evaluations of all vendors, by the vendor's IRI, then the latest first.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(statements of all evaluations).
  public func evaluations() throws -> [VendorEvaluation] {
    try load(DeclarationView.versions(stating: Vocabulary.evaluates, reader))
  }

  /// The evaluations of one vendor, the latest first.
  ///
  /// - Parameter vendor: The vendor's number in the store.
  /// - Returns: None for a vendor that nobody evaluates.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func evaluations(of vendor: TermID) throws -> [VendorEvaluation] {
    try load(DeclarationView.versions(stating: Vocabulary.evaluates, object: vendor, reader))
  }

  private func load(_ versions: [RecordVersion]) throws -> [VendorEvaluation] {
    var result: [VendorEvaluation] = []
    try DeclarationView.read(versions, reader) { record, view in
      if let evaluation = VendorEvaluation(record, view) { result.append(evaluation) }
    }
    return result.sorted {
      ($0.vendor, $1.date?.firstDay ?? .min, $0.iri) < ($1.vendor, $0.date?.firstDay ?? .min, $1.iri)
    }
  }
}
