import PasserelleCore
import PasserelleSegments

/// The folder of the catalogue's file: one file, and the manifest that names it with the state of the store it shows.
///
/// The manifest is replaced as a whole, so that readers find the former catalogue or the new one.
public struct CatalogueFolder: Sendable {
  private let storage: any SegmentStorage
  /// What made the file besides the store, such as the version of the loader; a file of another is not used.
  private let identity: String
  private static let lockName = "write.lock"

  /// Takes a storage.
  ///
  /// - Parameters:
  ///   - storage: Where the files are, or will be.
  ///   - identity: What makes catalogues besides the store.
  init(storage: any SegmentStorage, identity: String) {
    self.storage = storage
    self.identity = identity
  }

  /// Takes a folder.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - creating: Whether it is made where it is missing; one that is missing reads as an empty one.
  ///   - identity: What makes catalogues besides the store.
  /// - Throws: ``PasserelleError`` when it cannot be made.
  public init(path: String, creating: Bool, identity: String) throws {
    self.init(storage: try FolderStorage(path: path, creating: creating), identity: identity)
  }

  /// Whether the folder names a catalogue of a state of the store; its file is not looked at.
  ///
  /// - Parameter sequence: The last sequence of the store.
  /// - Returns: False where there is none, or what there is cannot be read.
  public func isCurrent(at sequence: Int64) -> Bool {
    (try? SegmentManifest.read(from: storage))?.metadata == metadata(sequence)
  }

  /// The catalogue of a state of the store.
  ///
  /// - Parameter sequence: The last sequence of the store.
  /// - Returns: Nil where there is none of that state, or none that can be used.
  public func catalogue(at sequence: Int64) -> AwardCatalogue? {
    // All of it is derived: what cannot be read is made anew.
    guard let manifest = try? SegmentManifest.read(from: storage), let file = manifest.segments.first,
      manifest.metadata == metadata(sequence)
    else { return nil }
    return try? CatalogueFile.open(in: storage, name: file.name)
  }

  /// Puts a catalogue in place of the one before.
  ///
  /// - Parameters:
  ///   - catalogue: The catalogue.
  ///   - sequence: The last sequence of the store that it shows.
  /// - Returns: False when another process is writing one; then nothing changes.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`; then the one before stays.
  public func replace(with catalogue: AwardCatalogue, at sequence: Int64) throws -> Bool {
    guard let lock = try storage.lock(Self.lockName) else { return false }
    return try withExtendedLifetime(lock) {
      let generation = ((try? SegmentManifest.read(from: storage))?.generation ?? 0) + 1
      // A name is never used twice, whatever became of a manifest: a reader may be about to open it.
      let taken = Set(try storage.names())
      let name = (generation...).lazy.map { "\($0).seg" }.first { !taken.contains($0) } ?? "0.seg"
      try CatalogueFile.write(catalogue, to: storage, name: name)
      try storage.syncFolder()
      let segment = SegmentManifest.Segment(
        name: name, kind: CatalogueFile.kind, documents: catalogue.awardCount)
      try SegmentManifest(generation: generation, segments: [segment], metadata: metadata(sequence))
        .write(to: storage)
      // What cannot be removed now goes with the next one.
      for old in (try? storage.names()) ?? [] where old.hasSuffix(".seg") && old != name {
        try? storage.remove(old)
      }
      return true
    }
  }

  /// Removes the catalogue; the next one that needs it makes it anew.
  ///
  /// - Throws: ``PasserelleError`` when a file cannot be removed.
  public func remove() throws {
    try storage.remove(SegmentManifest.fileName)
    for name in try storage.names() where name.hasSuffix(".seg") { try storage.remove(name) }
  }

  private func metadata(_ sequence: Int64) -> [String: String] {
    ["identity": identity, "sequence": String(sequence)]
  }
}
