internal import PasserelleCore

/// Joins by looking the keys of the left side up in an order of the snapshot, a batch at a time.
final class IndexJoin: PairJoin {
  private let left: any BatchOperator
  private let scan: ScanShape
  /// The left columns that are looked up: values of the one or two places after the prefix.
  private let keys: [Int]
  private var columns = QuadColumns()
  private var place = 0
  private var isInBatch = false
  /// The left rows by ascending key, and where the rows of each distinct key begin.
  private var order: [Int32] = []
  private var starts: [Int32] = []
  private var unmatchedPlace = 0
  private var within = 0

  /// Joins with a scan whose prefix the keys follow.
  init(_ left: any BatchOperator, _ scan: ScanShape, _ shape: JoinShape, keys: [Int], _ run: EngineRun) {
    self.left = left
    self.scan = scan
    self.keys = keys
    super.init(shape, run)
  }

  override func find() throws -> Step {
    if !isInBatch {
      guard let batch = try left.next() else { return .end }
      begin(batch)
      try lookUp()
      isInBatch = true
    }
    let isExistence = isExistence && shape.isPlain
    let count = columns.count
    while place < count {
      let key = Int(columns.keys[place])
      if givesUnmatchedInline { alone(upTo: key) }
      let (start, end) = (Int(starts[key]), Int(starts[key + 1]))
      if isExistence {
        for index in start..<end { matched[Int(order[index])] = true }
        place += 1
        continue
      }
      if end - start == 1, within == 0 {
        lefts.append(order[start])
        rights.append(Int32(place))
        place += 1
      } else {
        // Several left rows have this key: each gets all its rows, one left row after the other.
        var stop = place + 1
        while stop < count, columns.keys[stop] == Int32(key) { stop += 1 }
        let row = order[start + within]
        for found in place..<stop {
          lefts.append(row)
          rights.append(Int32(found))
        }
        within += 1
        if within == end - start {
          within = 0
          place = stop
        }
      }
      if givesUnmatchedInline, within == 0 { unmatchedPlace = key + 1 }
      if lefts.count >= Batch.size { return .more }
    }
    if givesUnmatchedInline { alone(upTo: starts.count - 1) }
    isInBatch = false
    return .endOfBatch
  }

  /// Gives the left rows of keys that were not found.
  private func alone(upTo key: Int) {
    while unmatchedPlace < key {
      for index in Int(starts[unmatchedPlace])..<Int(starts[unmatchedPlace + 1]) {
        lefts.append(order[index])
        rights.append(-1)
      }
      unmatchedPlace += 1
    }
  }

  /// Looks up the distinct keys of the batch.
  private func lookUp() throws {
    let count = leftBatch.count
    let first = leftBatch.columns[keys[0]]
    let second = keys.count > 1 ? leftBatch.columns[keys[1]] : []
    order = Array(0..<Int32(count))
    func isLess(_ a: Int, _ b: Int) -> Bool {
      if first[a] != first[b] { return first[a] < first[b] }
      return !second.isEmpty && second[a] < second[b]
    }
    var isSorted = true
    for row in stride(from: 1, to: count, by: 1) where isLess(row, row - 1) {
      isSorted = false
      break
    }
    if !isSorted {
      if second.isEmpty {
        order = first.withUnsafeBufferPointer { first in
          var pairs = (0..<count).map { (first[$0].rawValue, Int32($0)) }
          pairs.sort { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
          return pairs.map(\.1)
        }
      } else {
        order.sort { a, b in
          isLess(Int(a), Int(b)) || (!isLess(Int(b), Int(a)) && a < b)
        }
      }
    }
    var firstKeys: [TermID] = []
    var secondKeys: [TermID] = []
    firstKeys.reserveCapacity(count)
    starts.removeAll(keepingCapacity: true)
    for (index, row) in order.enumerated() {
      let row = Int(row)
      if index > 0 {
        let before = Int(order[index - 1])
        if first[row] == first[before], second.isEmpty || second[row] == second[before] { continue }
      }
      starts.append(Int32(index))
      firstKeys.append(first[row])
      if !second.isEmpty { secondKeys.append(second[row]) }
    }
    starts.append(Int32(count))
    columns.removeAll()
    try run.snapshot.lookUp(scan.scan, first: firstKeys[...], second: secondKeys[...], into: &columns)
    if columns.count > run.scalar.context.rowLimit { throw SPARQLErrors.rows(run.scalar.context.rowLimit) }
    if let passing = scan.passing(columns), passing.count < columns.count {
      var kept = QuadColumns()
      for output in 0..<4 where !columns[output].isEmpty {
        kept[output] = columns[output].gathering(passing)
      }
      kept.keys = passing.map { columns.keys[Int($0)] }
      kept.count = passing.count
      columns = kept
    }
    rightRows = scan.outputs.map { columns[$0.place] }
    place = 0
    within = 0
    unmatchedPlace = 0
  }
}
