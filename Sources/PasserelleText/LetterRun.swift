/// The ASCII letters and digits at a place of a text, up to eight, found and lower-cased side by side.
struct LetterRun {
  /// The lower-cased bytes, little-endian, zeros behind them.
  let lower: UInt64
  /// Their number, 0 to 8.
  let count: Int

  /// Reads at a place.
  ///
  /// - Parameters:
  ///   - bytes: Start of the text.
  ///   - index: Where to read, below `end`.
  ///   - end: Offset past the last byte; nothing is read at or behind it.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, at index: Int, end: Int) {
    let word =
      end &- index >= 8
      ? UInt64(littleEndian: UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self))
      : Self.tail(bytes, from: index, to: end)
    let high: UInt64 = 0x8080_8080_8080_8080
    let seven = word & ~high
    // A byte's top bit tells whether it passes a bound: no sum carries into the next byte.
    let folded = seven | 0x2020_2020_2020_2020
    let letter =
      (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505) & ~word & high
    let digit = (seven &+ 0x5050_5050_5050_5050) & ~(seven &+ 0x4646_4646_4646_4646) & ~word & high
    let bits = (~(letter | digit) & high).trailingZeroBitCount & ~7
    count = bits &>> 3
    let mask: UInt64 = bits == 64 ? .max : 1 &<< UInt64(truncatingIfNeeded: bits) &- 1
    lower = (word | letter &>> 2) & mask
  }

  @inline(never)
  private static func tail(_ bytes: UnsafePointer<UInt8>, from index: Int, to end: Int) -> UInt64 {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for offset in index..<end {
      word |= UInt64(bytes[offset]) &<< shift
      shift &+= 8
    }
    return word
  }
}
