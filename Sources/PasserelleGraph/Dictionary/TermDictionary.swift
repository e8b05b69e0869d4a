import GRDB
import PasserelleCore

/// Gives identifiers to terms inside a write transaction, and remembers the recent ones.
///
/// New rows are written in identifier order, many to a statement.
final class TermDictionary {
  private let codec: TermCodec
  private var known: [Term: TermID] = [:]
  private var uncommitted: [Term] = []
  private var next: Int64 = 0

  /// The most terms remembered between batches; past it the memory starts afresh.
  private static let memoryLimit = 2_000_000

  init(codec: TermCodec) { self.codec = codec }

  /// The identifiers of terms, in order; unknown terms get new rows.
  ///
  /// - Complexity: One index look-up for each term not met before.
  func identifiers(of terms: [Term], _ db: Database) throws -> [TermID] {
    if next == 0 { next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM term") ?? 1 }
    if known.count > Self.memoryLimit { known.removeAll(keepingCapacity: true) }
    var fresh: [(id: Int64, hash: Int64, key: [UInt8])] = []
    let lookup = try RawStatement(db, "SELECT id FROM term WHERE hash = ? AND key = ?")
    var result: [TermID] = []
    result.reserveCapacity(terms.count)
    for term in terms {
      if let id = known[term] {
        result.append(id)
        continue
      }
      if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) {
        result.append(id)
        continue
      }
      let key = codec.key(of: term)
      let hash = TermCodec.hash(key)
      lookup.reset()
      lookup.bind(hash, at: 1)
      lookup.bind(key, at: 2)
      let id: TermID
      if try lookup.step() {
        id = TermID(rawValue: lookup.int64(0))
      } else {
        id = TermID(rawValue: next)
        fresh.append((next, hash, key))
        next += 1
      }
      known[term] = id
      uncommitted.append(term)
      result.append(id)
    }
    lookup.reset()
    try insert(fresh, db)
    return result
  }

  /// Keeps what the transaction wrote.
  func commit() { uncommitted.removeAll(keepingCapacity: true) }

  /// Forgets what a failed transaction did not write.
  func rollback() {
    for term in uncommitted { known[term] = nil }
    uncommitted.removeAll(keepingCapacity: true)
    next = 0
  }

  private func insert(_ rows: [(id: Int64, hash: Int64, key: [UInt8])], _ db: Database) throws {
    try BulkInsert.run(db, "INSERT INTO term (id, hash, key) VALUES", columns: 3, count: rows.count) {
      statement, row, first in
      statement.bind(rows[row].id, at: first)
      statement.bind(rows[row].hash, at: first + 1)
      statement.bind(rows[row].key, at: first + 2)
    }
  }
}
