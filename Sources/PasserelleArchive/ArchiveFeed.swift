import Glibc
import PasserelleCore

/// Gives a source's bytes to libarchive, and remembers the last of them.
///
/// Two buffers take turns, so that what stands around the place of reading can be looked at again.
final class ArchiveFeed {
  private var source: any ByteSource
  private let chunkBytes: Int
  private var current: UnsafeMutableRawBufferPointer
  private var previous: UnsafeMutableRawBufferPointer
  private var currentCount = 0
  private var previousCount = 0
  /// How many bytes were given.
  private(set) var given = 0
  /// Whether the source has given all it has.
  private(set) var isAtEnd = false
  /// What the source threw.
  private(set) var error: (any Error)?
  /// Gets each chunk as it is given.
  var onChunk: (UnsafeRawBufferPointer) -> Void = { _ in }

  init(_ source: any ByteSource, chunkBytes: Int = 128 << 10) {
    self.source = source
    self.chunkBytes = chunkBytes
    current = .allocate(byteCount: chunkBytes, alignment: 16)
    previous = .allocate(byteCount: chunkBytes, alignment: 16)
  }

  deinit {
    current.deallocate()
    previous.deallocate()
  }

  /// Reads the next chunk, valid until the next but one; empty at the end, nil when the source threw.
  func next() -> UnsafeRawBufferPointer? {
    guard error == nil else { return nil }
    do {
      let count = try source.read(into: previous)
      guard count > 0 else {
        isAtEnd = true
        return UnsafeRawBufferPointer(rebasing: current[..<0])
      }
      swap(&current, &previous)
      (previousCount, currentCount) = (currentCount, count)
      given += count
      let chunk = UnsafeRawBufferPointer(rebasing: current[..<count])
      onChunk(chunk)
      return chunk
    } catch {
      self.error = error
      return nil
    }
  }

  /// The bytes from a place to what was given last, at most `most`; what is not remembered any more is left out.
  func remembered(from place: Int, most: Int = .max) -> [UInt8] {
    let currentStart = given - currentCount
    let previousStart = currentStart - previousCount
    var result: [UInt8] = []
    if place < currentStart {
      result += previous[max(0, place - previousStart)..<previousCount].prefix(most)
    }
    if place < given {
      result += current[max(0, place - currentStart)..<currentCount].prefix(most - result.count)
    }
    return result
  }

  /// Reads what follows a place to the end of the source.
  ///
  /// - Parameters:
  ///   - place: Where the archive ended, by bytes given.
  ///   - most: How many bytes are looked at; more are taken for something else than zeros.
  /// - Returns: Whether all of it is zeros.
  /// - Throws: What the source throws.
  func isZeroToTheEnd(from place: Int, most: Int) throws -> Bool {
    guard remembered(from: place).allSatisfy({ $0 == 0 }) else { return false }
    var left = most
    while left > 0 {
      guard let chunk = next() else { throw error ?? ArchiveFault(.damaged) }
      if chunk.isEmpty { return true }
      left -= chunk.count
      guard chunk.allSatisfy({ $0 == 0 }) else { return false }
    }
    return false
  }

  /// Reads to the end of the source.
  ///
  /// - Returns: The last bytes, at most `count`; nil when there are more than `most` bytes.
  /// - Throws: What the source throws.
  func drained(keeping count: Int, most: Int) throws -> [UInt8]? {
    let start = given
    while true {
      guard let chunk = next() else { throw error ?? ArchiveFault(.damaged) }
      if chunk.isEmpty { return Array(remembered(from: max(0, given - count))) }
      if given - start > most { return nil }
    }
  }
}
