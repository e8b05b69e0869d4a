import PasserelleCore

/// Passes bytes through and counts them, for progress; can end early when a stop is asked for.
struct CountingByteSource: ByteSource {
  private var base: any ByteSource
  private let onRead: (Int) -> Void

  init(_ base: any ByteSource, onRead: @escaping (Int) -> Void) {
    self.base = base
    self.onRead = onRead
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try base.read(into: buffer)
    onRead(count)
    return count
  }
}

/// Gives some bytes that were read ahead, then the rest of a source.
struct PeekedByteSource: ByteSource {
  private var head: ArraySlice<UInt8>
  private var rest: any ByteSource

  /// Reads up to `count` bytes ahead.
  init(_ source: any ByteSource, peeking count: Int) throws {
    var source = source
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = try bytes.withUnsafeMutableBytes { buffer in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      }
      if read == 0 { break }
      filled += read
    }
    head = bytes[..<filled]
    rest = source
  }

  /// The bytes read ahead.
  var peeked: [UInt8] { Array(head) }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !head.isEmpty else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count)
    buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }
}
