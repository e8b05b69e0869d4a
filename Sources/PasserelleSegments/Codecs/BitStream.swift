/// A few numbers of one width as one stream of bits, low bits first, filled to a whole byte.
public enum BitStream {
  /// The number of bytes of a stream.
  @inlinable
  public static func byteCount(count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// The least width in bits that holds each of some numbers, 0 to 32.
  public static func width(of values: UnsafePointer<UInt32>, count: Int) -> Int {
    var all: UInt32 = 0
    for place in 0..<count { all |= values[place] }
    return 32 - all.leadingZeroBitCount
  }

  /// Packs numbers.
  ///
  /// - Parameters:
  ///   - values: The numbers; bits above the width are lost.
  ///   - count: How many there are.
  ///   - width: The width in bits, 0 to 32.
  ///   - output: Where ``byteCount(count:width:)`` bytes are written.
  public static func pack(
    _ values: UnsafePointer<UInt32>, count: Int, width: Int, into output: UnsafeMutableRawPointer
  ) {
    precondition(width >= 0 && width <= 32, "a width of 0 to 32 bits")
    let mask = mask(width)
    var place = output.assumingMemoryBound(to: UInt8.self)
    var waiting: UInt64 = 0
    var filled = 0
    for index in 0..<count {
      waiting |= (UInt64(values[index]) & mask) &<< UInt64(filled)
      filled += width
      while filled >= 8 {
        place.pointee = UInt8(truncatingIfNeeded: waiting)
        place += 1
        waiting &>>= 8
        filled -= 8
      }
    }
    if filled > 0 { place.pointee = UInt8(truncatingIfNeeded: waiting) }
  }

  /// Unpacks numbers.
  ///
  /// - Parameters:
  ///   - input: The stream; nothing is read beyond its ``byteCount(count:width:)`` bytes.
  ///   - count: How many numbers there are.
  ///   - width: The width in bits, 0 to 32; of any other all are 0 and nothing is read.
  ///   - output: Where the numbers are written.
  public static func unpack(
    _ input: UnsafeRawPointer, count: Int, width: Int, into output: UnsafeMutablePointer<UInt32>
  ) {
    guard width > 0, width <= 32 else {
      output.update(repeating: 0, count: count)
      return
    }
    let mask = mask(width)
    let length = byteCount(count: count, width: width)
    var index = 0
    var bit = 0
    while index < count, (bit &>> 3) &+ 8 <= length {
      let word = UInt64(littleEndian: input.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
      output[index] = UInt32(truncatingIfNeeded: (word &>> UInt64(bit & 7)) & mask)
      index &+= 1
      bit &+= width
    }
    while index < count {
      var word: UInt64 = 0
      for byte in (bit &>> 3)..<min(length, (bit &>> 3) &+ 8) {
        word |=
          UInt64(input.load(fromByteOffset: byte, as: UInt8.self)) &<< UInt64(8 &* (byte &- (bit &>> 3)))
      }
      output[index] = UInt32(truncatingIfNeeded: (word &>> UInt64(bit & 7)) & mask)
      index &+= 1
      bit &+= width
    }
  }

  private static func mask(_ width: Int) -> UInt64 { (1 &<< UInt64(width)) &- 1 }
}
