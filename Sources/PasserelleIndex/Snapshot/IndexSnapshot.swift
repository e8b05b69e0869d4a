import PasserelleSegments

/// One consistent state of an index, for any number of threads; later commits and merges do not touch it.
public final class IndexSnapshot: Sendable {
  /// A segment with the documents deleted from it.
  struct Part: Sendable {
    let segment: SegmentReader
    let deletions: Deletions?

    var liveCount: Int { segment.documentCount - (deletions?.count ?? 0) }

    /// One bit a document, set when it is deleted.
    var words: UnsafePointer<UInt64>? { deletions?.words.baseAddress }

    func isDeleted(_ document: Int) -> Bool { deletions?.contains(document) ?? false }
  }

  /// The commit that it shows; 0 for an index without any.
  public let generation: Int
  /// What the committer wrote down, such as how far a store was followed.
  public let metadata: [String: String]
  /// The schema.
  public let schema: IndexSchema
  let parts: [Part]
  let statistics: FieldStatistics
  let memories = QueryMemoryPool()

  init(generation: Int, metadata: [String: String], schema: IndexSchema, parts: [Part]) {
    self.generation = generation
    self.metadata = metadata
    self.schema = schema
    self.parts = parts
    statistics = FieldStatistics(schema, parts.map(\.segment))
  }

  /// The number of documents, deleted ones left out.
  public var documentCount: Int { parts.reduce(0) { $0 + $1.liveCount } }

  /// The number of segments.
  public var segmentCount: Int { parts.count }

  /// The size of the segments' files, in bytes.
  public var byteCount: Int { parts.reduce(0) { $0 + $1.segment.byteCount } }

  /// The part and the place of a document; nil when there is none with this number.
  func locate(_ id: Int64) -> (part: Part, document: Int)? {
    for part in parts.reversed() {
      guard let document = part.segment.document(withID: id) else { continue }
      if !part.isDeleted(document) { return (part, document) }
    }
    return nil
  }

  /// The bytes stored with a document; nil when there is none with this number.
  public func stored(_ id: Int64) -> [UInt8]? {
    locate(id).map { Array($0.part.segment.stored($0.document)) }
  }

  /// The keyword of a document.
  public func keyword(_ id: Int64, column: Int) -> String? {
    locate(id).flatMap { $0.part.segment.keywords[column].value($0.document) }
  }

  /// The number in a column of a document.
  public func number(_ id: Int64, column: Int) -> Int64? {
    locate(id).flatMap { $0.part.segment.numbers[column].value($0.document) }
  }
}
