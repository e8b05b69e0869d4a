import PasserelleCore
import PasserelleDigest

/// Digests the bytes of records, those that several records share once.
///
/// A notice of a hundred contracts gives a hundred records with the bytes of the notice.
struct SharedDigest {
  private var last: (bytes: [UInt8], hash: ContentHash)?

  /// The SHA-256 of some bytes.
  ///
  /// - Returns: The digest, and whether the bytes are those of the call before, in the same place of memory.
  mutating func hash(of bytes: [UInt8]) -> (hash: ContentHash, isShared: Bool) {
    if let last, last.bytes.count == bytes.count, Self.base(last.bytes) == Self.base(bytes) {
      return (last.hash, true)
    }
    let hash = SHA256Digest.hash(bytes)
    last = (bytes, hash)
    return (hash, false)
  }

  private static func base(_ bytes: [UInt8]) -> UnsafePointer<UInt8>? {
    bytes.withUnsafeBufferPointer { $0.baseAddress }
  }
}
