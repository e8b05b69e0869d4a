internal import PasserelleCore

/// Joins two sides that ascend by the same variable.
final class MergeJoin: PairJoin {
  private let left: any BatchOperator
  private let right: any BatchOperator
  private let leftKey: Int
  private let rightKey: Int
  private var rightBatch = Batch(width: 0)
  private var row = 0
  private var other = 0
  private var isInBatch = false
  private var rightIsDone = false
  /// Where the run of the current key ends, and how far the current left row has come in it.
  private var runEnd = -1
  private var runPlace = 0

  init(
    _ left: any BatchOperator, _ right: any BatchOperator, _ shape: JoinShape, key: (left: Int, right: Int),
    _ run: EngineRun
  ) {
    self.left = left
    self.right = right
    leftKey = key.left
    rightKey = key.right
    super.init(shape, run)
    rightBatch = Batch(width: right.schema.variables.count)
    rightRows = rightBatch.columns
  }

  override func find() throws -> Step {
    while true {
      if !isInBatch {
        guard !isEnded, let batch = try left.next() else { return .end }
        begin(batch)
        row = 0
        isInBatch = true
      }
      guard row < leftBatch.count else {
        isInBatch = false
        return .endOfBatch
      }
      if runEnd < 0, !(isExistence && shape.isPlain) {
        sweep()
        if lefts.count >= Batch.size { return .more }
        guard row < leftBatch.count else { continue }
      }
      let key = leftBatch.columns[leftKey][row]
      if runEnd < 0 || rightBatch.columns[rightKey][other] != key {
        runEnd = -1
        // The pairs found so far point into the right batch: they are given before it changes.
        if other >= rightBatch.count || rightBatch.columns[rightKey][rightBatch.count - 1] < key {
          guard lefts.isEmpty else { return .more }
          if try !advance(to: key) {
            if shape.mode == .inner || shape.mode == .semi {
              // The left rows after this one match nothing.
              row = leftBatch.count
              isInBatch = false
              isEnded = true
              return .endOfBatch
            }
            alone(leftBatch.count)
            continue
          }
        }
        let column = rightBatch.columns[rightKey]
        let found = column.withUnsafeBufferPointer { column in
          let low = SortedQuads.bound(column, other..<column.count) { $0 < key }
          return (low, low < column.count ? column[low] : key)
        }
        other = found.0
        if found.1 != key {
          // Left rows less than the right key match nothing.
          alone(leftRows(before: found.1))
          if lefts.count >= Batch.size { return .more }
          continue
        }
        guard try findRun(key) else { return .more }
      }
      pairUp(key)
      if lefts.count >= Batch.size { return .more }
    }
  }

  private var isEnded = false

  /// Pairs rows of the two batches in one loop, as far as short runs within the right batch go.
  private func sweep() {
    let isInline = givesUnmatchedInline
    var (row, other) = (row, other)
    var (pairs, places) = (lefts, rights)
    lefts = []
    rights = []
    leftBatch.columns[leftKey].withUnsafeBufferPointer { left in
      rightBatch.columns[rightKey].withUnsafeBufferPointer { right in
        let (leftCount, rightCount) = (left.count, right.count)
        while row < leftCount, other < rightCount, pairs.count < Batch.size {
          let key = left[row]
          if key < right[other] {
            if isInline {
              pairs.append(Int32(truncatingIfNeeded: row))
              places.append(-1)
              row += 1
            } else {
              row = SortedQuads.bound(left, row..<leftCount) { $0 < right[other] }
            }
            continue
          }
          if right[other] < key {
            other = SortedQuads.bound(right, other..<rightCount) { $0 < key }
            continue
          }
          var end = other + 1
          while end < rightCount, right[end] == key, end - other < 256 { end += 1 }
          // A run that may go on, and a long one, are for the slower way.
          if end == rightCount || end - other >= 256 { break }
          for place in other..<end {
            pairs.append(Int32(truncatingIfNeeded: row))
            places.append(Int32(truncatingIfNeeded: place))
          }
          row += 1
        }
      }
    }
    lefts = pairs
    rights = places
    self.row = row
    self.other = other
  }

  /// Left rows of the batch from here on whose key is less than a value.
  private func leftRows(before key: TermID) -> Int {
    leftBatch.columns[leftKey].withUnsafeBufferPointer { column in
      SortedQuads.bound(column, row..<column.count) { $0 < key }
    }
  }

  /// Passes over left rows without a match.
  private func alone(_ end: Int) {
    if givesUnmatchedInline {
      while row < end {
        lefts.append(Int32(row))
        rights.append(-1)
        row += 1
      }
    } else {
      row = end
    }
  }

  /// Reads on to a right batch that reaches a key.
  private func advance(to key: TermID) throws -> Bool {
    guard !rightIsDone else { return false }
    if rightBatch.count > 0, let seekable = right as? any SeekableOperator { try seekable.seek(key) }
    while let batch = try right.next() {
      if batch.columns[rightKey][batch.count - 1] >= key {
        rightBatch = batch
        rightRows = batch.columns
        other = 0
        return true
      }
    }
    rightIsDone = true
    rightBatch = Batch(width: right.schema.variables.count)
    other = 0
    return false
  }

  /// Finds where the run of a key ends, and reads on where the batch ends with it.
  ///
  /// - Returns: False where pairs have to be given first.
  private func findRun(_ key: TermID) throws -> Bool {
    while true {
      let end = rightBatch.columns[rightKey].withUnsafeBufferPointer { column in
        SortedQuads.bound(column, other..<column.count) { $0 <= key }
      }
      guard end == rightBatch.count, !rightIsDone else {
        runEnd = end
        runPlace = other
        return true
      }
      guard lefts.isEmpty else { return false }
      guard let more = try right.next() else {
        rightIsDone = true
        continue
      }
      var joined = rightBatch.slice(other..<rightBatch.count)
      joined.append(more)
      rightBatch = joined
      rightRows = joined.columns
      other = 0
    }
  }

  /// Pairs the current left row, and those of the same key, with the run.
  private func pairUp(_ key: TermID) {
    let isExistence = isExistence && shape.isPlain
    while row < leftBatch.count, leftBatch.columns[leftKey][row] == key {
      if isExistence {
        matched[row] = true
        row += 1
        continue
      }
      let end = min(runEnd, runPlace + Batch.size)
      for place in runPlace..<end {
        lefts.append(Int32(row))
        rights.append(Int32(place))
      }
      runPlace = end
      if runPlace == runEnd {
        row += 1
        runPlace = other
      }
      if lefts.count >= Batch.size { return }
    }
  }
}
