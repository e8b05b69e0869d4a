import PasserelleSegments

/// A segment as its writer sees it: with deletions that no commit names yet.
struct WorkingSegment {
  let open: OpenSegment
  /// Deletions of now; nil for none.
  private(set) var deleted: DeletionSet?
  /// The file of deletions that was written last.
  private(set) var written: (name: String, contents: Deletions)?
  /// Whether there are deletions since then.
  private(set) var isChanged = false

  /// Takes a segment of a commit.
  init(_ segment: IndexState.Segment) {
    open = segment.open
    written = segment.deletions
    deleted = written.map { DeletionSet($0.contents) }
  }

  /// Takes a new segment, with deletions that are in no file.
  init(_ open: OpenSegment, deleted: DeletionSet?) {
    self.open = open
    if let deleted, deleted.count > 0 {
      self.deleted = deleted
      isChanged = true
    }
  }

  var name: String { open.name }

  var reader: SegmentReader { open.reader }

  var deletedCount: Int { deleted?.count ?? 0 }

  var isEmpty: Bool { deletedCount == reader.documentCount }

  /// What a merge would read of it now.
  var source: SegmentMerger.Source {
    SegmentMerger.Source(segment: reader, deletions: deleted.map { Deletions($0) })
  }

  var candidate: MergePolicy.Candidate {
    MergePolicy.Candidate(
      bytes: reader.byteCount, documents: reader.documentCount, deleted: deletedCount)
  }

  /// What a commit says of it.
  var entry: SegmentManifest.Segment {
    SegmentManifest.Segment(
      name: name, kind: SegmentFormat.kind, documents: reader.documentCount, deletions: written?.name,
      deleted: deletedCount)
  }

  /// Deletes a document.
  mutating func delete(_ document: Int) {
    if deleted == nil { deleted = DeletionSet(documents: reader.documentCount) }
    if deleted?.insert(document) ?? false { isChanged = true }
  }

  /// Deletes the documents with some external numbers.
  ///
  /// - Parameter ids: The numbers, ascending.
  /// - Complexity: O(numbers · log documents).
  mutating func delete(ids: [Int64]) {
    let count = reader.documentCount
    guard count > 0, let first = ids.first, let last = ids.last else { return }
    let least = reader.id(reader.document(atPlace: 0))
    let greatest = reader.id(reader.document(atPlace: count - 1))
    guard first <= greatest, last >= least else { return }
    var place = 0
    for id in ids where id >= least {
      if id > greatest { return }
      place = reader.firstPlace(notBelow: id, from: place)
      while place < count {
        let document = reader.document(atPlace: place)
        guard reader.id(document) == id else { break }
        delete(document)
        place += 1
      }
    }
  }

  /// Writes the deletions to a file of their own, if there are new ones.
  mutating func writeDeletions(to storage: any SegmentStorage, names: inout IndexFileName) throws {
    guard isChanged, let deleted else { return }
    let name = names.deletions()
    try deleted.write(to: storage, name: name)
    written = (name, Deletions(deleted))
    isChanged = false
  }
}
