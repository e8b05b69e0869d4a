import PasserelleSegments

/// Commits.
extension IndexWriter {
  /// Makes everything since the last commit lasting and visible, as a whole.
  ///
  /// - Parameter metadata: What is kept with the commit, in place of what was kept before; nil keeps that.
  ///   Keys that are `schema` or begin with `analysis.` are reserved.
  /// - Returns: The commit's generation; the last one when there was nothing to commit.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`; then the last commit stays in place.
  /// - Complexity: The new documents and the replaced ones · log of the old ones; nothing else of the index is read.
  @discardableResult
  public func commit(metadata: [String: String]? = nil) throws -> Int {
    try attempt {
      try flush()
      adoptMerge()
      let metadata = index.identity.metadata(metadata ?? IndexIdentity.own(committed.manifest.metadata))
      // What a running merge holds on to is left out of the commit when it is empty.
      var named = segments.filter { !$0.isEmpty }
      guard hasChanges(named) || metadata != committed.manifest.metadata || committed.bytes == nil else {
        return committed.manifest.generation
      }
      for place in named.indices { try named[place].writeDeletions(to: storage, names: &names) }
      let manifest = SegmentManifest(
        generation: committed.manifest.generation + 1, segments: named.map(\.entry), metadata: metadata)
      let next = IndexState(
        bytes: manifest.encoded(), manifest: manifest,
        segments: named.map { IndexState.Segment(open: $0.open, deletions: $0.written) },
        schema: index.schema)
      try storage.syncFolder()
      do {
        try manifest.write(to: storage)
      } catch {
        settle(next)
        throw error
      }
      committed = next
      keepsOldFiles = false
      let written = Dictionary(uniqueKeysWithValues: named.map { ($0.name, $0) })
      segments = segments.map { written[$0.name] ?? $0 }
      index.install(next)
      removeLeftovers()
      startMerge()
      return manifest.generation
    }
  }

  private func hasChanges(_ named: [WorkingSegment]) -> Bool {
    named.map(\.name) != committed.segments.map(\.open.name) || named.contains { $0.isChanged }
  }
}
