import Dispatch
import Foundation
import PasserelleSegments
import Synchronization

/// One merge, on the thread that calls it or on one of its own.
final class MergeJob: Sendable {
  private struct Progress {
    var outcome: Result<OpenSegment?, any Error>?
  }

  /// The segments that become one.
  let names: [String]
  /// What is read of them: deletions that come later are not known to it.
  let sources: [SegmentMerger.Source]
  /// The name of the segment to be made.
  let name: String
  private let storage: any SegmentStorage
  private let schema: IndexSchema
  private let isCancelled = Atomic(false)
  private let progress = Mutex(Progress())
  private let end = DispatchSemaphore(value: 0)

  /// Prepares a merge.
  init(_ segments: [WorkingSegment], name: String, storage: any SegmentStorage, schema: IndexSchema) {
    names = segments.map(\.name)
    sources = segments.map(\.source)
    self.name = name
    self.storage = storage
    self.schema = schema
  }

  /// Merges; nothing is made of segments without live documents.
  func run() {
    let outcome = Result { () throws -> OpenSegment? in
      guard sources.contains(where: { $0.liveCount > 0 }) else { return nil }
      let merger = SegmentMerger(sources, schema: schema) { [self] in isCancelled.load(ordering: .relaxed) }
      _ = try merger.write(to: storage, name: name)
      return try OpenSegment(storage: storage, name: name, schema: schema)
    }
    progress.withLock { $0.outcome = outcome }
    end.signal()
  }

  /// Merges on a thread of its own.
  func start() { Thread { [self] in run() }.start() }

  /// Asks the merge to end soon, with an error.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Whether it has ended.
  var isFinished: Bool { progress.withLock { $0.outcome != nil } }

  /// Waits for the end.
  ///
  /// - Returns: The segment that was made; nil when no document was left.
  /// - Throws: What the merge threw.
  func wait() throws -> OpenSegment? {
    end.wait()
    end.signal()
    return try progress.withLock { $0.outcome }?.get()
  }

  /// The documents of the merged segment that were deleted from its sources since the start.
  ///
  /// - Parameters:
  ///   - current: The deletions of now, by source.
  ///   - documents: The number of documents of the merged segment.
  /// - Returns: The deletions; nil when there are none.
  func lateDeletions(_ current: [DeletionSet?], documents: Int) -> DeletionSet? {
    var late: DeletionSet?
    var base = 0
    for (source, deleted) in zip(sources, current) {
      defer { base += source.liveCount }
      guard let deleted, deleted.count > source.segment.documentCount - source.liveCount else { continue }
      var set = late ?? DeletionSet(documents: documents)
      var number = base
      for document in 0..<source.segment.documentCount where !(source.deletions?.contains(document) ?? false)
      {
        if deleted.contains(document) { set.insert(number) }
        number += 1
      }
      late = set
    }
    return late
  }
}
