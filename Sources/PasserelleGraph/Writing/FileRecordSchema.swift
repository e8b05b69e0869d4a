import GRDB

/// The table of the files that records are read from, for sources whose records follow their file.
enum FileRecordSchema {
  /// The name of the migration that makes it.
  static let migration = "5 files of records"

  /// Adds the migration.
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration(migration) { db in
      try db.execute(
        sql: """
          CREATE TABLE file_record (
            file BLOB NOT NULL, record INTEGER NOT NULL REFERENCES record (id), run INTEGER NOT NULL,
            PRIMARY KEY (file, record)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX file_record_record ON file_record (record);
          """)
    }
  }
}
