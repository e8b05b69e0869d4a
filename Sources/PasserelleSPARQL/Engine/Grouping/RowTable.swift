internal import PasserelleCore

/// Numbers rows of identifiers in the order in which they are first met; open addressing, rows laid side by side.
final class RowTable {
  /// How many identifiers make a row.
  let width: Int
  /// How many different rows there are.
  private(set) var count = 0
  private var rows: UnsafeMutablePointer<Int64>
  private var capacity: Int
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int
  private var asked: [Int64] = []

  init(width: Int) {
    self.width = width
    capacity = 64
    rows = .allocate(capacity: max(1, width * 64))
    mask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
  }

  deinit {
    rows.deallocate()
    slots.deallocate()
  }

  /// The bytes held.
  var bytes: Int { capacity * width * 8 + (mask + 1) * 4 }

  /// An identifier of a row.
  func value(_ row: Int, _ column: Int) -> TermID { TermID(rawValue: rows[row * width + column]) }

  /// Numbers the rows of some columns.
  ///
  /// - Parameters:
  ///   - columns: As many as the table is wide, all of one length.
  ///   - rowCount: That length.
  ///   - numbers: Gets the number of each row.
  func number(_ columns: [[TermID]], count rowCount: Int, into numbers: inout [Int32]) {
    reserve(rowCount)
    if asked.count < rowCount * width { asked = [Int64](repeating: 0, count: rowCount * width) }
    for (place, column) in columns.enumerated() {
      for row in 0..<rowCount { asked[row * width + place] = column[row].rawValue }
    }
    numbers.removeAll(keepingCapacity: true)
    numbers.reserveCapacity(rowCount)
    var known = count
    asked.withUnsafeBufferPointer { asked in
      guard var row = asked.baseAddress else {
        if rowCount > 0 { known = 1 }
        for _ in 0..<rowCount { numbers.append(0) }
        return
      }
      for _ in 0..<rowCount {
        numbers.append(
          width == 1 ? find(row[0], &known) : width == 2 ? find(row[0], row[1], &known) : find(row, &known))
        row += width
      }
    }
    count = known
  }

  /// Makes room for more rows, so that the loops need not look.
  private func reserve(_ more: Int) {
    let needed = count + more
    if needed > capacity {
      let larger = max(needed, capacity * 2)
      let moved = UnsafeMutablePointer<Int64>.allocate(capacity: max(1, larger * width))
      moved.update(from: rows, count: count * width)
      rows.deallocate()
      (rows, capacity) = (moved, larger)
    }
    if needed * 2 > mask + 1 {
      var size = mask + 1
      while needed * 2 > size { size *= 2 }
      slots.deallocate()
      slots = .allocate(capacity: size)
      slots.initialize(repeating: 0, count: size)
      mask = size - 1
      for row in 0..<count {
        var slot = hash(rows + row * width) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(truncatingIfNeeded: row + 1)
      }
    }
  }

  @inline(__always) private static func mix(_ seed: UInt64, _ value: Int64) -> UInt64 {
    let product = (seed ^ UInt64(bitPattern: value)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }

  @inline(__always) private func hash(_ row: UnsafePointer<Int64>) -> Int {
    var state: UInt64 = 0
    for place in 0..<width { state = Self.mix(state, row[place]) }
    return Int(truncatingIfNeeded: state & 0x7FFF_FFFF_FFFF_FFFF)
  }

  @inline(__always) private func find(_ a: Int64, _ known: inout Int) -> Int32 {
    var slot = Int(truncatingIfNeeded: Self.mix(0, a) & 0x7FFF_FFFF_FFFF_FFFF) & mask
    while slots[slot] != 0 {
      let row = slots[slot] &- 1
      if rows[Int(row)] == a { return row }
      slot = (slot &+ 1) & mask
    }
    rows[known] = a
    known &+= 1
    slots[slot] = Int32(truncatingIfNeeded: known)
    return Int32(truncatingIfNeeded: known &- 1)
  }

  @inline(__always) private func find(_ a: Int64, _ b: Int64, _ known: inout Int) -> Int32 {
    var slot = Int(truncatingIfNeeded: Self.mix(Self.mix(0, a), b) & 0x7FFF_FFFF_FFFF_FFFF) & mask
    while slots[slot] != 0 {
      let row = slots[slot] &- 1
      if rows[2 * Int(row)] == a, rows[2 * Int(row) + 1] == b { return row }
      slot = (slot &+ 1) & mask
    }
    rows[2 * known] = a
    rows[2 * known + 1] = b
    known &+= 1
    slots[slot] = Int32(truncatingIfNeeded: known)
    return Int32(truncatingIfNeeded: known &- 1)
  }

  private func find(_ wanted: UnsafePointer<Int64>, _ known: inout Int) -> Int32 {
    var slot = hash(wanted) & mask
    while slots[slot] != 0 {
      let row = slots[slot] &- 1
      var place = 0
      while place < width, rows[Int(row) * width + place] == wanted[place] { place += 1 }
      if place == width { return row }
      slot = (slot &+ 1) & mask
    }
    (rows + known * width).update(from: wanted, count: width)
    known &+= 1
    slots[slot] = Int32(truncatingIfNeeded: known)
    return Int32(truncatingIfNeeded: known &- 1)
  }
}
