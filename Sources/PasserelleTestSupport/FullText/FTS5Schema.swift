import GRDB
import PasserelleCore

/// The tables of the twin: attributes in `document`, an FTS5 table for each text field.
enum FTS5Schema {
  /// The FTS5 table of a field.
  static func table(_ field: TextField) -> String { "text_" + field.rawValue }

  /// The vocabulary view of a field.
  static func vocabulary(_ field: TextField) -> String { "vocabulary_" + field.rawValue }

  /// Makes all tables in an empty database.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sequence (value INTEGER NOT NULL) STRICT;
        INSERT INTO sequence VALUES (0);
        CREATE TABLE document (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          subject TEXT NOT NULL,
          title TEXT NOT NULL,
          language TEXT NOT NULL,
          date TEXT,
          date_key INTEGER,
          cpv TEXT,
          place TEXT,
          amount TEXT,
          amount_key REAL,
          demonstration INTEGER NOT NULL
        ) STRICT;
        """)
    for field in TextField.allCases {
      let table = table(field)
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE \(table) USING fts5(terms, tokenize = "\(FTS5TermEncoding.tokenizer)");
          CREATE VIRTUAL TABLE \(vocabulary(field)) USING fts5vocab(\(table), 'row');
          """)
    }
  }
}
