import GRDB
public import PasserelleCore

extension FTS5TextIndex: TextSearching {
  /// The best documents of a query by BM25, best first, ties by document number.
  ///
  /// A query with neither terms nor phrases lists the documents that pass the filter, by number, with
  /// score 0.
  public func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    guard limit > 0, let text = try FTS5QueryText(query, joining: false) else { return [] }
    return try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT \(text.numberColumn), \(text.score) AS score \(text.source) ORDER BY score, 1 LIMIT ?")
      var hits: [TextHit] = []
      hits.reserveCapacity(min(limit, 1024))
      let rows = try Row.fetchCursor(statement, arguments: text.arguments + [limit])
      while let row = try rows.next() {
        let score: Double = row[1]
        hits.append(TextHit(document: row[0], score: max(0, -score)))
      }
      return hits
    }
  }

  /// The number of documents that match.
  public func count(_ query: TextQuery) throws -> Int {
    guard let text = try FTS5QueryText(query, joining: false) else { return 0 }
    return try database.read { db in
      let statement = try db.cachedStatement(sql: "SELECT count(*) \(text.source)")
      return try Int.fetchOne(statement, arguments: text.arguments) ?? 0
    }
  }

  /// Counts all the documents that match by an attribute, most frequent first, ties by value.
  public func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    guard limit > 0, let text = try FTS5QueryText(query, joining: true) else { return [] }
    let value =
      switch facet {
      case .kind: "document.kind"
      case .cpvDivision: "substr(document.cpv, 1, 2)"
      case .place: "document.place"
      case .year: "substr(document.date, 1, 4)"
      }
    return try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(value) AS value, count(*) AS number \(text.source)
          GROUP BY value HAVING value IS NOT NULL ORDER BY number DESC, value LIMIT ?
          """)
      return try Row.fetchAll(statement, arguments: text.arguments + [limit]).map {
        FacetCount(value: $0[0], count: $0[1])
      }
    }
  }

  /// What lists show of documents, in the order asked; a number that is not indexed gives nil.
  public func summaries(of documents: [Int64]) throws -> [DocumentSummary?] {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT kind, subject, title, date, cpv, place, amount, demonstration FROM document WHERE id = ?
          """)
      return try documents.map { id in
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
        return try Self.summary(id, row)
      }
    }
  }

  /// In how many documents analysed terms occur, in the order asked.
  public func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT doc FROM \(FTS5Schema.vocabulary(Self.field(fields))) WHERE term = ?")
      return try terms.map { term in
        guard !term.isEmpty else { return 0 }
        return try Int.fetchOne(statement, arguments: [FTS5TermEncoding.encode(term)]) ?? 0
      }
    }
  }

  /// How many documents have a text in a field.
  public func documentCount(fields: [TextField]) throws -> Int {
    let table = FTS5Schema.table(Self.field(fields))
    return try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  private static func summary(_ id: Int64, _ row: Row) throws -> DocumentSummary {
    let kindName: String = row[0]
    guard let kind = DocumentKind(rawValue: kindName) else {
      throw DatabaseError(message: "FTS5TextIndex: unknown kind \(kindName)")
    }
    let date: String? = row[3]
    let cpv: String? = row[4]
    let amount: String? = row[6]
    return DocumentSummary(
      id: id, kind: kind, subject: row[1], title: row[2], date: date.flatMap { PartialDate(iso: $0) },
      cpv: cpv.flatMap { CPVCode(digits: $0) }, place: row[5],
      amount: amount.flatMap { DecimalNumber($0) }.map { Money($0) },
      isDemonstration: row[7])
  }
}
