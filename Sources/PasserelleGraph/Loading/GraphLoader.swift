import GRDB
package import PasserelleCore
import PasserelleSegments

/// Stores RDF in bulk: each named graph is a record of the source `rdf`, its key and its graph the graph's IRI.
///
/// First the statements of all files are taken, sorted by graph, in bounded memory but for the new terms; then
/// ``finish(_:)`` writes each graph that changes as one version. Used by one thread.
package final class GraphLoader {
  /// The source of the records.
  package static let source = "rdf"

  /// How graphs are taken that the store has already.
  package enum Mode: Sendable, Hashable {
    /// What is said is added to the open version.
    case adding
    /// What is said takes the place of the open version.
    case replacing
  }

  /// What was stored.
  package struct Outcome: Sendable, Hashable {
    /// Graphs that the files speak of.
    package var graphs = 0
    /// Graphs stored for the first time.
    package var added = 0
    /// Graphs stored as a further version.
    package var changed = 0
    /// Graphs stored already as they are.
    package var unchanged = 0
    /// Graphs that were erased and must not come back.
    package var suppressed = 0
    /// New terms from which texts were taken that must not come back.
    package var redactedTerms = 0
    /// Statements of the versions written.
    package var statements = 0
    /// Whether a stop was asked for before the end; what was committed stays.
    package var isInterrupted = false

    /// Makes an empty outcome.
    package init() {}
  }

  let store: GraphStore
  let run: RunID?
  let mode: Mode
  let clock: () -> Instant
  var runs: LoadedRuns
  /// The new terms.
  var fresh: TermTail
  var view = TermView(segments: [])
  var scratch = TermScratch()
  private let screen: (any TextRedacting)?
  /// How many new terms lost texts that must not come back.
  private var redactedTerms = 0
  /// The graphs met that were erased and must not come back, by the keys of their terms or of their file.
  private var suppressed: Set<[UInt8]> = []
  private var suppressedBefore: Set<[UInt8]> = []
  /// The keys of records that are not called by their graph: those of files' default graphs.
  var keys: [TermID: String] = [:]

  private struct Statement {
    var graph: Int64
    var triple: StatementTriple
  }

  private struct Stretch {
    var graph: Int64
    var start: Int32
    var end: Int32
  }

  private var statements: [Statement] = []
  private var stretches: [Stretch] = []
  private var defaultKey = ""
  private var defaultGraph: TermID?
  private var mark = (terms: 0, runs: 0, statements: 0)
  /// How many statements make a run.
  var statementsInRun = 1 << 18
  private static let runMemory = 96 << 20

  /// Makes a loader.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - run: The run that versions are attributed to.
  ///   - mode: How graphs are taken that the store has already.
  ///   - clock: Gives the instant of ingestion.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  package init(store: GraphStore, run: RunID?, mode: Mode, clock: @escaping () -> Instant) throws {
    (self.store, self.run, self.mode, self.clock) = (store, run, mode, clock)
    screen = store.screen
    let slash = store.path.lastIndex(of: "/")
    runs = LoadedRuns(
      folder: slash.map { String(store.path[..<$0]) } ?? ".", memory: Self.runMemory)
    fresh = TermTail(first: 1)
    statements.reserveCapacity(statementsInRun + 8192)
    (view, fresh) = try store.readRaw { db in
      let view = try store.derived.terms(db)
      return (view, TermTail(first: max(view.last, try TermRows.last(db)) + 1))
    }
  }

  /// Begins a file.
  ///
  /// - Parameter defaultKey: The key of the record that its statements without a graph go to.
  package func beginFile(defaultKey: String) {
    self.defaultKey = defaultKey
    defaultGraph = nil
    mark = (fresh.count, runs.count, statements.count)
    suppressedBefore = suppressed
  }

  /// Forgets what was taken since ``beginFile(defaultKey:)``.
  package func abandonFile() {
    statements.removeLast(max(0, statements.count - mark.statements))
    runs.truncate(to: mark.runs)
    fresh.truncate(to: mark.terms)
    suppressed = suppressedBefore
    for graph in keys.keys where graph.rawValue > fresh.last { keys[graph] = nil }
  }

  /// Takes statements; the chunk can be used again afterwards.
  ///
  /// - Throws: ``PasserelleError``, as on a full disk.
  package func take(_ chunk: StatementChunk) throws {
    let isEmpty = view.last == 0
    let count = chunk.count
    var erased = ErasedGraphs(screen, defaultKey)
    chunk.references.withUnsafeBufferPointer { references in
      for row in 0..<count {
        let at = 4 * row
        if screen != nil, erased.holds(references[at + 3], chunk.entries) { continue }
        let graph =
          references[at + 3] == 0
          ? defaultGraphID() : identifier(references[at + 3], chunk.entries, isEmpty)
        statements.append(
          Statement(
            graph: graph.rawValue,
            triple: StatementTriple(
              subject: identifier(references[at], chunk.entries, isEmpty),
              predicate: identifier(references[at + 1], chunk.entries, isEmpty),
              object: identifier(references[at + 2], chunk.entries, isEmpty))))
      }
    }
    suppressed.formUnion(erased.found)
    if statements.count >= statementsInRun { try finishRun() }
  }

  private func defaultGraphID() -> TermID {
    if let defaultGraph { return defaultGraph }
    let iri = store.iris.record(source: Self.source, key: defaultKey)
    let id = TermCodec.key(of: .iri(iri)).withUnsafeBytes {
      TermID(rawValue: find($0, TermCodec.hash($0), false))
    }
    keys[id] = defaultKey
    defaultGraph = id
    return id
  }

  @inline(__always)
  private func identifier(_ reference: Int64, _ entries: UnsafeMutableRawPointer, _ isEmpty: Bool) -> TermID {
    if reference >= 1 << 62 { return TermID(rawValue: reference) }
    let entry = entries + Int(reference - 1)
    let head = (entry + 8).loadUnaligned(as: UInt32.self)
    if head >> 31 == 1 { return TermID(rawValue: entry.loadUnaligned(as: Int64.self)) }
    let key = UnsafeRawBufferPointer(start: entry + 12, count: Int(head))
    let id = find(key, entry.loadUnaligned(as: UInt64.self), isEmpty)
    entry.storeBytes(of: id, as: Int64.self)
    (entry + 8).storeBytes(of: head | 1 << 31, as: UInt32.self)
    return TermID(rawValue: id)
  }

  @inline(__always)
  private func find(_ key: UnsafeRawBufferPointer, _ hash: UInt64, _ isEmpty: Bool) -> Int64 {
    var id = fresh.find(key, hash)
    if id == 0, !isEmpty { id = view.find(key, hash, &scratch) }
    if id == 0, let screen { return screened(key, screen) ?? fresh.append(key, hash) }
    return id == 0 ? fresh.append(key, hash) : id
  }

  /// The number of a new term from which a text is taken that must not come back; nil where there is none in it.
  private func screened(_ key: UnsafeRawBufferPointer, _ screen: any TextRedacting) -> Int64? {
    screen.redacted(key: key).map { clean in
      redactedTerms += 1
      return clean.withUnsafeBytes { clean in
        let hash = TermCodec.hash(clean)
        var id = fresh.find(clean, hash)
        if id == 0 { id = view.find(clean, hash, &scratch) }
        return id == 0 ? fresh.append(clean, hash) : id
      }
    }
  }

  /// Sorts what was gathered; what belongs to files before the one at hand makes a run of its own.
  private func finishRun() throws {
    if mark.statements > 0, mark.statements < statements.count {
      try writeRun(0..<mark.statements)
      mark.runs = runs.count
      try writeRun(mark.statements..<statements.count)
    } else {
      try writeRun(0..<statements.count)
      if mark.statements > 0 { mark.runs = runs.count }
    }
    mark.statements = 0
    statements.removeAll(keepingCapacity: true)
  }

  private func writeRun(_ range: Range<Int>) throws {
    guard !range.isEmpty else { return }
    stretches.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while start < range.upperBound {
      let graph = statements[start].graph
      var end = start + 1
      while end < range.upperBound, statements[end].graph == graph { end += 1 }
      stretches.append(Stretch(graph: graph, start: Int32(start), end: Int32(end)))
      start = end
    }
    stretches.sort { ($0.graph, $0.start) < ($1.graph, $1.start) }
    var (bytes, block) = ([UInt8](), [UInt8]())
    bytes.reserveCapacity(range.count * 8)
    var triples: [StatementTriple] = []
    var at = 0
    while at < stretches.count {
      let graph = stretches[at].graph
      triples.removeAll(keepingCapacity: true)
      while at < stretches.count, stretches[at].graph == graph {
        for index in Int(stretches[at].start)..<Int(stretches[at].end) {
          triples.append(statements[index].triple)
        }
        at += 1
      }
      block.removeAll(keepingCapacity: true)
      StatementBlock.sort(&triples)
      triples.withUnsafeBufferPointer { StatementBlock.append($0, to: &block) }
      VarInt.append(UInt64(graph), to: &bytes)
      VarInt.append(block.count, to: &bytes)
      bytes.append(contentsOf: block)
    }
    try runs.add(bytes)
  }

  /// Stores what was taken, a transaction for some thousand graphs; a second run goes on where one was stopped.
  ///
  /// - Parameter isStopped: Asked between transactions whether to stop.
  /// - Returns: What was stored.
  /// - Throws: ``PasserelleError``; what was committed stays.
  package func finish(_ isStopped: () -> Bool = { false }) throws -> Outcome {
    mark.statements = 0
    try finishRun()
    statements = []
    try writeTerms()
    var outcome = try writeGraphs(isStopped)
    outcome.redactedTerms = redactedTerms
    outcome.suppressed = suppressed.count
    return outcome
  }

  /// New terms are written before what uses them; without it they are harmless.
  private func writeTerms() throws {
    guard fresh.count > 0 else { return }
    try store.writeRaw { db in
      // Only the holder of the workspace's lock gives numbers.
      guard try TermRows.last(db) < fresh.first else {
        throw DatabaseError(resultCode: .SQLITE_BUSY, message: "term_block")
      }
      try TermRows.insert(fresh, db)
    }
  }
}
