/// A stream of bytes, read once from its start to its end.
public protocol ByteSource {
  /// Reads the next bytes.
  ///
  /// - Parameter buffer: Room for at least one byte.
  /// - Returns: How many bytes were read, 0 only at the end.
  /// - Throws: ``PasserelleError`` with code `input.unreadable`.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are already in memory.
public struct MemoryByteSource: ByteSource, Sendable {
  private var remaining: ArraySlice<UInt8>

  /// Makes a source of some bytes.
  public init(_ bytes: some Sequence<UInt8>) { remaining = Array(bytes)[...] }

  /// Copies the next bytes.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, remaining.count)
    buffer.copyBytes(from: remaining.prefix(count))
    remaining = remaining.dropFirst(count)
    return count
  }
}
