import Foundation
import GRDB
public import PasserelleCore
import PasserelleDigest

extension GraphStore {
  /// Stores a match run; records whose time is over at its instant go in the same transaction.
  ///
  /// - Parameter run: The run.
  /// - Returns: Its number.
  /// - Throws: ``PasserelleError`` when the store cannot be written, as on a full or read-only disk.
  public func record(_ run: MatchRun) throws -> MatchRunID {
    try writeRaw { db in
      try Self.deleteExpired(db, run.instant)
      let model = SHA256Digest.hash(run.model.text).bytes
      try db.execute(
        sql: "INSERT INTO match_model (hash, name, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        arguments: [Data(model), run.model.name, Data(run.model.text)])
      try db.execute(
        sql: """
          INSERT INTO match_run (verb, instant, class, expires, program, sequence, corpus, model, parameters,
            answer_hash, need, answer, tape) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.verb, run.instant.milliseconds, MatchRun.accessClass, run.expires.milliseconds, run.program,
          run.corpus.sequence, run.corpus.instant?.milliseconds, Data(model), run.parameters,
          Data(SHA256Digest.hash(run.answer).bytes), Data(run.need), Data(run.answer), Data(run.tape),
        ])
      return MatchRunID(rawValue: db.lastInsertedRowID)
    }
  }

  /// The match runs, latest first.
  ///
  /// - Parameter limit: The most runs given.
  /// - Returns: The runs, without their texts.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func matchRuns(limit: Int = 50) throws -> [MatchRunEntry] {
    try readRaw { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.id, r.verb, r.instant, substr(r.need, 1, 400) AS beginning, r.parameters, r.sequence, m.name AS model,
            r.program, r.expires, r.answer_hash, length(r.need) + length(r.answer) + length(r.tape) AS size
          FROM match_run AS r JOIN match_model AS m ON m.hash = r.model ORDER BY r.id DESC LIMIT ?
          """, arguments: [limit]
      ).map { row in
        MatchRunEntry(
          id: MatchRunID(rawValue: row["id"]), verb: row["verb"],
          instant: Instant(milliseconds: row["instant"]),
          beginning: Self.firstLine(Array(row["beginning"] as Data)), parameters: row["parameters"],
          sequence: row["sequence"], model: row["model"], program: row["program"],
          expires: Instant(milliseconds: row["expires"]),
          answerHash: try Self.hash(row, "answer_hash"), size: row["size"])
      }
    }
  }

  /// One match run with everything that it holds.
  ///
  /// - Parameter id: The number.
  /// - Returns: The run; nil where there is none of this number.
  /// - Throws: ``PasserelleError`` when the store cannot be read, or holds hashes of a wrong length.
  public func matchRun(_ id: MatchRunID) throws -> RecordedMatchRun? {
    try readRaw { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT r.*, m.name AS model_name, m.text AS model_text
            FROM match_run AS r JOIN match_model AS m ON m.hash = r.model WHERE r.id = ?
            """, arguments: [id.rawValue])
      else { return nil }
      let run = MatchRun(
        verb: row["verb"], instant: Instant(milliseconds: row["instant"]), need: Array(row["need"] as Data),
        parameters: row["parameters"],
        corpus: CorpusState(
          sequence: row["sequence"], instant: (row["corpus"] as Int64?).map(Instant.init(milliseconds:))),
        model: RecordedModel(name: row["model_name"], text: Array(row["model_text"] as Data)),
        program: row["program"], expires: Instant(milliseconds: row["expires"]),
        answer: Array(row["answer"] as Data), tape: Array(row["tape"] as Data))
      return RecordedMatchRun(
        id: id, run: run, answerHash: try Self.hash(row, "answer_hash"),
        modelHash: try Self.hash(row, "model"))
    }
  }

  /// Deletes a match run; its bytes are overwritten in the file and the log is folded into it.
  ///
  /// - Parameter id: The number.
  /// - Returns: False where there is none of this number.
  /// - Throws: ``PasserelleError`` when the store cannot be written.
  public func deleteMatchRun(_ id: MatchRunID) throws -> Bool {
    let count = try writeRaw { try Self.delete($0, where: "id = ?", id.rawValue) }
    if count > 0 { try checkpoint() }
    return count > 0
  }

  /// Deletes the match runs whose time is over.
  ///
  /// - Parameter instant: Now.
  /// - Returns: How many were deleted.
  /// - Throws: ``PasserelleError`` when the store cannot be written.
  @discardableResult
  public func deleteExpiredMatchRuns(at instant: Instant) throws -> Int {
    // Most runs find nothing: they need not wait for the right to write.
    let isAny = try readRaw { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM match_run WHERE expires <= ?)",
        arguments: [instant.milliseconds])
    }
    guard isAny == true else { return 0 }
    return try writeRaw { try Self.deleteExpired($0, instant) }
  }

  @discardableResult
  private static func deleteExpired(_ db: Database, _ instant: Instant) throws -> Int {
    try delete(db, where: "expires <= ?", instant.milliseconds)
  }

  /// Deletes runs, and the models that no run needs any more; what is deleted is overwritten with zeros.
  private static func delete(_ db: Database, where condition: String, _ value: Int64) throws -> Int {
    try db.execute(sql: "PRAGMA secure_delete = ON")
    try db.execute(sql: "DELETE FROM match_run WHERE " + condition, arguments: [value])
    let count = db.changesCount
    if count > 0 {
      try db.execute(
        sql: "DELETE FROM match_model WHERE NOT EXISTS (SELECT 1 FROM match_run WHERE model = hash)")
    }
    return count
  }

  private static func hash(_ row: Row, _ column: String) throws -> ContentHash {
    guard let hash = ContentHash(bytes: Array(row[column] as Data)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "match_run.\(column)")
    }
    return hash
  }

  /// The first line that holds a letter or a digit, cut to 80 characters.
  private static func firstLine(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let line =
      text.split(whereSeparator: \.isNewline).first { $0.contains { $0.isLetter || $0.isNumber } } ?? ""
    let kept = line.drop { $0 == "#" || $0 == " " || $0 == "\u{FEFF}" }
    return kept.count > 80 ? kept.prefix(79) + "…" : String(kept)
  }
}

extension GraphReader {
  /// The last version that the reader's scope reaches, and when it was ingested.
  ///
  /// - Returns: The state that a record quotes; ``VersionScope/sequence(_:)`` of its number shows it again.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func corpusState() throws -> CorpusState {
    let sequence = try lastSequence()
    return CorpusState(
      sequence: sequence, instant: try versions(of: [VersionID(rawValue: sequence)])[0]?.ingested)
  }
}
