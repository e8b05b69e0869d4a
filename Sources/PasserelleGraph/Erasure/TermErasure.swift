import GRDB
import PasserelleCore

/// Rewrites the dictionary and the blocks of statements for an erasure, within its transaction.
struct TermErasure {
  private let db: Database
  private let view: TermView
  private let redactor: (any TextRedacting)?
  /// Terms in the place of those that are redacted.
  private(set) var replaced: [Int64: Int64] = [:]
  private var fresh: TermTail
  private var scratch = TermIdentifierScratch()
  /// One bit for each term that a record still uses.
  private var used: [UInt64]
  /// Terms that erased versions used.
  private var candidates: Set<Int64> = []

  init(_ db: Database, _ view: TermView, _ redactor: (any TextRedacting)?) throws {
    (self.db, self.view, self.redactor) = (db, view, redactor)
    let last = try TermRows.last(db)
    fresh = TermTail(first: max(view.last, last) + 1)
    used = [UInt64](repeating: 0, count: Int(last >> 6) + 1)
    guard let redactor else { return }
    var hits: [(id: Int64, key: [UInt8])] = []
    try TermRows.read(after: 0, db) { id, key in
      if let clean = redactor.redacted(key: key) { hits.append((id, clean)) }
    }
    for hit in hits { replaced[hit.id] = identifier(of: hit.key) }
  }

  private mutating func identifier(of key: [UInt8]) -> Int64 {
    key.withUnsafeBytes { key in
      let hash = TermCodec.hash(key)
      var id = fresh.find(key, hash)
      if id == 0 { id = view.find(key, hash, &scratch.scratch) }
      return id == 0 ? fresh.append(key, hash) : id
    }
  }

  private func current(_ id: TermID) -> TermID {
    replaced[id.rawValue].map { TermID(rawValue: $0) } ?? id
  }

  private mutating func use(_ id: TermID) {
    guard id.isBound, !id.isInline else { return }
    let word = Int(id.rawValue >> 6)
    while word >= used.count { used.append(0) }
    used[word] |= 1 << UInt64(id.rawValue & 63)
  }

  private func isUsed(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < used.count && used[word] & 1 << UInt64(id & 63) != 0
  }

  /// Takes note of what the rows of records use, and redacts what they are about.
  ///
  /// - Parameters:
  ///   - erased: The records that go.
  ///   - exceptions: The records that keep their texts.
  /// - Throws: `DatabaseError`.
  mutating func records(erased: Set<Int64>, exceptions: Set<Int64>) throws {
    var changed: [(record: Int64, subject: Int64, graph: Int64)] = []
    let rows = try RawStatement(db, "SELECT id, subject, graph FROM record")
    while try rows.step() {
      let (record, subject, graph) = (rows.int64(0), rows.int64(1), rows.int64(2))
      if erased.contains(record) {
        candidates.formUnion([subject, graph])
        continue
      }
      let isKept = exceptions.contains(record)
      let ids = [subject, graph].map { TermID(rawValue: $0) }.map { isKept ? $0 : current($0) }
      for id in ids { use(id) }
      if ids[0].rawValue != subject || ids[1].rawValue != graph {
        changed.append((record, ids[0].rawValue, ids[1].rawValue))
      }
    }
    for one in changed {
      try db.execute(
        sql: "UPDATE record SET subject = ?, graph = ? WHERE id = ?",
        arguments: [one.subject, one.graph, one.record])
    }
  }

