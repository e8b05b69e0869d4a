public import PasserelleCore

/// A snapshot in memory: for files, tests and updates.
///
/// It is filled first and read afterwards; every order is sorted when it is first asked for. It numbers its terms
/// in the order in which they are added.
public final class MemorySnapshot: GraphSnapshot {
  private var terms: [Term] = []
  private var numbers: [Term: TermID] = [:]
  private var columns = SortedQuads()
  private var sorted: [SortedQuads?] = Array(repeating: nil, count: QuadOrder.allCases.count)
  private var named: Set<TermID> = []
  private var sortedNames: [TermID]?
  private var known: [TermID: PredicateStatistics?] = [:]
  private var whole: SnapshotStatistics?

  /// Makes an empty snapshot.
  public init() {}

  /// Makes a snapshot of a dataset.
  ///
  /// - Complexity: O(*n*).
  public convenience init(_ dataset: MemoryDataset) {
    self.init()
    for name in dataset.graphNames { createGraph(name) }
    let ids = dataset.terms.map { identifier(of: $0) }
    for case let key? in dataset.quads {
      let graph = key.graph == MemoryDataset.defaultGraph ? TermID.none : ids[Int(key.graph)]
      insert(ids[Int(key.subject)], ids[Int(key.predicate)], ids[Int(key.object)], graph)
    }
  }

  // Filling

  /// The identifier of a term, which is given one where it has none.
  public func identifier(of term: Term) -> TermID {
    if let known = numbers[term] { return known }
    if case .literal(let literal) = term, let inline = InlineValue.identifier(of: literal) {
      numbers[term] = inline
      return inline
    }
    terms.append(term)
    let id = TermID(rawValue: Int64(terms.count))
    numbers[term] = id
    return id
  }

  /// Adds a quad of identifiers that this snapshot gave; ``PasserelleCore/TermID/none`` for the default graph.
  public func insert(_ subject: TermID, _ predicate: TermID, _ object: TermID, _ graph: TermID) {
    if whole != nil || sorted.contains(where: { $0 != nil }) { forget() }
    if graph.isBound, named.insert(graph).inserted { sortedNames = nil }
    columns.first.append(subject)
    columns.second.append(predicate)
    columns.third.append(object)
    columns.fourth.append(graph)
  }

  /// Adds a triple; nil for the default graph.
  public func insert(_ triple: RDFTriple, in graph: Term? = nil) {
    insert(
      identifier(of: triple.subject), identifier(of: triple.predicate), identifier(of: triple.object),
      graph.map { identifier(of: $0) } ?? .none)
  }

  /// Makes a named graph exist, with triples or without.
  public func createGraph(_ name: Term) {
    named.insert(identifier(of: name))
    sortedNames = nil
  }

  private func forget() {
    sorted = Array(repeating: nil, count: QuadOrder.allCases.count)
    known = [:]
    whole = nil
  }

  // Reading

  /// The quads in an order, each once.
  func quads(_ order: QuadOrder) -> SortedQuads {
    let place = Int(order.rawValue)
    if let known = sorted[place] { return known }
    let result = SortedQuads(columns, order)
    sorted[place] = result
    return result
  }

  /// How much it holds.
  public var statistics: SnapshotStatistics {
    if let whole { return whole }
    let subjects = quads(.spo)
    let result = SnapshotStatistics(
      quads: subjects.count, graphs: named.count, subjects: SortedQuads.distinct(subjects.first),
      objects: SortedQuads.distinct(quads(.osp).first))
    whole = result
    return result
  }

  /// The names of the named graphs, ascending by identifier.
  public func graphNames() -> [TermID] {
    if let sortedNames { return sortedNames }
    let result = named.sorted()
    sortedNames = result
    return result
  }

  /// How often a predicate is used; nil for one that never is.
  public func statistics(of predicate: TermID) -> PredicateStatistics? {
    if let found = known[predicate] { return found }
    let (subjects, objects) = (quads(.pso), quads(.pos))
    let range = subjects.range([predicate], nil)
    let result =
      range.isEmpty
      ? nil
      : PredicateStatistics(
        triples: subjects.distinctTriples(range), subjects: SortedQuads.distinct(subjects.second[range]),
        objects: SortedQuads.distinct(objects.second[objects.range([predicate], nil)]))
    known[predicate] = .some(result)
    return result
  }

  /// How many rows a scan gives, graphs not looked at.
  public func estimatedCount(_ scan: QuadScan) -> Int {
    quads(scan.order).range(scan.prefix, scan.range).count
  }

  /// Begins a scan.
  public func cursor(_ scan: QuadScan) -> any QuadCursor { MemoryCursor(quads(scan.order), scan) }

  /// Appends the rows that begin with each of many keys.
  public func lookUp(
    _ scan: QuadScan, first: ArraySlice<TermID>, second: ArraySlice<TermID>, into rows: inout QuadColumns
  ) {
    MemoryLookUp(quads(scan.order), scan).run(first, second, &rows)
  }

  /// The identifiers of terms, in order; ``PasserelleCore/TermID/none`` for a term that is neither inline nor stored.
  public func identifiers(of terms: [Term]) -> [TermID] {
    terms.map { term in
      if let known = numbers[term] { return known }
      guard case .literal(let literal) = term else { return .none }
      return InlineValue.identifier(of: literal) ?? .none
    }
  }

  /// The terms of identifiers, in order; nil for unknown ones.
  public func terms(of identifiers: [TermID]) -> [Term?] {
    identifiers.map { id in
      if id.isInline { return InlineValue.term(of: id) }
      guard id.rawValue > 0, id.rawValue <= terms.count else { return nil }
      return terms[Int(id.rawValue) - 1]
    }
  }

  /// Lends the text of a stored term; nil for an unknown identifier.
  public func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R? {
    guard identifier.rawValue > 0, identifier.rawValue <= terms.count else { return nil }
    switch terms[Int(identifier.rawValue) - 1] {
    case .iri(var text): return try text.withUTF8 { try body(.iri, $0) }
    case .literal(let literal):
      var text = literal.lexicalForm
      let shape: TermShape =
        switch literal.datatype {
        case .string: .string
        case .language: .languageString
        default: .typed
        }
      return try text.withUTF8 { try body(shape, $0) }
    }
  }
}
