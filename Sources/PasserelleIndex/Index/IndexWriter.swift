import PasserelleCore
import PasserelleSegments

/// Writes to an index; one thread uses it, and there is one of it at a time.
///
/// Additions, deletions and merges are seen by readers after the next ``commit(metadata:)``. When a call
/// throws, everything since the last commit is discarded, the last commit stays as it is, and the writer can be used
/// again or dropped.
public final class IndexWriter {
  let index: TextIndex
  let storage: any SegmentStorage
  let buffer: DocumentBuffer
  private var lock: StorageLock?
  /// The last commit.
  var committed: IndexState
  /// The segments of the next one.
  var segments: [WorkingSegment]
  var names: IndexFileName
  /// The merge in the background.
  var job: MergeJob?
  /// What went wrong with it; then no other is started.
  var mergeFailure: (any Error)?
  /// Whether files of the commit before last have to stay, because the last one may not outlast a crash.
  var keepsOldFiles = false
  /// Whether it is not known which commit is in place.
  private var isLost = false

  init(_ index: TextIndex) throws {
    self.index = index
    storage = index.storage
    lock = try TextIndex.takeLock(index.storage)
    committed = try index.current()
    segments = committed.segments.map { WorkingSegment($0) }
    names = IndexFileName(after: committed.manifest.generation)
    buffer = DocumentBuffer(schema: index.schema, options: index.options)
    removeLeftovers()
  }

  deinit { close() }

  /// The generation of the last commit; 0 before the first.
  public var generation: Int { committed.manifest.generation }

  /// Adds documents; each replaces an older one of its number, also one that was added just before.
  ///
  /// When more is held in memory than the options allow, it is written to files.
  ///
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`.
  public func add(_ documents: [IndexDocument]) throws {
    try attempt {
      for document in documents {
        buffer.add(document)
        if buffer.isFull {
          try flush()
          adoptMerge()
          startMerge()
        }
      }
    }
  }

  /// Deletes the documents with some numbers; numbers that the index does not have are ignored.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when the writer has failed for good.
  public func delete(_ ids: [Int64]) throws {
    try attempt { buffer.delete(ids) }
  }

  /// Gives the right to write back; what was not committed is discarded.
  public func close() {
    guard lock != nil else { return }
    discard()
    lock = nil
  }

  /// Writes what is held in memory to segments, and deletes what it replaces from older ones.
  func flush() throws {
    guard !buffer.isEmpty else { return }
    if !segments.isEmpty {
      let ids = buffer.touched
      for place in segments.indices { segments[place].delete(ids: ids) }
    }
    for (name, deleted) in try buffer.write(to: storage, names: &names) {
      let open = try OpenSegment(storage: storage, name: name, schema: index.schema)
      let segment = WorkingSegment(open, deleted: deleted)
      if !segment.isEmpty { segments.append(segment) }
    }
    segments.removeAll { $0.isEmpty && !isMerging($0.name) }
  }

  /// Does something as a whole: after an error all since the last commit is discarded.
  func attempt<Value>(_ body: () throws -> Value) throws -> Value {
    precondition(lock != nil, "IndexWriter: it was closed")
    guard !isLost else { throw IndexFailure.writerLost(storage.path(of: SegmentManifest.fileName)) }
    do {
      return try body()
    } catch {
      discard()
      throw error
    }
  }

  /// Goes back to the last commit.
  private func discard() {
    job?.cancel()
    _ = try? job?.wait()
    job = nil
    buffer.removeAll()
    guard !isLost else { return }
    segments = committed.segments.map { WorkingSegment($0) }
    removeLeftovers()
  }

  /// Finds out which commit is in place after its manifest could not be written without an error.
  ///
  /// - Parameter next: The commit that was tried.
  func settle(_ next: IndexState) {
    let bytes: [UInt8]?
    do {
      bytes = try storage.read(SegmentManifest.fileName)
    } catch {
      isLost = true
      return
    }
    if bytes == next.bytes {
      keepsOldFiles = true
      committed = next
      index.install(next)
    } else if bytes != committed.bytes {
      isLost = true
    }
  }

  /// Removes the files that neither the last commit nor the next one names; what fails is tried again later.
  func removeLeftovers() {
    guard !keepsOldFiles, !isLost, let found = try? storage.names() else { return }
    var used = Set(committed.manifest.fileNames)
    for segment in segments {
      used.insert(segment.name)
      if let written = segment.written { used.insert(written.name) }
    }
    for name in found where IndexFileName.isOwn(name) && !used.contains(name) && !isMade(name) {
      try? storage.remove(name)
    }
  }

  /// Whether a file belongs to the merge in the background.
  private func isMade(_ name: String) -> Bool {
    guard let job else { return false }
    return name == job.name || name.hasPrefix(job.name + ".")
  }

  func isMerging(_ name: String) -> Bool { job?.names.contains(name) ?? false }
}
