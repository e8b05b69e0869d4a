package import PasserelleCore
package import PasserelleSegments

/// Changes: new files, then the manifest that names them, then the old ones go.
extension PermutationSet {
  private static let lockName = "write.lock"
  /// The recent run is merged into the base when it passes this part of it.
  private static let recentShare = 5

  /// Adds the quads of newer versions.
  ///
  /// The first quads become the base. Later ones are merged into the recent run, and that into the base when it
  /// passes a fifth of it. Where the set was changed since it was opened, it is given as it is now, and the feed is not
  /// asked.
  ///
  /// - Parameters:
  ///   - version: The last version that the set will hold, not less than the one it holds.
  ///   - memory: The bytes that quads may take while they are sorted; more quads are sorted in several runs.
  ///   - metadata: What is kept with the set, in place of what was kept before; nil keeps that.
  ///   - feed: Gives the quads by ascending version, all later than ``lastVersion``; those of one version in any
  ///     order, repeated ones count once.
  /// - Returns: The set with them.
  /// - Throws: What the feed throws; `PasserelleError` with code `.graphDiskFull`, `.indexInvalid` or, where
  ///   another change is going on, `.workspaceLocked`. Then the set stays as it was.
  /// - Complexity: O(*n* + *m*) for *n* quads, and *m* of the run that they are merged into.
  package func append(
    upTo version: Int64, memory: Int = 256 << 20, metadata: [String: String]? = nil,
    _ feed: (_ add: (borrowing QuadBatch) throws -> Void) throws -> Void
  ) throws -> PermutationSet {
    try append(upTo: version, PermutationOptions(memory: memory), metadata: metadata, feed)
  }

  func append(
    upTo version: Int64, _ options: PermutationOptions, metadata: [String: String]? = nil,
    _ feed: (_ add: (borrowing QuadBatch) throws -> Void) throws -> Void
  ) throws -> PermutationSet {
    precondition(version >= lastVersion, "versions ascend")
    return try change { current in
      guard current === self else { return current }
      let builder = PermutationBuilder(
        storage: storage, generation: current.manifest.generation + 1, after: current.lastVersion, options)
      try feed { try builder.add($0) }
      let added = try builder.finish()
      let names = try current.runs(with: added, builder)
      return try current.commit(names, version: version, metadata: metadata)
    }
  }

  /// Writes the runs anew without some versions, whose data leave the files.
  ///
  /// - Parameter versions: The versions.
  /// - Returns: The set without them.
  /// - Throws: As ``append(upTo:memory:metadata:_:)``.
  /// - Complexity: O(*n*) for all quads.
  package func rebuild(excluding versions: [Int64]) throws -> PermutationSet {
    try change { current in
      var excluded: [UInt64] = []
      for version in versions where version > 0 && version <= Int64(UInt32.max) {
        VersionBits.insert(Int(version), into: &excluded)
      }
      guard !current.runs.isEmpty, !excluded.isEmpty else { return current }
      let builder = PermutationBuilder(
        storage: storage, generation: current.manifest.generation + 1, after: current.lastVersion, .init())
      let name = builder.nextName()
      try PermutationMerger(current.runs, excluding: excluded).write(name, to: storage, threads: 2)
      return try current.commit([name], version: current.lastVersion, metadata: nil)
    }
  }

  /// Removes all files of a set; its lock's file stays.
  ///
  /// - Throws: `PasserelleError` with code `.workspaceLocked` when it is being changed; what the storage says.
  package static func remove(in storage: any SegmentStorage) throws {
    guard try !storage.names().isEmpty else { return }
    try withExtendedLifetime(takeLock(storage)) {
      try storage.remove(SegmentManifest.fileName)
      try storage.syncFolder()
      sweep(storage, keeping: [])
      try storage.syncFolder()
    }
  }

  /// Removes all files of the set of a folder; its lock's file stays.
  ///
  /// - Throws: As ``remove(in:)``.
  package static func remove(folder: String) throws {
    try remove(in: FolderStorage(path: folder, creating: false))
  }

