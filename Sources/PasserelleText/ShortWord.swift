/// A lower-cased word of up to 16 bytes in two registers, little-endian, zeros behind its end.
struct ShortWord {
  /// The first eight bytes.
  private(set) var low: UInt64 = 0
  /// The further ones.
  private(set) var high: UInt64 = 0
  /// Number of bytes.
  private(set) var length = 0

  /// Whether a byte of the first eight, or of the others, belongs to a letter outside ASCII.
  @inline(__always)
  var hasTwoByteLetter: Bool { (low | high) & 0x8080_8080_8080_8080 != 0 }

  /// Appends up to eight bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, zeros behind them.
  ///   - count: Their number, 0 to 8.
  /// - Returns: False when they do not fit; the word is then as before.
  @inline(__always)
  mutating func append(_ bytes: UInt64, _ count: Int) -> Bool {
    if length == 0 {
      low = bytes
    } else {
      guard length &+ count <= 16 else { return false }
      let bits = UInt64(truncatingIfNeeded: length) &* 8
      if length < 8 {
        low |= bytes &<< bits
        high = bytes &>> (64 &- bits)
      } else {
        high |= bytes &<< (bits &- 64)
      }
    }
    length &+= count
    return true
  }
}
