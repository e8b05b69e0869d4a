/// Which documents of one segment are deleted, while it changes.
///
/// Documents are numbered from 0. ``Deletions`` is the unchanging form that readers use.
public struct DeletionSet: Sendable, Hashable {
  /// The number of documents of the segment, deleted ones among them.
  public let documents: Int
  /// The number of documents that are deleted.
  public private(set) var count: Int
  private(set) var words: [UInt64]

  /// Makes a set without deletions.
  ///
  /// - Precondition: The number of documents is not negative.
  public init(documents: Int) {
    precondition(documents >= 0, "a number of documents")
    self.documents = documents
    count = 0
    words = [UInt64](repeating: 0, count: Self.wordCount(documents))
  }

  /// Continues from the deletions of a reader.
  public init(_ deletions: Deletions) {
    documents = deletions.documents
    count = deletions.count
    words = Array(deletions.words)
  }

  /// Deletes a document.
  ///
  /// - Returns: False when it was deleted already.
  /// - Precondition: The document is below ``documents``.
  @discardableResult
  public mutating func insert(_ document: Int) -> Bool {
    precondition(document >= 0 && document < documents, "a document of the segment")
    let bit: UInt64 = 1 << UInt64(document & 63)
    guard words[document >> 6] & bit == 0 else { return false }
    words[document >> 6] |= bit
    count += 1
    return true
  }

  /// Says whether a document is deleted; false for one that the segment does not have.
  public func contains(_ document: Int) -> Bool {
    guard document >= 0, document < documents else { return false }
    return words[document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  static func wordCount(_ documents: Int) -> Int { documents / 64 + (documents % 64 == 0 ? 0 : 1) }
}
