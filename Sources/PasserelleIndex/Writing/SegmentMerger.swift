import PasserelleCore
import PasserelleSegments

/// Makes one segment of the live documents of several.
///
/// Documents are renumbered in the order of the segments, and within each in their own order. Terms are
/// merged one at a time, so that what is held in memory is some bytes a document and the buffers of
/// ``SegmentAssembler``. It may run on any thread.
final class SegmentMerger {
  /// A segment, and the documents that are left behind.
  struct Source: Sendable {
    let segment: SegmentReader
    let deletions: Deletions?

    /// The number of documents that are carried over.
    var liveCount: Int { segment.documentCount - (deletions?.count ?? 0) }
  }

  /// The error of a merge that was given up.
  struct Cancelled: Error {}

  let sources: [Source]
  let schema: IndexSchema
  let numberings: [DocumentNumbering]
  let documentCount: Int
  private let isCancelled: () -> Bool

  /// Prepares a merge.
  ///
  /// - Parameters:
  ///   - sources: The segments.
  ///   - schema: Their schema.
  ///   - isCancelled: Asked now and then; once it says true the merge throws ``Cancelled``.
  init(_ sources: [Source], schema: IndexSchema, isCancelled: @escaping () -> Bool = { false }) {
    self.sources = sources
    self.schema = schema
    self.isCancelled = isCancelled
    var numberings: [DocumentNumbering] = []
    var count = 0
    for source in sources {
      numberings.append(DocumentNumbering(source, base: count))
      count += source.liveCount
    }
    self.numberings = numberings
    documentCount = count
  }

  /// Writes the segment.
  ///
  /// - Parameters:
  ///   - storage: Where the file is made.
  ///   - name: Its name.
  /// - Returns: What was written.
  /// - Throws: `PasserelleError` of the storage, or with code `.indexInvalid` for a damaged segment or a result
  ///   larger than the format allows; ``Cancelled``. Then there is no file.
  /// - Complexity: O(postings and positions), and O(terms · log segments).
  func write(to storage: any SegmentStorage, name: String) throws -> SegmentSummary {
    try withExtendedLifetime(sources) {
      let assembler = try SegmentAssembler(
        storage: storage, name: name, schema: schema, documents: documentCount)
      try assembler.writeIds(ids())
      try writeStored(to: assembler)
      for column in schema.keywords.indices { try writeKeywords(column, to: assembler) }
      for column in schema.numbers.indices { try writeNumbers(column, to: assembler) }
      for field in schema.fields.indices { try writeField(field, to: assembler) }
      try checkCancelled()
      return try assembler.finish()
    }
  }

  func checkCancelled() throws {
    if isCancelled() { throw Cancelled() }
  }

  /// Calls a function with each live document, in the order of the merged segment.
  func forEachDocument(_ body: (Source, Int) throws -> Void) rethrows {
    for (place, source) in sources.enumerated() {
      for document in 0..<source.segment.documentCount where numberings[place].isLive(document) {
        try body(source, document)
      }
    }
  }
}

/// The numbers that the documents of one segment get in a merged one.
struct DocumentNumbering {
  /// The number of the first live document.
  let base: UInt32
  /// For each document its number, ``none`` for a deleted one; nil when all are live.
  private let numbers: [UInt32]?
  /// What stands for a deleted document.
  static let none = UInt32.max

  /// Numbers the live documents of a segment from a base on.
  init(_ source: SegmentMerger.Source, base: Int) {
    self.base = UInt32(truncatingIfNeeded: base)
    guard let deletions = source.deletions, deletions.count > 0 else {
      numbers = nil
      return
    }
    var next = self.base
    numbers = (0..<source.segment.documentCount).map { document in
      if deletions.contains(document) { return Self.none }
      defer { next += 1 }
      return next
    }
  }

  /// The new number of a document; ``none`` for a deleted one.
  @inline(__always)
  func number(_ document: Int) -> UInt32 {
    guard let numbers else { return base &+ UInt32(truncatingIfNeeded: document) }
    return numbers[document]
  }

  /// Whether a document is carried over.
  func isLive(_ document: Int) -> Bool { numbers.map { $0[document] != Self.none } ?? true }
}
