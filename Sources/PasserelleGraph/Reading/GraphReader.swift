import GRDB
public import PasserelleCore

/// One consistent state of a store, for the time of ``GraphStore/read(_:_:)``.
public final class GraphReader: QuadReading {
  let db: Database
  let codec: TermCodec
  let scope: VersionScope
  private var visible: VersionSet?
  private var isVisibleLoaded = false
  private var idle: [String: HeldStatement] = [:]
  private static let batchSize = 4096

  init(_ db: Database, _ codec: TermCodec, _ scope: VersionScope) {
    self.db = db
    self.codec = codec
    self.scope = scope
  }

  /// Gives the quads that match, in batches.
  ///
  /// With a bound graph the primary order serves; else the provisional order that begins with the bound
  /// places, or the whole table where there is none.
  public func scan(_ pattern: QuadPattern, _ body: (borrowing QuadBatch) throws -> Bool) throws {
    let (sql, values) = Self.query(pattern)
    try withStatement(sql) { statement in
      for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index + 1)) }
      try scan(statement, body)
    }
  }

  private func scan(
    _ statement: borrowing RawStatement, _ body: (borrowing QuadBatch) throws -> Bool
  ) throws {
    let seen = try visibleVersions()
    // Most scans find a few quads: room for a whole batch would cost more than they do.
    var batch = QuadBatch(capacity: 0)
    while try statement.step() {
      let graph = statement.int64(0)
      if let seen, !seen.contains(graph) { continue }
      batch.append(
        Quad(
          graph: VersionID(rawValue: graph), subject: TermID(rawValue: statement.int64(1)),
          predicate: TermID(rawValue: statement.int64(2)), object: TermID(rawValue: statement.int64(3))))
      if batch.count == Self.batchSize {
        guard try body(batch) else { return }
        batch.removeAll()
      }
    }
    if batch.count > 0 { _ = try body(batch) }
  }

  /// The query of a pattern and the values to bind.
  ///
  /// A graph holds the few statements of one record, but SQLite has no statistics and may think a predicate
  /// narrower: with a bound graph, `+` keeps the places that the primary order cannot use away from indexes.
  static func query(_ pattern: QuadPattern) -> (sql: String, values: [Int64]) {
    let places: [(name: String, value: Int64)] = [
      ("g", pattern.graph.rawValue), ("s", pattern.subject.rawValue), ("p", pattern.predicate.rawValue),
      ("o", pattern.object.rawValue),
    ]
    let served = pattern.graph == .none ? places.count : places.prefix { $0.value != 0 }.count
    let conditions = places.indices.filter { places[$0].value != 0 }
      .map { ($0 < served ? "" : "+") + places[$0].name + " = ?" }
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return ("SELECT g, s, p, o FROM quad" + condition, places.map(\.value).filter { $0 != 0 })
  }

  /// Finds the identifiers of terms, `.none` for unknown ones.
  public func identifiers(of terms: [Term]) throws -> [TermID] {
    try withStatement("SELECT id FROM term WHERE hash = ? AND key = ?") { lookup in
      var result: [TermID] = []
      for term in terms {
        if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) {
          result.append(id)
          continue
        }
        let key = codec.key(of: term)
        lookup.reset()
        lookup.bind(TermCodec.hash(key), at: 1)
        lookup.bind(key, at: 2)
        result.append(try lookup.step() ? TermID(rawValue: lookup.int64(0)) : .none)
      }
      return result
    }
  }

  /// Finds the terms of identifiers, nil for unknown ones.
  public func terms(of identifiers: [TermID]) throws -> [Term?] {
    try withStatement("SELECT key FROM term WHERE id = ?") { lookup in
      var result: [Term?] = []
      for id in identifiers {
        if id.isInline {
          result.append(InlineValue.term(of: id))
          continue
        }
        lookup.reset()
        lookup.bind(id.rawValue, at: 1)
        result.append(try lookup.step() ? lookup.withBlob(0) { codec.term(of: $0) } : nil)
      }
      return result
    }
  }

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
    try readRaw { try body(GraphReader($0, codec, scope)) }
  }

  func readRaw<R>(_ body: (Database) throws -> R) throws -> R {
    try StoreErrors.translating(path) { try pool.read(body) }
  }
}
