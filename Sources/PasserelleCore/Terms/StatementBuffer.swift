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

  /// Keeps the statements whose subject can be reached from a thing by following objects, each once, in their order.
  ///
  /// - Parameter thing: The IRI of the thing.
  /// - Complexity: O(*n* log *n*) for *n* statements, with no look-up of terms.
  public mutating func keepReachable(from thing: String) {
    guard let start = indices[.iri(thing)] else {
      self = StatementBuffer()
      return
    }
    // Statements by subject, each subject's in one run.
    let order = triples.indices.sorted { (triples[$0].subject, $0) < (triples[$1].subject, $1) }
    var runs = [Range<Int>](repeating: 0..<0, count: terms.count)
    for (place, rank) in order.enumerated() {
      let subject = Int(triples[rank].subject)
      runs[subject] = runs[subject].isEmpty ? place..<(place + 1) : runs[subject].lowerBound..<(place + 1)
    }
    var reached = [Bool](repeating: false, count: terms.count)
    var waiting = [start]
    reached[Int(start)] = true
    while let subject = waiting.popLast() {
      for place in runs[Int(subject)] {
        let object = Int(triples[order[place]].object)
        guard !reached[object], !runs[object].isEmpty else { continue }
        reached[object] = true
        waiting.append(Int32(object))
      }
    }
    var seen: Set<Triple> = []
    seen.reserveCapacity(triples.count)
    let kept = triples.filter { reached[Int($0.subject)] && seen.insert($0).inserted }
    guard kept.count < triples.count else { return }
    // Terms that only other statements name do not stay.
    var buffer = StatementBuffer()
    for triple in kept {
      buffer.add(terms[Int(triple.subject)], terms[Int(triple.predicate)], terms[Int(triple.object)])
    }
    self = buffer
  }
}
