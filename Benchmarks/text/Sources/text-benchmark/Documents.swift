import Foundation

/// Texts in memory, one after the other, as the files of prepare.py hold them.
final class Documents: Sendable {
  // Written in the initialisers only.
  nonisolated(unsafe) private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let ranges: [Range<Int>]
  /// Bytes of text.
  let textBytes: Int

  /// Reads a file of texts, each after its length as u32, little-endian.
  init(path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    let size = Int(try file.seekToEnd())
    try file.seek(toOffset: 0)
    bytes = .allocate(capacity: size)
    var filled = 0
    while filled < size, let room = UnsafeMutableRawPointer(bytes.baseAddress) {
      let got = read(file.fileDescriptor, room + filled, size - filled)
      guard got > 0 else { throw CocoaError(.fileReadUnknown) }
      filled += got
    }
    var found: [Range<Int>] = []
    var (at, total) = (0, 0)
    while at + 4 <= size {
      let length = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt32.self)
      let end = at + 4 + Int(UInt32(littleEndian: length))
      guard end <= size else { throw CocoaError(.fileReadCorruptFile) }
      found.append(at + 4..<end)
      total += end - at - 4
      at = end
    }
    (ranges, textBytes) = (found, total)
  }

  /// Copies texts.
  init(_ texts: [[UInt8]]) {
    textBytes = texts.reduce(0) { $0 + $1.count }
    bytes = .allocate(capacity: textBytes)
    var found: [Range<Int>] = []
    var at = 0
    for text in texts {
      _ = UnsafeMutableBufferPointer(rebasing: bytes[at..<at + text.count]).initialize(from: text)
      found.append(at..<at + text.count)
      at += text.count
    }
    ranges = found
  }

  private init(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ ranges: [Range<Int>]) {
    (self.bytes, self.ranges) = (bytes, ranges)
    textBytes = ranges.reduce(0) { $0 + $1.count }
  }

  /// The number of texts.
  var count: Int { ranges.count }

  /// The bytes of a text.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[ranges[index]])
  }

  /// Some of the texts, without copying; the memory stays until the process ends.
  func part(_ range: Range<Int>) -> Documents { Documents(bytes, Array(ranges[range])) }
}
