import GRDB
import PasserelleCore

/// Migration 3: terms and statements become blocks, a row for many terms and a row for each version.
enum BlockMigration {
  static func run(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE term_block (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, keys BLOB NOT NULL) STRICT;
        CREATE TABLE statement_block (
          version INTEGER PRIMARY KEY REFERENCES version (id), count INTEGER NOT NULL, quads BLOB NOT NULL
        ) STRICT;
        """)
    try convertTerms(db)
    try convertStatements(db)
    try db.execute(sql: "DROP TABLE quad; DROP TABLE term;")
  }

  private static func convertTerms(_ db: Database) throws {
    let base = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'base'")
    let codec = FirstTermCodec(iris: base.map { IRISpace(base: $0) } ?? IRISpace())
    let rows = try RawStatement(db, "SELECT id, key FROM term ORDER BY id")
    var tail = TermTail(first: 1)
    while try rows.step() {
      let id = rows.int64(0)
      if id != tail.last + 1 || tail.count == 1 << 16 {
        try TermRows.insert(tail, db)
        tail = TermTail(first: id)
      }
      guard let key = rows.withBlob(1, { codec.key(from: $0) }) else { throw TermRows.damaged(id) }
      key.withUnsafeBytes { _ = tail.append($0, TermCodec.hash($0)) }
    }
    try TermRows.insert(tail, db)
  }

  private static func convertStatements(_ db: Database) throws {
    let rows = try RawStatement(
      db,
      """
      SELECT v.id, q.s, q.p, q.o FROM version AS v LEFT JOIN quad AS q ON q.g = v.id
      ORDER BY v.id, q.s, q.p, q.o
      """)
    let writer = try StatementRows(db)
    var (version, triples): (Int64, [StatementTriple]) = (0, [])
    while try rows.step() {
      if rows.int64(0) != version {
        if version > 0 { try writer.insert(version, &triples) }
        version = rows.int64(0)
        triples.removeAll(keepingCapacity: true)
      }
      if rows.isNull(1) { continue }
      triples.append(
        StatementTriple(
          subject: TermID(rawValue: rows.int64(1)), predicate: TermID(rawValue: rows.int64(2)),
          object: TermID(rawValue: rows.int64(3))))
    }
    if version > 0 { try writer.insert(version, &triples) }
  }
}

/// Writes the rows of statements.
struct StatementRows: ~Copyable {
  private let insert: RawStatement

  init(_ db: Database) throws {
    insert = try RawStatement(db, "INSERT INTO statement_block (version, count, quads) VALUES (?, ?, ?)")
  }

  /// Writes the statements of a version, sorted and each once.
  func insert(_ version: Int64, _ triples: inout [StatementTriple]) throws {
    let bytes = StatementBlock.bytes(&triples)
    try bytes.withUnsafeBytes { try insert(version, count: triples.count, $0) }
  }

  /// Writes the block of a version.
  func insert(_ version: Int64, count: Int, _ bytes: UnsafeRawBufferPointer) throws {
    insert.bind(version, at: 1)
    insert.bind(Int64(count), at: 2)
    insert.bind(lent: bytes, at: 3)
    try insert.run()
  }
}
