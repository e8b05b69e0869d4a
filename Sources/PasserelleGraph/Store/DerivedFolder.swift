import GRDB
import PasserelleCore
import PasserelleSegments

/// The folder `segments` of a workspace as the store uses it: `terms` with the dictionary, `graph` with the permutations.
struct DerivedFolder: Sendable {
  /// What the folder holds.
  struct Contents: Sendable {
    var terms: [TermSegment] = []
    var graphs = GraphNameTable()
    var permutations: PermutationSet?
    var stamp = StoreStamp()
    var generation = 0
    var fault: PasserelleError?
  }

  /// The folder.
  let path: String

  static let namesKind = "NAME"
  static let namesVersion: UInt32 = 1

  /// The storage of the dictionary.
  func terms(creating: Bool = false) throws -> FolderStorage {
    try FolderStorage(path: path + "/terms", creating: creating)
  }

  /// The storage of the permutations.
  func graph(creating: Bool = false) throws -> FolderStorage {
    try FolderStorage(path: path + "/graph", creating: creating)
  }

  /// Opens what is there; nothing of it where it is damaged, or belongs to another store or a state that was lost.
  ///
  /// - Parameter stamp: The stamp of the store at a state; nil where it does not have it.
  /// - Returns: What can be used.
  /// - Throws: What `stamp` throws.
  func load(_ stamp: ((version: Int64, term: Int64)) throws -> StoreStamp?) throws -> Contents {
    do {
      let storage = try terms()
      guard let manifest = try SegmentManifest.read(from: storage), let known = Self.stamp(manifest) else {
        return Contents()
      }
      guard try stamp((known.version, known.term)) == known else { return Contents() }
      var contents = Contents()
      (contents.stamp, contents.generation) = (known, manifest.generation)
      for segment in manifest.segments {
        if segment.kind == Self.namesKind {
          let file = try SegmentFile(
            storage: storage, name: segment.name, kind: Self.namesKind,
            versions: Self.namesVersion...Self.namesVersion)
          guard file.section(GraphNameTable.section).count == (Int(known.version) + 1) * 8 else {
            throw Self.contradiction(file.path)
          }
          contents.graphs = GraphNameTable(file: file, last: known.version)
        } else {
          let segment = try TermSegment(storage: storage, name: segment.name)
          guard segment.first == (contents.terms.last?.last ?? 0) + 1 else {
            throw Self.contradiction(storage.path(of: SegmentManifest.fileName))
          }
          contents.terms.append(segment)
        }
      }
      guard contents.terms.last?.last ?? 0 == known.term else {
        throw Self.contradiction(storage.path(of: SegmentManifest.fileName))
      }
      let set = try PermutationSet(storage: graph())
      // The dictionary is always published first.
      guard set.lastVersion <= known.version else {
        throw Self.contradiction(storage.path(of: SegmentManifest.fileName))
      }
      contents.permutations = set
      return contents
    } catch let error as PasserelleError where error.code == .indexInvalid {
      return Contents(fault: error)
    }
  }

  /// Deletes what is there.
  func remove() throws {
    let storage = try terms(creating: true)
    try storage.remove(SegmentManifest.fileName)
    for name in try storage.names() where name != Self.lockName { try storage.remove(name) }
    try PermutationSet.remove(in: graph(creating: true))
  }

  static let lockName = "lock"

  private static func stamp(_ manifest: SegmentManifest) -> StoreStamp? {
    guard let version = manifest.metadata["version"].flatMap({ Int64($0) }), version >= 0,
      let term = manifest.metadata["term"].flatMap({ Int64($0) }), term >= 0,
      let checksum = manifest.metadata["stamp"].flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    return StoreStamp(version: version, term: term, checksum: checksum)
  }

  private static func contradiction(_ path: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "Les fichiers de lecture « \(path) » se contredisent ; ils seront refaits à la prochaine écriture.",
        en: "The read files '\(path)' contradict each other; they will be made anew at the next writing."),
      at: SourceLocation(file: path))
  }
}