  /// Rewrites the blocks in which terms were redacted, and takes note of what blocks use.
  ///
  /// - Returns: How many versions were rewritten, and how many statements the erased ones have.
  mutating func blocks(erased: Set<Int64>, exceptions: Set<Int64>) throws -> (redacted: Int, gone: Int) {
    var (rewritten, gone): ([Int64], Int) = ([], 0)
    let rows = try RawStatement(
      db,
      """
      SELECT b.version, v.record, b.quads FROM statement_block AS b JOIN version AS v ON v.id = b.version
      ORDER BY b.version
      """)
    while try rows.step() {
      let (version, record) = (rows.int64(0), rows.int64(1))
      guard let triples = rows.withBlob(2, { StatementBlock.triples($0) }) else {
        throw StatementBlock.damaged(version)
      }
      if erased.contains(record) {
        gone += triples.count
        for triple in triples { candidates.formUnion(Self.ids(triple)) }
        continue
      }
      let isKept = replaced.isEmpty || exceptions.contains(record)
      var isChanged = false
      for triple in triples {
        for id in [triple.subject, triple.predicate, triple.object] {
          let now = isKept ? id : current(id)
          isChanged = isChanged || now != id
          use(now)
        }
      }
      if isChanged { rewritten.append(version) }
    }
    for version in rewritten { try rewrite(version) }
    return (rewritten.count, gone)
  }

  private static func ids(_ triple: StatementTriple) -> [Int64] {
    [triple.subject, triple.predicate, triple.object].filter { !$0.isInline }.map(\.rawValue)
  }

  private func rewrite(_ version: Int64) throws {
    let row = try RawStatement(db, "SELECT quads FROM statement_block WHERE version = ?")
    row.bind(version, at: 1)
    guard try row.step(), let found = row.withBlob(0, { StatementBlock.triples($0) }) else {
      throw StatementBlock.damaged(version)
    }
    row.reset()
    var triples = found.map {
      StatementTriple(
        subject: current($0.subject), predicate: current($0.predicate), object: current($0.object))
    }
    let bytes = StatementBlock.bytes(&triples)
    let update = try RawStatement(db, "UPDATE statement_block SET count = ?, quads = ? WHERE version = ?")
    update.bind(Int64(triples.count), at: 1)
    update.bind(bytes, at: 2)
    update.bind(version, at: 3)
    try update.run()
  }

  /// Takes the terms out of the dictionary that nothing uses any more, and adds the new ones.
  ///
  /// The number of a term that goes is given to no other: its key is one zero byte.
  ///
  /// - Returns: How many terms went.
  func finish() throws -> Int {
    let gone = candidates.union(replaced.keys).filter { !isUsed($0) }
    if !gone.isEmpty { try blank(gone) }
    try TermRows.insert(fresh, db)
    return gone.count
  }

  private func blank(_ gone: Set<Int64>) throws {
    var firsts: [Int64] = []
    var room = TermScratch()
    let rows = try RawStatement(db, "SELECT first, count FROM term_block ORDER BY first")
    let sorted = gone.sorted()
    var at = 0
    while try rows.step() {
      let (first, end) = (rows.int64(0), rows.int64(0) + rows.int64(1))
      while at < sorted.count, sorted[at] < first { at += 1 }
      if at < sorted.count, sorted[at] < end { firsts.append(first) }
    }
    let read = try RawStatement(db, "SELECT keys FROM term_block WHERE first = ?")
    let update = try RawStatement(db, "UPDATE term_block SET keys = ? WHERE first = ?")
    for first in firsts {
      read.bind(first, at: 1)
      guard try read.step() else { throw TermRows.damaged(first) }
      var writer = TermBlockWriter()
      let isSound = read.withBlob(0) { bytes in
        TermRows.keys(bytes, &room) { rank, key in
          if gone.contains(first + Int64(rank)) {
            [UInt8(0)].withUnsafeBytes { _ = writer.add($0) }
          } else {
            writer.add(key)
          }
        }
      }
      read.reset()
      guard isSound else { throw TermRows.damaged(first) }
      writer.finishBlock()
      update.bind(writer.bytes, at: 1)
      update.bind(first, at: 2)
      try update.run()
    }
  }
}

/// Room for keys, which a copyable value can hold.
private final class TermIdentifierScratch {
  var scratch = TermScratch()
}
