internal import PasserelleCore

/// Distinct rows by hash: open addressing over the numbers of the rows.
struct DistinctRows {
  private var columns: [[TermID]]
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var empty = true
  private(set) var count = 0

  init(width: Int) {
    columns = Array(repeating: [], count: width)
    slots = Array(repeating: -1, count: 1024)
  }

  /// Adds the rows that are not there yet, and tells which they are.
  mutating func insert(_ batch: Batch, _ body: (Int32) -> Void) {
    if columns.isEmpty {
      if count == 0, batch.count > 0 {
        count = 1
        body(0)
      }
      return
    }
    for row in 0..<batch.count {
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for column in batch.columns.indices {
        hash = IDHash.mixed(hash, batch.columns[column][row])
      }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      var isNew = true
      while slots[slot] >= 0 {
        let other = Int(slots[slot])
        if hashes[other] == hash, isEqual(other, batch, row) {
          isNew = false
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      guard isNew else { continue }
      slots[slot] = Int32(count)
      hashes.append(hash)
      for column in columns.indices { columns[column].append(batch.columns[column][row]) }
      count += 1
      body(Int32(row))
      if count * 2 > slots.count { grow() }
    }
  }

  private func isEqual(_ place: Int, _ batch: Batch, _ row: Int) -> Bool {
    for column in columns.indices where columns[column][place] != batch.columns[column][row] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for place in 0..<count {
      var slot = Int(truncatingIfNeeded: hashes[place]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place)
    }
  }
}

/// Hashes of identifiers.
enum IDHash {
  /// Mixes one more identifier into a hash (the finaliser of MurmurHash3).
  @inline(__always)
  static func mixed(_ hash: UInt64, _ id: TermID) -> UInt64 {
    var value = hash ^ UInt64(bitPattern: id.rawValue)
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
