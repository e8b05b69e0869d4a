import PasserelleCore

/// The new codes for those of a run that is merged with others.
struct PermutationRecoding: Sendable {
  private let oldBase: UInt32
  private let newBase: UInt32
  private let wide: [UInt32]
  private let predicates: [UInt32]

  init(_ codes: PermutationCodes, wide: [Int64], predicates: [Int64], wideBase: UInt32) {
    oldBase = codes.wideBase
    newBase = wideBase
    self.wide = Self.ranks(codes.wide, in: wide)
    self.predicates = Self.ranks(codes.predicates, in: predicates)
  }

  /// Recodes a column in place.
  func apply(_ column: UnsafeMutablePointer<UInt32>, _ count: Int, place: Int) {
    switch place {
    case 1:
      for row in 0..<count {
        let code = Int(column[row])
        column[row] = code < predicates.count ? predicates[code] : 0
      }
    case 3: break
    default:
      for row in 0..<count where column[row] >= oldBase {
        let rank = Int(column[row] - oldBase)
        column[row] = rank < wide.count ? newBase + wide[rank] : 0
      }
    }
  }

  /// The places of ascending numbers in a list that may hold them.
  private static func ranks(_ numbers: UnsafeBufferPointer<Int64>, in all: [Int64]) -> [UInt32] {
    var ranks: [UInt32] = []
    ranks.reserveCapacity(numbers.count)
    var place = 0
    for number in numbers {
      while place < all.count, all[place] < number { place += 1 }
      ranks.append(UInt32(truncatingIfNeeded: place))
    }
    return ranks
  }

  /// The numbers of ascending lists, each once.
  static func union(_ lists: [[Int64]]) -> [Int64] {
    var result: [Int64] = []
    var places = [Int](repeating: 0, count: lists.count)
    while true {
      var least: Int64?
      for list in lists.indices where places[list] < lists[list].count {
        least = min(least ?? .max, lists[list][places[list]])
      }
      guard let least else { return result }
      result.append(least)
      for list in lists.indices where places[list] < lists[list].count && lists[list][places[list]] == least {
        places[list] += 1
      }
    }
  }
}

/// Reads the rows of one order of a run in the codes of a merge.
final class PermutationMergeStream {
  let first: UnsafeMutablePointer<UInt32>
  let second: UnsafeMutablePointer<UInt32>
  let third: UnsafeMutablePointer<UInt32>
  let fourth: UnsafeMutablePointer<UInt32>
  /// The rows at hand, and the next of them.
  private(set) var count = 0
  var row = 0
  private let reader: PermutationBlockReader
  private let recoding: PermutationRecoding
  private let order: QuadOrder
  private let excluded: [UInt64]
  private var block = 0

  init(
    _ file: PermutationOrderFile, _ recoding: PermutationRecoding, _ order: QuadOrder, _ excluded: [UInt64]
  ) {
    reader = PermutationBlockReader(file, PermutationVerified(file))
    self.recoding = recoding
    self.order = order
    self.excluded = excluded
    let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 4 * PermutationFormat.blockRows)
    first = room
    second = room + PermutationFormat.blockRows
    third = room + 2 * PermutationFormat.blockRows
    fourth = room + 3 * PermutationFormat.blockRows
  }

  deinit { first.deallocate() }

  /// Whether the next row comes before that of another stream.
  @inline(__always)
  func isBefore(_ other: PermutationMergeStream) -> Bool {
    let (left, right) = (row, other.row)
    if first[left] != other.first[right] { return first[left] < other.first[right] }
    if second[left] != other.second[right] { return second[left] < other.second[right] }
    if third[left] != other.third[right] { return third[left] < other.third[right] }
    return fourth[left] < other.fourth[right]
  }

  /// Appends the next row; false where it is the last of the columns already.
  @inline(__always)
  func append(to columns: PermutationColumns) -> Bool {
    let end = columns.count
    let last = (columns[0] + end, columns[1] + end, columns[2] + end, columns[3] + end)
    let codes = (first[row], second[row], third[row], fourth[row])
    if end > 0 || columns.hasPrevious, last.0[-1] == codes.0, last.1[-1] == codes.1, last.2[-1] == codes.2,
      last.3[-1] == codes.3
    {
      return false
    }
    last.0.pointee = codes.0
    last.1.pointee = codes.1
    last.2.pointee = codes.2
    last.3.pointee = codes.3
    columns.count = end + 1
    return true
  }

  /// Gets the next rows; false at the end.
  func refill() throws -> Bool {
    row = 0
    count = 0
    while count == 0 {
      guard block < reader.file.blockCount else { return false }
      try reader.load(block)
      block += 1
      let columns = [first, second, third, fourth]
      for place in 0..<4 {
        columns[place].update(from: reader.codes(place, 0..<reader.count), count: reader.count)
      }
      count = reader.count
      if !excluded.isEmpty { leaveOut(columns) }
      for place in 0..<4 { recoding.apply(columns[place], count, place: order.places[place]) }
    }
    return true
  }

  private func leaveOut(_ columns: [UnsafeMutablePointer<UInt32>]) {
    let versions = columns[order.ranks[3]]
    var kept = 0
    for row in 0..<count where !VersionBits.contains(excluded, versions[row]) {
      for column in columns { column[kept] = column[row] }
      kept += 1
    }
    count = kept
  }
}
