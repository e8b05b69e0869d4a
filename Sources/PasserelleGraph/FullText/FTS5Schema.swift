import GRDB
import PasserelleCore

/// The tables of the text index file.
///
/// Attributes stand in `document`; each text field has an FTS5 table of its own, so that lengths and
/// frequencies of words, grams, codes and names never mix. The FTS5 tables keep their text (plain content
/// tables): SQLite 3.40 cannot delete from a contentless table without being given the old text, so the text
/// must be kept somewhere, and here FTS5 itself keeps both in step. For 13,436 awards that is 8 MB of tokens
/// beside 5 MB of postings.
enum FTS5Schema {
  /// Version of the layout; another one means the file is rebuilt.
  static let version = 1
  /// `PsFT`: marks the file as a text index of this product.
  static let applicationID = 0x5073_4654

  /// The FTS5 table of a field.
  static func table(_ field: TextField) -> String { "text_" + field.rawValue }

  /// The vocabulary view of a field.
  static func vocabulary(_ field: TextField) -> String { "vocabulary_" + field.rawValue }

  /// Makes all tables in an empty file.
  static func create(_ db: Database, analysis: [String: String]) throws {
    try db.execute(
      sql: """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
        CREATE INDEX document_kind ON document (kind);
        CREATE INDEX document_cpv ON document (cpv) WHERE cpv IS NOT NULL;
        """)
    for field in TextField.allCases {
      let table = table(field)
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE \(table) USING fts5(terms, tokenize = "\(FTS5TermEncoding.tokenizer)");
          CREATE VIRTUAL TABLE \(vocabulary(field)) USING fts5vocab(\(table), 'row');
          INSERT INTO \(table)(\(table), rank) VALUES ('hashsize', 16777216);
          """)
    }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
    for (key, value) in analysis.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [analysisPrefix + key, value])
    }
    try setSequence(0, db)
  }

  /// Makes the tables of an empty file, or checks those of an existing one.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when the file was made by another version.
  static func prepare(_ db: Database, analysis: [String: String]) throws {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if tables == 0 {
      try create(db, analysis: analysis)
      return
    }
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == applicationID else {
      throw FTS5Failure.invalid(
        LocalizedText(
          fr: "ce fichier n’est pas un index de texte", en: "this file is not a text index"))
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found == version else {
      throw FTS5Failure.invalid(
        LocalizedText(
          fr: "l’index de texte est au format \(found), le programme attend le format \(version)",
          en: "the text index has format \(found), the program expects format \(version)"))
    }
    var stored: [String: String] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?",
      arguments: [analysisPrefix.count, analysisPrefix])
    for row in rows {
      let key: String = row[0]
      stored[String(key.dropFirst(analysisPrefix.count))] = row[1]
    }
    guard stored == analysis else {
      throw FTS5Failure.invalid(
        LocalizedText(
          fr: "l’index de texte a été fait par une autre version de l’analyse des mots",
          en: "the text index was made by another version of the word analysis"))
    }
  }

  /// The last store sequence applied.
  static func sequence(_ db: Database) throws -> Int64 {
    try Int64(String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'sequence'") ?? "0") ?? 0
  }

  /// Records the last store sequence applied.
  static func setSequence(_ sequence: Int64, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta VALUES ('sequence', ?)", arguments: [String(sequence)])
  }

  private static let analysisPrefix = "analysis."
}
