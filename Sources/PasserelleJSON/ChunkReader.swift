internal import PasserelleCore

/// Reads a source chunk by chunk, its byte order mark taken off.
final class ChunkReader {
  private let chunkBytes: Int
  private let buffer: UnsafeMutableRawBufferPointer
  /// Bytes already in the buffer that ``next(from:)`` has still to give.
  private var ready: Range<Int>
  /// How many bytes of mark were skipped.
  private(set) var offset: Int

  /// Reads the first bytes, enough to see a byte order mark.
  init(_ input: inout any ByteSource, limits: JSONLimits, file: String) throws {
    let room = max(limits.chunkBytes, 4)
    chunkBytes = limits.chunkBytes
    buffer = .allocate(byteCount: room, alignment: 16)
    offset = 0
    ready = 0..<0
    var count = 0
    while count < 4 {
      let end = min(room, count + limits.chunkBytes)
      let read = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<end]))
      if read == 0 { break }
      count += read
    }
    offset = try ByteOrderMark.skippedBytes(of: buffer.prefix(count), file: file)
    ready = offset..<count
    if ready.isEmpty { throw Self.empty(file) }
  }

  /// The error for a file without any content.
  static func empty(_ file: String) -> PasserelleError {
    PasserelleError(
      .inputEmpty,
      LocalizedText(
        fr: "Le fichier est vide. Téléchargez-le de nouveau.", en: "The file is empty. Download it again."),
      at: SourceLocation(file: file))
  }

  deinit { buffer.deallocate() }

  /// The next chunk, valid until the next call; nil at the end.
  func next(from input: inout any ByteSource) throws -> UnsafeRawBufferPointer? {
    if !ready.isEmpty {
      let piece = ready.prefix(chunkBytes)
      ready = piece.upperBound..<ready.upperBound
      return UnsafeRawBufferPointer(rebasing: buffer[piece])
    }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<chunkBytes]))
    return count == 0 ? nil : UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }
}
