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

  @inline(__always)
  mutating func varint() -> Int {
    guard cursor < end else { return 0 }
    let first = cursor.pointee
    cursor += 1
    if first < 0x80 { return Int(first) }
    return longVarint(first)
  }

  @inline(never)
  private mutating func longVarint(_ first: UInt8) -> Int {
    var value = Int(first & 0x7F)
    var shift = 7
    while cursor < end, shift < 63 {
      let byte = cursor.pointee
      cursor += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value & Int.max
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
