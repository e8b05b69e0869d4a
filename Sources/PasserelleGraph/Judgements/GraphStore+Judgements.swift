import GRDB
public import PasserelleCore

extension GraphStore {
  /// Adds judgements to the log, all or none.
  ///
  /// - Parameters:
  ///   - drafts: The judgements, in their order.
  ///   - instant: When they are made; times of a log never go back.
  /// - Returns: The judgements with their numbers.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for an undo of a number that is not in the log, or that
  ///   holds no more, and for a pair of a thing with itself; another when the store cannot be written.
  public func append(_ drafts: [JudgementDraft], at instant: Instant) throws -> [Judgement] {
    let screen = screen
    return try writeRaw { db in
      let log = try Self.judgements(db, nil)
      var judgements = log
      let instant = max(instant, log.last?.instant ?? instant)
      for draft in drafts {
        var draft = draft
        // What was erased must not come back as a reason.
        draft.who = screen?.redacted(draft.who) ?? draft.who
        draft.reason = screen?.redacted(draft.reason) ?? draft.reason
        judgements.append(try Self.insert(draft, instant, after: JudgementLog(judgements), db))
      }
      return Array(judgements[log.count...])
    }
  }

  private static func insert(
    _ draft: JudgementDraft, _ instant: Instant, after log: JudgementLog, _ db: Database
  ) throws -> Judgement {
    let kind: Judgement.Kind
    let pair: (left: String, right: String)
    var target: Int64?
    switch draft.decision {
    case .same(let left, let right): (kind, pair) = (.same, (left, right))
    case .different(let left, let right): (kind, pair) = (.different, (left, right))
    case .undo(let number):
      guard let found = log.judgements.first(where: { $0.number == number }) else { throw unknown(number) }
      guard log.holds(number) == true else { throw undoneAlready(number) }
      (kind, pair, target) = (.undo, (found.left, found.right), number)
    }
    if kind != .undo, pair.left == pair.right { throw oneThing(pair.left) }
    let score = draft.score.map { Int((min(1, max(0, $0)) * 10_000).rounded()) }
    try db.execute(
      sql: """
        INSERT INTO judgement (kind, left_iri, right_iri, target, instant, who, score, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, pair.left, pair.right, target, instant.milliseconds, draft.who, score, draft.reason,
      ])
    return Judgement(
      number: db.lastInsertedRowID, kind: kind, left: pair.left, right: pair.right, target: target,
      instant: instant, who: draft.who, score: score, reason: draft.reason)
  }

  static func judgements(_ db: Database, _ moment: Instant?) throws -> [Judgement] {
    // A store that can only be read may be older than the log.
    guard try db.tableExists("judgement") else { return [] }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM judgement WHERE instant <= ? ORDER BY number",
      arguments: [moment?.milliseconds ?? .max])
    var judgements: [Judgement] = []
    while let row = try rows.next() {
      guard let kind = Judgement.Kind(rawValue: row["kind"]) else { continue }
      judgements.append(
        Judgement(
          number: row["number"], kind: kind, left: row["left_iri"], right: row["right_iri"],
          target: row["target"],
          instant: Instant(milliseconds: row["instant"]), who: row["who"], score: row["score"],
          reason: row["reason"]))
    }
    return judgements
  }

  private static func unknown(_ number: Int64) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Le journal n’a pas de jugement n° \(number). Voyez « passerelle judgements ».",
        en: "The log has no judgement number \(number). See 'passerelle judgements'."))
  }

  private static func undoneAlready(_ number: Int64) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Le jugement n° \(number) est déjà annulé. Voyez « passerelle judgements ».",
        en: "Judgement number \(number) is undone already. See 'passerelle judgements'."))
  }

  private static func oneThing(_ iri: String) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Les deux noms désignent la même chose, \(iri) : il n’y a rien à juger.",
        en: "Both names mean the same thing, \(iri): there is nothing to judge."))
  }
}

extension GraphReader {
  /// The judgements up to the reader's moment, by number; all of them where the reader has none.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func judgements() throws -> JudgementLog {
    var moment: Instant?
    if case .ingested(let instant) = scope { moment = instant }
    return JudgementLog(try GraphStore.judgements(db, moment))
  }

  /// The judgements as canonical lines for the store hash; empty for an empty log.
  ///
  /// - Returns: A line a judgement, fields between tabs, tabs and line feeds in texts escaped.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func judgementBytes() throws -> [UInt8] {
    try judgements().judgements.reduce(into: []) { bytes, one in
      let fields = [
        String(one.number), one.kind.rawValue, one.left, one.right, one.target.map { String($0) } ?? "",
        one.instant.description, one.who, one.score.map { String($0) } ?? "", one.reason,
      ]
      for (place, field) in fields.enumerated() {
        if place > 0 { bytes.append(0x09) }
        for byte in field.utf8 {
          switch byte {
          case 0x09: bytes += [0x5C, 0x74]
          case 0x0A: bytes += [0x5C, 0x6E]
          case 0x0D: bytes += [0x5C, 0x72]
          case 0x5C: bytes += [0x5C, 0x5C]
          default: bytes.append(byte)
          }
        }
      }
      bytes.append(0x0A)
    }
  }
}
