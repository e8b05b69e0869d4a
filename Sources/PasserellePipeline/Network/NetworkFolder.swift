package import PasserelleNetwork
package import PasserelleSegments

/// The folder of the network's file: one file, and the manifest that names it with the state of the store it shows.
///
/// The manifest is replaced as a whole, so that readers find the former network or the new one. All of it is derived:
/// what cannot be read is made anew.
package struct NetworkFolder: Sendable {
  /// The four letters of the kind of file.
  static let kind = "NETW"
  /// The version of the format.
  static let version: UInt32 = 1
  private static let lockName = "write.lock"

  private let storage: any SegmentStorage

  /// Takes a storage.
  package init(storage: any SegmentStorage) { self.storage = storage }

  /// Takes a folder.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - creating: Whether it is made where it is missing; one that is missing reads as an empty one.
  /// - Throws: `PasserelleError` when it cannot be made.
  package init(path: String, creating: Bool) throws {
    storage = try FolderStorage(path: path, creating: creating)
  }

  /// The network of a state; nil where there is none of that state, or none that can be read.
  ///
  /// - Parameter identity: What the network is made of.
  /// - Returns: The network.
  package func network(_ identity: [String: String]) -> CooperationNetwork? {
    guard let manifest = try? SegmentManifest.read(from: storage), let file = manifest.segments.first,
      manifest.metadata == identity,
      let segment = try? SegmentFile(
        storage: storage, name: file.name, kind: Self.kind, versions: Self.version...Self.version)
    else { return nil }
    return NetworkDecoder { segment.contents(ofSection: $0.rawValue) }.network()
  }

  /// Puts a network in place of the one before.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - identity: What it is made of.
  /// - Returns: False when another process is writing one; then nothing changes.
  /// - Throws: `PasserelleError` with code `.graphDiskFull` or `.indexInvalid`; then the one before stays.
  @discardableResult
  package func replace(with network: CooperationNetwork, _ identity: [String: String]) throws -> Bool {
    guard let lock = try storage.lock(Self.lockName) else { return false }
    return try withExtendedLifetime(lock) {
      let generation = ((try? SegmentManifest.read(from: storage))?.generation ?? 0) + 1
      // A name is never used twice: a reader may be about to open it.
      let taken = Set(try storage.names())
      let name = (generation...).lazy.map { "\($0).seg" }.first { !taken.contains($0) } ?? "0.seg"
      let writer = try SegmentFileWriter(
        storage: storage, name: name, kind: Self.kind, version: Self.version)
      for (section, bytes) in NetworkEncoder(network).sections { try writer.section(section.rawValue, bytes) }
      _ = try writer.finish()
      try storage.syncFolder()
      let segment = SegmentManifest.Segment(
        name: name, kind: Self.kind, documents: network.edges.count)
      try SegmentManifest(generation: generation, segments: [segment], metadata: identity).write(to: storage)
      for old in (try? storage.names()) ?? [] where old.hasSuffix(".seg") && old != name {
        try? storage.remove(old)
      }
      return true
    }
  }

  /// Removes the network, as when records were erased; the next question makes it anew.
  ///
  /// - Throws: `PasserelleError` when a file cannot be removed.
  package func remove() throws {
    try storage.remove(SegmentManifest.fileName)
    for name in try storage.names() where name.hasSuffix(".seg") { try storage.remove(name) }
  }
}
