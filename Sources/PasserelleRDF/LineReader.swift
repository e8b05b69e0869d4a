internal import Glibc
internal import PasserelleCore

/// Cuts a stream into lines and hands them on as bytes; a line beyond the limit is told of and passed over.
struct LineReader {
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Reads to the end.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - body: Gets the number of each line, from 1, and its bytes without `\n`, nil for a line beyond the limit;
  ///     returns false to stop.
  /// - Returns: Whether the end was reached.
  /// - Throws: What `input` and `body` throw.
  func read(
    _ input: inout any ByteSource, _ body: (Int, UnsafeBufferPointer<UInt8>?) throws -> Bool
  ) throws -> Bool {
    var capacity = 256 << 10
    var buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    defer { buffer.deallocate() }
    var filled = 0
    var number = 0
    var isSkipping = false
    while true {
      if filled == capacity {
        if capacity < limit {
          let wider = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
          wider.copyMemory(from: buffer, byteCount: filled)
          buffer.deallocate()
          (buffer, capacity) = (wider, capacity * 2)
        } else {
          if !isSkipping, try !body(number + 1, nil) { return false }
          (isSkipping, filled) = (true, 0)
        }
      }
      let read = try input.read(
        into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
      let end = filled + read
      var start = 0
      // What stands before `filled` holds no end of line.
      var searched = filled
      while let found = memchr(buffer + searched, 0x0A, end - searched) {
        let stop = UnsafeRawPointer(found) - UnsafeRawPointer(buffer)
        number += 1
        if isSkipping {
          isSkipping = false
        } else if try !body(number, Self.bytes(buffer, start, stop)) {
          return false
        }
        (start, searched) = (stop + 1, stop + 1)
      }
      if read == 0 {
        if start < end, !isSkipping { return try body(number + 1, Self.bytes(buffer, start, end)) }
        return true
      }
      filled = end - start
      if start > 0, filled > 0 { memmove(buffer, buffer + start, filled) }
    }
  }

  private static func bytes(
    _ buffer: UnsafeMutableRawPointer, _ start: Int, _ end: Int
  ) -> UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawBufferPointer(start: buffer + start, count: end - start)
    return raw.assumingMemoryBound(to: UInt8.self)
  }
}
