import Foundation
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
    dictionary = TermDictionary(codec: store.codec)
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
  /// - Complexity: O(*q* log *q*) for *q* statements, plus the index maintenance of SQLite.
  public func write(_ records: [RecordDraft]) throws -> [RecordOutcome] {
    let now = clock()
    var written = 0
    do {
      let outcomes = try StoreErrors.translating(store.path) {
        try store.pool.write { db in
          var outcomes: [RecordOutcome] = []
          var quads: [Quad] = []
          for record in records {
            let (outcome, version) = try self.place(record, now, db)
            outcomes.append(outcome)
            if let version { try self.collect(record.statements, version, db, &quads) }
          }
          written = try Self.insert(&quads, db)
          return outcomes
        }
      }
      dictionary.commit()
      statementCount += written
      return outcomes
    } catch {
      dictionary.rollback()
      sources.removeAll()
      throw error
    }
  }

  /// Finds or makes the record's row and, when it changed, its next version.
  private func place(_ record: RecordDraft, _ now: Instant, _ db: Database) throws -> (
    RecordOutcome, VersionID?
  ) {
    let source = try identifier(ofSource: record.source, db)
    let lookup = try db.cachedStatement(
      sql: """
        SELECT r.id, r.version, v.number, v.hash, v.mapping FROM record AS r
        LEFT JOIN version AS v ON v.id = r.version WHERE r.source = ? AND r.key = ?
        """)
    let known = try Row.fetchOne(lookup, arguments: [source, record.key])
    if let known, let hash = known["hash"] as Data?, Array(hash) == record.contentHash.bytes,
      known["mapping"] == record.mappingVersion
    {
      return (.unchanged, nil)
    }
    let names = try dictionary.identifiers(
      of: [.iri(record.subject), .iri(store.iris.record(source: record.source, key: record.key))], db)
    let row: Int64
    if let known {
      row = known["id"]
      try db.cachedStatement(sql: "UPDATE version SET superseded = ? WHERE id = ?")
        .execute(arguments: [now.milliseconds, known["version"] as Int64?])
    } else {
      try db.cachedStatement(
        sql: "INSERT INTO record (source, key, kind, demonstration, subject, graph) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        source, record.key, record.kind.rawValue, record.isDemonstration, names[0].rawValue,
        names[1].rawValue,
      ])
      row = db.lastInsertedRowID
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO version (record, number, hash, mapping, published, ingested, run)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row, (known?["number"] as Int? ?? 0) + 1, Data(record.contentHash.bytes), record.mappingVersion,
      record.published?.description, now.milliseconds, run?.rawValue,
    ])
    let version = db.lastInsertedRowID
    try db.cachedStatement(
      sql: "UPDATE record SET version = ?, kind = ?, demonstration = ?, subject = ? WHERE id = ?"
    ).execute(arguments: [
      version, record.kind.rawValue, record.isDemonstration, names[0].rawValue, row,
    ])
    return (known == nil ? .added : .changed, VersionID(rawValue: version))
  }

  private func collect(
    _ statements: StatementBuffer, _ version: VersionID, _ db: Database, _ quads: inout [Quad]
  ) throws {
    let ids = try dictionary.identifiers(of: statements.terms, db)
    for triple in statements.triples {
      quads.append(
        Quad(
          graph: version, subject: ids[Int(triple.subject)], predicate: ids[Int(triple.predicate)],
          object: ids[Int(triple.object)]))
    }
  }

  /// Writes quads in the order of the primary key, duplicates left out.
  private static func insert(_ quads: inout [Quad], _ db: Database) throws -> Int {
    quads.sort {
      ($0.graph, $0.subject, $0.predicate, $0.object) < ($1.graph, $1.subject, $1.predicate, $1.object)
    }
    var distinct: [Quad] = []
    distinct.reserveCapacity(quads.count)
    for quad in quads where quad != distinct.last { distinct.append(quad) }
    try BulkInsert.run(db, "INSERT INTO quad (g, s, p, o) VALUES", columns: 4, count: distinct.count) {
      statement, row, first in
      let quad = distinct[row]
      statement.bind(quad.graph.rawValue, at: first)
      statement.bind(quad.subject.rawValue, at: first + 1)
      statement.bind(quad.predicate.rawValue, at: first + 2)
      statement.bind(quad.object.rawValue, at: first + 3)
    }
    return distinct.count
  }

  private func identifier(ofSource name: String, _ db: Database) throws -> Int64 {
    if let known = sources[name] { return known }
    try db.execute(sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
    sources[name] = id
    return id
  }
}
