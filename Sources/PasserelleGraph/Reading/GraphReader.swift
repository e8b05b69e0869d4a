import GRDB
public import PasserelleCore

/// One consistent state of a store, for the time of ``GraphStore/read(_:_:)``.
public final class GraphReader: QuadReading {
  let db: Database
  private let codec: TermCodec
  private let scope: VersionScope
  private var visible: VersionSet?
  private var isVisibleLoaded = false
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
    let places: [(String, Int64)] = [
      ("g", pattern.graph.rawValue), ("s", pattern.subject.rawValue), ("p", pattern.predicate.rawValue),
      ("o", pattern.object.rawValue),
    ].filter { $0.1 != 0 }
    let condition = places.isEmpty ? "" : " WHERE " + places.map { $0.0 + " = ?" }.joined(separator: " AND ")
    let statement = try RawStatement(db, "SELECT g, s, p, o FROM quad" + condition)
    for (index, place) in places.enumerated() { statement.bind(place.1, at: Int32(index + 1)) }
    let seen = try visibleVersions()
    var batch = QuadBatch(capacity: Self.batchSize)
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

  /// Finds the identifiers of terms, `.none` for unknown ones.
  public func identifiers(of terms: [Term]) throws -> [TermID] {
    let lookup = try RawStatement(db, "SELECT id FROM term WHERE hash = ? AND key = ?")
    return try terms.map { term in
      if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) { return id }
      let key = codec.key(of: term)
      lookup.reset()
      lookup.bind(TermCodec.hash(key), at: 1)
      lookup.bind(key, at: 2)
      return try lookup.step() ? TermID(rawValue: lookup.int64(0)) : .none
    }
  }

  /// Finds the terms of identifiers, nil for unknown ones.
  public func terms(of identifiers: [TermID]) throws -> [Term?] {
    let lookup = try RawStatement(db, "SELECT key FROM term WHERE id = ?")
    return try identifiers.map { id in
      if id.isInline { return InlineValue.term(of: id) }
      lookup.reset()
      lookup.bind(id.rawValue, at: 1)
      return try lookup.step() ? lookup.withBlob(0) { codec.term(of: $0) } : nil
    }
  }

  /// Whether the reader sees a version.
  public func isVisible(_ version: VersionID) throws -> Bool {
    try visibleVersions()?.contains(version.rawValue) ?? true
  }

  private func visibleVersions() throws -> VersionSet? {
    if !isVisibleLoaded {
      visible = try VersionSet.load(scope, db)
      isVisibleLoaded = true
    }
    return visible
  }
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
