import GRDB
import PasserelleCore
import PasserelleSegments
import Synchronization

/// What a store keeps beside its file to read fast, all of it made from the file: mapped terms and permutations, the
/// statements that came after them, the names of graphs.
final class DerivedState: Sendable {
  /// The versions that a scope shows of a state, by the names of their graphs and by their own numbers.
  struct Visible: Sendable {
    var sequence: Int64
    var names: VersionNames
    var numbers: VersionNames
  }

  /// What is derived of the store up to a version.
  private struct State: Sendable {
    var terms: TermView
    var graphs: GraphNameTable
    var permutations: PermutationSet?
    var delta = PermutationDelta([])
    /// The statements of the delta, by ascending version.
    var recent: [Quad] = []
    /// The last version of the delta.
    var deltaEnd: Int64 = 0
    /// Names of graphs by version, of the state that was asked for last.
    var current: Visible?
    var all: Visible?
    /// Whether the files were looked for.
    var isOpen = false
    /// Why the files cannot be used; nil where they can.
    var fault: PasserelleError?
  }

  /// The folder of the segments; nil where everything stays in memory.
  let folder: DerivedFolder?
  private let state: Mutex<State>

  /// How many statements of newer versions are kept in memory before the files are looked at again.
  private static let reopeningQuads = 200_000

  init(folder: DerivedFolder?) {
    self.folder = folder
    state = Mutex(State(terms: TermView(segments: []), graphs: GraphNameTable()))
  }

  /// The terms of a store, those of a connection's state at least.
  ///
  /// - Parameters:
  ///   - db: The connection.
  ///   - isWriting: Whether the connection has the right to write, and so sees all there is.
  /// - Returns: The terms.
  /// - Throws: `DatabaseError`, or ``PasserelleError``.
  func terms(_ db: Database, isWriting: Bool = false) throws -> TermView {
    try open(db)
    let last = try TermRows.last(db)
    var view = state.withLock { $0.terms }
    if isWriting, view.last > last {
      // The files know what the store lost: nothing of them can be trusted.
      discard()
      view = state.withLock { $0.terms }
    }
    if view.last < last { try TermRows.catchUp(view, db) }
    return view
  }

  /// Looks for the files at the first use, and whether they belong to the store.
  private func open(_ db: Database) throws {
    if state.withLock({ $0.isOpen }) { return }
    let stamp = try folder.map { try $0.load() { try StoreStamp.load($0, db) } }
    state.withLock { state in
      guard !state.isOpen else { return }
      state.isOpen = true
      if let loaded = stamp {
        state.fault = loaded.fault
        state.terms = TermView(segments: loaded.terms)
        state.graphs = loaded.graphs
        state.permutations = loaded.permutations
        state.deltaEnd = loaded.permutations?.lastVersion ?? 0
      }
    }
  }

  /// Forgets the files; what they held comes from the store.
  private func discard() {
    state.withLock {
      $0 = State(terms: TermView(segments: []), graphs: GraphNameTable())
      $0.isOpen = true
    }
  }

  /// Takes what was just written in the place of what was.
  func replace(_ loaded: DerivedFolder.Contents) {
    state.withLock {
      $0 = State(terms: TermView(segments: loaded.terms), graphs: loaded.graphs)
      $0.permutations = loaded.permutations
      $0.deltaEnd = loaded.permutations?.lastVersion ?? 0
      $0.isOpen = true
    }
  }

  /// Why the files cannot be used; nil where they can.
  func fault(_ db: Database) throws -> PasserelleError? {
    try open(db)
    return state.withLock { $0.fault }
  }

