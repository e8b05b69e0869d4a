import GRDB
package import PasserelleCore

/// A term that a redaction finds, and where it is used.
package struct ErasureHit: Sendable, Hashable {
  /// The term.
  package let term: Term
  /// The term as it will be.
  package let redacted: Term
  /// The record that uses it.
  package let record: Int64
  /// The relation by which a statement uses it as its object, its smallest one; nil where it is a subject only.
  package let relation: TermID?
}

/// A record of the store by its numbers and names.
package struct StoredRecord: Sendable, Hashable {
  /// The number.
  package let id: Int64
  /// The source's short name.
  package let source: String
  /// The key within its source.
  package let key: String
  /// The IRI.
  package let iri: String?
  /// The IRI of what it is about.
  package let subject: String?
  /// How many versions it has.
  package let versions: Int
}

extension GraphReader {
  /// When the oldest version that is kept was stored; nil for an empty store.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func firstIngestion() throws -> Instant? {
    try Int64.fetchOne(db, sql: "SELECT min(ingested) FROM version").map { Instant(milliseconds: $0) }
  }

  /// What a redactor finds in the statements of all versions, closed ones too, by record and term.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(terms + statements).
  package func erasureHits(_ redactor: any TextRedacting) throws -> [ErasureHit] {
    var found: [Int64: (term: Term, redacted: Term)] = [:]
    try TermRows.read(after: 0, db) { id, key in
      guard let clean = redactor.redacted(key: key), let term = TermCodec.term(of: key),
        let redacted = clean.withUnsafeBytes({ TermCodec.term(of: $0) })
      else { return }
      found[id] = (term, redacted)
    }
    guard !found.isEmpty else { return [] }
    struct Use: Hashable {
      var record: Int64
      var term: Int64
    }
    var uses: [Use: TermID?] = [:]
    let rows = try RawStatement(
      db,
      """
      SELECT b.version, v.record, b.quads FROM statement_block AS b JOIN version AS v ON v.id = b.version
      ORDER BY b.version
      """)
    while try rows.step() {
      let (version, record) = (rows.int64(0), rows.int64(1))
      let isSound = rows.withBlob(2) { bytes in
        StatementBlock.read(bytes) { triple in
          if found[triple.object.rawValue] != nil {
            let use = Use(record: record, term: triple.object.rawValue)
            let known = uses[use] ?? nil
            uses[use] = known.map { min($0, triple.predicate) } ?? triple.predicate
          }
          for id in [triple.subject, triple.predicate] where found[id.rawValue] != nil {
            let use = Use(record: record, term: id.rawValue)
            if uses[use] == nil { uses[use] = .some(nil) }
          }
        }
      }
      guard isSound else { throw StatementBlock.damaged(version) }
    }
    return uses.sorted { ($0.key.record, $0.key.term) < ($1.key.record, $1.key.term) }.compactMap {
      use, relation in
      found[use.term].map {
        ErasureHit(term: $0.term, redacted: $0.redacted, record: use.record, relation: relation)
      }
    }
  }

  /// The records of the store, those whose versions are all closed among them, by number.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func storedRecords(_ isWanted: (_ source: String, _ key: String) -> Bool) throws -> [StoredRecord] {
    let rows = try RawStatement(
      db,
      """
      SELECT r.id, n.name, r.key, r.graph, r.subject, (SELECT count(*) FROM version WHERE record = r.id)
      FROM record AS r JOIN source AS n ON n.id = r.source ORDER BY r.id
      """)
    var records: [StoredRecord] = []
    while try rows.step() {
      let (source, key) = (rows.text(1), rows.text(2))
      guard isWanted(source, key) else { continue }
      let names = try terms(of: [TermID(rawValue: rows.int64(3)), TermID(rawValue: rows.int64(4))])
      records.append(
        StoredRecord(
          id: rows.int64(0), source: source, key: key, iri: names[0]?.iriValue, subject: names[1]?.iriValue,
          versions: Int(rows.int64(5))))
    }
    return records
  }

  /// The texts that only some records use: what leaves the store with them.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - body: Gets each text, by ascending number of its term.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func ownTexts(of records: Set<Int64>, _ body: (String) -> Void) throws {
    var own: Set<Int64> = []
    func each(_ isOwn: Bool, _ take: (Int64) -> Void) throws {
      let rows = try RawStatement(
        db, "SELECT v.record, b.quads FROM statement_block AS b JOIN version AS v ON v.id = b.version")
      while try rows.step() {
        guard records.contains(rows.int64(0)) == isOwn else { continue }
        _ = rows.withBlob(1) { bytes in
          StatementBlock.read(bytes) { if !$0.object.isInline { take($0.object.rawValue) } }
        }
      }
    }
    try each(true) { own.insert($0) }
    try each(false) { own.remove($0) }
    for id in own.sorted() {
      if case .literal(let literal)? = try terms(of: [TermID(rawValue: id)])[0] { body(literal.lexicalForm) }
    }
  }

  /// How many match runs an erasure takes.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func erasedMatchRuns(_ plan: StoreErasure) throws -> Int {
    try GraphStore.erasedMatchRuns(plan, db).count
  }

  /// How many texts of the ledger and of the log of judgements a redactor finds.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func ledgerHits(_ redactor: any TextRedacting) throws -> Int {
    var count = 0
    let queries = [
      ("SELECT file, field, value, replacement FROM diagnostic", 4), ("SELECT report FROM run", 1),
      ("SELECT left_iri, right_iri, who, reason FROM judgement", 4),
    ]
    for (sql, columns) in queries {
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() {
        let isHit = (0..<columns).contains { redactor.redacted(row[$0] as String?) != nil }
        if isHit { count += 1 }
      }
    }
    return count
  }
}
