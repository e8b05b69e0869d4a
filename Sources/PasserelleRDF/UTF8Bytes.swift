/// UTF-8 as bytes.
enum UTF8Bytes {
  /// The first byte that no well-formed sequence can hold (Unicode Standard, table 3-7); nil where all is UTF-8.
  @inline(__always)
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 <= raw.count {
      guard raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 else {
        return firstInvalid(bytes, from: at)
      }
      at += 8
    }
    return at < raw.count ? firstInvalid(bytes, from: at) : nil
  }

  private static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at < raw.count {
      if at + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
      let first = raw[at]
      if first < 0x80 {
        at += 1
        continue
      }
      var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
      let length: Int
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return at
      }
      guard at + length <= raw.count, raw[at + 1] >= low, raw[at + 1] <= high else { return at }
      for offset in 2..<max(2, length) where raw[at + offset] & 0xC0 != 0x80 { return at }
      at += length
    }
    return nil
  }

  /// The scalar at a place and its length; nil for bytes that are not UTF-8.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int)? {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    guard length > 0, at + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(at + 1)..<(at + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }
}
