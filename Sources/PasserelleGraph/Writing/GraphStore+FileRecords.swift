import Foundation
import GRDB

/// Which records each file holds, for sources whose records follow their file; files are known by digests.
extension GraphStore {
  /// Whether records of some file are known.
  ///
  /// - Parameter file: The file's digest; nil for any file.
  /// - Returns: Whether there are.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func knowsRecords(ofFile file: [UInt8]? = nil) throws -> Bool {
    try readRaw { db in
      if let file {
        return try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM file_record WHERE file = ?)", arguments: [Self.data(file)])
          ?? false
      }
      return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM file_record)") ?? false
    }
  }

  /// Takes note that a file holds records.
  ///
  /// - Parameters:
  ///   - keys: The records' keys; those that the store does not hold are passed over.
  ///   - source: Their source.
  ///   - file: The file's digest.
  ///   - run: The run that reads it.
  /// - Throws: ``PasserelleError`` when the store cannot be written.
  package func note(keys: [String], source: String, ofFile file: [UInt8], run: RunID) throws {
    try writeRaw { db in
      let insert = try db.makeStatement(
        sql: """
          INSERT INTO file_record (file, record, run)
          SELECT ?, r.id, ? FROM source AS n JOIN record AS r ON r.source = n.id WHERE n.name = ? AND r.key = ?
          ON CONFLICT (file, record) DO UPDATE SET run = excluded.run
          """)
      for key in keys { try insert.execute(arguments: [Self.data(file), run.rawValue, source, key]) }
    }
  }

  /// The keys of the records that a file held before a run and not in it, and that no other file holds; without those
  /// that say nothing any more.
  package func keysGone(fromFile file: [UInt8], run: RunID) throws -> [String] {
    try readRaw { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT r.key FROM file_record AS f JOIN record AS r ON r.id = f.record
          JOIN statement_block AS b ON b.version = r.version
          WHERE f.file = ?1 AND f.run <> ?2 AND b.count > 0
            AND NOT EXISTS (SELECT 1 FROM file_record AS o WHERE o.record = f.record AND o.file <> ?1)
          ORDER BY r.key
          """, arguments: [Self.data(file), run.rawValue])
    }
  }

  /// Forgets the records that a file held before a run and not in it.
  package func forgetRecords(ofFile file: [UInt8], before run: RunID) throws {
    try writeRaw { db in
      try db.execute(
        sql: "DELETE FROM file_record WHERE file = ? AND run <> ?",
        arguments: [Self.data(file), run.rawValue]
      )
    }
  }

  private static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }
}
