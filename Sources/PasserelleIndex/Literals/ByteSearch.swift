import Glibc

/// Looks for some bytes in others.
enum ByteSearch {
  /// Whether some bytes stand in others.
  ///
  /// Eight places at a time: where neither the first nor the last byte of the needle differs, the rest is compared.
  ///
  /// - Parameters:
  ///   - needle: What is looked for.
  ///   - length: Its bytes, at least 1.
  ///   - bytes: Where it is looked for.
  ///   - count: Their number.
  /// - Returns: Whether the needle stands there.
  /// - Complexity: O(`count`) in usual texts, O(`count` · `length`) at worst.
  static func contains(
    _ needle: UnsafeRawPointer, _ length: Int, in bytes: UnsafeRawPointer, _ count: Int
  ) -> Bool {
    guard length <= count else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let first = needle.load(as: UInt8.self)
    let firsts = ones &* UInt64(first)
    let lasts = ones &* UInt64(needle.load(fromByteOffset: length &- 1, as: UInt8.self))
    let highest = ones &* 0x80
    // Places where the needle may begin.
    let places = count &- length &+ 1
    var place = 0
    while place &+ 8 <= places {
      let start = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let end = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place &+ length &- 1, as: UInt64.self))
      let differing = (start ^ firsts) | (end ^ lasts)
      // The highest bit of each zero byte, and perhaps of some that follow one.
      var marks = (differing &- ones) & ~differing & highest
      while marks != 0 {
        let candidate = place &+ marks.trailingZeroBitCount &>> 3
        if memcmp(bytes + candidate, needle, length) == 0 { return true }
        marks &= marks &- 1
      }
      place &+= 8
    }
    while place < places {
      if bytes.load(fromByteOffset: place, as: UInt8.self) == first,
        memcmp(bytes + place, needle, length) == 0
      {
        return true
      }
      place &+= 1
    }
    return false
  }
}
