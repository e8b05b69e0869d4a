import Foundation
import GRDB
public import PasserelleCore

/// A text index over SQLite FTS5, in a database file of its own or in memory.
///
/// Everything in it is derived: it can be deleted and rebuilt from the store to the same answers. Terms come
/// analysed; the index neither stems nor folds. Ranking is FTS5's BM25 (k1 = 1.2, b = 0.75, inverse document
/// frequency ln((N − n + 0.5) / (n + 0.5)), at least 10⁻⁶), with the sign turned so that higher is better;
/// N, n and the mean length are those of the whole field, whatever the filter.
///
/// A file is read by several threads at once (write-ahead log); an index in memory serves one at a time.
/// FTS5 scores every match, so a query costs as much as its terms have postings: choose terms with
/// ``documentFrequencies(of:field:)`` before asking with many.
public final class FTS5TextIndex: Sendable {
  let database: any DatabaseWriter

  /// Opens an index, making it where there is none.
  ///
  /// - Parameters:
  ///   - path: The database file; nil keeps the index in memory.
  ///   - analysis: The versions of all that made the terms, by name, such as
  ///     `["analyzer": "1", "stemmer": "libstemmer/29-…"]`. An index made with others is refused.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` for a damaged file or one of another version,
  ///   `.graphUnavailable` when it cannot be opened, `.workspaceLocked` when another process holds it.
  public init(path: String?, analysis: [String: String] = [:]) throws {
    database = try FTS5Failure.mapping {
      var configuration = Configuration()
      configuration.label = "passerelle.text"
      configuration.busyMode = .timeout(10)
      configuration.foreignKeysEnabled = false
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY")
      }
      let database: any DatabaseWriter =
        if let path {
          try DatabasePool(path: path, configuration: configuration)
        } else {
          try DatabaseQueue(configuration: configuration)
        }
      try database.write { try FTS5Schema.prepare($0, analysis: analysis) }
      return database
    }
  }

  /// Deletes the files of an index; the way to start anew after `.indexInvalid`.
  ///
  /// - Parameter path: The database file; nothing happens where there is none.
  /// - Throws: ``PasserelleError`` with code `.graphUnavailable` when a file cannot be deleted.
  public static func remove(at path: String) throws {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      let file = path + suffix
      guard FileManager.default.fileExists(atPath: file) else { continue }
      do {
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw PasserelleError(
          .graphUnavailable,
          LocalizedText(
            fr: "l’index de texte ne peut être supprimé : vérifiez les droits du dossier",
            en: "the text index cannot be deleted: check the folder's permissions"),
          at: SourceLocation(file: file), cause: error)
      }
    }
  }

  /// Merges the postings of every field into one run, which makes queries faster after a large load.
  ///
  /// - Throws: ``PasserelleError`` when the file cannot be written.
  /// - Complexity: O(size of the index).
  public func optimize() throws {
    try FTS5Failure.mapping {
      try database.write { db in
        for field in TextField.allCases {
          let table = FTS5Schema.table(field)
          try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('optimize')")
        }
      }
    }
  }

  /// In how many documents terms occur, in the order asked.
  ///
  /// - Parameters:
  ///   - terms: Analysed terms.
  ///   - field: The field.
  /// - Returns: One count per term, 0 for a term that does not occur.
  /// - Throws: ``PasserelleError`` when the index cannot be read.
  /// - Complexity: O(postings of the terms).
  public func documentFrequencies(of terms: [String], field: TextField) throws -> [Int] {
    try FTS5Failure.mapping {
      try database.read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT doc FROM \(FTS5Schema.vocabulary(field)) WHERE term = ?")
        return try terms.map { term in
          guard !term.isEmpty else { return 0 }
          return try Int.fetchOne(statement, arguments: [FTS5TermEncoding.encode(term)]) ?? 0
        }
      }
    }
  }

  /// The number of documents, of all kinds.
  ///
  /// - Returns: The number of documents in the index.
  /// - Throws: ``PasserelleError`` when the index cannot be read.
  public func documentCount() throws -> Int {
    try FTS5Failure.mapping {
      try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM document") ?? 0 }
    }
  }
}
