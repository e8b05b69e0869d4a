public import PasserelleArchive
public import PasserelleCore
public import PasserelleGraph
import PasserelleSources

/// Reads again what a run has put aside: the records with the same bytes, out of the files that they stood in.
///
/// Only what was put aside is stored; a record that a later run has brought under the same key is newer and stays.
public final class QuarantineRetry {
  /// What became of an entry.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It is stored now.
    case stored
    /// The store holds it as it is.
    case unchanged
    /// A later run has brought the record anew.
    case overtaken
    /// It is refused again.
    case refused
    /// Its file is gone, or no longer holds it.
    case missing

    /// Whether the entry leaves the quarantine.
    public var isSettled: Bool { self == .stored || self == .unchanged || self == .overtaken }
  }

  private let store: GraphStore
  private let context: StageContext
  private let writer: GraphWriter
  private let limits: ArchiveLimits
  /// When the run began that put the entries aside.
  private let since: Instant
  private var digest = SharedDigest()
  /// What was found this time.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes a retry.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - run: The run of the ledger that stores.
  ///   - since: When the run began that put the entries aside.
  ///   - limits: How much of an archive is unpacked at most.
  ///   - context: Clock and stop.
  public init(
    store: GraphStore, run: RunID, since: Instant, limits: ArchiveLimits = .standard, context: StageContext
  ) {
    (self.store, self.since, self.limits, self.context) = (store, since, limits, context)
    writer = GraphWriter(store: store, run: run, clock: context.clock)
  }

  /// Tries the entries of a quarantine again.
  ///
  /// - Parameter entries: The entries of one run, in order.
  /// - Returns: What became of each.
  /// - Throws: ``PasserelleError`` for what stops the run, with code `run.interrupted` where a stop was asked for.
  public func outcomes(of entries: [QuarantineFile.Entry]) throws -> [Outcome] {
    var result = [Outcome](repeating: .missing, count: entries.count)
    var groups: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      groups[ArchivePath.archive(of: entry.file).map(String.init) ?? entry.file, default: []].append(index)
    }
    for (file, indices) in groups.sorted(by: { $0.key < $1.key }) {
      if context.stopFlag.isSet { throw Self.stopped }
      try read(file, entries, indices, into: &result)
    }
    try store.refreshPermutations()
    return result
  }

  private static var stopped: PasserelleError {
    PasserelleError(
      .interrupted,
      LocalizedText(
        fr: "Arrêté : ce qui est stocké le reste ; relancez pour la suite.",
        en: "Stopped: what is stored stays so; run again for the rest."))
  }

  /// Reads one file; all its records are looked at, so that repeated keys are told apart as before.
  private func read(
    _ file: String, _ entries: [QuarantineFile.Entry], _ indices: [Int], into result: inout [Outcome]
  ) throws {
    guard let input = try? InputFiles.expand([file], isIgnored: { _ in false }).first else { return }
    var places: [ContentHash: [Int]] = [:]
    var whole: [String: [Int]] = [:]
    for index in indices {
      if let hash = entries[index].hash {
        places[hash, default: []].append(index)
      } else {
        whole[entries[index].file, default: []].append(index)
      }
    }
    var keys = RepeatedKeys()
    var found: [Int: Outcome] = [:]
    let unexplicit = InputFile(path: input.path, size: input.size, isExplicit: false, bytes: input.bytes)
    try SourceOpener.read(unexplicit, Ingestor.Options(), limits: limits) { item in
      guard case .source(let source) = item else {
        if case .failed(_, let name) = item {
          for index in whole[name] ?? [] { found[index] = .refused }
        }
        return !context.stopFlag.isSet
      }
      var stream = source.input
      // An archive that could not be read is tried as a whole, and so are its files.
      let owners = (whole[source.name] ?? []) + (source.name == file ? [] : whole[file] ?? [])
      do {
        try source.format.read(&stream, file: source.name) { item in
          try take(item, keys: &keys, places, owners, &found)
          return !context.stopFlag.isSet
        }
      } catch let error as PasserelleError where error.code.isAboutInput {
        for index in owners { found[index] = .refused }
      }
      return !context.stopFlag.isSet
    }
    if context.stopFlag.isSet { throw Self.stopped }
    for (index, outcome) in found { result[index] = outcome }
  }

  private func take(
    _ item: SourceItem, keys: inout RepeatedKeys, _ places: [ContentHash: [Int]], _ owners: [Int],
    _ found: inout [Int: Outcome]
  ) throws {
    let outcome: Outcome
    let indices: [Int]
    switch item {
    case .refused(let refused):
      indices = (places[digest.hash(of: refused.bytes).hash] ?? []) + owners
      guard !indices.isEmpty else { return }
      diagnostics += refused.diagnostics
      outcome = .refused
    case .record(let record):
      let hash = digest.hash(of: record.bytes).hash
      indices = (places[hash] ?? []) + owners
      let key: String
      switch keys.occurrence(of: record, hash: hash) {
      case .first: key = record.key
      case .another(let longer), .state(let longer): key = longer
      case .repeated: return
      }
      guard !indices.isEmpty else { return }
      // What was erased and must not come back counts as missing.
      if let screen = store.screen as? ErasureScreen,
        screen.refuses(source: record.source, key: key)
      {
        return
      }
      outcome = try store(record, key: key, hash: hash)
    }
    // One refusal among the records of some bytes keeps them all in quarantine.
    for index in indices { found[index] = Self.worse(found[index], outcome) }
  }

  private static func worse(_ left: Outcome?, _ right: Outcome) -> Outcome {
    let order: [Outcome] = [.refused, .missing, .stored, .overtaken, .unchanged]
    return order.first { $0 == left || $0 == right } ?? right
  }

  private func store(_ record: any SourceRecord, key: String, hash: ContentHash) throws -> Outcome {
    let open = try store.read { try $0.openVersion(source: record.source, key: key) }
    if let open, record.amendment == nil {
      if open.ingested > since, open.contentHash != hash { return .overtaken }
    }
    var batch = RecordBatch(limit: 1)
    batch.append(record, key: key, hash: hash)
    let result = try batch.flush(into: writer, store)
    diagnostics += result.diagnostics
    if !result.refused.isEmpty { return .refused }
    return result.added + result.changed > 0 ? .stored : .unchanged
  }
}
