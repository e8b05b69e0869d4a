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
  /// How many documents of a window are accepted; the window starts at a multiple of 64.
  func count(from first: UInt32, to end: UInt32) -> Int {
    guard let words else { return Int(end &- first) }
    var count = 0
    for word in Int(first >> 6)..<Int((end &+ 63) >> 6) { count &+= words[word].nonzeroBitCount }
    return count
  }
}
