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
  /// The indices of the first terms; the others are added when an index is asked for.
  private var indices: [Term: Int32] = [:]
  private var indexed = 0
  /// The subject of the last statement, and predicates by some of their bytes: statements repeat them, and to compare
  /// a term costs less than to hash it.
  private var lastSubject: Int32 = -1
  private var recentPredicates: [Int32] = []

  /// Makes an empty buffer.
  public init() {}

  /// Adds a statement.
  ///
  /// - Complexity: O(1) on average for each term.
  public mutating func add(_ subject: Term, _ predicate: Term, _ object: Term) {
    if lastSubject < 0 || terms[Int(lastSubject)] != subject { lastSubject = index(of: subject) }
    triples.append(
      Triple(subject: lastSubject, predicate: index(ofPredicate: predicate), object: index(of: object)))
  }

  /// Adds a statement between IRIs and a term.
  public mutating func add(_ subject: String, _ predicate: String, _ object: Term) {
    add(.iri(subject), .iri(predicate), object)
  }

  private mutating func index(of term: Term) -> Int32 {
    indexAll()
    if let known = indices[term] { return known }
    let index = Int32(terms.count)
    terms.append(term)
    indices[term] = index
    indexed += 1
    return index
  }

  private mutating func indexAll() {
    while indexed < terms.count {
      indices[terms[indexed]] = Int32(indexed)
      indexed += 1
    }
  }

  private mutating func index(ofPredicate term: Term) -> Int32 {
    guard let iri = term.iriValue, let last = iri.utf8.last else { return index(of: term) }
    if recentPredicates.isEmpty { recentPredicates = Array(repeating: -1, count: 64) }
    let slot = (iri.utf8.count &* 7 &+ Int(last)) & 63
    let recent = recentPredicates[slot]
    if recent >= 0, terms[Int(recent)] == term { return recent }
    let index = index(of: term)
    recentPredicates[slot] = index
    return index
  }

  /// The statements with their terms, in the order added.
  public var statements: [(subject: Term, predicate: Term, object: Term)] {
    triples.map { (terms[Int($0.subject)], terms[Int($0.predicate)], terms[Int($0.object)]) }
  }

  /// Keeps the statements whose subject can be reached from a thing by following objects, each once, in their order.
  ///
  /// - Parameter thing: The IRI of the thing.
  /// - Complexity: O(*n*) for *n* statements, with no look-up of terms.
  public mutating func keepReachable(from thing: String) {
    indexAll()
    guard let start = indices[.iri(thing)] else {
      self = StatementBuffer()
      return
    }
    // Statements by subject, each subject's in one run.
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for triple in triples { starts[Int(triple.subject) + 1] += 1 }
    for subject in terms.indices { starts[subject + 1] += starts[subject] }
    var order = [Int](repeating: 0, count: triples.count)
    var next = starts
    for (rank, triple) in triples.enumerated() {
      order[next[Int(triple.subject)]] = rank
      next[Int(triple.subject)] += 1
    }
    var reached = [Bool](repeating: false, count: terms.count)
    var waiting = [start]
    reached[Int(start)] = true
    while let subject = waiting.popLast() {
      for place in starts[Int(subject)]..<starts[Int(subject) + 1] {
        let object = Int(triples[order[place]].object)
        guard !reached[object], starts[object] < starts[object + 1] else { continue }
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
    var moved = [Int32](repeating: -1, count: terms.count)
    func place(_ term: Int32) -> Int32 {
      if moved[Int(term)] < 0 {
        moved[Int(term)] = Int32(buffer.terms.count)
        buffer.terms.append(terms[Int(term)])
      }
      return moved[Int(term)]
    }
    for triple in kept {
      buffer.triples.append(
        Triple(
          subject: place(triple.subject), predicate: place(triple.predicate), object: place(triple.object)))
    }
    self = buffer
  }
}
