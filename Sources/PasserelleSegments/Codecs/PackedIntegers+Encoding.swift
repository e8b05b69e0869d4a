/// Writing of arrays of numbers.
extension PackedIntegers {
  /// The bytes of an array, at the least width.
  ///
  /// - Complexity: O(*n*).
  public static func encode(_ numbers: [UInt64]) -> [UInt8] {
    let width = 64 - numbers.reduce(0, |).leadingZeroBitCount
    let length = headerLength + (numbers.count * width + 7) / 8
    return [UInt8](unsafeUninitializedCapacity: length) { bytes, filled in
      filled = length
      guard let start = bytes.baseAddress else { return }
      var place = start
      write(UInt64(numbers.count), at: &place, count: 8)
      write(UInt64(width), at: &place, count: 8)
      var waiting: UInt64 = 0
      var bits = 0
      for number in numbers {
        waiting |= number << UInt64(bits)
        bits += width
        guard bits >= 64 else { continue }
        write(waiting, at: &place, count: 8)
        bits -= 64
        // A shift by 64, where nothing is left over, gives 0.
        waiting = number >> UInt64(width - bits)
      }
      write(waiting, at: &place, count: (bits + 7) / 8)
    }
  }

  private static func write(_ word: UInt64, at place: inout UnsafeMutablePointer<UInt8>, count: Int) {
    for byte in 0..<count { place[byte] = UInt8(truncatingIfNeeded: word &>> UInt64(8 * byte)) }
    place += count
  }
}
