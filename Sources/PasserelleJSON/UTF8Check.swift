/// Checks that bytes are UTF-8, by the table of well-formed sequences of the Unicode Standard (3-7).
public enum UTF8Check {
  /// Finds the first byte that no well-formed sequence can hold.
  ///
  /// - Returns: Its offset, or nil when all the bytes are UTF-8.
  /// - Complexity: O(*n*); eight bytes at a time while they are ASCII.
  @inlinable
  @inline(__always)
  public static func firstInvalidOffset(in bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index + 8 <= bytes.count {
      guard bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 else {
        break
      }
      index += 8
    }
    return index < bytes.count ? firstInvalidOffset(in: bytes, from: index) : nil
  }

  @usableFromInline
  static func firstInvalidOffset(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let count = bytes.count
    var index = start
    while index < count {
      while index + 8 <= count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < count else { return nil }
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return index
      }
      guard index + length <= count, bytes[index + 1] >= low, bytes[index + 1] <= high else { return index }
      for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  /// Finds the first byte of an array that no well-formed sequence can hold.
  public static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { firstInvalidOffset(in: $0) }
  }
}
