import GRDB
import PasserelleCore

/// A text index over SQLite FTS5, in memory: the naive twin of the product's own.
///
/// It scores every match by FTS5's BM25 (inverse document frequency ln((N − n + 0.5) / (n + 0.5)), at least 10⁻⁶),
/// so matches, counts, facets and summaries are those of any index behind the port, and scores are near. A query
/// takes one field.
public final class FTS5TextIndex: Sendable {
  let database: DatabaseQueue

  /// Makes an empty index.
  public init() throws {
    database = try DatabaseQueue()
    try database.write { try FTS5Schema.create($0) }
  }

  /// The number of documents, of all kinds.
  public func documentCount() throws -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM document") ?? 0 }
  }

  /// The only field of a query.
  static func field(_ fields: [TextField]) -> TextField {
    precondition(fields.count == 1, "FTS5TextIndex: one field a query")
    return fields[0]
  }
}
