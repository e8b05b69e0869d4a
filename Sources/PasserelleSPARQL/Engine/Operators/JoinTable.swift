internal import PasserelleCore

/// Rows hashed by one or more columns: open addressing over keys, and chains of rows of one key.
struct JoinTable {
  /// All rows of the built side.
  let rows: Batch
  private let columns: [Int]
  private var keys: [UInt64]
  private var heads: [Int32]
  private var chain: [Int32]
  private let mask: Int
  /// Rows without a value in the key column, where that is allowed.
  private(set) var open: [Int32] = []

  /// Hashes rows.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - columns: The columns of the key.
  ///   - keepsOpen: Whether rows without a key are kept apart; only for a key of one column.
  init(_ rows: Batch, _ columns: [Int], keepsOpen: Bool = false) {
    self.rows = rows
    self.columns = columns
    var capacity = 16
    while capacity < rows.count * 2 { capacity <<= 1 }
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    heads = Array(repeating: -1, count: capacity)
    chain = Array(repeating: -1, count: rows.count)
    let mask = mask
    let hashed = Self.hashes(rows, columns)
    keys.withUnsafeMutableBufferPointer { keys in
      heads.withUnsafeMutableBufferPointer { heads in
        // From the last row on, so that chains ascend.
        for row in stride(from: rows.count - 1, through: 0, by: -1) {
          if keepsOpen, !rows.columns[columns[0]][row].isBound { continue }
          let key = hashed[row]
          var slot = Int(truncatingIfNeeded: key) & mask
          while heads[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
          chain[row] = heads[slot]
          keys[slot] = key
          heads[slot] = Int32(row)
        }
      }
    }
    if keepsOpen {
      open = (0..<Int32(rows.count)).filter { !rows.columns[columns[0]][Int($0)].isBound }
    }
  }

  /// Bytes held.
  var bytes: Int { keys.count * 12 + chain.count * 4 + rows.columns.count * rows.count * 8 }

  /// The keys of rows: equal rows have equal keys, other rows almost never.
  static func hashes(_ rows: Batch, _ columns: [Int]) -> [UInt64] {
    var result = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: rows.count)
    result.withUnsafeMutableBufferPointer { result in
      for column in columns {
        rows.columns[column].withUnsafeBufferPointer { ids in
          for row in 0..<result.count { result[row] = IDHash.mixed(result[row], ids[row]) }
        }
      }
    }
    return result
  }

  /// The first row of a key; -1 where there is none.
  @inline(__always)
  func first(_ key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: key) & mask
    return keys.withUnsafeBufferPointer { keys in
      heads.withUnsafeBufferPointer { heads in
        while heads[slot] >= 0 {
          if keys[slot] == key { return heads[slot] }
          slot = (slot + 1) & mask
        }
        return -1
      }
    }
  }

  /// The next row of the same key; -1 after the last.
  @inline(__always)
  func next(_ row: Int32) -> Int32 { chain[Int(row)] }

  /// Whether the key columns of a row hold the values of a row of another batch.
  @inline(__always)
  func isEqual(_ row: Int32, _ batch: Batch, _ other: Int, _ otherColumns: [Int]) -> Bool {
    for index in columns.indices
    where rows.columns[columns[index]][Int(row)] != batch.columns[otherColumns[index]][other] {
      return false
    }
    return true
  }

  /// Pairs rows with those of their key, for keys of one column, from a row on and until there are many pairs; gives
  /// where to go on, and within which chain: -2 for a new row.
  func pairUp(
    _ hashes: [UInt64], from start: Int, chain first: Int32, givesAlone: Bool, _ lefts: inout [Int32],
    _ rights: inout [Int32]
  ) -> (row: Int, chain: Int32) {
    var row = start
    var place = first
    let mask = mask
    hashes.withUnsafeBufferPointer { hashes in
      keys.withUnsafeBufferPointer { keys in
        heads.withUnsafeBufferPointer { heads in
          chain.withUnsafeBufferPointer { chain in
            while row < hashes.count, lefts.count < Batch.size {
              if place == -2 {
                let key = hashes[row]
                var slot = Int(truncatingIfNeeded: key) & mask
                while heads[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
                place = heads[slot]
                if place < 0, givesAlone {
                  lefts.append(Int32(truncatingIfNeeded: row))
                  rights.append(-1)
                }
              }
              while place >= 0, lefts.count < Batch.size {
                lefts.append(Int32(truncatingIfNeeded: row))
                rights.append(place)
                place = chain[Int(place)]
              }
              if place < 0 {
                row += 1
                place = -2
              }
            }
          }
        }
      }
    }
    return (row, place)
  }

  /// Marks the rows whose key is there, for keys of one column.
  func mark(_ hashes: [UInt64], _ matched: inout [Bool]) {
    let mask = mask
    hashes.withUnsafeBufferPointer { hashes in
      keys.withUnsafeBufferPointer { keys in
        heads.withUnsafeBufferPointer { heads in
          matched.withUnsafeMutableBufferPointer { matched in
            for row in 0..<hashes.count {
              var slot = Int(truncatingIfNeeded: hashes[row]) & mask
              while heads[slot] >= 0, keys[slot] != hashes[row] { slot = (slot + 1) & mask }
              matched[row] = heads[slot] >= 0
            }
          }
        }
      }
    }
  }
}
