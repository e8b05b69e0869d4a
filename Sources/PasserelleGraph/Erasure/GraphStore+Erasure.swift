import Foundation
import GRDB
import PasserelleCore

extension GraphStore {
  /// Erases records and texts, all or nothing; the files made from the store go too.
  ///
  /// What is deleted is overwritten. ``compact()`` then makes the file anew, and ``refreshPermutations(minimum:memory:)``
  /// the files made from it.
  ///
  /// - Parameter plan: What goes.
  /// - Returns: What was done; nothing of it where the store holds nothing of the plan.
  /// - Throws: ``PasserelleError``; the store then stays as it was.
  /// - Complexity: O(terms + statements).
  package func erase(_ plan: StoreErasure) throws -> StoreErasureCounts {
    try removeSegments()
    let counts = try writeRaw { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      var counts = StoreErasureCounts()
      var terms = try TermErasure(db, derived.terms(db, isWriting: true), plan.redactor)
      try terms.records(erased: plan.records, exceptions: plan.exceptions)
      (counts.redactedVersions, counts.statements) = try terms.blocks(
        erased: plan.records, exceptions: plan.exceptions)
      let runs = try Self.runs(of: plan.records, db)
      try ErasedVersions.note(plan.id, db)
      try Self.delete(plan, &counts, db)
      counts.terms = try terms.finish()
      counts.diagnostics = try Self.blankDiagnostics(of: runs, db)
      counts.matchRuns = try Self.deleteMatchRuns(plan, db)
      if let redactor = plan.redactor {
        counts.diagnostics += try Self.redactDiagnostics(redactor, db)
        counts.reports = try Self.redactReports(redactor, db)
        counts.judgements = try JudgementErasure.redact(redactor, db)
      }
      return counts
    }
    // Nothing of what was read before holds any more.
    derived.replace(DerivedFolder.Contents())
    try removeSegments()
    return counts
  }

  /// The numbers of the erasures that the store knows of; nil for one whose erasures were not numbered.
  ///
  /// A store that is put back from a copy knows those alone that are older than the copy.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package func erasures() throws -> Set<Int>? { try readRaw { try ErasedVersions.numbers($0) } }

  /// Makes the file anew without what was deleted, and empties the write-ahead log.
  ///
  /// - Throws: ``PasserelleError`` with code `workspace.locked` while another program reads the store.
  /// - Complexity: O(size of the file).
  package func compact() throws {
    try StoreErrors.translating(path) {
      // The copy that is made on the way may be larger than memory.
      try pool.barrierWriteWithoutTransaction { db in
        try db.execute(sql: "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")
      }
    }
    try checkpoint()
  }

  private static func runs(of records: Set<Int64>, _ db: Database) throws -> Set<Int64> {
    var runs: Set<Int64> = []
    guard !records.isEmpty else { return runs }
    let rows = try RawStatement(db, "SELECT record, run FROM version WHERE run IS NOT NULL")
    while try rows.step() {
      if records.contains(rows.int64(0)) { runs.insert(rows.int64(1)) }
    }
    return runs
  }

  private static func delete(_ plan: StoreErasure, _ counts: inout StoreErasureCounts, _ db: Database) throws
  {
    for record in plan.records.sorted() {
      try db.execute(
        sql: "DELETE FROM statement_block WHERE version IN (SELECT id FROM version WHERE record = ?)",
        arguments: [record])
      try db.execute(sql: "DELETE FROM version WHERE record = ?", arguments: [record])
      counts.versions += db.changesCount
      try db.execute(sql: "DELETE FROM file_record WHERE record = ?", arguments: [record])
      try db.execute(sql: "DELETE FROM record WHERE id = ?", arguments: [record])
      counts.records += db.changesCount
    }
    for source in plan.sources.sorted() {
      try db.execute(
        sql: """
          DELETE FROM source WHERE name = ? AND NOT EXISTS (SELECT 1 FROM record WHERE source = source.id)
          """, arguments: [source])
    }
  }

  /// The ledger does not say which record a diagnostic is of: all those of the runs lose the values they quote.
  private static func blankDiagnostics(of runs: Set<Int64>, _ db: Database) throws -> Int {
    var count = 0
    for run in runs.sorted() {
      try db.execute(
        sql: """
          UPDATE diagnostic SET value = NULL, replacement = NULL
          WHERE run = ? AND (value IS NOT NULL OR replacement IS NOT NULL)
          """, arguments: [run])
      count += db.changesCount
    }
    return count
  }

  private static func redactDiagnostics(_ redactor: any TextRedacting, _ db: Database) throws -> Int {
    let columns = ["file", "field", "value", "replacement"]
    var changes: [(run: Int64, number: Int64, texts: [String?])] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT run, number, file, field, value, replacement FROM diagnostic")
    while let row = try rows.next() {
      let texts = columns.map { row[$0] as String? }
      let clean = texts.map { redactor.redacted($0) }
      guard clean.contains(where: { $0 != nil }) else { continue }
      changes.append((row["run"], row["number"], zip(texts, clean).map { $1 ?? $0 }))
    }
    for change in changes {
      try db.execute(
        sql: """
          UPDATE diagnostic SET file = ?, field = ?, value = ?, replacement = ? WHERE run = ? AND number = ?
          """,
        arguments: StatementArguments(
          change.texts.map { $0 as (any DatabaseValueConvertible)? } + [change.run, change.number]))
    }
    return changes.count
  }

  private static func redactReports(_ redactor: any TextRedacting, _ db: Database) throws -> Int {
    var changes: [(id: Int64, report: String)] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, report FROM run WHERE report IS NOT NULL")
    while let row = try rows.next() {
      if let clean = redactor.redacted(row["report"] as String?) { changes.append((row["id"], clean)) }
    }
    for change in changes {
      try db.execute(sql: "UPDATE run SET report = ? WHERE id = ?", arguments: [change.report, change.id])
    }
    return changes.count
  }

  private static func deleteMatchRuns(_ plan: StoreErasure, _ db: Database) throws -> Int {
    let gone = try erasedMatchRuns(plan, db)
    for run in gone { try db.execute(sql: "DELETE FROM match_run WHERE id = ?", arguments: [run]) }
    guard !gone.isEmpty else { return 0 }
    try db.execute(
      sql: "DELETE FROM match_model WHERE NOT EXISTS (SELECT 1 FROM match_run WHERE model = hash)")
    return gone.count
  }

  static func erasedMatchRuns(_ plan: StoreErasure, _ db: Database) throws -> [Int64] {
    var gone: [Int64] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, parameters, need, answer, tape FROM match_run ORDER BY id")
    while let row = try rows.next() {
      let parts = ["need", "answer", "tape"].map { Array(row[$0] as Data) }
      if plan.isErasedRun(row["parameters"], parts) { gone.append(row["id"]) }
    }
    return gone
  }
}
