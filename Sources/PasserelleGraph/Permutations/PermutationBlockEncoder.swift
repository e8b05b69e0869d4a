import PasserelleSegments

/// Packs blocks of rows.
final class PermutationBlockEncoder {
  private let values: UnsafeMutablePointer<UInt32>
  private let lengths: UnsafeMutablePointer<UInt32>
  private static let mostRuns = 256

  init() {
    values = .allocate(capacity: PermutationFormat.blockRows)
    lengths = .allocate(capacity: PermutationFormat.blockRows)
  }

  deinit {
    values.deallocate()
    lengths.deallocate()
  }

  /// Writes a block.
  ///
  /// - Parameters:
  ///   - columns: At least one row.
  ///   - hasRepeats: Whether a row states the triple of the row before it again.
  ///   - wideBase: The first wide code.
  ///   - narrow: The places whose codes are never wide.
  ///   - output: Room for the longest block.
  /// - Returns: The length of the block in bytes.
  func encode(
    _ columns: PermutationColumns, hasRepeats: Bool, wideBase: UInt32, narrow: (Int, Int),
    into output: UnsafeMutableRawPointer
  ) -> Int {
    output.storeBytes(of: hasRepeats ? 1 : 0, as: UInt8.self)
    output.storeBytes(of: UInt16(columns.count).littleEndian, toByteOffset: 2, as: UInt16.self)
    var wide: UInt8 = 0
    var end = PermutationFormat.blockHead
    for place in 0..<4 {
      if place != narrow.0, place != narrow.1 {
        wide |= Self.wideBits(columns[place], columns.count, wideBase) << UInt8(place)
      }
      output.storeBytes(of: UInt16(end).littleEndian, toByteOffset: 8 + 2 * place, as: UInt16.self)
      let (kind, length) = column(columns[place], columns.count, output + end)
      output.storeBytes(of: kind, toByteOffset: 4 + place, as: UInt8.self)
      end += length
    }
    output.storeBytes(of: wide, toByteOffset: 1, as: UInt8.self)
    return end
  }

  /// Bit 0 where some code is wide, bit 4 where all are.
  private static func wideBits(_ codes: UnsafePointer<UInt32>, _ count: Int, _ base: UInt32) -> UInt8 {
    var wide = 0
    for row in 0..<count { wide &+= codes[row] >= base ? 1 : 0 }
    return (wide > 0 ? 1 : 0) | (wide == count ? 16 : 0)
  }

  private func column(
    _ codes: UnsafeMutablePointer<UInt32>, _ count: Int, _ output: UnsafeMutableRawPointer
  ) -> (kind: UInt8, length: Int) {
    var runs = 1
    for row in 1..<max(count, 1) { runs &+= codes[row] != codes[row &- 1] ? 1 : 0 }
    if runs == 1 {
      output.storeBytes(of: codes[0].littleEndian, as: UInt32.self)
      return (PermutationColumnKind.constant, 4)
    }
    let length = parts(codes, count, output)
    guard runs <= Self.mostRuns else { return (PermutationColumnKind.parts, length) }
    let shape = runShape(codes, count, runs)
    guard shape.length < length else { return (PermutationColumnKind.parts, length) }
    write(runs, shape, output)
    return (PermutationColumnKind.runs, shape.length)
  }

  /// Writes a column in parts of 128 values, each by its distance from the least, or from the value before.
  private func parts(
    _ codes: UnsafeMutablePointer<UInt32>, _ count: Int, _ output: UnsafeMutableRawPointer
  ) -> Int {
    let size = PermutationFormat.partRows
    let parts = (count + size - 1) / size
    let last = codes[count - 1]
    for row in count..<max(count, parts * size) { codes[row] = last }
    var end = 5 * parts
    for part in 0..<parts {
      let start = codes + part * size
      var (low, high, gaps) = (start[0], start[0], UInt32.zero)
      var isAscending = true
      for row in 1..<size {
        let code = start[row]
        low = min(low, code)
        high = max(high, code)
        gaps |= code &- start[row &- 1]
        isAscending = isAscending && code >= start[row &- 1]
      }
      var width = 32 - (high - low).leadingZeroBitCount
      var mode = UInt8(width)
      if isAscending, 32 - gaps.leadingZeroBitCount < width {
        width = 32 - gaps.leadingZeroBitCount
        mode = UInt8(width) | PermutationColumnKind.gapsBit
        values[0] = 0
        for row in 1..<size { values[row] = start[row] &- start[row &- 1] }
      } else {
        for row in 0..<size { values[row] = start[row] &- low }
      }
      output.storeBytes(of: mode, toByteOffset: part, as: UInt8.self)
      output.storeBytes(of: low.littleEndian, toByteOffset: parts + 4 * part, as: UInt32.self)
      BitBlock.pack(values, width: width, into: output + end)
      end += BitBlock.byteCount(width: width)
    }
    return end
  }

  private struct RunShape {
    var base: UInt32
    var valueWidth: Int
    var lengthWidth: Int
    var length: Int
  }

  /// Gathers the runs of equal values, each by its distance from the least.
  private func runShape(_ codes: UnsafePointer<UInt32>, _ count: Int, _ runs: Int) -> RunShape {
    var run = 0
    var start = 0
    var low = codes[0]
    for row in 1...count where row == count || codes[row] != codes[row &- 1] {
      values[run] = codes[start]
      lengths[run] = UInt32(row - start - 1)
      low = min(low, codes[start])
      run += 1
      start = row
    }
    for run in 0..<runs { values[run] &-= low }
    let valueWidth = BitStream.width(of: values, count: runs)
    let lengthWidth = BitStream.width(of: lengths, count: runs)
    let length =
      8 + BitStream.byteCount(count: runs, width: valueWidth)
      + BitStream.byteCount(count: runs, width: lengthWidth)
    return RunShape(base: low, valueWidth: valueWidth, lengthWidth: lengthWidth, length: length)
  }

  private func write(_ runs: Int, _ shape: RunShape, _ output: UnsafeMutableRawPointer) {
    output.storeBytes(of: UInt16(runs).littleEndian, as: UInt16.self)
    output.storeBytes(of: UInt8(shape.valueWidth), toByteOffset: 2, as: UInt8.self)
    output.storeBytes(of: UInt8(shape.lengthWidth), toByteOffset: 3, as: UInt8.self)
    output.storeBytes(of: shape.base.littleEndian, toByteOffset: 4, as: UInt32.self)
    BitStream.pack(values, count: runs, width: shape.valueWidth, into: output + 8)
    BitStream.pack(
      lengths, count: runs, width: shape.lengthWidth,
      into: output + 8 + BitStream.byteCount(count: runs, width: shape.valueWidth))
  }
}

/// How the column of a block is written.
enum PermutationColumnKind {
  static let constant: UInt8 = 0
  static let parts: UInt8 = 1
  static let runs: UInt8 = 2
  /// In the mode of a part: values are distances from the value before.
  static let gapsBit: UInt8 = 0x40
}