/// Writes the dictionary's files for a state of the store, and puts them in place.
struct DerivedWriter {
  let folder: DerivedFolder
  private let storage: FolderStorage

  init(_ folder: DerivedFolder) throws {
    self.folder = folder
    storage = try folder.terms(creating: true)
  }

  /// Brings the dictionary's files up to a state.
  ///
  /// - Parameters:
  ///   - contents: What is in place.
  ///   - db: The connection, at the state.
  /// - Returns: What is in place then.
  /// - Throws: ``PasserelleError``; then what was in place stays.
  func update(_ contents: DerivedFolder.Contents, _ db: Database) throws -> DerivedFolder.Contents {
    let version = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
    let term = try TermRows.last(db)
    guard let stamp = try StoreStamp.load((version, term), db), stamp != contents.stamp else {
      return contents
    }
    var result = contents
    result.stamp = stamp
    result.generation += 1
    result.terms = try terms(contents.terms, upTo: term, result.generation, db)
    let name = "\(result.generation)-names.seg"
    if version > 0 {
      let names = try contents.graphs.names(upTo: version, db)
      let writer = try SegmentFileWriter(
        storage: storage, name: name, kind: DerivedFolder.namesKind, version: DerivedFolder.namesVersion)
      try writer.beginSection(GraphNameTable.section)
      try names.withUnsafeBytes { try writer.append($0) }
      try writer.endSection()
      _ = try writer.finish()
      result.graphs = GraphNameTable(
        file: try SegmentFile(
          storage: storage, name: name, kind: DerivedFolder.namesKind,
          versions: DerivedFolder.namesVersion...DerivedFolder.namesVersion), last: version)
    }
    try publish(result, names: version > 0 ? name : nil)
    return result
  }

  /// The terms as segments: the base, and at most one of those that came after it.
  private func terms(
    _ known: [TermSegment], upTo last: Int64, _ generation: Int, _ db: Database
  ) throws -> [TermSegment] {
    guard last > (known.last?.last ?? 0) else { return known }
    let base = known.first
    let isMerging = base.map { (last - $0.last) * 4 > Int64($0.count) } ?? true
    let first = isMerging ? 1 : (base?.last ?? 0) + 1
    let name = "\(generation)-terms.seg"
    let writer = try TermSegmentWriter(
      storage: storage, name: name, first: first, capacity: Int(last - first + 1))
    let reader = TermReader(TermView(segments: known))
    let end = known.last?.last ?? 0
    var id = first
    while id <= end {
      _ = try reader.withKey(of: id) { try writer.add($0) }
      id += 1
    }
    try TermRows.read(after: end, db) { id, key in
      let none = UnsafeRawBufferPointer(start: nil, count: 0)
      while writer.next < id { try writer.add(none) }
      try writer.add(key)
    }
    try writer.finish()
    let segment = try TermSegment(storage: storage, name: name)
    return isMerging ? [segment] : [base, segment].compactMap { $0 }
  }

  private func publish(_ contents: DerivedFolder.Contents, names: String?) throws {
    var segments = contents.terms.map {
      SegmentManifest.Segment(name: $0.name, kind: TermSegment.kind, documents: $0.count)
    }
    if let names {
      segments.append(
        SegmentManifest.Segment(
          name: names, kind: DerivedFolder.namesKind, documents: Int(contents.stamp.version)))
    }
    try storage.syncFolder()
    let manifest = SegmentManifest(
      generation: contents.generation, segments: segments,
      metadata: [
        "version": String(contents.stamp.version), "term": String(contents.stamp.term),
        "stamp": String(contents.stamp.checksum, radix: 16),
      ])
    try manifest.write(to: storage)
    let used = Set(manifest.fileNames + [DerivedFolder.lockName])
    for name in try storage.names() where !used.contains(name) { try? storage.remove(name) }
  }
}
