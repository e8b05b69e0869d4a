import GRDB
import PasserelleCore

/// Reads and writes the rows of terms: each holds the keys of some consecutive numbers, in blocks.
enum TermRows {
  /// How many keys a row holds at most.
  static let keysPerRow = 1024

  /// Adds to a view what the store has and the view does not.
  ///
  /// - Complexity: O(terms that came since).
  static func catchUp(_ view: TermView, _ db: Database) throws {
    try read(after: view.last, db) { view.add($0, $1) }
  }

  /// Gives the terms after a number, ascending.
  static func read(
    after known: Int64, _ db: Database, _ body: (Int64, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let rows = try RawStatement(
      db,
      """
      SELECT first, keys FROM term_block
      WHERE first >= (SELECT coalesce(max(first), 1) FROM term_block WHERE first <= ?) ORDER BY first
      """)
    rows.bind(known + 1, at: 1)
    var room = TermScratch()
    while try rows.step() {
      let first = rows.int64(0)
      let isSound = try rows.withBlob(1) { bytes in
        try Self.keys(bytes, &room) { index, key in
          if first + Int64(index) > known { try body(first + Int64(index), key) }
        }
      }
      guard isSound else { throw damaged(first) }
    }
  }

  /// The last number of a term; 0 for an empty store.
  static func last(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT first + count - 1 FROM term_block ORDER BY first DESC LIMIT 1") ?? 0
  }

  /// Gives the keys of a row with their ranks.
  ///
  /// - Returns: False for bytes that are no blocks.
  static func keys(
    _ bytes: UnsafeRawBufferPointer, _ room: inout TermScratch,
    _ body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) rethrows -> Bool {
    var (at, rank) = (0, 0)
    while at < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[at...])
      guard let start = rest.baseAddress, let length = TermBlock.check(rest) else { return false }
      let block = TermBlock(start)
      for index in 0..<block.count {
        if let key = block.wholeKey(index) {
          try body(rank + index, key)
        } else {
          let count = block.length(index)
          let copy = room.room(count)
          block.copyKey(index, to: copy)
          try body(rank + index, UnsafeRawBufferPointer(start: copy, count: count))
        }
      }
      rank += block.count
      at += length
    }
    return true
  }

  /// Writes the terms of a tail.
  static func insert(_ tail: TermTail, _ db: Database) throws {
    let insert = try RawStatement(db, "INSERT INTO term_block (first, count, keys) VALUES (?, ?, ?)")
    var rank = 0
    while rank < tail.count {
      var writer = TermBlockWriter()
      let first = tail.first + Int64(rank)
      // Rows after the first begin where a block of a segment does.
      let room = keysPerRow - Int((first - 1) % Int64(keysPerRow))
      let end = min(rank + room, tail.count)
      while rank < end {
        if let key = tail.key(of: tail.first + Int64(rank)) { writer.add(key) }
        rank += 1
      }
      writer.finishBlock()
      insert.bind(first, at: 1)
      insert.bind(tail.first + Int64(end) - first, at: 2)
      insert.bind(writer.bytes, at: 3)
      try insert.run()
    }
  }

  static func damaged(_ first: Int64) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "term_block \(first)")
  }
}
