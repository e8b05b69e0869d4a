import Glibc

/// Reads mapped bytes in sequence and never past their end: beyond it everything is 0.
struct ByteReader {
  private var cursor: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// Where a reader of nothing stands; never read.
  private static var nothing: UnsafePointer<UInt8> {
    UnsafePointer(bitPattern: 1).unsafelyUnwrapped
  }

  /// Reads a part of a buffer; what lies outside of the buffer is left out.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? Self.nothing
    let last = min(max(end, 0), bytes.count)
    cursor = base + min(max(start, 0), last)
    self.end = base + last
  }

  /// How many bytes are left.
  var remaining: Int { end - cursor }

  /// Where the next byte stands.
  var position: UnsafePointer<UInt8> { cursor }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard cursor < end else { return 0 }
    defer { cursor += 1 }
    return cursor.pointee
  }

  /// The next number, 0 at the end.
  ///
  /// One byte or two is read without a branch: which of them it is cannot be foretold.
  @inline(__always)
  mutating func varint() -> Int {
    if end - cursor >= 2 {
      let bytes = Int(UInt16(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt16.self)))
      if bytes & 0x8080 != 0x8080 {
        let more = bytes &>> 7 & 1
        cursor += 1 &+ more
        return bytes & 0x7F | bytes &>> 1 & 0x3F80 & (0 &- more)
      }
    }
    let long = Self.longVarint(cursor, end)
    cursor = long.next
    return long.value
  }

  /// The next number where a flag is 0; 0, and nothing read, where it is 1.
  @inline(__always)
  mutating func varint(unless flag: Int) -> Int {
    if end - cursor >= 2 {
      let bytes = Int(UInt16(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt16.self)))
      if bytes & 0x8080 != 0x8080 {
        let more = bytes &>> 7 & 1
        cursor += (1 &+ more) & (flag &- 1)
        return (bytes & 0x7F | bytes &>> 1 & 0x3F80 & (0 &- more)) & (flag &- 1)
      }
    }
    return flag == 1 ? 0 : varint()
  }

  /// Eight bytes, the first lowest, from so many behind the next one.
  ///
  /// - Precondition: There are so many left.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(cursor + offset).loadUnaligned(as: UInt64.self))
  }

  /// Moves past some bytes.
  ///
  /// - Precondition: There are so many left.
  @inline(__always)
  mutating func skip(_ count: Int) { cursor += count }

  /// Reads byte by byte; a function of values, so that a reader stays in registers.
  @inline(never)
  private static func longVarint(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (value: Int, next: UnsafePointer<UInt8>) {
    var cursor = start
    var value = 0
    var shift = 0
    while cursor < end, shift < 63 {
      let byte = cursor.pointee
      cursor += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return (value & Int.max, cursor)
  }

  /// The next bytes; nil when there are not that many.
  @inline(__always)
  mutating func bytes(_ count: Int) -> UnsafeBufferPointer<UInt8>? {
    guard count >= 0, count <= end - cursor else { return nil }
    defer { cursor += count }
    return UnsafeBufferPointer(start: cursor, count: count)
  }

  /// Bytewise order: below 0, 0 or above 0.
  @inline(__always)
  static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(a.count, b.count)
    if count > 0, let left = a.baseAddress, let right = b.baseAddress {
      let order = memcmp(left, right, count)
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }

  /// How many bytes two runs share at their start.
  @inline(__always)
  static func commonPrefix(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(a.count, b.count)
    var index = 0
    while index < count, a[index] == b[index] { index &+= 1 }
    return index
  }
}
