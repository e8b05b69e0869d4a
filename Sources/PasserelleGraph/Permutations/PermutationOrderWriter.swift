import PasserelleCore
import PasserelleSegments

/// Writes the file of one order of a run, block by block.
final class PermutationOrderWriter {
  private let file: SegmentFileWriter
  private let order: QuadOrder
  private var rows = 0
  private var keys: [[UInt32]] = [[], [], [], []]
  private var offsets: [UInt64] = [0]
  private var checksums: [UInt64] = []

  /// Starts a file.
  init(storage: any SegmentStorage, run: String, order: QuadOrder) throws {
    self.order = order
    file = try SegmentFileWriter(
      storage: storage, name: PermutationFormat.name(run, order), kind: PermutationFormat.orderKind,
      version: PermutationFormat.version)
    try file.beginSection(PermutationFormat.OrderSection.blocks)
  }

  /// Appends a block; all but the last are full.
  func append(_ block: PermutationBlock) throws {
    try file.append(block.bytes)
    for place in 0..<4 { keys[place].append(block.key[place]) }
    offsets.append(offsets[offsets.count - 1] + UInt64(block.bytes.count))
    checksums.append(Checksum.xxh3(block.bytes))
    rows += block.rows
  }

  /// Completes the file.
  func finish() throws {
    typealias Section = PermutationFormat.OrderSection
    try file.endSection()
    try file.section(
      Section.counts,
      Self.bytes([UInt64(order.rawValue), UInt64(rows), UInt64(PermutationFormat.blockRows)]))
    try file.section(Section.offsets, Self.bytes(offsets))
    try file.section(Section.checksums, Self.bytes(checksums))
    for place in 0..<4 { try file.section(Section.keys + UInt32(place), Self.bytes(keys[place])) }
    _ = try file.finish()
  }

  /// The bytes of some numbers, low bytes first.
  static func bytes(_ numbers: [some FixedWidthInteger]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    return bytes
  }
}

/// One packed block.
struct PermutationBlock {
  var bytes: UnsafeRawBufferPointer
  /// The first row, by place of the order.
  var key: SIMD4<UInt32>
  var rows: Int
}

/// Packs blocks of one order into room of its own.
final class PermutationEncodingLane {
  private let room: UnsafeMutableRawPointer
  private let encoder = PermutationBlockEncoder()
  private let wideBase: UInt32
  private var ends: [(end: Int, rows: Int, key: SIMD4<UInt32>)] = []
  let columns = PermutationColumns()
  var counter: PermutationCounter

  /// Makes room.
  init(capacity: Int, wideBase: UInt32, predicateCount: Int) {
    room = .allocate(byteCount: capacity * PermutationFormat.longestBlock, alignment: 64)
    self.wideBase = wideBase
    counter = PermutationCounter(predicateCount: predicateCount)
  }

  deinit { room.deallocate() }

  /// Packs the rows of the columns as a block.
  func encode(_ order: QuadOrder) {
    counter.add(columns, order)
    let ranks = order.ranks
    let start = ends.last?.end ?? 0
    let length = encoder.encode(
      columns, hasRepeats: columns.hasRepeats(triple: (ranks[0], ranks[1], ranks[2])), wideBase: wideBase,
      narrow: (ranks[1], ranks[3]), into: room + start)
    let key = SIMD4(columns[0][0], columns[1][0], columns[2][0], columns[3][0])
    ends.append((start + length, columns.count, key))
  }

  /// Gives the blocks in order and forgets them.
  func drain(_ body: (PermutationBlock) throws -> Void) rethrows {
    var start = 0
    for (end, rows, key) in ends {
      try body(
        PermutationBlock(
          bytes: UnsafeRawBufferPointer(start: room + start, count: end - start), key: key, rows: rows))
      start = end
    }
    ends.removeAll(keepingCapacity: true)
  }
}