  /// Changes what is in place now, alone.
  private func change(_ body: (PermutationSet) throws -> PermutationSet) throws -> PermutationSet {
    if let folder = storage as? FolderStorage { _ = try FolderStorage(path: folder.folder) }
    return try withExtendedLifetime(Self.takeLock(storage)) {
      let current = try refreshed()
      let kept = Set(current.manifest.fileNames)
      Self.sweep(storage, keeping: kept)
      do {
        return try body(current)
      } catch {
        // Where the manifest did get into place, its files stay.
        let now = (try? SegmentManifest.read(from: storage)).map { $0?.fileNames ?? [] }
        if let now { Self.sweep(storage, keeping: kept.union(now)) }
        throw error
      }
    }
  }

  /// The runs that are in use once some were added: new ones are merged where there are too many.
  private func runs(with added: [String], _ builder: PermutationBuilder) throws -> [String] {
    guard !added.isEmpty else { return runs.map(\.name) }
    let new = try added.map { try PermutationRun(storage: storage, name: $0) }
    let recent = Array(runs.dropFirst())
    let fresh = (recent + new).reduce(0) { $0 + $1.counts.quads }
    let base = runs.first?.counts.quads ?? 0
    let joined = Self.recentShare * fresh > base ? runs + new : recent + new
    let rest = joined.count == runs.count + new.count ? [] : [runs[0].name]
    guard joined.count > 1 else { return rest + joined.map(\.name) }
    let name = builder.nextName()
    try PermutationMerger(joined).write(name, to: storage, threads: builder.options.threads)
    return rest + [name]
  }

  /// Puts runs in place.
  private func commit(_ names: [String], version: Int64, metadata: [String: String]?) throws
    -> PermutationSet
  {
    var all = metadata ?? self.metadata
    all[Self.versionKey] = String(version)
    var segments: [SegmentManifest.Segment] = []
    var seals: [UInt8] = []
    for run in names {
      let quads = try PermutationRun(storage: storage, name: run).counts.quads
      let files =
        QuadOrder.allCases.map { (PermutationFormat.name(run, $0), PermutationFormat.orderKind) }
        + [(PermutationFormat.tableName(run), PermutationFormat.tableKind)]
      for (name, kind) in files {
        segments.append(.init(name: name, kind: kind, documents: min(quads, Int(UInt32.max))))
        let file = try storage.map(name)
        seals += withExtendedLifetime(file) { Array(file.bytes.suffix(32)) }
      }
    }
    all[Self.sealKey] = String(Checksum.xxh3(seals), radix: 16)
    let next = SegmentManifest(generation: manifest.generation + 1, segments: segments, metadata: all)
    if next.segments == manifest.segments, next.metadata == manifest.metadata { return self }
    try storage.syncFolder()
    try next.write(to: storage)
    let set = try PermutationSet(storage: storage)
    Self.sweep(storage, keeping: Set(next.fileNames))
    return set
  }

  private static func takeLock(_ storage: any SegmentStorage) throws -> StorageLock {
    if let lock = try storage.lock(lockName) { return lock }
    let holder = storage.holder(of: lockName).map { String($0) } ?? "?"
    throw PasserelleError(
      .workspaceLocked,
      LocalizedText(
        fr:
          "Les ordres de lecture sont en cours d’écriture par un autre programme (processus \(holder)). Attendez sa fin et relancez.",
        en:
          "The read permutations are being written by another program (process \(holder)). Wait for its end and run again."
      ), at: SourceLocation(file: storage.path(of: lockName)))
  }

  /// Removes the files of runs that are not in use; what cannot be removed now is removed at the next change.
  private static func sweep(_ storage: any SegmentStorage, keeping kept: Set<String>) {
    for name in (try? storage.names()) ?? [] where !kept.contains(name) {
      if PermutationFormat.run(ofFile: name) != nil || name == SegmentManifest.fileName + ".new" {
        try? storage.remove(name)
      }
    }
  }
}
