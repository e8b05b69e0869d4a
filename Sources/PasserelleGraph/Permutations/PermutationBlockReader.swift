import PasserelleSegments

/// Unpacks blocks of one order, column by column as they are wanted; used by one thread.
final class PermutationBlockReader {
  let file: PermutationOrderFile
  /// The number of the block; −1 before the first.
  private(set) var block = -1
  /// The rows of the block.
  private(set) var count = 0
  /// Whether a row states the triple of the row before it again.
  private(set) var hasRepeats = false
  private var wide: UInt8 = 0
  private var bytes: UnsafeRawPointer
  private let room: UnsafeMutablePointer<UInt32>
  private let runRoom: UnsafeMutablePointer<UInt32>
  /// For each column, one bit for each part that is unpacked.
  private var ready = SIMD4<UInt8>.zero
  private let verified: PermutationVerified

  init(_ file: PermutationOrderFile, _ verified: PermutationVerified) {
    self.file = file
    self.verified = verified
    bytes = file.blocks
    room = .allocate(capacity: 4 * PermutationFormat.blockRows)
    runRoom = .allocate(capacity: 2 * PermutationFormat.blockRows)
  }

  deinit {
    room.deallocate()
    runRoom.deallocate()
  }

  /// The first row of the block, counted over the order.
  var firstRow: Int { block &* PermutationFormat.blockRows }

  /// Whether the next block has rows that state the triple of the row before them again.
  var isRepeatedNext: Bool {
    block + 1 < file.blockCount && (file.blocks + file.offset(block + 1)).load(as: UInt8.self) & 1 == 1
  }

  /// Whether some code of a column is wide.
  @inline(__always)
  func hasWide(_ place: Int) -> Bool { wide &>> UInt8(truncatingIfNeeded: place) & 1 == 1 }

  /// Whether all codes of a column are wide.
  @inline(__always)
  func isWide(_ place: Int) -> Bool { wide &>> UInt8(truncatingIfNeeded: place &+ 4) & 1 == 1 }

  /// Whether all codes of a column are the same.
  @inline(__always)
  func isConstant(_ place: Int) -> Bool { kind(place) == PermutationColumnKind.constant }

  /// The code that all rows of a constant column have.
  @inline(__always)
  func constant(_ place: Int) -> UInt32 {
    UInt32(littleEndian: column(place).loadUnaligned(as: UInt32.self))
  }

  /// Goes to a block.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid` when its bytes are damaged.
  @inline(__always)
  func load(_ wanted: Int) throws {
    if wanted != block { try go(wanted) }
  }

  private func go(_ wanted: Int) throws {
    block = -1
    try verified.check(wanted, file)
    bytes = file.blocks + file.offset(wanted)
    count = min(PermutationFormat.blockRows, file.rows - wanted * PermutationFormat.blockRows)
    hasRepeats = bytes.load(as: UInt8.self) & 1 == 1
    wide = bytes.load(fromByteOffset: 1, as: UInt8.self)
    ready = .zero
    block = wanted
  }

  @inline(__always)
  private func kind(_ place: Int) -> UInt8 { bytes.load(fromByteOffset: 4 &+ place, as: UInt8.self) }

  @inline(__always)
  private func column(_ place: Int) -> UnsafeRawPointer {
    bytes
      + Int(
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 &+ 2 &* place, as: UInt16.self)))
  }

  /// The codes of a column, of which only some rows have to be unpacked.
  @inline(__always)
  func codes(_ place: Int, _ rows: Range<Int>) -> UnsafePointer<UInt32> {
    let codes = room + place &* PermutationFormat.blockRows
    let first = rows.lowerBound &>> 7
    let last = max(first, (rows.upperBound &- 1) &>> 7)
    let wanted = UInt8(truncatingIfNeeded: (2 &<< (last &- first) &- 1) &<< first)
    if ready[place] & wanted != wanted { unpack(place, first...last, wanted, codes) }
    return UnsafePointer(codes)
  }

  private func unpack(
    _ place: Int, _ parts: ClosedRange<Int>, _ wanted: UInt8, _ codes: UnsafeMutablePointer<UInt32>
  ) {
    let input = column(place)
    switch kind(place) {
    case PermutationColumnKind.constant:
      codes.update(
        repeating: UInt32(littleEndian: input.loadUnaligned(as: UInt32.self)),
        count: PermutationFormat.blockRows)
      ready[place] = 0xFF
    case PermutationColumnKind.runs:
      unpackRuns(input, codes)
      ready[place] = 0xFF
    default:
      unpackParts(input, parts, ready[place], codes)
      ready[place] |= wanted
    }
  }

  private func unpackParts(
    _ input: UnsafeRawPointer, _ wanted: ClosedRange<Int>, _ done: UInt8,
    _ codes: UnsafeMutablePointer<UInt32>
  ) {
    let size = PermutationFormat.partRows
    let parts = (count &+ size &- 1) / size
    var place = 5 &* parts
    for part in 0...min(wanted.upperBound, parts &- 1) {
      let mode = input.load(fromByteOffset: part, as: UInt8.self)
      let width = Int(mode & 0x3F)
      if part >= wanted.lowerBound, done &>> UInt8(truncatingIfNeeded: part) & 1 == 0 {
        let base = UInt32(
          littleEndian: input.loadUnaligned(fromByteOffset: parts &+ 4 &* part, as: UInt32.self))
        let output = codes + part &* size
        if mode & PermutationColumnKind.gapsBit == 0 {
          BitBlock.unpack(input + place, width: width, adding: base, into: output)
        } else {
          BitBlock.unpackGaps(
            input + place, width: width, previous: Int32(bitPattern: base &- 1), into: output)
          for row in 0..<size { output[row] &-= UInt32(truncatingIfNeeded: row) }
        }
      }
      place &+= BitBlock.byteCount(width: width)
    }
  }

  private func unpackRuns(_ input: UnsafeRawPointer, _ codes: UnsafeMutablePointer<UInt32>) {
    let runs = Int(UInt16(littleEndian: input.loadUnaligned(as: UInt16.self)))
    guard runs <= PermutationFormat.blockRows else { return }
    let valueWidth = Int(input.load(fromByteOffset: 2, as: UInt8.self))
    let lengthWidth = Int(input.load(fromByteOffset: 3, as: UInt8.self))
    let base = UInt32(littleEndian: input.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let lengths = runRoom + PermutationFormat.blockRows
    BitStream.unpack(input + 8, count: runs, width: valueWidth, into: runRoom)
    BitStream.unpack(
      input + 8 + BitStream.byteCount(count: runs, width: valueWidth), count: runs, width: lengthWidth,
      into: lengths)
    var row = 0
    for run in 0..<runs {
      let end = min(row &+ Int(lengths[run]) &+ 1, PermutationFormat.blockRows)
      let code = base &+ runRoom[run]
      while row < end {
        codes[row] = code
        row &+= 1
      }
    }
  }
}

/// Which blocks of an order were found whole; used by one thread.
final class PermutationVerified {
  private let flags: UnsafeMutablePointer<UInt8>

  init(_ file: PermutationOrderFile) {
    flags = .allocate(capacity: max(1, file.blockCount))
    flags.initialize(repeating: 0, count: max(1, file.blockCount))
  }

  deinit { flags.deallocate() }

  /// Verifies a block when it is read for the first time.
  @inline(__always)
  func check(_ block: Int, _ file: PermutationOrderFile) throws {
    if flags[block] == 0 {
      try file.verify(block)
      flags[block] = 1
    }
  }
}
