internal import PasserelleCore

/// Quads in columns by the places of an order, sorted by all four, each once.
struct SortedQuads {
  var first: [TermID] = []
  var second: [TermID] = []
  var third: [TermID] = []
  var fourth: [TermID] = []

  var count: Int { first.count }

  init() {}

  private struct Row: Comparable {
    var first: TermID
    var second: TermID
    var third: TermID
    var fourth: TermID

    static func < (left: Row, right: Row) -> Bool {
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      if left.third != right.third { return left.third < right.third }
      return left.fourth < right.fourth
    }
  }

  /// Sorts quads given as subjects, predicates, objects and graphs.
  init(_ quads: SortedQuads, _ order: QuadOrder) {
    let all = [quads.first, quads.second, quads.third, quads.fourth]
    let places = order.places.map { all[$0] }
    var rows: [Row] = []
    rows.reserveCapacity(quads.count)
    for index in 0..<quads.count {
      rows.append(
        Row(
          first: places[0][index], second: places[1][index], third: places[2][index], fourth: places[3][index]
        ))
    }
    rows.sort()
    first.reserveCapacity(rows.count)
    second.reserveCapacity(rows.count)
    third.reserveCapacity(rows.count)
    fourth.reserveCapacity(rows.count)
    var last: Row?
    for row in rows where row != last {
      first.append(row.first)
      second.append(row.second)
      third.append(row.third)
      fourth.append(row.fourth)
      last = row
    }
  }

  /// The column of a place of the order.
  subscript(level: Int) -> [TermID] {
    switch level {
    case 0: first
    case 1: second
    case 2: third
    default: fourth
    }
  }

  /// The rows that begin with some values, and whose next place is in a range.
  func range(_ prefix: [TermID], _ bounds: ClosedRange<TermID>?) -> Range<Int> {
    var range = 0..<count
    for (level, value) in prefix.enumerated() { range = self.range(level, value, in: range) }
    guard let bounds, prefix.count < 4 else { return range }
    let low = lowerBound(prefix.count, bounds.lowerBound, in: range)
    return low..<upperBound(prefix.count, bounds.upperBound, in: low..<range.upperBound)
  }

  /// The rows of a range whose place has a value; all rows must agree on the places before.
  func range(_ level: Int, _ value: TermID, in range: Range<Int>) -> Range<Int> {
    let low = lowerBound(level, value, in: range)
    return low..<upperBound(level, value, in: low..<range.upperBound)
  }

  func lowerBound(_ level: Int, _ value: TermID, in range: Range<Int>) -> Int {
    self[level].withUnsafeBufferPointer { Self.bound($0, range) { $0 < value } }
  }

  private func upperBound(_ level: Int, _ value: TermID, in range: Range<Int>) -> Int {
    self[level].withUnsafeBufferPointer { Self.bound($0, range) { $0 <= value } }
  }

  /// The first row of a range that does not pass a test which the rows before it pass.
  @inline(__always)
  static func bound(
    _ column: UnsafeBufferPointer<TermID>, _ range: Range<Int>, _ isBefore: (TermID) -> Bool
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    // Galloping first: what is looked for is often near.
    var step = 1
    while low + step < high, isBefore(column[low + step - 1]) {
      low += step
      step <<= 1
    }
    high = Swift.min(high, low + step)
    while low < high {
      let middle = (low + high) >> 1
      if isBefore(column[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many distinct values a sorted column has.
  static func distinct(_ column: some RandomAccessCollection<TermID>) -> Int {
    var last: TermID?
    var count = 0
    for value in column where value != last {
      count += 1
      last = value
    }
    return count
  }

  /// How many rows of a range differ from the one before in the first three places.
  func distinctTriples(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + ($1 > range.lowerBound && isSameTriple($1, $1 - 1) ? 0 : 1) }
  }

  @inline(__always)
  private func isSameTriple(_ a: Int, _ b: Int) -> Bool {
    third[a] == third[b] && second[a] == second[b] && first[a] == first[b]
  }
}

extension QuadOrder {
  /// The places in the order: 0 subject, 1 predicate, 2 object, 3 graph.
  var places: [Int] {
    switch self {
    case .spo: [0, 1, 2, 3]
    case .sop: [0, 2, 1, 3]
    case .pso: [1, 0, 2, 3]
    case .pos: [1, 2, 0, 3]
    case .osp: [2, 0, 1, 3]
    case .ops: [2, 1, 0, 3]
    case .gspo: [3, 0, 1, 2]
    }
  }
}
