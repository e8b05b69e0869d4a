import GRDB

/// Takes texts out of the log of judgements: the one change that it allows.
///
/// Decisions stay: what is redacted is who made them and why, and the IRIs that name what is erased.
enum JudgementErasure {
  private struct Row {
    var number: Int64
    var texts: [String]
  }

  /// Redacts the log.
  ///
  /// - Returns: How many judgements lost texts.
  static func redact(_ redactor: any TextRedacting, _ db: Database) throws -> Int {
    var changes: [Row] = []
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT number, left_iri, right_iri, who, reason FROM judgement ORDER BY number")
    while let row = try rows.next() {
      let texts: [String] = [row["left_iri"], row["right_iri"], row["who"], row["reason"]]
      let clean = texts.enumerated().map { place, text in
        place < 2 ? iri(text, redactor) ?? text : redactor.redacted(text) ?? text
      }
      if clean != texts { changes.append(Row(number: row["number"], texts: clean)) }
    }
    guard !changes.isEmpty else { return 0 }
    try db.execute(sql: JudgementSchema.withoutTriggers)
    for change in changes {
      try db.execute(
        sql: "UPDATE judgement SET left_iri = ?, right_iri = ?, who = ?, reason = ? WHERE number = ?",
        arguments: StatementArguments(change.texts) + [change.number])
    }
    try db.execute(sql: JudgementSchema.triggers)
    return changes.count
  }

  private static func iri(_ text: String, _ redactor: any TextRedacting) -> String? {
    var text = text
    return text.withUTF8 { redactor.redacted(iri: UnsafeRawBufferPointer($0)) }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
