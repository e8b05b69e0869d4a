import GRDB
import PasserelleCore

extension GraphStore {
  /// Copies the store into another file while readers and a writer go on (SQLite's online backup).
  ///
  /// - Parameters:
  ///   - destination: The file to write; an existing one is replaced by the copy.
  ///   - progress: Gets the pages copied and the pages in all, between steps.
  /// - Throws: ``PasserelleError``.
  public func backUp(to destination: String, progress: ((Int, Int) -> Void)? = nil) throws {
    try StoreErrors.translating(destination) {
      let queue = try DatabaseQueue(path: destination)
      try pool.backup(to: queue, pagesPerStep: 2048) {
        progress?($0.completedPageCount, $0.totalPageCount)
      }
      try queue.close()
    }
  }

  /// Checks the file's structure.
  ///
  /// - Returns: What SQLite found, empty for a sound file.
  /// - Throws: ``PasserelleError``.
  public func integrityFindings() throws -> [String] {
    try readRaw { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    }
  }

  /// Folds the write-ahead log into the file; called at the end of a run.
  public func checkpoint() throws {
    try StoreErrors.translating(path) {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  /// Closes every connection.
  public func close() throws {
    try StoreErrors.translating(path) { try pool.close() }
  }
}
