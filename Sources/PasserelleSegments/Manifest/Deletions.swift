/// Which documents of one segment are deleted, as readers see it; immutable, for any thread.
public final class Deletions: @unchecked Sendable {
  // The words are filled in `init` and never changed.

  /// The number of documents of the segment, deleted ones among them.
  public let documents: Int
  /// The number of documents that are deleted.
  public let count: Int
  /// One bit a document, set when it is deleted, low bits first; valid as long as this value lives.
  public let words: UnsafeBufferPointer<UInt64>

  /// Copies a set.
  ///
  /// - Complexity: O(*n*) for *n* documents.
  public convenience init(_ set: DeletionSet) {
    self.init(documents: set.documents, count: set.count, words: set.words)
  }

  init(documents: Int, count: Int, words: [UInt64]) {
    self.documents = documents
    self.count = count
    let copy = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: words.count)
    _ = copy.initialize(from: words)
    self.words = UnsafeBufferPointer(copy)
  }

  deinit { words.deallocate() }

  /// Says whether a document is deleted.
  ///
  /// - Precondition: The document is below ``documents``.
  @inlinable
  public func contains(_ document: Int) -> Bool {
    precondition(UInt(bitPattern: document) < UInt(bitPattern: documents), "a document of the segment")
    return words[document &>> 6] &>> UInt64(truncatingIfNeeded: document & 63) & 1 == 1
  }
}
