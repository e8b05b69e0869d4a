/// What was written as one segment.
public struct SegmentSummary: Sendable, Hashable {
  /// The number of documents.
  public let documents: Int
  /// The length of the file in bytes.
  public let bytes: Int

  /// Makes a summary.
  public init(documents: Int, bytes: Int) {
    self.documents = documents
    self.bytes = bytes
  }
}
