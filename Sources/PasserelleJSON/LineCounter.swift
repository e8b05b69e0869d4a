/// Counts lines up to an offset that only grows.
struct LineCounter {
  /// The line of the offset counted to, from 1.
  private(set) var line = 1
  /// The offset counted to.
  private(set) var counted = 0
  /// The offset where that line begins.
  private(set) var lineStart = 0

  mutating func reset(at offset: Int) {
    line = 1
    counted = offset
    lineStart = offset
  }

  /// Counts on to an offset that lies in a piece of the text.
  mutating func advance(to offset: Int, in bytes: UnsafeRawBufferPointer, at start: Int) {
    let first = max(0, counted - start)
    let last = min(bytes.count, offset - start)
    guard first < last else { return }
    for index in first..<last where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = start + index + 1
    }
    counted = start + last
  }
}
