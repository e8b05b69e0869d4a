import PasserelleCore
package import PasserelleSegments

/// The read permutations of a store: immutable runs of quads in all orders, up to a version; for any thread.
///
/// They are derived from the store, and behind it at most. A change makes a new set; those who read the old one keep
/// its files as long as they live.
package final class PermutationSet: Sendable {
  let storage: any SegmentStorage
  let manifest: SegmentManifest
  /// The base, and what came after it; empty, one or two.
  let runs: [PermutationRun]
  private let bytes: [UInt8]?
  static let versionKey = "permutations.version"
  static let sealKey = "permutations.seal"
  private static let ownKeys = "permutations."

  /// Opens the set of a storage of its own; one that was never written is empty.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid` when a file is missing or damaged.
  /// - Complexity: Tables are read; blocks are verified when they are read first.
  package convenience init(storage: any SegmentStorage) throws {
    while true {
      let bytes = try storage.read(SegmentManifest.fileName)
      do {
        try self.init(storage: storage, bytes: bytes, isWhole: false)
        return
      } catch {
        // A change since then may have removed what the older manifest names.
        if try storage.read(SegmentManifest.fileName) == bytes { throw error }
      }
    }
  }

  /// Opens the set of a folder of its own, which is made at the first change.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid` when a file is missing or damaged.
  package convenience init(folder: String) throws {
    try self.init(storage: FolderStorage(path: folder, creating: false))
  }

  init(storage: any SegmentStorage, bytes: [UInt8]?, isWhole: Bool) throws {
    self.storage = storage
    self.bytes = bytes
    let path = storage.path(of: SegmentManifest.fileName)
    manifest = try bytes.map { try SegmentManifest(decoding: $0, path: path) } ?? SegmentManifest()
    runs = try Self.runNames(manifest).map {
      try PermutationRun(storage: storage, name: $0, isWhole: isWhole)
    }
  }

  /// The last version it holds, or held before that was erased; 0 where it holds none.
  package var lastVersion: Int64 { manifest.metadata[Self.versionKey].flatMap { Int64($0) } ?? 0 }

  /// The number of quads, those of closed versions among them.
  package var quads: Int { runs.reduce(0) { $0 + $1.counts.quads } }

  /// What its owner keeps with it.
  package var metadata: [String: String] {
    manifest.metadata.filter { !$0.key.hasPrefix(Self.ownKeys) }
  }

  /// The set as it is now: this one, unless it was changed since it was opened.
  package func refreshed() throws -> PermutationSet {
    try storage.read(SegmentManifest.fileName) == bytes ? self : PermutationSet(storage: storage)
  }

  /// Reads every file of the set as it is now in full.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid`, by the name of the first file that does not hold.
  /// - Complexity: O(size of the files).
  package func check() throws {
    while true {
      let bytes = try storage.read(SegmentManifest.fileName)
      do {
        _ = try PermutationSet(storage: storage, bytes: bytes, isWhole: true)
        return
      } catch {
        if try storage.read(SegmentManifest.fileName) == bytes { throw error }
      }
    }
  }

  /// The names of the runs of a manifest, in its order.
  private static func runNames(_ manifest: SegmentManifest) -> [String] {
    var names: [String] = []
    for segment in manifest.segments {
      guard let run = PermutationFormat.run(ofFile: segment.name), !names.contains(run) else { continue }
      names.append(run)
    }
    return names
  }
}
