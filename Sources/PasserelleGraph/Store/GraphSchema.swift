import GRDB
import PasserelleCore

/// The schema of the store, as an append-only list of named migrations.
enum GraphSchema {
  /// "Pass" in ASCII: tells a store from any other SQLite file.
  static let applicationID = 0x5061_7373

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 first schema") { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
          CREATE TABLE term (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, key BLOB NOT NULL) STRICT;
          CREATE INDEX term_hash ON term (hash);
          CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
          CREATE TABLE run (
            id INTEGER PRIMARY KEY, verb TEXT NOT NULL, started INTEGER NOT NULL, finished INTEGER,
            status TEXT NOT NULL, report TEXT
          ) STRICT;
          CREATE TABLE record (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (id), key TEXT NOT NULL,
            kind TEXT NOT NULL, demonstration INTEGER NOT NULL, subject INTEGER NOT NULL,
            graph INTEGER NOT NULL, version INTEGER, UNIQUE (source, key)
          ) STRICT;
          CREATE INDEX record_subject ON record (subject);
          CREATE INDEX record_graph ON record (graph);
          CREATE TABLE version (
            id INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record (id), number INTEGER NOT NULL,
            hash BLOB NOT NULL, mapping INTEGER NOT NULL, published TEXT, ingested INTEGER NOT NULL,
            superseded INTEGER, run INTEGER REFERENCES run (id), UNIQUE (record, number)
          ) STRICT;
          CREATE INDEX version_superseded ON version (superseded) WHERE superseded IS NOT NULL;
          CREATE TABLE quad (
            g INTEGER NOT NULL, s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL,
            PRIMARY KEY (g, s, p, o)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE diagnostic (
            run INTEGER NOT NULL REFERENCES run (id), number INTEGER NOT NULL, code TEXT NOT NULL,
            severity TEXT NOT NULL, file TEXT NOT NULL, record INTEGER, line INTEGER, byte_offset INTEGER,
            field TEXT, value TEXT, replacement TEXT, PRIMARY KEY (run, number)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    MatchRunSchema.register(in: &migrator)
    migrator.registerMigration("3 blocks of terms and statements") { try BlockMigration.run($0) }
    JudgementSchema.register(in: &migrator)
    FileRecordSchema.register(in: &migrator)
    return migrator
  }
}
