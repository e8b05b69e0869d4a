package import PasserelleCore

/// A source whose first bytes were looked at, and are read again.
package struct PeekedByteSource: ByteSource {
  /// The bytes read ahead.
  package let peeked: [UInt8]
  private var head: ArraySlice<UInt8>
  /// The source with the bytes ahead taken off.
  package private(set) var rest: any ByteSource

  /// Reads up to `count` bytes ahead.
  ///
  /// - Throws: What the source throws.
  package init(_ source: any ByteSource, peeking count: Int) throws {
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
    peeked = Array(bytes[..<filled])
    head = peeked[...]
    rest = source
  }

  /// Reads the next bytes, those looked at first.
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !head.isEmpty else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count)
    buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }
}
