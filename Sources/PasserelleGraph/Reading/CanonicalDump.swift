public import PasserelleCore
import PasserelleDigest

extension GraphReader {
  /// Gives the quads that the reader sees as canonical N-Quads lines, sorted by code point, without newlines.
  ///
  /// - Parameters:
  ///   - includesDemonstration: Whether generated demonstration records are given too.
  ///   - body: Gets each line; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  /// - Complexity: O(*n* log *n*) time in the number of quads; what does not fit in memory goes to working files.
  public func canonicalLines(
    includesDemonstration: Bool = true, _ body: (String) throws -> Bool
  ) throws {
    try canonicalBytes(includesDemonstration: includesDemonstration) { bytes in
      for line in bytes.split(separator: 0x0A) {
        guard try body(String(decoding: line, as: UTF8.self)) else { return false }
      }
      return true
    }
  }

  /// Gives the canonical N-Quads document of what the reader sees in pieces of whole lines.
  ///
  /// - Parameters:
  ///   - includesDemonstration: Whether generated demonstration records are given too.
  ///   - folder: Where working files may be made.
  ///   - body: Gets each piece; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  /// - Complexity: As ``canonicalLines(includesDemonstration:_:)``.
  public func canonicalBytes(
    includesDemonstration: Bool = true, folder: String = "/tmp", _ body: ([UInt8]) throws -> Bool
  ) throws {
    try SortedStatements(
      self, .canonical, includesDemonstration: includesDemonstration, folder: folder
    ).lines(body)
  }

  /// The SHA-256 of the canonical N-Quads document of what the reader sees, and of the judgements up to its moment.
  ///
  /// - Complexity: As ``canonicalLines(includesDemonstration:_:)``.
  public func storeHash() throws -> ContentHash {
    var digest = SHA256Digest()
    try canonicalBytes { bytes in
      bytes.withUnsafeBytes { digest.update($0) }
      return true
    }
    try judgementBytes().withUnsafeBytes { digest.update($0) }
    return digest.finalize()
  }
}
