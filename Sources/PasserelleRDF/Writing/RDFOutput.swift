internal import PasserelleCore

/// Bytes on their way out, handed on piece by piece.
struct RDFOutput {
  private(set) var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void
  private static let pieceBytes = 64 << 10

  init(_ sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.pieceBytes + 4_096)
  }

  /// Adds a text as it is.
  @inline(__always)
  mutating func write(_ text: String) {
    bytes.append(text)
  }

  /// Adds a byte.
  @inline(__always)
  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Adds what a function writes.
  @inline(__always)
  mutating func write(_ body: (inout [UInt8]) throws -> Void) rethrows { try body(&bytes) }

  /// Hands on what is there, once it is a piece.
  @inline(__always)
  mutating func flush() throws {
    if bytes.count >= Self.pieceBytes { try flushAll() }
  }

  /// Hands on what is there.
  mutating func flushAll() throws {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Adds the UTF-8 of a text.
  @inline(__always)
  mutating func append(_ text: String) {
    let utf8 = text.utf8
    let done: Void? = utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
    if done == nil { append(contentsOf: utf8) }
  }

  /// Adds the UTF-8 of a text; bytes that are not plain are left to what adds their replacement.
  @inline(__always)
  mutating func append(
    _ text: String, where isPlain: (UInt8) -> Bool, else replace: (inout [UInt8], UInt8) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var at = 0
      while at < bytes.count {
        if isPlain(bytes[at]) {
          at += 1
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
        replace(&self, bytes[at])
        at += 1
        start = at
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
    }
  }
}
