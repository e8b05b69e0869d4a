/// Whole numbers of one to ten bytes: LEB128, seven bits a byte, low bits first.
@frozen
public enum VarInt {
  /// The longest encoding, in bytes.
  public static let maximumLength = 10

  /// Appends a number.
  @inlinable
  public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a number.
  ///
  /// - Precondition: It is not negative.
  @inlinable
  public static func append(_ value: Int, to bytes: inout [UInt8]) {
    append(UInt64(value), to: &bytes)
  }

  /// Writes a number where there is room for ``maximumLength`` bytes, and moves the cursor behind it.
  @inlinable
  public static func write(_ value: UInt64, at cursor: inout UnsafeMutablePointer<UInt8>) {
    var rest = value
    var place = cursor
    while rest >= 0x80 {
      place.pointee = UInt8(truncatingIfNeeded: rest) | 0x80
      place += 1
      rest >>= 7
    }
    place.pointee = UInt8(truncatingIfNeeded: rest)
    cursor = place + 1
  }

  /// How many bytes a number takes.
  @inlinable
  public static func length(of value: UInt64) -> Int {
    (63 - (value | 1).leadingZeroBitCount) / 7 + 1
  }

  /// Reads a number and moves the cursor behind it.
  ///
  /// - Parameters:
  ///   - cursor: Where the number starts.
  ///   - end: Where the bytes end; nothing is read from there on.
  /// - Returns: The number; nil, with the cursor where it was, when it is cut or does not fit 64 bits.
  @inlinable
  @inline(__always)
  public static func read(_ cursor: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UInt64? {
    guard cursor < end else { return nil }
    let first = cursor.pointee
    if first < 0x80 {
      cursor += 1
      return UInt64(first)
    }
    return readLong(&cursor, end: end)
  }

  /// Reads a number of 32 bits and moves the cursor behind it.
  ///
  /// - Parameters:
  ///   - cursor: Where the number starts.
  ///   - end: Where the bytes end; nothing is read from there on.
  /// - Returns: The number; nil, with the cursor where it was, when it is cut or does not fit 32 bits.
  @inlinable
  @inline(__always)
  public static func readUInt32(
    _ cursor: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>
  ) -> UInt32? {
    guard cursor < end else { return nil }
    let first = cursor.pointee
    if first < 0x80 {
      cursor += 1
      return UInt32(first)
    }
    var place = cursor
    guard let value = readLong(&place, end: end), value <= UInt64(UInt32.max) else { return nil }
    cursor = place
    return UInt32(truncatingIfNeeded: value)
  }

  @usableFromInline
  static func readLong(_ cursor: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UInt64? {
    var place = cursor
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < end, shift < 64 {
      let byte = place.pointee
      place += 1
      if shift == 63, byte > 1 { return nil }
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 {
        cursor = place
        return value
      }
      shift += 7
    }
    return nil
  }
}
