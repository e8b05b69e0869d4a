internal import PasserelleCore

extension Array where Element == TermID {
  /// The values of some rows, in that order.
  @inline(__always)
  func gathering(_ rows: [Int32]) -> [TermID] {
    withUnsafeBufferPointer { source in
      [TermID](unsafeUninitializedCapacity: rows.count) { target, count in
        for index in 0..<rows.count { target[index] = source[Int(rows[index])] }
        count = rows.count
      }
    }
  }

  /// The values of some rows; ``PasserelleCore/TermID/none`` for a row less than 0.
  @inline(__always)
  func gatheringBound(_ rows: [Int32]) -> [TermID] {
    withUnsafeBufferPointer { source in
      [TermID](unsafeUninitializedCapacity: rows.count) { target, count in
        for index in 0..<rows.count {
          let row = rows[index]
          target[index] = row < 0 ? .none : source[Int(row)]
        }
        count = rows.count
      }
    }
  }
}

extension Batch {
  /// The rows of some numbers, in that order.
  func gathering(_ rows: [Int32]) -> Batch {
    Batch(columns: columns.map { $0.gathering(rows) }, count: rows.count)
  }

  /// Adds the rows of another batch of the same columns.
  mutating func append(_ other: Batch) {
    for index in columns.indices { columns[index].append(contentsOf: other.columns[index]) }
    count += other.count
  }

  /// A stretch of the rows.
  func slice(_ range: Range<Int>) -> Batch {
    if range.count == count { return self }
    return Batch(columns: columns.map { Array($0[range]) }, count: range.count)
  }
}

extension BatchOperator {
  /// All rows that are left, in one batch.
  func drained() throws -> Batch {
    var result = Batch(width: schema.variables.count)
    while let batch = try next() {
      if result.count == 0 { result = batch } else { result.append(batch) }
    }
    return result
  }
}
