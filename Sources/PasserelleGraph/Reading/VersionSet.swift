import GRDB
import PasserelleCore

/// The versions that a reader sees, one bit each.
struct VersionSet {
  private var words: [UInt64]

  /// Loads the versions of a scope; nil when every version is seen.
  ///
  /// - Complexity: O(versions) once for a reader, or O(superseded versions) for the current scope and that of a sequence.
  static func load(_ scope: VersionScope, _ db: Database) throws -> VersionSet? {
    switch scope {
    case .all:
      return nil
    case .current:
      let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
      var set = VersionSet(words: Array(repeating: .max, count: Int(last >> 6) + 1))
      let closed = try RawStatement(db, "SELECT id FROM version WHERE superseded IS NOT NULL")
      while try closed.step() { set.remove(closed.int64(0)) }
      return set
    case .ingested(let instant):
      let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
      var set = VersionSet(words: Array(repeating: 0, count: Int(last >> 6) + 1))
      let open = try RawStatement(
        db, "SELECT id FROM version WHERE ingested <= ?1 AND (superseded IS NULL OR superseded > ?1)")
      open.bind(instant.milliseconds, at: 1)
      while try open.step() { set.insert(open.int64(0)) }
      return set
    case .sequence(let sequence):
      return try load(upTo: sequence, db)
    }
  }

  /// The versions up to a number whose record has no later one up to it.
  private static func load(upTo sequence: Int64, _ db: Database) throws -> VersionSet {
    let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
    let end = max(0, min(sequence, last))
    var set = VersionSet(words: Array(repeating: .max, count: Int(end >> 6) + 1))
    set.words[Int(end >> 6)] = ~0 >> UInt64(63 - end & 63)
    let closed = try RawStatement(
      db,
      """
      SELECT old.id FROM version AS old JOIN version AS next
        ON next.record = old.record AND next.number = old.number + 1
      WHERE old.superseded IS NOT NULL AND next.id <= ?1
      """)
    closed.bind(end, at: 1)
    while try closed.step() { set.remove(closed.int64(0)) }
    return set
  }

  func contains(_ version: Int64) -> Bool {
    let word = Int(version >> 6)
    return word < words.count && words[word] >> UInt64(version & 63) & 1 == 1
  }

  private mutating func insert(_ version: Int64) { words[Int(version >> 6)] |= 1 << UInt64(version & 63) }
  private mutating func remove(_ version: Int64) { words[Int(version >> 6)] &= ~(1 << UInt64(version & 63)) }
}
