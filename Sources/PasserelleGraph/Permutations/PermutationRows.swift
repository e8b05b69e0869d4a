import PasserelleCore

/// Quads in memory, sorted in one order, in four columns of identifiers by place of the order; immutable.
final class PermutationRows: @unchecked Sendable {
  // It is filled in `init` and never changed.

  let order: QuadOrder
  /// The number of rows.
  let count: Int
  private let room: UnsafeMutablePointer<Int64>

  /// Sorts quads, by the numbers of their versions where the graph stands; repeated ones count once.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ quads: [Quad], _ order: QuadOrder) {
    self.order = order
    let places = order.places
    var rows = quads.map { quad in
      let values = SIMD4(
        quad.subject.rawValue, quad.predicate.rawValue, quad.object.rawValue, quad.graph.rawValue)
      return SIMD4(values[places[0]], values[places[1]], values[places[2]], values[places[3]])
    }
    rows.sort { left, right in
      if left[0] != right[0] { return left[0] < right[0] }
      if left[1] != right[1] { return left[1] < right[1] }
      if left[2] != right[2] { return left[2] < right[2] }
      return left[3] < right[3]
    }
    room = .allocate(capacity: max(1, 4 * rows.count))
    var kept = 0
    for row in rows.indices where row == 0 || rows[row] != rows[row - 1] {
      for place in 0..<4 { room[place * rows.count + kept] = rows[row][place] }
      kept += 1
    }
    count = kept
    stride = rows.count
  }

  private let stride: Int

  deinit { room.deallocate() }

  /// A column, by place of the order.
  @inline(__always)
  subscript(place: Int) -> UnsafePointer<Int64> { UnsafePointer(room + place &* stride) }

  /// The first row whose leading places are not less than a key.
  func lowerBound(_ key: SIMD4<Int64>, _ places: Int, from start: Int = 0) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low &+ high) &>> 1
      if isBefore(middle, key, places) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  private func isBefore(_ row: Int, _ key: SIMD4<Int64>, _ places: Int) -> Bool {
    for place in 0..<places {
      let value = self[place][row]
      if value != key[place] { return value < key[place] }
    }
    return false
  }
}

extension PermutationRows {
  /// The rows that begin with a prefix, and whose next place is in a range.
  func range(_ prefix: [Int64], _ range: ClosedRange<TermID>?) -> Range<Int> {
    var key = SIMD4<Int64>.zero
    for (place, value) in prefix.enumerated() { key[place] = value }
    var after = key
    if !prefix.isEmpty { after[prefix.count - 1] += 1 }
    let end = prefix.isEmpty ? count : lowerBound(after, prefix.count)
    guard let range else { return min(lowerBound(key, prefix.count), end)..<end }
    key[prefix.count] = range.lowerBound.rawValue
    let start = lowerBound(key, prefix.count + 1)
    guard range.upperBound.rawValue < .max else { return min(start, end)..<end }
    key[prefix.count] = range.upperBound.rawValue + 1
    return start..<max(start, lowerBound(key, prefix.count + 1))
  }
}
