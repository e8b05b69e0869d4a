import GRDB
public import PasserelleCore

/// One consistent state of a store, for the time of ``GraphStore/read(_:_:)``.
public final class GraphReader: QuadReading {
  let db: Database
  let scope: VersionScope
  let derived: DerivedState
  private var visible: VersionSet?
  private var isVisibleLoaded = false
  private var idle: [String: HeldStatement] = [:]
  private var terms: TermReader?
  private var scanned: PermutationSnapshot?
  private static let batchSize = 4096

  init(_ db: Database, _ derived: DerivedState, _ scope: VersionScope) {
    self.db = db
    self.derived = derived
    self.scope = scope
  }

  /// Gives the quads that match, in batches.
  ///
  /// With a bound graph its own statements serve; else the permutation that begins with the bound places.
  public func scan(_ pattern: QuadPattern, _ body: (borrowing QuadBatch) throws -> Bool) throws {
    if pattern.graph == .none {
      try scanPermutation(pattern, body)
    } else if try isVisible(pattern.graph) {
      try scanVersion(pattern, body)
    }
  }

  private func scanVersion(_ pattern: QuadPattern, _ body: (borrowing QuadBatch) throws -> Bool) throws {
    let version = pattern.graph
    let found = try triples(of: version)
    var batch = QuadBatch(capacity: 0)
    for triple in found {
      let quad = Quad(
        graph: version, subject: triple.subject, predicate: triple.predicate, object: triple.object)
      guard pattern.matches(quad) else { continue }
      batch.append(quad)
      if batch.count == Self.batchSize {
        guard try body(batch) else { return }
        batch.removeAll()
      }
    }
    if batch.count > 0 { _ = try body(batch) }
  }

  /// The statements of a version, sorted.
  func triples(of version: VersionID) throws -> [StatementTriple] {
    try withStatement("SELECT quads FROM statement_block WHERE version = ?") { statement in
      statement.bind(version.rawValue, at: 1)
      guard try statement.step() else { return [] }
      guard let triples = statement.withBlob(0, { StatementBlock.triples($0) }) else {
        throw StatementBlock.damaged(version.rawValue)
      }
      return triples
    }
  }

  private func scanPermutation(
    _ pattern: QuadPattern, _ body: (borrowing QuadBatch) throws -> Bool
  ) throws {
    let (order, prefix) = Self.order(of: pattern)
    let places: QuadPlaces = [.subject, .predicate, .object, .graph]
    let cursor = try permutations().cursor(
      QuadScan(order: order, prefix: prefix, places: places))
    var rows = QuadColumns()
    var batch = QuadBatch(capacity: 0)
    var isLast = false
    while !isLast {
      rows.removeAll()
      while rows.count < Self.batchSize {
        guard try cursor.next(into: &rows, limit: Self.batchSize - rows.count) else {
          isLast = true
          break
        }
      }
      if rows.count == 0 { return }
      swap(&batch.subjects, &rows.subjects)
      swap(&batch.predicates, &rows.predicates)
      swap(&batch.objects, &rows.objects)
      batch.graphs.removeAll(keepingCapacity: true)
      for graph in rows.graphs { batch.graphs.append(VersionID(rawValue: graph.rawValue)) }
      guard try body(batch) else { return }
    }
  }

  /// The order that begins with the bound places of a pattern without a graph, and their values.
  static func order(of pattern: QuadPattern) -> (order: QuadOrder, prefix: [TermID]) {
    let (s, p, o) = (pattern.subject, pattern.predicate, pattern.object)
    switch (s.isBound, p.isBound, o.isBound) {
    case (false, false, false): return (.gspo, [])
    case (true, false, false): return (.spo, [s])
    case (true, true, false): return (.spo, [s, p])
    case (true, true, true): return (.spo, [s, p, o])
    case (false, true, false): return (.pos, [p])
    case (false, true, true): return (.pos, [p, o])
    case (false, false, true): return (.osp, [o])
    case (true, false, true): return (.osp, [o, s])
    }
  }

  /// The state as query engines read it, by the names of its graphs; valid on after the reader.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func snapshot() throws -> any GraphSnapshot {
    let (set, delta) = try derived.permutations(db)
    return PermutationSnapshot(
      set: set, delta: delta, visible: try derived.visible(scope, db).names,
      terms: TermReader(try derived.terms(db)))
  }

  /// The state as it is scanned: each version is a graph called by its number.
  private func permutations() throws -> PermutationSnapshot {
    if let scanned { return scanned }
    let (set, delta) = try derived.permutations(db)
    let snapshot = PermutationSnapshot(
      set: set, delta: delta, visible: try derived.visible(scope, db).numbers,
      terms: try termReader())
    scanned = snapshot
    return snapshot
  }

  func termReader() throws -> TermReader {
    if let terms { return terms }
    let reader = TermReader(try derived.terms(db))
    terms = reader
    return reader
  }

  /// Finds the identifiers of terms, `.none` for unknown ones.
  public func identifiers(of terms: [Term]) throws -> [TermID] { try termReader().identifiers(of: terms) }

  /// Finds the terms of identifiers, nil for unknown ones.
  public func terms(of identifiers: [TermID]) throws -> [Term?] { try termReader().terms(of: identifiers) }

  /// Whether the reader sees a version.
  public func isVisible(_ version: VersionID) throws -> Bool {
    try visibleVersions()?.contains(version.rawValue) ?? true
  }

  /// Lends a prepared statement; one that is lent out already, as by a scan in a scan, is prepared again.
  func withStatement<R>(_ sql: String, _ body: (borrowing RawStatement) throws -> R) throws -> R {
    let held = try idle.removeValue(forKey: sql) ?? HeldStatement(RawStatement(db, sql))
    defer {
      held.statement.reset()
      idle[sql] = held
    }
    return try body(held.statement)
  }

  private func visibleVersions() throws -> VersionSet? {
    if !isVisibleLoaded {
      visible = try VersionSet.load(scope, db)
      isVisibleLoaded = true
    }
    return visible
  }
}

/// A prepared statement that a reader keeps for its next use.
private final class HeldStatement {
  let statement: RawStatement

  init(_ statement: consuming RawStatement) { self.statement = statement }
}

extension GraphStore {
  /// Reads from one consistent state of the store.
  ///
  /// - Parameters:
  ///   - scope: Which versions are seen.
  ///   - body: Gets the reader, which must not leave it.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws, or ``PasserelleError``.
  public func read<R>(_ scope: VersionScope = .current, _ body: (GraphReader) throws -> R) throws -> R {
    try readRaw { try body(GraphReader($0, derived, scope)) }
  }

  func readRaw<R>(_ body: (Database) throws -> R) throws -> R {
    try StoreErrors.translating(path) { try pool.read(body) }
  }
}
