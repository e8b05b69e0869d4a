import PasserelleSegments

/// Bytes that grow at their end.
struct ByteBuffer: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// Makes an empty buffer.
  init(capacity: Int = 256) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// The bytes, valid until the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Removes the bytes behind the first so many and keeps the memory.
  mutating func truncate(to length: Int = 0) { count = min(count, length) }

  /// Where to write, with room for so many bytes; ``advance(_:)`` then tells how many were written.
  @inline(__always)
  mutating func room(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < length { grow(length) }
    return start + count
  }

  /// Adds bytes that were written where ``room(_:)`` said.
  @inline(__always)
  mutating func advance(_ length: Int) { count &+= length }

  /// Appends bytes.
  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    room(length).update(from: source, count: length)
    count &+= length
  }

  /// Appends bytes.
  mutating func append(_ source: UnsafeRawBufferPointer) {
    guard let base = source.baseAddress else { return }
    append(base.assumingMemoryBound(to: UInt8.self), source.count)
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(byte: UInt8) {
    room(1).pointee = byte
    count &+= 1
  }

  /// Appends a varint.
  @inline(__always)
  mutating func append(varint value: UInt64) {
    let first = room(VarInt.maximumLength)
    if value < 0x80 {
      first.pointee = UInt8(truncatingIfNeeded: value)
      count &+= 1
    } else {
      var cursor = first
      VarInt.write(value, at: &cursor)
      count &+= cursor - first
    }
  }

  /// Appends a little-endian number.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger>(number: Number) {
    let length = MemoryLayout<Number>.size
    UnsafeMutableRawPointer(room(length)).storeBytes(of: number.littleEndian, as: Number.self)
    count &+= length
  }

  @inline(never)
  private mutating func grow(_ length: Int) {
    let larger = max(capacity * 2, count + length)
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    bytes.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (bytes, larger)
  }
}
