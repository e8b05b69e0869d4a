import GRDB

/// What a store remembers of erasures: how many there were, and which version numbers were given.
enum ErasedVersions {
  private static let floor = "versionFloor"
  private static let count = "erasures"
  private static let numbers = "erasureNumbers"

  /// The number of the next version: one that was erased is not given again, as positions in the sequence of versions
  /// are kept elsewhere.
  static func next(_ db: Database) throws -> Int64 { try last(db) + 1 }

  private static func last(_ db: Database) throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
    return max(last, try setting(floor, db).flatMap { Int64($0) } ?? 0)
  }

  /// Takes note of an erasure that is about to happen.
  static func note(_ id: Int?, _ db: Database) throws {
    try set(floor, String(last(db)), db)
    if let id, var known = try numbers(db) {
      known.insert(id)
      try set(numbers, known.sorted().map { String($0) }.joined(separator: " "), db)
    }
    try set(count, String((setting(count, db).flatMap { Int($0) } ?? 0) + 1), db)
  }

  /// The numbers of the erasures; nil where there were some that have none.
  static func numbers(_ db: Database) throws -> Set<Int>? {
    guard let text = try setting(numbers, db) else { return try setting(count, db) == nil ? [] : nil }
    return Set(text.split(separator: " ").compactMap { Int($0) })
  }

  /// What tells the files that were made before an erasure from those made after it; empty before the first.
  static func stamp(_ db: Database) throws -> [UInt8] { Array((try setting(count, db) ?? "").utf8) }

  private static func setting(_ name: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
  }

  private static func set(_ name: String, _ value: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, arguments: [name, value])
  }
}
