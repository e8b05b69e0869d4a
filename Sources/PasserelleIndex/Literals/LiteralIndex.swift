import PasserelleCore
import PasserelleSegments

/// An index of literals by number that finds exact texts in them, byte by byte: `CONTAINS`, `STRSTARTS` and the like.
///
/// It holds the trigrams of each literal in lower case, not the literal: what it finds is verified against the
/// literals themselves, which the caller fetches. Everything in it is derived and can be made anew. Values are used by
/// any number of threads; one process writes at a time.
public final class LiteralIndex: Sendable {
  static let schema = IndexSchema(fields: [
    // Nothing is scored, so that lengths may go without influence.
    FieldDefinition(name: "trigrams", hasPositions: false, b: 0)
  ])
  static let sequenceKey = "sequence"

  let index: TextIndex

  /// Opens an index in a folder of its own; one that is missing is empty until something is added.
  ///
  /// - Parameter folder: The path of the folder.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` for a damaged index or one of another version: then it
  ///   has to be removed and filled anew.
  public convenience init(folder: String) throws {
    // Opening does not make the folder, so that reading leaves nothing behind.
    try self.init(FolderStorage(path: folder, creating: false), options: .product)
  }

  /// Makes an empty index in memory.
  ///
  /// - Throws: ``PasserelleError``; never for an index in memory.
  public convenience init() throws { try self.init(MemoryStorage()) }

  init(_ storage: any SegmentStorage, options: IndexOptions = .init()) throws {
    index = try TextIndex(
      storage: storage, schema: Self.schema, identity: ["literals": String(LiteralFolding.version)],
      options: options)
  }

  /// Deletes the files of an index; the way to start anew after `.indexInvalid`.
  ///
  /// - Parameter folder: The path of the folder; nothing happens where there is none.
  /// - Throws: ``PasserelleError`` when a file cannot be deleted, or another process writes to the index.
  public static func remove(folder: String) throws {
    try TextIndex.remove(in: FolderStorage(path: folder, creating: false))
  }

  /// How far the store has been followed; 0 for an empty index.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func lastSequence() throws -> Int64 {
    try index.snapshot().metadata[Self.sequenceKey].flatMap { Int64($0) } ?? 0
  }

  /// The number of literals.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func literalCount() throws -> Int { try index.snapshot().documentCount }

  /// The numbers of all the literals, ascending.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  /// - Complexity: O(literals).
  public func numbers() throws -> [Int64] { try index.snapshot().matches(.everything).ids }

  /// Reads every file in full.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` for damage.
  public func verify() throws { try index.verify() }
}
