import GRDB
public import PasserelleCore

/// Appends versions of records to a store; one at a time, and not shared between threads.
///
/// A record whose bytes and mapping version are those of its open version is skipped. Any other gets a new
/// version, and the open one is closed at the same instant.
public final class GraphWriter: RecordWriting {
  private let store: GraphStore
  private let clock: () -> Instant
  private let run: RunID?
  private let dictionary: TermDictionary
  private var sources: [String: Int64] = [:]
  /// Statements written since the writer was made, duplicates within a record counted once.
  public private(set) var statementCount = 0
  /// Terms from which a text was taken that was erased and must not come back, since the writer was made.
  public var screenedCount: Int { dictionary.screened }

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - run: The run that versions are attributed to.
  ///   - clock: Gives the instant of ingestion.
  public init(store: GraphStore, run: RunID?, clock: @escaping () -> Instant) {
    self.store = store
    self.run = run
    self.clock = clock
    dictionary = TermDictionary(store: store)
  }

  /// Says which records are already stored as they are.
  public func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool] {
    try store.readRaw { db in
      let lookup = try RawStatement(
        db,
        """
        SELECT v.hash, v.mapping FROM source AS n JOIN record AS r ON r.source = n.id
        JOIN version AS v ON v.id = r.version WHERE n.name = ? AND r.key = ?
        """)
      return try fingerprints.map { fingerprint in
        lookup.reset()
        lookup.bind(text: source, at: 1)
        lookup.bind(text: fingerprint.key, at: 2)
        guard try lookup.step() else { return false }
        return lookup.int64(1) == fingerprint.mappingVersion
          && lookup.withBlob(0) { $0.elementsEqual(fingerprint.contentHash.bytes) }
      }
    }
  }

  /// Stores a batch in one transaction: all of it, or nothing.
  ///
  /// - Complexity: O(*q* log *q*) for *q* statements.
  public func write(_ records: [RecordDraft]) throws -> [RecordOutcome] {
    let now = clock()
    var statements = 0
    do {
      let outcomes = try StoreErrors.translating(store.path) {
        try store.pool.write { db in
          statements = 0
          try dictionary.begin(db)
          let blocks = try StatementRows(db)
          var rows = try RecordRows(db, run: run, now: now)
          let outcomes = try records.map { record in
            let source = try identifier(ofSource: record.source, db)
            let known = try rows.find(record, source: source)
            if let known, known.isSame(as: record) { return RecordOutcome.unchanged }
            let graph = store.iris.record(source: record.source, key: record.key)
            let names = try dictionary.identifiers(of: [.iri(record.subject), .iri(graph)])
            let version = try rows.add(
              record, source: source, after: known, subject: names[0], graph: names[1])
            var triples = try triples(record.statements)
            try blocks.insert(version.rawValue, &triples)
            statements += triples.count
            return known == nil ? .added : .changed
          }
          try dictionary.flush(db)
          return outcomes
        }
      }
      dictionary.commit()
      statementCount += statements
      return outcomes
    } catch {
      dictionary.rollback()
      sources.removeAll()
      throw error
    }
  }

  private func triples(_ statements: StatementBuffer) throws -> [StatementTriple] {
    let ids = try dictionary.identifiers(of: statements.terms)
    return statements.triples.map {
      StatementTriple(
        subject: ids[Int($0.subject)], predicate: ids[Int($0.predicate)], object: ids[Int($0.object)])
    }
  }

  private func identifier(ofSource name: String, _ db: Database) throws -> Int64 {
    if let known = sources[name] { return known }
    try db.execute(sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
    sources[name] = id
    return id
  }
}
