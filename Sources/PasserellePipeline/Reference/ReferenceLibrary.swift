public import PasserelleOntology
import PasserelleSegments
import Synchronization

/// The official lists of a workspace; each is mapped and checked when it is first asked for.
///
/// Opening reads a table of some kilobytes and nothing else. For any thread.
public final class ReferenceLibrary: ReferenceLists {
  /// The lists, by name.
  public let rows: [ReferenceRow]
  private let storage: any SegmentStorage
  private let rowByID: [String: ReferenceRow]
  private let state = Mutex(State())

  private struct State {
    /// What was asked for; nil for a list that cannot be read.
    var opened: [String: CodeList?] = [:]
  }

  init(storage: any SegmentStorage, rows: [ReferenceRow]) {
    self.storage = storage
    self.rows = rows.sorted { $0.id < $1.id }
    rowByID = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The names of the lists, ascending.
  public var ids: [String] { rows.map(\.id) }

  /// A list by its name; nil where there is none, or where its file cannot be read: then the product's own answers.
  ///
  /// - Complexity: O(1); O(size of the file) the first time.
  public func list(_ id: String) -> CodeList? {
    guard let row = rowByID[id] else { return nil }
    return state.withLock { state in
      if let known = state.opened[id] { return known }
      let list = try? Self.open(row, storage)
      state.opened[id] = .some(list)
      return list
    }
  }

  /// The lists that were asked for so far and could be read: their names with their hashes.
  public var used: [String: String] {
    state.withLock { state in
      var result: [String: String] = [:]
      for case (let id, .some) in state.opened { result[id] = rowByID[id]?.hash }
      return result
    }
  }

  /// The lists that were asked for and could not be read, ascending.
  public var damaged: [String] {
    state.withLock { state in state.opened.compactMap { $0.value == nil ? $0.key : nil }.sorted() }
  }

  /// Opens a list and checks all of it, its names in other languages too.
  ///
  /// - Throws: ``PasserelleError`` when it is missing, damaged or of another version.
  public func verified(_ row: ReferenceRow) throws -> ReferenceListInfo {
    let file = try ReferenceListFile(storage: storage, name: row.file, namesFile: row.namesFile)
    if let names = row.namesFile {
      _ = try ReferenceNamesFile(storage: storage, name: names, count: file.count)
    }
    return file.info
  }

  static func open(_ row: ReferenceRow, _ storage: any SegmentStorage) throws -> CodeList {
    let file = try ReferenceListFile(storage: storage, name: row.file, namesFile: row.namesFile)
    return CodeList(
      id: row.id, label: file.info.label, source: file.info.source, parentList: file.info.parentList,
      reference: file, file: row.file)
  }
}
