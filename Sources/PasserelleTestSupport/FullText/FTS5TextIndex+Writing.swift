import GRDB
public import PasserelleCore

extension FTS5TextIndex: TextWriting {
  /// Removes documents, adds or replaces others, and records the sequence, in one transaction.
  public func apply(adding documents: [TextDocument], removing removed: [Int64], upTo sequence: Int64) throws
  {
    try database.write { db in
      let writer = try DocumentWriter(db)
      for id in removed { try writer.remove(id) }
      for document in documents { try writer.add(document) }
      try db.execute(sql: "UPDATE sequence SET value = ?", arguments: [sequence])
    }
  }

  /// The last store sequence applied; 0 for an empty index.
  public func lastSequence() throws -> Int64 {
    try database.read { try Int64.fetchOne($0, sql: "SELECT value FROM sequence") ?? 0 }
  }
}

/// The prepared statements of one transaction.
private struct DocumentWriter {
  private struct FieldStatements {
    let field: TextField
    let insert: Statement
    let delete: Statement
  }

  private let exists: Statement
  private let insert: Statement
  private let delete: Statement
  private let fields: [FieldStatements]

  init(_ db: Database) throws {
    exists = try db.cachedStatement(sql: "SELECT 1 FROM document WHERE id = ?")
    insert = try db.cachedStatement(
      sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    delete = try db.cachedStatement(sql: "DELETE FROM document WHERE id = ?")
    fields = try TextField.allCases.map { field in
      let table = FTS5Schema.table(field)
      return FieldStatements(
        field: field,
        insert: try db.cachedStatement(sql: "INSERT INTO \(table)(rowid, terms) VALUES (?, ?)"),
        delete: try db.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?"))
    }
  }

  func remove(_ id: Int64) throws {
    guard try Int.fetchOne(exists, arguments: [id]) != nil else { return }
    for statements in fields { try statements.delete.execute(arguments: [id]) }
    try delete.execute(arguments: [id])
  }

  func add(_ document: TextDocument) throws {
    try remove(document.id)
    try insert.execute(arguments: [
      document.id, document.kind.rawValue, document.subject, document.title, document.language,
      document.date?.description, document.date?.firstDay, document.cpv?.digits, document.place,
      document.amount?.inEuros?.description, document.amount?.inEuros?.approximateDouble,
      document.isDemonstration,
    ])
    for statements in fields {
      let text = FTS5TermEncoding.text(of: FTS5Terms.terms(of: statements.field, document))
      guard !text.isEmpty else { continue }
      try statements.insert.execute(arguments: [document.id, text])
    }
  }
}