  /// The permutations, and the statements of newer versions, up to a connection's state at least.
  func permutations(_ db: Database) throws -> (set: PermutationSet?, delta: PermutationDelta) {
    try open(db)
    let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(version), 0) FROM statement_block") ?? 0
    var known = state.withLock { ($0.permutations, $0.delta, $0.deltaEnd, $0.recent.count) }
    if known.2 >= last { return (known.0, known.1) }
    if known.3 > Self.reopeningQuads, let set = try known.0?.refreshed(), set.lastVersion > known.2 {
      state.withLock {
        $0.permutations = set
        ($0.recent, $0.deltaEnd, $0.delta) = ([], set.lastVersion, PermutationDelta([]))
      }
      known = (set, PermutationDelta([]), set.lastVersion, 0)
      if known.2 >= last { return (known.0, known.1) }
    }
    var added: [Quad] = []
    try Self.statements(after: known.2, db) { version, bytes in
      StatementBlock.read(bytes) {
        added.append(
          Quad(
            graph: VersionID(rawValue: version), subject: $0.subject, predicate: $0.predicate,
            object: $0.object))
      }
    }
    return state.withLock { state in
      // Another reader may have been here meanwhile, or the files may be others now.
      if state.permutations === known.0, state.deltaEnd < last {
        state.recent += added.drop { $0.graph.rawValue <= state.deltaEnd }
        state.deltaEnd = last
        state.delta = PermutationDelta(state.recent)
      } else if state.deltaEnd < last {
        return (known.0, PermutationDelta(added))
      }
      return (state.permutations, state.delta)
    }
  }

  /// Gives the blocks of the versions after one, in their order.
  static func statements(
    after version: Int64, _ db: Database, _ body: (Int64, UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    let rows = try RawStatement(
      db, "SELECT version, quads FROM statement_block WHERE version > ? ORDER BY version")
    rows.bind(version, at: 1)
    while try rows.step() {
      let version = rows.int64(0)
      guard try rows.withBlob(1, { try body(version, $0) }) else { throw StatementBlock.damaged(version) }
    }
  }

  /// How many statements came after the permutations, or terms after the segments, whichever are more.
  func pending(_ db: Database) throws -> Int {
    try open(db)
    let (version, term) = state.withLock { ($0.permutations?.lastVersion ?? 0, $0.terms.lastInSegments) }
    let statements =
      try Int.fetchOne(
        db, sql: "SELECT coalesce(sum(count), 0) FROM statement_block WHERE version > ?", arguments: [version]
      ) ?? 0
    return max(statements, Int(try TermRows.last(db) - term))
  }

  /// The versions of a connection's state that a scope shows.
  func visible(_ scope: VersionScope, _ db: Database) throws -> Visible {
    try open(db)
    let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM version") ?? 0
    let known = state.withLock { (graphs: $0.graphs, current: $0.current, all: $0.all) }
    switch scope {
    case .current: if let current = known.current, current.sequence == last { return current }
    case .all: if let all = known.all, all.sequence == last { return all }
    case .ingested, .sequence: break
    }
    var names = try known.graphs.names(upTo: last, db)
    if scope == .current {
      let closed = try RawStatement(db, "SELECT id FROM version WHERE superseded IS NOT NULL")
      while try closed.step() { names[Int(closed.int64(0))] = .none }
    } else if let seen = try VersionSet.load(scope, db) {
      for version in names.indices where !seen.contains(Int64(version)) { names[version] = .none }
    }
    var numbers = names
    for version in numbers.indices where numbers[version].isBound {
      numbers[version] = TermID(rawValue: Int64(version))
    }
    let result = Visible(
      sequence: last, names: VersionNames(names), numbers: VersionNames(numbers))
    state.withLock {
      switch scope {
      case .current: $0.current = result
      case .all: $0.all = result
      case .ingested, .sequence: break
      }
    }
    return result
  }
}

/// The name of the graph of each version, in an array by version; some of it in a mapped file.
struct GraphNameTable: Sendable {
  /// The file, whose names are those of versions from 1.
  var file: SegmentFile?
  /// The last version of the file.
  var last: Int64 = 0

  /// Section 1 of the file: 64 bits a version, from version 0.
  static let section: UInt32 = 1

  /// The names of all versions up to one.
  func names(upTo end: Int64, _ db: Database) throws -> [TermID] {
    let known = min(last, end)
    var names = [TermID](repeating: .none, count: Int(end) + 1)
    if let file {
      withExtendedLifetime(file) {
        let bytes = file.section(Self.section)
        names.withUnsafeMutableBytes {
          $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes.prefix(Int(known + 1) * 8)))
        }
      }
    }
    let rows = try RawStatement(
      db,
      "SELECT v.id, r.graph FROM version AS v JOIN record AS r ON r.id = v.record WHERE v.id > ? AND v.id <= ?"
    )
    rows.bind(known, at: 1)
    rows.bind(end, at: 2)
    while try rows.step() { names[Int(rows.int64(0))] = TermID(rawValue: rows.int64(1)) }
    return names
  }
}

/// What tells one store from another that has the same numbers: the last version and the last term of a state.
struct StoreStamp: Sendable, Hashable {
  var version: Int64 = 0
  var term: Int64 = 0
  /// A checksum of the version's row and the term's key.
  var checksum: UInt64 = 0

  /// The stamp of the store at a state; nil where it does not have that version or that term.
  static func load(_ state: (version: Int64, term: Int64), _ db: Database) throws -> StoreStamp? {
    var bytes = try ErasedVersions.stamp(db)
    if state.version > 0 {
      let row = try RawStatement(
        db,
        "SELECT hash, ingested, r.graph FROM version AS v JOIN record AS r ON r.id = v.record WHERE v.id = ?")
      row.bind(state.version, at: 1)
      guard try row.step() else { return nil }
      row.withBlob(0) { bytes.append(contentsOf: $0) }
      for value in [row.int64(1), row.int64(2)] {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    if state.term > 0 {
      let row = try RawStatement(
        db, "SELECT first, count, keys FROM term_block WHERE first <= ? ORDER BY first DESC LIMIT 1")
      row.bind(state.term, at: 1)
      guard try row.step(), row.int64(0) + row.int64(1) > state.term else { return nil }
      let rank = Int(state.term - row.int64(0))
      var room = TermScratch()
      _ = row.withBlob(2) { keys in
        TermRows.keys(keys, &room) { if $0 == rank { bytes.append(contentsOf: $1) } }
      }
    }
    return StoreStamp(version: state.version, term: state.term, checksum: Checksum.xxh3(bytes))
  }
}
