import PasserelleCore

/// Rows of one source in the order of a scan, some at a time, in columns of identifiers by place of the order.
class PermutationStream {
  /// The columns of the rows at hand; the graph by its version.
  fileprivate(set) var columns: IdentifierColumns
  /// The next row at hand, and the end of them.
  var row = 0
  fileprivate(set) var end = 0

  fileprivate init(_ columns: IdentifierColumns) { self.columns = columns }

  /// Gets more rows once those at hand were read; false at the end.
  func refill() throws -> Bool { false }

  /// Passes over the rows whose value at a place is less than a value.
  func seek(_ value: Int64, _ key: [Int64]) throws {}

  /// Whether the next row comes before a row of another stream.
  @inline(__always)
  func isBefore(_ other: PermutationStream, at otherRow: Int) -> Bool {
    Self.isBefore(columns, row, other.columns, otherRow)
  }

  /// How many of the rows at hand come before the next of another stream.
  func rows(before other: PermutationStream) -> Int {
    var low = row
    var high = end
    while low < high {
      let middle = (low &+ high) &>> 1
      if Self.isBefore(columns, middle, other.columns, other.row) { low = middle &+ 1 } else { high = middle }
    }
    return low - row
  }

  @inline(__always)
  private static func isBefore(
    _ left: IdentifierColumns, _ row: Int, _ right: IdentifierColumns, _ other: Int
  ) -> Bool {
    if left.first[row] != right.first[other] { return left.first[row] < right.first[other] }
    if left.second[row] != right.second[other] { return left.second[row] < right.second[other] }
    if left.third[row] != right.third[other] { return left.third[row] < right.third[other] }
    return left.fourth[row] < right.fourth[other]
  }
}

/// Rows in memory.
final class PermutationRowStream: PermutationStream {
  private let rows: PermutationRows

  init(_ rows: PermutationRows, _ range: Range<Int>) {
    self.rows = rows
    super.init(IdentifierColumns(first: rows[0], second: rows[1], third: rows[2], fourth: rows[3]))
    (row, end) = (range.lowerBound, range.upperBound)
  }

  /// Goes to other rows.
  func move(to range: Range<Int>) { (row, end) = (range.lowerBound, range.upperBound) }

  override func seek(_ value: Int64, _ key: [Int64]) throws {
    var bound = SIMD4<Int64>.zero
    for (place, part) in (key + [value]).enumerated() { bound[place] = part }
    row = min(end, rows.lowerBound(bound, key.count + 1, from: row))
  }
}

/// Rows of a run.
final class PermutationRunStream: PermutationStream {
  private let reader: PermutationBlockReader
  /// Keeps the tables of codes.
  private let run: PermutationRun
  private let codes: PermutationCodes
  private let places: SIMD4<Int>
  private let room: UnsafeMutablePointer<Int64>
  private var next: Int
  private var upper: Int

  init(_ reader: PermutationBlockReader, _ run: PermutationRun, _ range: Range<Int>) {
    self.reader = reader
    self.run = run
    codes = run.codes
    places = reader.file.order.places
    let size = PermutationFormat.blockRows
    room = .allocate(capacity: 4 * size)
    (next, upper) = (range.lowerBound, range.upperBound)
    super.init(
      IdentifierColumns(
        first: room, second: room + size, third: room + 2 * size, fourth: room + 3 * size))
  }

  deinit { room.deallocate() }

  /// Goes to other rows.
  func move(to range: Range<Int>) {
    (next, upper) = (range.lowerBound, range.upperBound)
    (row, end) = (0, 0)
  }

  override func refill() throws -> Bool {
    guard next < upper else { return false }
    let size = PermutationFormat.blockRows
    try reader.load(next / size)
    let first = reader.firstRow
    let range = (next - first)..<min(reader.count, upper - first)
    for rank in 0..<4 {
      let source = reader.codes(rank, range) + range.lowerBound
      let target = room + rank * size
      let place = places[rank]
      for row in 0..<range.count { target[row] = codes.identifier(source[row], place: place) }
    }
    next = first + range.upperBound
    (row, end) = (0, range.count)
    return true
  }

  override func seek(_ value: Int64, _ key: [Int64]) throws {
    var bound = PermutationKey()
    for (rank, part) in key.enumerated() {
      bound = bound.with(codes.lowerBound(part, place: places[rank]))
    }
    bound = bound.with(codes.lowerBound(value, place: places[key.count]))
    let left = end - row
    let target = try max(next - left, reader.lowerBound(bound))
    if target < next { row += target - (next - left) } else { move(to: min(target, upper)..<upper) }
  }
}

/// Four columns of identifiers by place of an order.
struct IdentifierColumns {
  var first: UnsafePointer<Int64>
  var second: UnsafePointer<Int64>
  var third: UnsafePointer<Int64>
  var fourth: UnsafePointer<Int64>

  /// A column.
  @inline(__always)
  subscript(place: Int) -> UnsafePointer<Int64> {
    switch place {
    case 0: first
    case 1: second
    case 2: third
    default: fourth
    }
  }
}
