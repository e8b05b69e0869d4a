import GRDB
public import PasserelleCore

/// The number of a run in the ledger.
public struct RunID: RawRepresentable, Hashable, Sendable {
  /// The number, from 1.
  public let rawValue: Int64

  /// Wraps the number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// How a run stands or ended.
public enum RunStatus: String, Sendable, Hashable, Codable {
  /// Under way, or its process was killed.
  case running
  /// Ended, everything stored.
  case done
  /// Ended, some records refused.
  case quarantined
  /// Stopped before the end of its input by the user or the system.
  case interrupted
  /// Stopped by an error.
  case failed
}

/// A run as the ledger keeps it.
public struct RunEntry: Sendable, Hashable {
  /// The number.
  public let id: RunID
  /// What was run.
  public let verb: String
  /// When it began.
  public let started: Instant
  /// When it ended.
  public let finished: Instant?
  /// How it stands.
  public let status: RunStatus
  /// The counters, as the JSON document that the caller gave.
  public let report: String?
}

extension GraphStore {
  /// Opens a run in the ledger; runs left open by a killed process become interrupted.
  ///
  /// - Precondition: The caller holds the workspace's lock.
  public func beginRun(verb: String, at instant: Instant) throws -> RunID {
    // A writing run takes the match runs along whose time is over.
    try deleteExpiredMatchRuns(at: instant)
    return try writeRaw { db in
      try db.execute(sql: "UPDATE run SET status = 'interrupted' WHERE status = 'running'")
      try db.execute(
        sql: "INSERT INTO run (verb, started, status) VALUES (?, ?, 'running')",
        arguments: [verb, instant.milliseconds])
      return RunID(rawValue: db.lastInsertedRowID)
    }
  }

  /// Closes a run with its status and its report.
  public func finishRun(_ run: RunID, _ status: RunStatus, report: String, at instant: Instant) throws {
    try writeRaw { db in
      try db.execute(
        sql: "UPDATE run SET finished = ?, status = ?, report = ? WHERE id = ?",
        arguments: [instant.milliseconds, status.rawValue, report, run.rawValue])
    }
  }

  /// Adds diagnostics to a run, in order.
  ///
  /// - Parameters:
  ///   - diagnostics: The diagnostics.
  ///   - run: The run.
  ///   - first: The number of the first one, counted by the caller from 1.
  /// - Throws: ``PasserelleError``.
  public func add(_ diagnostics: [Diagnostic], to run: RunID, from first: Int) throws {
    try writeRaw { db in
      let insert = try db.makeStatement(
        sql: """
          INSERT INTO diagnostic
            (run, number, code, severity, file, record, line, byte_offset, field, value, replacement)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for (offset, one) in diagnostics.enumerated() {
        try insert.execute(arguments: [
          run.rawValue, first + offset, one.code.name, one.code.severity.rawValue, one.location.file,
          one.location.record, one.location.line, one.location.byteOffset, one.field, one.value,
          one.replacement,
        ])
      }
    }
  }

  /// The runs, latest first.
  public func runs(limit: Int = 50) throws -> [RunEntry] {
    try readRaw { db in
      try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [limit]).map { row in
        RunEntry(
          id: RunID(rawValue: row["id"]), verb: row["verb"], started: Instant(milliseconds: row["started"]),
          finished: (row["finished"] as Int64?).map(Instant.init(milliseconds:)),
          status: RunStatus(rawValue: row["status"]) ?? .failed, report: row["report"])
      }
    }
  }

  /// One diagnostic as the ledger keeps it.
  public struct LedgerDiagnostic: Sendable, Hashable {
    /// The stable name of its code.
    public let code: String
    /// How grave it is.
    public let severity: Severity
    /// Where it was found.
    public let location: SourceLocation
    /// The field.
    public let field: String?
    /// The value as written.
    public let value: String?
    /// What it was replaced by.
    public let replacement: String?
  }

  /// The diagnostics of a run in order, of one code or of all.
  public func diagnostics(of run: RunID, code: String? = nil, limit: Int = 1000) throws -> [LedgerDiagnostic]
  {
    try readRaw { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM diagnostic WHERE run = ?1 AND (?2 IS NULL OR code = ?2) ORDER BY number LIMIT ?3
          """, arguments: [run.rawValue, code, limit]
      ).map { row in
        LedgerDiagnostic(
          code: row["code"], severity: Severity(rawValue: row["severity"]) ?? .note,
          location: SourceLocation(
            file: row["file"], record: row["record"], line: row["line"], byteOffset: row["byte_offset"]),
          field: row["field"], value: row["value"], replacement: row["replacement"])
      }
    }
  }

  func writeRaw<R>(_ body: (Database) throws -> R) throws -> R {
    try StoreErrors.translating(path) { try pool.write(body) }
  }
}
