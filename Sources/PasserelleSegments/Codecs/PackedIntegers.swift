/// An array of numbers of one width, read where it lies.
///
/// The layout: u64 count; u8 width (0 to 64), seven zero bytes; the values in one stream of bits, low bits first,
/// filled to a whole byte. The bytes must stay in place as long as the array is used.
@frozen
public struct PackedIntegers {
  /// The length of what stands before the values, in bytes.
  public static let headerLength = 16

  /// The number of values.
  public let count: Int
  /// The width of a value in bits.
  public let width: Int
  /// The length of the whole, header and values, in bytes.
  public let byteCount: Int
  @usableFromInline let values: UnsafeRawPointer
  @usableFromInline let mask: UInt64
  /// The last byte from which a value can be had with one load; −1 when none.
  @usableFromInline let lastFast: Int

  /// Reads the header of an array; nil when the bytes are too short, or start with no array.
  ///
  /// - Parameter bytes: Bytes that start with the array; what follows it is ignored.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count >= Self.headerLength else { return nil }
    let header = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    let second = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard let count = Int(exactly: header), second <= 64 else { return nil }
    let (bits, overflow) = count.multipliedReportingOverflow(by: Int(second))
    guard !overflow, bits / 8 + (bits % 8 == 0 ? 0 : 1) <= bytes.count - Self.headerLength else { return nil }
    let length = bits / 8 + (bits % 8 == 0 ? 0 : 1)
    self.count = count
    width = Int(second)
    byteCount = Self.headerLength + length
    values = start + Self.headerLength
    mask = second == 64 ? .max : (1 &<< second) &- 1
    lastFast = second <= 56 ? length - 8 : -1
  }

  /// The value at a place.
  ///
  /// - Precondition: The place is below ``count``.
  @inlinable
  public subscript(place: Int) -> UInt64 {
    @inline(__always)
    get {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "a place of the array")
      let bit = place &* width
      let byte = bit &>> 3
      if byte <= lastFast {
        let word = UInt64(littleEndian: values.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
        return (word &>> UInt64(truncatingIfNeeded: bit & 7)) & mask
      }
      return slowValue(bit)
    }
  }

  @usableFromInline
  func slowValue(_ bit: Int) -> UInt64 {
    let start = bit &>> 3
    let shift = bit & 7
    let bytes = (shift + width + 7) / 8
    var low: UInt64 = 0
    for place in 0..<min(bytes, 8) {
      low |= UInt64(values.load(fromByteOffset: start + place, as: UInt8.self)) &<< UInt64(8 * place)
    }
    var value = low &>> UInt64(shift)
    if bytes > 8 {
      value |= UInt64(values.load(fromByteOffset: start + 8, as: UInt8.self)) &<< UInt64(64 - shift)
    }
    return value & mask
  }
}
