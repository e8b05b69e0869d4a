import PasserelleCore
import PasserelleSegments

/// The file of one order of a run, mapped; immutable, for any thread.
///
/// Its tables are verified when it is opened, each block when it is read first.
final class PermutationOrderFile: @unchecked Sendable {
  // All that it holds is made in `init` and never changed.

  let order: QuadOrder
  /// The number of rows.
  let rows: Int
  /// The number of blocks.
  let blockCount: Int
  /// Where the blocks start.
  let blocks: UnsafeRawPointer
  private let file: SegmentFile
  private let keys:
    (
      UnsafePointer<UInt32>, UnsafePointer<UInt32>, UnsafePointer<UInt32>, UnsafePointer<UInt32>
    )
  private let offsets: UnsafePointer<UInt64>
  private let checksums: UnsafePointer<UInt64>

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - storage: Where the file is.
  ///   - run: The name of the run.
  ///   - order: The order.
  ///   - isWhole: Whether the bytes of all blocks are verified at once.
  /// - Throws: `PasserelleError` with code `.indexInvalid` when it is missing, damaged or of another order.
  init(storage: any SegmentStorage, run: String, order: QuadOrder, isWhole: Bool = false) throws {
    typealias Section = PermutationFormat.OrderSection
    self.order = order
    let file = try SegmentFile(
      storage: storage, name: PermutationFormat.name(run, order), kind: PermutationFormat.orderKind,
      versions: PermutationFormat.version...PermutationFormat.version,
      deferring: isWhole ? [] : [Section.blocks])
    self.file = file
    let counts = file.section(Section.counts).bindMemory(to: UInt64.self)
    guard counts.count == 3, counts[0] == UInt64(order.rawValue), let rows = Int(exactly: counts[1]),
      counts[2] == UInt64(PermutationFormat.blockRows)
    else { throw Self.contradiction(file) }
    self.rows = rows
    blockCount = (rows + PermutationFormat.blockRows - 1) / PermutationFormat.blockRows
    let columns = (0..<4).map { file.section(Section.keys + $0).bindMemory(to: UInt32.self) }
    let offsets = file.section(Section.offsets).bindMemory(to: UInt64.self)
    let checksums = file.section(Section.checksums).bindMemory(to: UInt64.self)
    let bytes = file.section(Section.blocks)
    let expected = blockCount
    guard columns.allSatisfy({ $0.count == expected }), offsets.count == expected + 1,
      checksums.count == expected, offsets[expected] == UInt64(bytes.count),
      let start = bytes.baseAddress ?? UnsafeRawPointer(offsets.baseAddress),
      let first = columns[0].baseAddress ?? Self.nowhere, let second = columns[1].baseAddress ?? Self.nowhere,
      let third = columns[2].baseAddress ?? Self.nowhere, let fourth = columns[3].baseAddress ?? Self.nowhere,
      let offsetStart = offsets.baseAddress, let sums = checksums.baseAddress ?? offsets.baseAddress
    else { throw Self.contradiction(file) }
    for block in 0..<blockCount {
      guard offsets[block] &+ UInt64(PermutationFormat.blockHead) <= offsets[block + 1] else {
        throw Self.contradiction(file)
      }
    }
    blocks = start
    keys = (first, second, third, fourth)
    self.offsets = offsetStart
    self.checksums = sums
  }

  private static var nowhere: UnsafePointer<UInt32>? { UnsafePointer(bitPattern: 4) }

  /// Where a block starts.
  @inline(__always)
  func offset(_ block: Int) -> Int { Int(truncatingIfNeeded: offsets[block]) }

  /// The first keys of the blocks, by place of the order.
  @inline(__always)
  func keys(_ place: Int) -> UnsafePointer<UInt32> {
    switch place {
    case 0: keys.0
    case 1: keys.1
    case 2: keys.2
    default: keys.3
    }
  }

  /// Verifies the bytes of a block.
  func verify(_ block: Int) throws {
    let bytes = UnsafeRawBufferPointer(
      start: blocks + offset(block), count: offset(block + 1) - offset(block))
    guard Checksum.xxh3(bytes) == checksums[block] else {
      throw file.damage(
        LocalizedText(
          fr: "les octets du bloc \(block) sont endommagés (somme de contrôle)",
          en: "the bytes of block \(block) are damaged (checksum)"))
    }
  }

  static func contradiction(_ file: SegmentFile) -> PasserelleError {
    file.damage(
      LocalizedText(fr: "ses tables ne concordent pas", en: "its tables do not agree with each other"))
  }
}

/// Keys of rows: codes of the leading places of an order.
struct PermutationKey {
  /// The codes; those from ``count`` on mean nothing.
  var codes: SIMD4<UInt32>
  /// How many places are meant.
  var count: Int

  init() {
    codes = .zero
    count = 0
  }

  /// The key with one place more.
  func with(_ code: UInt32) -> PermutationKey {
    var key = self
    key.codes[count] = code
    key.count += 1
    return key
  }

  /// The least key of as many places that is greater.
  var successor: PermutationKey {
    var key = self
    if count > 0 { key.codes[count - 1] += 1 }
    return key
  }
}

/// Searching.
extension PermutationBlockReader {
  /// The first row whose key is not less than a key.
  ///
  /// - Complexity: O(log n), and one block is unpacked in part.
  func lowerBound(_ key: PermutationKey) throws -> Int {
    guard key.count > 0, file.rows > 0 else { return 0 }
    let block = blockBefore(key, 0, file.blockCount)
    guard block >= 0 else { return 0 }
    try load(block)
    return firstRow + lowerBoundInBlock(key)
  }

  /// The last of some blocks whose first key is less than a key; the one before them where none is.
  func blockBefore(_ key: PermutationKey, _ start: Int, _ end: Int) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low &+ high) &>> 1
      if isBlock(middle, before: key) { low = middle &+ 1 } else { high = middle }
    }
    return low - 1
  }

  private func isBlock(_ block: Int, before key: PermutationKey) -> Bool {
    for place in 0..<key.count {
      let code = file.keys(place)[block]
      if code != key.codes[place] { return code < key.codes[place] }
    }
    return false
  }

  private func lowerBoundInBlock(_ key: PermutationKey) -> Int {
    var low = 0
    var high = count
    for place in 0..<key.count {
      let code = key.codes[place]
      if isConstant(place) {
        let constant = constant(place)
        if constant != code { return constant < code ? high : low }
        continue
      }
      let codes = codes(place, low..<high)
      low = CodeSearch.lowerBound(codes, low, high, code)
      if place == key.count - 1 || low == high || codes[low] != code { return low }
      high = CodeSearch.lowerBound(codes, low, high, code &+ 1)
    }
    return low
  }
}

/// Binary search in ascending codes.
enum CodeSearch {
  /// The first place of a range whose code is not less than a code; its end where there is none.
  @inline(__always)
  static func lowerBound(_ codes: UnsafePointer<UInt32>, _ start: Int, _ end: Int, _ code: UInt32) -> Int {
    var low = start
    var length = end &- start
    while length > 0 {
      let half = length &>> 1
      let isBelow = codes[low &+ half] < code
      low = isBelow ? low &+ half &+ 1 : low
      length = isBelow ? length &- half &- 1 : half
    }
    return low
  }
}
