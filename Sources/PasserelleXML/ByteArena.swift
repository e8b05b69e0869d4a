internal import Glibc

/// Bytes one after the other in memory that is used again.
struct ByteArena: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// The bytes of a range, valid until bytes are added or moved.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Adds bytes at the end.
  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, count added: Int) {
    if count + added > capacity { grow(count + added) }
    memcpy(start + count, bytes, added)
    count += added
  }

  @inline(never)
  private mutating func grow(_ needed: Int) {
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: max(needed, 2 * capacity))
    wider.update(from: start, count: count)
    start.deallocate()
    start = wider
    capacity = max(needed, 2 * capacity)
  }

  /// Forgets all but a range, which then stands at the start.
  mutating func keep(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    if range.lowerBound > 0, !range.isEmpty {
      memmove(start, start + range.lowerBound, range.count)
    }
    count = range.count
  }

  /// Takes `&` for its reference `&#38;` from a place on: so the parser leaves it in the values of attributes.
  mutating func resolveAmpersands(from place: Int) {
    var read = place
    var written = place
    while read < count {
      let byte = start[read]
      start[written] = byte
      written += 1
      let isReference =
        byte == UInt8(ascii: "&") && count - read >= 5 && memcmp(start + read, "&#38;", 5) == 0
      read += isReference ? 5 : 1
    }
    count = written
  }
}
