import PasserelleSegments

/// Merges.
extension IndexWriter {
  /// Merges segments, those of uncommitted documents among them; to be seen it has to be committed.
  ///
  /// A merge that runs in the background is waited for first.
  ///
  /// - Parameter policy: Which segments become one; it is asked again until it finds nothing to do.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`.
  /// - Complexity: O(size of the segments chosen).
  public func merge(_ policy: MergePolicy) throws {
    try attempt {
      try flush()
      _ = try? job?.wait()
      adoptMerge()
      while true {
        let groups = policy.groups(segments.map(\.candidate)).map { $0.map { segments[$0].name } }
        if groups.isEmpty { return }
        for group in groups {
          let job = job(for: group)
          job.run()
          replace(job, with: try job.wait())
        }
      }
    }
  }

  /// Waits until no merge runs in the background, and none is wanted; what was made is part of the next commit.
  ///
  /// - Throws: What a merge threw since the last call; the index is as good as before, and what was added is kept.
  public func waitForMerges() throws {
    startMerge()
    while let job {
      _ = try? job.wait()
      adoptMerge()
      startMerge()
    }
    if let failure = mergeFailure {
      mergeFailure = nil
      throw failure
    }
  }

  /// Starts a merge in the background where the options and their policy want one.
  func startMerge() {
    guard index.options.backgroundMerges, job == nil, mergeFailure == nil else { return }
    let groups = index.options.mergePolicy.groups(segments.map(\.candidate))
    guard let group = groups.first else { return }
    let job = job(for: group.map { segments[$0].name })
    self.job = job
    job.start()
  }

  /// Puts the result of the merge in the background in place, if it has ended.
  func adoptMerge() {
    guard let job, job.isFinished else { return }
    self.job = nil
    do {
      replace(job, with: try job.wait())
    } catch {
      mergeFailure = error
    }
  }

  private func job(for group: [String]) -> MergeJob {
    let chosen = Set(group)
    return MergeJob(
      segments.filter { chosen.contains($0.name) }, name: names.segment(), storage: storage,
      schema: index.schema)
  }

  /// Puts a merged segment in the place of its first source, with what was deleted from them meanwhile.
  private func replace(_ job: MergeJob, with made: OpenSegment?) {
    let chosen = Set(job.names)
    let current = segments.filter { chosen.contains($0.name) }.map(\.deleted)
    guard let first = segments.firstIndex(where: { chosen.contains($0.name) }) else { return }
    segments.removeAll { chosen.contains($0.name) }
    guard let made else { return }
    let late = job.lateDeletions(current, documents: made.reader.documentCount)
    let segment = WorkingSegment(made, deleted: late)
    if !segment.isEmpty { segments.insert(segment, at: first) }
  }
}
