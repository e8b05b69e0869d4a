import GRDB

/// The table of judgements.
enum JudgementSchema {
  /// The name of the migration that makes it.
  static let migration = "4 judgements"

  /// Adds the migration.
  ///
  /// Triggers refuse changes of rows: the log can be added to, and nothing else.
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration(migration) { db in
      try db.execute(
        sql: """
          CREATE TABLE judgement (
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('same', 'different', 'undo')),
            left_iri TEXT NOT NULL, right_iri TEXT NOT NULL, target INTEGER REFERENCES judgement (number),
            instant INTEGER NOT NULL, who TEXT NOT NULL, score INTEGER, reason TEXT NOT NULL,
            CHECK ((kind = 'undo') = (target IS NOT NULL)), CHECK (target IS NULL OR target < number)
          ) STRICT;

          """ + triggers)
    }
  }

  /// Refuses changes of rows.
  static let triggers = """
    CREATE TRIGGER judgement_kept BEFORE UPDATE ON judgement
      BEGIN SELECT RAISE(ABORT, 'judgements are never rewritten'); END;
    CREATE TRIGGER judgement_not_deleted BEFORE DELETE ON judgement
      BEGIN SELECT RAISE(ABORT, 'judgements are never deleted'); END;
    """

  /// Allows changes of rows, for an erasure alone; ``triggers`` must follow in the same transaction.
  static let withoutTriggers = "DROP TRIGGER judgement_kept; DROP TRIGGER judgement_not_deleted;"
}
