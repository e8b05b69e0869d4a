/// A stream of bytes, read once from its start to its end.
public protocol ByteSource {
  /// Reads the next bytes.
  ///
  /// - Parameter buffer: Room for at least one byte.
  /// - Returns: How many bytes were read, 0 only at the end.
  /// - Throws: ``PasserelleError`` with code `input.unreadable`.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteSource {
  /// Reads on to the end, or until more than a limit is there.
  ///
  /// - Parameters:
  ///   - limit: The most bytes wanted; up to a chunk more may be read.
  ///   - chunkBytes: How many bytes are asked for at a time, at least one.
  /// - Returns: The bytes read.
  /// - Throws: ``PasserelleError`` with code `input.unreadable`.
  package mutating func bytes(upTo limit: Int, chunkBytes: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = try [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
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
