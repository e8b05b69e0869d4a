/// The window of documents in which queries are evaluated: small enough to stay in the first cache.
enum SearchWindow {
  /// Documents to a window.
  static let size = 4096
  /// Words of 64 bits to a window.
  static let words = size / 64
}

/// The documents of a segment that may be given at all: not deleted, and passing the filter.
struct AcceptedDocuments {
  /// One bit a document; nil when all are accepted.
  let words: UnsafePointer<UInt64>?

  /// Whether a document may be given.
  @inline(__always)
  func contains(_ document: UInt32) -> Bool {
    guard let words else { return true }
    return words[Int(document >> 6)] >> UInt64(document & 63) & 1 == 1
  }
}

extension AcceptedDocuments {
  /// All documents that are not deleted.
  @inline(__always)
  init(without deletions: UnsafePointer<UInt64>?, of documents: Int, memory: QueryMemory) {
    words = deletions.map { Self.complement($0, documents, memory) }
  }

  @inline(never)
  private static func complement(
    _ deletions: UnsafePointer<UInt64>, _ documents: Int, _ memory: QueryMemory
  ) -> UnsafePointer<UInt64> {
    let count = (documents + 63) / 64
    let words = memory.room(UInt64.self, count + SearchWindow.words)
    for word in 0..<count { words[word] = ~deletions[word] }
    let rest = documents % 64
    if rest != 0 { words[count - 1] &= 1 << UInt64(rest) - 1 }
    return UnsafePointer(words)
  }

  /// How many documents of a window are accepted; the window starts at a multiple of 64.
  func count(from first: UInt32, to end: UInt32) -> Int {
    guard let words else { return Int(end &- first) }
    var count = 0
    for word in Int(first >> 6)..<Int((end &+ 63) >> 6) { count &+= words[word].nonzeroBitCount }
    return count
  }
}
