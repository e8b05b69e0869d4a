import GRDB

/// The tables of match runs.
enum MatchRunSchema {
  /// The name of the migration that makes them.
  static let migration = "2 match runs"

  /// Adds the migration.
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration(migration) { db in
      try db.execute(
        sql: """
          CREATE TABLE match_model (hash BLOB PRIMARY KEY NOT NULL, name TEXT NOT NULL, text BLOB NOT NULL) STRICT;
          CREATE TABLE match_run (
            id INTEGER PRIMARY KEY AUTOINCREMENT, verb TEXT NOT NULL, instant INTEGER NOT NULL,
            class TEXT NOT NULL, expires INTEGER NOT NULL, program TEXT NOT NULL, sequence INTEGER NOT NULL,
            corpus INTEGER, model BLOB NOT NULL REFERENCES match_model (hash), parameters TEXT NOT NULL,
            answer_hash BLOB NOT NULL, need BLOB NOT NULL, answer BLOB NOT NULL, tape BLOB NOT NULL
          ) STRICT;
          CREATE INDEX match_run_expires ON match_run (expires);
          CREATE INDEX match_run_model ON match_run (model);
          """)
    }
  }
}
