/// The orders in which a snapshot can be read: the graph comes last, or first.
public enum QuadOrder: UInt8, Sendable, Hashable, CaseIterable {
  /// Subject, predicate, object, graph.
  case spo
  /// Subject, object, predicate, graph.
  case sop
  /// Predicate, subject, object, graph.
  case pso
  /// Predicate, object, subject, graph.
  case pos
  /// Object, subject, predicate, graph.
  case osp
  /// Object, predicate, subject, graph.
  case ops
  /// Graph, subject, predicate, object.
  case gspo
}

/// Some of the four places of a quad.
public struct QuadPlaces: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// Wraps the bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The subject.
  public static let subject = QuadPlaces(rawValue: 1)
  /// The predicate.
  public static let predicate = QuadPlaces(rawValue: 2)
  /// The object.
  public static let object = QuadPlaces(rawValue: 4)
  /// The graph.
  public static let graph = QuadPlaces(rawValue: 8)
}

/// Which graphs of a snapshot are read.
public enum GraphSelection: Sendable, Hashable {
  /// All of them, the default graph too.
  case all
  /// The named graphs.
  case named
  /// Some graphs, by name, ascending; ``TermID/none`` is the default graph.
  case some([TermID])
}

/// What a cursor reads.
public struct QuadScan: Sendable, Hashable {
  /// The order; the leading places are bound by ``prefix``.
  public var order: QuadOrder
  /// The values of the leading places of the order, none to all four.
  public var prefix: [TermID]
  /// The values wanted of the place after the prefix, both ends included; nil for all.
  public var range: ClosedRange<TermID>?
  /// The graphs.
  public var graphs: GraphSelection
  /// The places wanted; without the graph, a triple that several graphs state is given once.
  public var places: QuadPlaces

  /// Makes a scan.
  public init(
    order: QuadOrder, prefix: [TermID] = [], range: ClosedRange<TermID>? = nil, graphs: GraphSelection = .all,
    places: QuadPlaces = [.subject, .predicate, .object]
  ) {
    self.order = order
    self.prefix = prefix
    self.range = range
    self.graphs = graphs
    self.places = places
  }
}

/// Rows of quads in columns, owned and reused by the caller; a column that was not asked for stays empty.
public struct QuadColumns: Sendable {
  /// The subjects.
  public var subjects: [TermID] = []
  /// The predicates.
  public var predicates: [TermID] = []
  /// The objects.
  public var objects: [TermID] = []
  /// The names of the graphs; ``TermID/none`` for the default graph.
  public var graphs: [TermID] = []
  /// For look-ups, which of the keys each row answers.
  public var keys: [Int32] = []
  /// The number of rows.
  public var count = 0

  /// Makes columns without rows.
  public init() {}

  /// Empties the columns and keeps their room.
  public mutating func removeAll() {
    subjects.removeAll(keepingCapacity: true)
    predicates.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    graphs.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    count = 0
  }
}

/// Reads on through an order of a snapshot; used by one thread.
public protocol QuadCursor: AnyObject {
  /// Appends the next rows, in the order of the scan.
  ///
  /// - Parameters:
  ///   - rows: Gets the rows.
  ///   - limit: The most rows wanted, at least one; fewer may come before the end, but never none.
  /// - Returns: False when there are no rows left, and none was appended.
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  func next(into rows: inout QuadColumns, limit: Int) throws -> Bool

  /// Passes over the rows whose place after the prefix is less than a value.
  ///
  /// - Complexity: O(log n) in what is passed over.
  func seek(_ value: TermID) throws
}

/// What a term is, apart from its text.
public enum TermShape: Sendable, Hashable {
  /// An IRI, or a blank node, whose IRI begins with `_:`.
  case iri
  /// An `xsd:string`.
  case string
  /// A string in a language.
  case languageString
  /// Any other literal.
  case typed
}

/// How often a predicate is used.
public struct PredicateStatistics: Sendable, Hashable {
  /// Distinct triples.
  public var triples: Int
  /// Distinct subjects.
  public var subjects: Int
  /// Distinct objects.
  public var objects: Int

  /// Makes statistics.
  public init(triples: Int, subjects: Int, objects: Int) {
    self.triples = triples
    self.subjects = subjects
    self.objects = objects
  }
}

/// How much a snapshot holds.
public struct SnapshotStatistics: Sendable, Hashable {
  /// Statements, each counted once for each graph.
  public var quads: Int
  /// Named graphs.
  public var graphs: Int
  /// Distinct subjects.
  public var subjects: Int
  /// Distinct objects.
  public var objects: Int

  /// Makes statistics.
  public init(quads: Int, graphs: Int, subjects: Int, objects: Int) {
    self.quads = quads
    self.graphs = graphs
    self.subjects = subjects
    self.objects = objects
  }
}

/// One consistent state of a graph store, read by identifiers in sorted orders, a batch at a time.
///
/// The port between query engines and stores. The graph of a quad is given by its name, a term. Identifiers of equal
/// terms are equal: a value that fits in a ``TermID`` inline is never a dictionary number as well. Cursors may live
/// as long as the snapshot, which is used by one thread at a time.
public protocol GraphSnapshot: AnyObject {
  /// How much it holds; estimates are allowed.
  var statistics: SnapshotStatistics { get }

  /// The names of the named graphs, ascending by identifier.
  func graphNames() throws -> [TermID]

  /// How often a predicate is used; nil for one that never is. Estimates are allowed.
  func statistics(of predicate: TermID) throws -> PredicateStatistics?

  /// About how many rows a scan gives, graphs not looked at; exact where that is cheap, 0 only where there are none.
  ///
  /// - Complexity: O(log n).
  func estimatedCount(_ scan: QuadScan) throws -> Int

  /// Begins a scan.
  func cursor(_ scan: QuadScan) throws -> any QuadCursor

  /// Appends the rows that begin with each of many keys; fastest for ascending keys.
  ///
  /// - Parameters:
  ///   - scan: The order, what stands before the keys, the graphs and the places.
  ///   - first: The keys: values of the place after the prefix.
  ///   - second: Values of the place after that, as many as there are keys; empty where one place is the key.
  ///   - rows: Gets the rows by ascending number of key, and the number of the key of each.
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  func lookUp(
    _ scan: QuadScan, first: ArraySlice<TermID>, second: ArraySlice<TermID>, into rows: inout QuadColumns
  ) throws

  /// The identifiers of terms, in order; ``TermID/none`` for a term that is neither inline nor stored.
  func identifiers(of terms: [Term]) throws -> [TermID]

  /// The terms of identifiers, in order; nil for unknown ones.
  func terms(of identifiers: [TermID]) throws -> [Term?]

  /// Lends the text of a stored term: the IRI, or the lexical form of a literal.
  ///
  /// - Parameters:
  ///   - identifier: A dictionary number, not an inline value.
  ///   - body: Gets the shape, and the UTF-8 bytes, which must not leave it.
  /// - Returns: What the body returns; nil for an unknown identifier.
  /// - Throws: What the body throws, and ``PasserelleError`` where the data cannot be read.
  func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R?
}
