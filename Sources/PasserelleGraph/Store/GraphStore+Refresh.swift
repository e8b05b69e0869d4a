import GRDB
public import PasserelleCore
import PasserelleSegments

extension GraphStore {
  /// Brings the mapped terms and permutations up to the store; called at the end of a run that wrote.
  ///
  /// What was committed is readable before that too, only slower. Nothing happens in a store without a folder of
  /// segments, in one that cannot be written, and while another process does the same.
  ///
  /// - Parameters:
  ///   - minimum: How many new statements or terms are worth the files.
  ///   - memory: About how much memory may be used, in bytes.
  /// - Throws: ``PasserelleError``; the files then stay as they were, and the store is right without them.
  /// - Complexity: O(*n* log *n*) in what is new; now and then in all there is.
  public func refreshPermutations(minimum: Int = 10_000, memory: Int = 256 << 20) throws {
    guard let folder = derived.folder, !isReadOnly else { return }
    guard try readRaw({ try derived.pending($0) }) >= max(1, minimum) else { return }
    let storage = try folder.terms(creating: true)
    guard let lock = try storage.lock(DerivedFolder.lockName) else { return }
    try withExtendedLifetime(lock) {
      // What the files hold must not be lost when they are kept: the log goes to the disk first.
      try StoreErrors.translating(path) {
        _ = try pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
      }
      derived.replace(try refreshed(folder, memory))
    }
  }

  private func refreshed(_ folder: DerivedFolder, _ memory: Int) throws -> DerivedFolder.Contents {
    try readRaw { db in
      var contents = try folder.load { try StoreStamp.load($0, db) }
      if contents.generation == 0 {
        // Nothing, or what is of no use.
        try folder.remove()
        contents.fault = nil
      }
      contents = try DerivedWriter(folder).update(contents, db)
      // The terms in memory are not needed for the rest.
      derived.replace(contents)
      let set = try contents.permutations ?? PermutationSet(storage: folder.graph(creating: true))
      let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(version), 0) FROM statement_block") ?? 0
      contents.permutations = set
      guard last > set.lastVersion else { return contents }
      contents.permutations = try set.append(upTo: last, memory: memory) { add in
        var batch = QuadBatch()
        try DerivedState.statements(after: set.lastVersion, db) { version, bytes in
          let graph = VersionID(rawValue: version)
          let isSound = StatementBlock.read(bytes) {
            batch.append(
              Quad(graph: graph, subject: $0.subject, predicate: $0.predicate, object: $0.object))
          }
          if batch.count >= 4096 {
            try add(batch)
            batch.removeAll()
          }
          return isSound
        }
        if batch.count > 0 { try add(batch) }
      }
      return contents
    }
  }

  /// Checks the files of terms and permutations.
  ///
  /// - Returns: What is wrong with them; nil where they are sound, or where there are none.
  /// - Throws: ``PasserelleError`` when the store itself cannot be read.
  public func segmentFinding() throws -> PasserelleError? {
    guard let folder = derived.folder else { return nil }
    let contents = try readRaw { db in try folder.load { try StoreStamp.load($0, db) } }
    if let fault = contents.fault { return fault }
    do {
      try contents.permutations?.check()
      return nil
    } catch let error as PasserelleError {
      return error
    }
  }

  /// Deletes the files of terms and permutations, to be made anew by ``refreshPermutations(minimum:memory:)``.
  ///
  /// - Throws: ``PasserelleError``.
  public func removeSegments() throws {
    guard let folder = derived.folder, !isReadOnly else { return }
    try folder.remove()
    derived.replace(DerivedFolder.Contents())
  }
}
