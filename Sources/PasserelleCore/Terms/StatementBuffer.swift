/// The statements of one record, with each distinct term held once.
///
/// Readers fill it; the store turns the local numbers into ``TermID``s, one look-up for each distinct term.
public struct StatementBuffer: Sendable {
  /// One statement, as indices into ``StatementBuffer/terms``.
  public struct Triple: Hashable, Sendable {
    /// Index of the subject.
    public let subject: Int32
    /// Index of the predicate.
    public let predicate: Int32
    /// Index of the object.
    public let object: Int32
  }

  /// The distinct terms in the order of their first use.
  public private(set) var terms: [Term] = []
  /// The statements in the order added; duplicates are left out by the store.
  public private(set) var triples: [Triple] = []
  private var indices: [Term: Int32] = [:]

  /// Makes an empty buffer.
  public init() {}

  /// Adds a statement.
  ///
  /// - Complexity: O(1) on average for each term.
  public mutating func add(_ subject: Term, _ predicate: Term, _ object: Term) {
    triples.append(
      Triple(subject: index(of: subject), predicate: index(of: predicate), object: index(of: object)))
  }

  /// Adds a statement between IRIs and a term.
  public mutating func add(_ subject: String, _ predicate: String, _ object: Term) {
    add(.iri(subject), .iri(predicate), object)
  }

  private mutating func index(of term: Term) -> Int32 {
    if let known = indices[term] { return known }
    let index = Int32(terms.count)
    terms.append(term)
    indices[term] = index
    return index
  }

  /// The statements with their terms, in the order added.
  public var statements: [(subject: Term, predicate: Term, object: Term)] {
    triples.map { (terms[Int($0.subject)], terms[Int($0.predicate)], terms[Int($0.object)]) }
  }
}
