package import PasserelleCore

/// Gives some bytes that were read ahead, then the rest of a source.
package struct PeekedByteSource: ByteSource {
  private var head: ArraySlice<UInt8>
  private var rest: any ByteSource
  /// What the source threw after the bytes read ahead.
  private(set) var failure: PasserelleError?

  /// Reads up to `count` bytes ahead.
  ///
  /// - Throws: What the source throws before it has given anything; a later error comes when the bytes before it
  ///   were read.
  package init(_ source: any ByteSource, peeking count: Int) throws {
    var rest = source
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      do {
        let read = try bytes.withUnsafeMutableBytes { buffer in
          try rest.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        }
        if read == 0 { break }
        filled += read
      } catch {
        guard filled > 0 else { throw error }
        rest = FailingByteSource(error: error)
        failure = error as? PasserelleError
        break
      }
    }
    head = bytes[..<filled]
    self.rest = rest
  }

  /// The bytes read ahead.
  package var peeked: [UInt8] { Array(head) }

  /// Gives the bytes read ahead, then those of the source.
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !head.isEmpty else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count)
    buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }
}

/// Throws an error that was met while reading ahead.
private struct FailingByteSource: ByteSource {
  let error: any Error

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw error }
}
