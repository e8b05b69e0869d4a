import PasserelleCore
public import PasserelleSegments
import Synchronization

/// A text index in a storage: snapshots for any number of readers, one writer at a time.
///
/// A commit is the replacement of the manifest: readers see it as a whole or not at all, whatever fails.
public final class TextIndex: Sendable {
  /// Where the files are.
  public let storage: any SegmentStorage
  /// The schema.
  public let schema: IndexSchema
  /// How it is written.
  public let options: IndexOptions
  let identity: IndexIdentity
  private let state = Mutex<IndexState?>(nil)

  /// Opens an index; one that was never written is empty.
  ///
  /// - Parameters:
  ///   - storage: Where the files are.
  ///   - schema: The schema.
  ///   - identity: The versions of all that makes terms, such as the analyser and the stemmer, by name.
  ///   - options: How it is written.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when the manifest is damaged, or was written for
  ///   another schema or other versions: then the index has to be rebuilt.
  public init(
    storage: any SegmentStorage, schema: IndexSchema, identity: [String: String],
    options: IndexOptions = .init()
  ) throws {
    self.storage = storage
    self.schema = schema
    self.options = options
    self.identity = try IndexIdentity(schema: schema, versions: identity)
    if let manifest = try SegmentManifest.read(from: storage) {
      try self.identity.check(manifest, path: storage.path(of: SegmentManifest.fileName))
    }
  }

  /// The last commit.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when a file is missing or damaged.
  /// - Complexity: The manifest is read; where it changed, new files are read too, and nothing else.
  public func snapshot() throws -> IndexSnapshot { try current().snapshot }

  /// Takes the right to write.
  ///
  /// Files that no commit names are removed.
  ///
  /// - Throws: ``PasserelleError`` with code `.workspaceLocked` when another writer has it, `.indexInvalid` when a
  ///   file is missing or damaged.
  public func writer() throws -> IndexWriter { try IndexWriter(self) }

  /// The last commit, open.
  func current() throws -> IndexState {
    try state.withLock { state in
      while true {
        let bytes = try storage.read(SegmentManifest.fileName)
        if let state, state.bytes == bytes { return state }
        do {
          let next = try IndexState(
            bytes: bytes, storage: storage, schema: schema, identity: identity, before: state)
          state = next
          return next
        } catch {
          // A commit since then may have removed what the older manifest names.
          if try storage.read(SegmentManifest.fileName) == bytes { throw error }
        }
      }
    }
  }

  /// Puts a commit of this index's writer in place.
  func install(_ next: IndexState) { state.withLock { $0 = next } }
}
