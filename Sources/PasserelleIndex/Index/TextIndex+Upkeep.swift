import PasserelleCore
public import PasserelleSegments

/// Checking and removing.
extension TextIndex {
  static let lockName = "write.lock"

  /// Reads every segment and every file of deletions of the last commit in full.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`, by the name of the first file that does not hold.
  /// - Complexity: O(size of the files).
  public func verify() throws {
    while true {
      let bytes = try storage.read(SegmentManifest.fileName)
      do {
        _ = try IndexState(
          bytes: bytes, storage: storage, schema: schema, identity: identity, before: nil)
        return
      } catch {
        // A commit since then may have removed what the older manifest names.
        if try storage.read(SegmentManifest.fileName) == bytes { throw error }
      }
    }
  }

  /// Removes all files of an index; its lock's file stays, as another process may wait for it.
  ///
  /// - Throws: ``PasserelleError`` with code `.workspaceLocked` when a writer holds the index; what the storage says.
  public static func remove(in storage: any SegmentStorage) throws {
    guard try !storage.names().isEmpty else { return }
    try withExtendedLifetime(takeLock(storage)) {
      // Without its manifest it is empty at once, whatever happens to the rest.
      try storage.remove(SegmentManifest.fileName)
      try storage.syncFolder()
      for name in try storage.names() where IndexFileName.isOwn(name) { try storage.remove(name) }
      try storage.syncFolder()
    }
  }

  /// Takes the right to write.
  static func takeLock(_ storage: any SegmentStorage) throws -> StorageLock {
    guard let lock = try storage.lock(lockName) else {
      throw IndexFailure.locked(storage.path(of: lockName), holder: storage.holder(of: lockName))
    }
    return lock
  }
}

/// Names of the files of an index: `12-3.seg`, the third file of the writer that came after commit 11.
///
/// No two files that commits name are ever called the same, so that a name stands for its contents.
struct IndexFileName {
  private let first: Int
  private var count = 0

  /// Starts the names of a writer.
  init(after generation: Int) { first = generation + 1 }

  /// The next segment.
  mutating func segment() -> String { next(".seg") }

  /// The next file of deletions.
  mutating func deletions() -> String { next(".del") }

  private mutating func next(_ ending: String) -> String {
    count += 1
    return "\(first)-\(count)\(ending)"
  }

  /// Whether a file is one that writers make: only such are ever removed.
  static func isOwn(_ name: String) -> Bool {
    if name == SegmentManifest.fileName + ".new" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || (parts.count == 3 && (parts[2] == "postings" || parts[2] == "positions")),
      parts[1] == "seg" || parts[1] == "del"
    else { return false }
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }
}
