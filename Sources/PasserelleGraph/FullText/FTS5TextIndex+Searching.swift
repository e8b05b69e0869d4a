import GRDB
public import PasserelleCore

extension FTS5TextIndex: TextSearching {
  /// The best documents of a query by BM25, best first, ties by document number.
  ///
  /// A query with neither terms nor phrases lists the documents that pass the filter, by number, with
  /// score 0.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - limit: The most documents wanted.
  /// - Returns: The hits.
  /// - Throws: ``PasserelleError`` with code `.queryInvalid` for a filter that makes no sense, or another
  ///   when the index cannot be read.
  /// - Complexity: O(postings of the terms), and a lookup per match where there is a filter.
  public func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    guard limit > 0, let text = try FTS5QueryText(query, joining: false) else { return [] }
    return try FTS5Failure.mapping {
      try database.read { db in
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
  }

  /// The number of documents that match.
  ///
  /// - Parameter query: The query.
  /// - Returns: The number.
  /// - Throws: ``PasserelleError`` as ``top(_:limit:)``.
  public func count(_ query: TextQuery) throws -> Int {
    guard let text = try FTS5QueryText(query, joining: false) else { return 0 }
    return try FTS5Failure.mapping {
      try database.read { db in
        let statement = try db.cachedStatement(sql: "SELECT count(*) \(text.source)")
        return try Int.fetchOne(statement, arguments: text.arguments) ?? 0
      }
    }
  }

  /// Counts all the documents that match by an attribute, most frequent first, ties by value.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - facet: The attribute; documents without it are left out.
  ///   - limit: The most values wanted.
  /// - Returns: The counts.
  /// - Throws: ``PasserelleError`` as ``top(_:limit:)``.
  public func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    guard limit > 0, let text = try FTS5QueryText(query, joining: true) else { return [] }
    let value =
      switch facet {
      case .kind: "document.kind"
      case .cpvDivision: "substr(document.cpv, 1, 2)"
      case .place: "document.place"
      case .year: "substr(document.date, 1, 4)"
      }
    return try FTS5Failure.mapping {
      try database.read { db in
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
  }

  /// What lists show of documents, in the order asked; a number that is not indexed gives nil.
  ///
  /// - Parameter documents: Document numbers.
  /// - Returns: One summary, or nil, per number.
  /// - Throws: ``PasserelleError`` when the index cannot be read.
  public func summaries(of documents: [Int64]) throws -> [DocumentSummary?] {
    try FTS5Failure.mapping {
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
  }

  private static func summary(_ id: Int64, _ row: Row) throws -> DocumentSummary {
    let kindName: String = row[0]
    guard let kind = DocumentKind(rawValue: kindName) else {
      throw FTS5Failure.invalid(
        LocalizedText(
          fr: "l’index de texte contient un genre de document inconnu",
          en: "the text index holds an unknown kind of document"))
    }
    let date: String? = row[3]
    let cpv: String? = row[4]
    let amount: String? = row[6]
    return DocumentSummary(
      id: id, kind: kind, subject: row[1], title: row[2], date: date.flatMap { PartialDate(iso: $0) },
      cpv: cpv.flatMap { CPVCode(digits: $0) }, place: row[5], amount: amount.flatMap { DecimalNumber($0) },
      isDemonstration: row[7])
  }
}
