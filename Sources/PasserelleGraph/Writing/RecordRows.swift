import GRDB
import PasserelleCore

/// Finds and writes the rows of records and their versions, for one transaction.
struct RecordRows: ~Copyable {
  /// A record that the store knows, with its open version.
  struct Known {
    fileprivate let record: Int64
    fileprivate let version: Int64
    fileprivate let number: Int64
    fileprivate let hash: ContentHash?
    fileprivate let mapping: Int64

    /// Whether the open version was made of the same bytes by the same mapping.
    func isSame(as draft: RecordDraft) -> Bool {
      hash == draft.contentHash && mapping == draft.mappingVersion
    }
  }

  private let db: Database
  private let run: RunID?
  private let now: Instant
  private var nextVersion: Int64
  private let lookup: RawStatement
  private let addRecord: RawStatement
  private let changeRecord: RawStatement
  private let addVersion: RawStatement
  private let closeVersion: RawStatement

  init(_ db: Database, run: RunID?, now: Instant) throws {
    let next = try ErasedVersions.next(db)
    let lookup = try RawStatement(
      db,
      """
      SELECT r.id, v.id, v.number, v.hash, v.mapping FROM record AS r
      LEFT JOIN version AS v ON v.id = r.version WHERE r.source = ? AND r.key = ?
      """)
    let addRecord = try RawStatement(
      db,
      """
      INSERT INTO record (version, kind, demonstration, subject, source, key, graph)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let changeRecord = try RawStatement(
      db, "UPDATE record SET version = ?, kind = ?, demonstration = ?, subject = ? WHERE id = ?")
    let addVersion = try RawStatement(
      db,
      """
      INSERT INTO version (id, record, number, hash, mapping, published, ingested, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let closeVersion = try RawStatement(db, "UPDATE version SET superseded = ? WHERE id = ?")
    self.db = db
    self.run = run
    self.now = now
    nextVersion = next
    self.lookup = lookup
    self.addRecord = addRecord
    self.changeRecord = changeRecord
    self.addVersion = addVersion
    self.closeVersion = closeVersion
  }

  /// Looks for the row of a record.
  func find(_ draft: RecordDraft, source: Int64) throws -> Known? {
    lookup.bind(source, at: 1)
    lookup.bind(text: draft.key, at: 2)
    defer { lookup.reset() }
    guard try lookup.step() else { return nil }
    return Known(
      record: lookup.int64(0), version: lookup.int64(1), number: lookup.int64(2),
      hash: lookup.withBlob(3) { ContentHash(bytes: Array($0)) }, mapping: lookup.int64(4))
  }

  /// Opens the next version of a record and closes the one before.
  mutating func add(
    _ draft: RecordDraft, source: Int64, after known: Known?, subject: TermID, graph: TermID
  ) throws -> VersionID {
    let version = nextVersion
    nextVersion += 1
    let record: Int64
    if let known {
      record = known.record
      closeVersion.bind(now.milliseconds, at: 1)
      closeVersion.bind(known.version, at: 2)
      try closeVersion.run()
      bindState(changeRecord, version, draft, subject)
      changeRecord.bind(record, at: 5)
      try changeRecord.run()
    } else {
      bindState(addRecord, version, draft, subject)
      addRecord.bind(source, at: 5)
      addRecord.bind(text: draft.key, at: 6)
      addRecord.bind(graph.rawValue, at: 7)
      try addRecord.run()
      record = db.lastInsertedRowID
    }
    addVersion.bind(version, at: 1)
    addVersion.bind(record, at: 2)
    addVersion.bind((known?.number ?? 0) + 1, at: 3)
    addVersion.bind(draft.contentHash.bytes, at: 4)
    addVersion.bind(Int64(draft.mappingVersion), at: 5)
    if let published = draft.published {
      addVersion.bind(text: published.description, at: 6)
    } else {
      addVersion.bindNull(at: 6)
    }
    addVersion.bind(now.milliseconds, at: 7)
    if let run { addVersion.bind(run.rawValue, at: 8) } else { addVersion.bindNull(at: 8) }
    try addVersion.run()
    return VersionID(rawValue: version)
  }

  private func bindState(
    _ statement: borrowing RawStatement, _ version: Int64, _ draft: RecordDraft, _ subject: TermID
  ) {
    statement.bind(version, at: 1)
    statement.bind(text: draft.kind.rawValue, at: 2)
    statement.bind(draft.isDemonstration ? 1 : 0, at: 3)
    statement.bind(subject.rawValue, at: 4)
  }
}
