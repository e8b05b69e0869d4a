/// The cyclic redundancy check of gzip and ZIP (RFC 1952, 8), eight bytes at a time.
///
/// The method is that of Kounavis and Berry, "A systematic approach to building high performance software-based CRC
/// generators", 2005.
struct CyclicCheck {
  private var state: UInt32 = 0xFFFF_FFFF

  /// The check of the bytes so far.
  var value: UInt32 { ~state }

  /// Takes more bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let folded = Self.tables.withUnsafeBufferPointer { tables -> UInt32 in
      var state = state
      var index = 0
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let low = UInt32(truncatingIfNeeded: word) ^ state
        let high = UInt32(truncatingIfNeeded: word >> 32)
        state =
          tables[1792 + Int(low & 0xFF)] ^ tables[1536 + Int(low >> 8 & 0xFF)]
          ^ tables[1280 + Int(low >> 16 & 0xFF)] ^ tables[1024 + Int(low >> 24)]
          ^ tables[768 + Int(high & 0xFF)] ^ tables[512 + Int(high >> 8 & 0xFF)]
          ^ tables[256 + Int(high >> 16 & 0xFF)] ^ tables[Int(high >> 24)]
        index += 8
      }
      while index < bytes.count {
        state = tables[Int((state ^ UInt32(bytes[index])) & 0xFF)] ^ state >> 8
        index += 1
      }
      return state
    }
    state = folded
  }

  /// Eight tables of 256, the one of a byte after *n* others at 256 *n*.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 2048)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
      tables[byte] = value
    }
    for index in 256..<2048 {
      let before = tables[index - 256]
      tables[index] = tables[Int(before & 0xFF)] ^ before >> 8
    }
    return tables
  }()
}
