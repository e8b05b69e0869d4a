import GRDB
import PasserelleCore

/// Gives identifiers to terms inside a write transaction, and remembers the recent ones.
///
/// New rows are written at the end of the transaction in identifier order, many to a statement.
final class TermDictionary {
  private let codec: TermCodec
  private var known: [Term: TermID] = [:]
  private var uncommitted: [Term] = []
  private var fresh: [(id: Int64, hash: Int64, key: [UInt8])] = []
  private var next: Int64 = 0

  /// The most terms remembered between batches; past it the memory starts afresh.
  ///
  /// A batch above it is still within the 196,608 terms that a table of 2¹⁸ places holds: the next size has 25 MB for 12.
  private static let memoryLimit = 150_000

  init(codec: TermCodec) { self.codec = codec }

  /// Begins a transaction: another writer may have taken identifiers since the last one.
  ///
  /// - Returns: The look-up statement, for ``identifiers(of:_:)`` until the transaction ends.
  func begin(_ db: Database) throws -> RawStatement {
    if known.count > Self.memoryLimit { known.removeAll(keepingCapacity: true) }
    next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM term") ?? 1
    return try RawStatement(db, "SELECT id FROM term WHERE hash = ? AND key = ?")
  }

  /// The identifiers of terms, in order; unknown terms get rows, which ``flush(_:)`` writes.
  ///
  /// - Complexity: One index look-up for each term not met before.
  func identifiers(of terms: [Term], _ lookup: borrowing RawStatement) throws -> [TermID] {
    var result: [TermID] = []
    result.reserveCapacity(terms.count)
    for term in terms { result.append(try identifier(of: term, lookup)) }
    return result
  }

  private func identifier(of term: Term, _ lookup: borrowing RawStatement) throws -> TermID {
    if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) { return id }
    if let id = known[term] { return id }
    let key = codec.key(of: term)
    let hash = TermCodec.hash(key)
    lookup.bind(hash, at: 1)
    lookup.bind(key, at: 2)
    defer { lookup.reset() }
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
    return id
  }

  /// Writes the rows of the terms that were new.
  func flush(_ db: Database) throws {
    try BulkInsert.run(db, "INSERT INTO term (id, hash, key) VALUES", columns: 3, count: fresh.count) {
      statement, row, first in
      statement.bind(fresh[row].id, at: first)
      statement.bind(fresh[row].hash, at: first + 1)
      statement.bind(fresh[row].key, at: first + 2)
    }
    fresh.removeAll(keepingCapacity: true)
  }

  /// Keeps what the transaction wrote.
  func commit() { uncommitted.removeAll(keepingCapacity: true) }

  /// Forgets what a failed transaction did not write.
  func rollback() {
    for term in uncommitted { known[term] = nil }
    uncommitted.removeAll(keepingCapacity: true)
    fresh.removeAll(keepingCapacity: true)
  }
}
