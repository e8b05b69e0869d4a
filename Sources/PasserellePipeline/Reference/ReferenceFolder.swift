public import PasserelleCore
import PasserelleDigest
import PasserelleOntology
import PasserelleSegments

/// The folder `reference` of a workspace: one immutable file a list, and a table of them that is replaced as a whole.
///
/// What a reader has opened stays as it was. A list that is replaced or removed keeps its file for as long as records
/// of match runs are kept, so that they can be computed again.
public struct ReferenceFolder: Sendable {
  private let storage: any SegmentStorage

  /// Takes a storage.
  init(storage: any SegmentStorage) { self.storage = storage }

  /// Takes a folder, which need not be there.
  ///
  /// - Parameter path: Its path.
  /// - Throws: ``PasserelleError`` for a path that is none.
  public init(path: String) throws { storage = try FolderStorage(path: path, creating: false) }

  /// The lists in use; nil where none was ever imported.
  ///
  /// - Throws: ``PasserelleError`` when the table of lists cannot be read.
  public func library() throws -> ReferenceLibrary? {
    guard let index = try index() else { return nil }
    return ReferenceLibrary(storage: storage, rows: index.rows.filter { $0.retired == nil })
  }

  /// The lists of some hashes, former ones too, and the names of those that are not there any more.
  ///
  /// - Parameter wanted: Names of lists with their hashes.
  /// - Returns: The lists that are there, and the names of the others, ascending.
  /// - Throws: ``PasserelleError`` when the table of lists cannot be read.
  public func library(of wanted: [String: String]) throws -> (lists: ReferenceLibrary, missing: [String]) {
    let rows = try index()?.rows ?? []
    var found: [ReferenceRow] = []
    var missing: [String] = []
    for (id, hash) in wanted.sorted(by: { $0.key < $1.key }) {
      if let row = rows.first(where: { $0.id == id && $0.hash == hash }) {
        found.append(row)
      } else {
        missing.append(id)
      }
    }
    return (ReferenceLibrary(storage: storage, rows: found), missing)
  }

  /// A change of the lists in use.
  struct Change {
    /// The lists to put in place, by name, with their editions.
    var lists: [(info: ReferenceListInfo, items: [ReferenceItem], edition: String)] = []
    /// The names of the lists to take away.
    var removed: Set<String> = []
    /// When.
    var instant: Instant
    /// Former lists whose time ended before this instant go for good.
    var keptSince: Instant
  }

  /// What became of one list.
  enum Outcome: Sendable, Hashable { case added, changed, unchanged }

  /// Puts lists in place, all of them or none.
  ///
  /// - Parameters:
  ///   - change: What to change.
  ///   - shouldStop: Asked between lists; where it says so nothing changes.
  /// - Returns: What became of each list, by name; nil when it was stopped.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`; then the lists are as before.
  func apply(_ change: Change, shouldStop: () -> Bool) throws -> [String: Outcome]? {
    if let folder = (storage as? FolderStorage)?.folder {
      _ = try FolderStorage(path: folder, creating: true)
    }
    let manifest = try SegmentManifest.read(from: storage)
    let old = try index()?.rows ?? []
    var rows = old.filter { $0.retired.map { $0 >= change.keptSince } ?? true }
    var outcomes: [String: Outcome] = [:]
    var made: [String] = []
    do {
      for (info, items, edition) in change.lists.sorted(by: { $0.info.id < $1.info.id }) {
        if shouldStop() {
          discard(made)
          return nil
        }
        let encoded = EncodedReference(info, items)
        let hash = encoded.hash.hexadecimal
        let current = rows.firstIndex { $0.id == info.id && $0.retired == nil }
        if let current, rows[current].hash == hash, rows[current].edition == edition || edition.isEmpty,
          (try? ReferenceLibrary.open(rows[current], storage)) != nil
        {
          outcomes[info.id] = .unchanged
          continue
        }
        outcomes[info.id] = current == nil ? .added : .changed
        let row = try write(encoded, info, items.count, edition, change.instant, &made)
        if let current {
          rows[current] = rows[current].retired(at: change.instant)
          // The same content under another edition stays one file.
          if rows[current].hash == hash { rows.remove(at: current) }
        }
        rows.removeAll { $0.id == info.id && $0.hash == hash }
        rows.append(row)
      }
      for place in rows.indices where rows[place].retired == nil && change.removed.contains(rows[place].id) {
        rows[place] = rows[place].retired(at: change.instant)
      }
      rows.sort {
        ($0.id, $0.retired?.milliseconds ?? .max, $0.hash) < (
          $1.id, $1.retired?.milliseconds ?? .max, $1.hash
        )
      }
      if rows == old { return outcomes }
      if shouldStop() {
        discard(made)
        return nil
      }
      let name = "\((manifest?.generation ?? 0) + 1).index"
      made.append(name)
      try ReferenceIndex(rows).write(to: storage, name: name)
      try storage.syncFolder()
      try SegmentManifest(
        generation: (manifest?.generation ?? 0) + 1,
        segments: [.init(name: name, kind: ReferenceIndex.kind, documents: rows.count)]
      ).write(to: storage)
    } catch {
      discard(made)
      throw error
    }
    removeStray(keeping: Set(rows.flatMap(\.files)).union(made.suffix(1)))
    return outcomes
  }

  /// Takes lists away.
  ///
  /// - Parameters:
  ///   - ids: Their names; one that is not there changes nothing.
  ///   - instant: Now.
  ///   - months: For how many months former lists are kept.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`; then the lists are as before.
  public func remove(_ ids: Set<String>, at instant: Instant, keepingFormer months: Int) throws {
    let change = Change(removed: ids, instant: instant, keptSince: instant.earlier(months: months))
    _ = try apply(change, shouldStop: { false })
  }

  /// Writes a list's files; a file that is there already and is whole stays.
  private func write(
    _ encoded: EncodedReference, _ info: ReferenceListInfo, _ count: Int, _ edition: String,
    _ instant: Instant, _ made: inout [String]
  ) throws -> ReferenceRow {
    let hash = encoded.hash.hexadecimal
    let stem = info.id + "-" + hash.prefix(16)
    let file = stem + ".list"
    let namesFile = encoded.names.isEmpty ? nil : stem + ".names"
    var size = 0
    for (name, kind, sections) in [
      (file, ReferenceListFile.kind, encoded.sections),
      (namesFile ?? "", ReferenceListFile.namesKind, encoded.names),
    ] where !sections.isEmpty {
      if let known = try? SegmentFile(
        storage: storage, name: name, kind: kind, versions: ReferenceListFile.versions)
      {
        size += known.byteCount
        continue
      }
      let writer = try SegmentFileWriter(
        storage: storage, name: name, kind: kind, version: ReferenceListFile.version)
      for (id, bytes) in sections { try writer.section(id, bytes) }
      size += try writer.finish()
      made.append(name)
    }
    return ReferenceRow(
      id: info.id, hash: hash, codes: count, bytes: size, imported: instant, retired: nil, edition: edition,
      file: file, namesFile: namesFile)
  }

  private func index() throws -> ReferenceIndex? {
    guard let segment = try SegmentManifest.read(from: storage)?.segments.first else { return nil }
    return try ReferenceIndex(storage: storage, name: segment.name)
  }

  private func discard(_ names: [String]) {
    for name in names { try? storage.remove(name) }
  }

  /// Removes what no table names: what cannot be removed now goes with the next change.
  private func removeStray(keeping kept: Set<String>) {
    for name in (try? storage.names()) ?? [] where name != SegmentManifest.fileName && !kept.contains(name) {
      try? storage.remove(name)
    }
  }
}
