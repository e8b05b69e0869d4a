import Glibc

/// Gathers bytes, and hands them on in large pieces.
final class ResultOutput {
  /// Gets the pieces.
  typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private let sink: Sink
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 17
  private var count = 0
  /// How many bytes make a piece.
  private static let piece = 1 << 16

  init(_ sink: @escaping Sink) {
    self.sink = sink
    room = .allocate(capacity: 1 << 17)
  }

  deinit { room.deallocate() }

  /// Makes room for more bytes; gives where they go.
  @inline(__always) private func reserve(_ more: Int) -> UnsafeMutablePointer<UInt8> {
    if count + more > capacity { grow(more) }
    return room + count
  }

  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, room, count)
    room.deallocate()
    room = larger
  }

  /// Appends one byte.
  @inline(__always) func append(_ byte: UInt8) {
    reserve(1).pointee = byte
    count += 1
  }

  /// Appends bytes as they are.
  @inline(__always) func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    memcpy(reserve(bytes.count), base, bytes.count)
    count += bytes.count
  }

  /// Appends bytes as they are.
  @inline(__always) func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends a text of the format.
  func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes, some of which are written another way.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - isSpecial: For each value of a byte, whether it is written another way.
  ///   - write: Writes the special byte at a place, and gives how many bytes it stood for.
  @inline(__always) func append(
    _ bytes: UnsafeBufferPointer<UInt8>, except isSpecial: [Bool],
    _ write: (UnsafeBufferPointer<UInt8>, Int) -> Int
  ) {
    isSpecial.withUnsafeBufferPointer { isSpecial in
      var start = 0
      var index = 0
      while index < bytes.count {
        if !isSpecial[Int(bytes[index])] {
          index += 1
          continue
        }
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        index += write(bytes, index)
        start = index
      }
      append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Hands on what is held where it makes a piece.
  ///
  /// - Throws: What the sink throws.
  func flush(atEnd: Bool = false) throws {
    guard count >= Self.piece || (atEnd && count > 0) else { return }
    try sink(UnsafeRawBufferPointer(start: room, count: count))
    count = 0
  }
}

extension [Bool] {
  /// A table of bytes, true for some of them.
  static func bytes(_ isSpecial: (UInt8) -> Bool) -> [Bool] { (0...255).map { isSpecial(UInt8($0)) } }
}
