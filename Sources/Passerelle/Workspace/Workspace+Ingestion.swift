import Foundation
public import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserellePipeline
import PasserelleRendering
import PasserelleSources

/// What an ingestion did, and where its traces lie.
public struct IngestionAnswer: Sendable {
  /// The run's number in the ledger.
  public let run: Int64
  /// The counters.
  public let report: RunReport
  /// Documents written to the text index.
  public let documentsIndexed: Int
  /// How long it took, in milliseconds.
  public let milliseconds: Int64
  /// Where the report was written.
  public let reportPath: String
  /// Where refused records are kept; nil when there is none.
  public let quarantinePath: String?
  /// The files that could not be read, each with its reason.
  public let fileErrors: [PasserelleError]
}

extension Workspace {
  /// Reads inputs into the store and brings the text index up to date.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, or `-` for standard input.
  ///   - options: How to read them.
  /// - Returns: What was done.
  /// - Throws: ``PasserelleError`` for what stops the run; the run is then in the ledger as failed.
  public func ingest(_ paths: [String], options: IngestionOptions = IngestionOptions()) throws
    -> IngestionAnswer
  {
    let files = try InputFiles.expand(paths, isIgnored: SourceFormats.isIgnored(fileName:))
    return try withLock {
      let started = context.clock()
      let run = try store.beginRun(verb: "ingest", at: started)
      let quarantine = Quarantine(path: layout.quarantine(run: run.rawValue))
      do {
        let (found, fileErrors) = try read(files, run, quarantine, options)
        var report = found
        try convert(run, &report)
        let indexed = report.isInterrupted ? 0 : try updateIndex()
        if context.stopFlag.isSet, try isIndexBehind(textIndex()) { report.isInterrupted = true }
        try store.checkpoint()
        let finished = context.clock()
        let answer = IngestionAnswer(
          run: run.rawValue, report: report, documentsIndexed: indexed,
          milliseconds: finished.milliseconds - started.milliseconds,
          reportPath: layout.report(run: run.rawValue),
          quarantinePath: report.refused > 0 ? quarantine.path : nil, fileErrors: fileErrors)
        try close(run, answer, at: finished)
        return answer
      } catch {
        let code = (error as? PasserelleError)?.code.name ?? "unknown"
        try? store.finishRun(run, .failed, report: "{\"error\":\"\(code)\"}", at: context.clock())
        throw error
      }
    }
  }

  /// Reads inputs into the store.
  private func read(
    _ files: [InputFile], _ run: RunID, _ quarantine: Quarantine, _ options: IngestionOptions
  ) throws -> (report: RunReport, fileErrors: [PasserelleError]) {
    var stage = options.stage
    stage.rules = rulesForIngestion()
    let ingestor = Ingestor(
      store: store, run: run, quarantine: quarantine, options: stage.stating(settings), context: context)
    var fileErrors: [PasserelleError] = []
    ingestor.onFileError = { fileErrors.append($0) }
    return (try ingestor.ingest(files), fileErrors)
  }

  /// Closes a run in the ledger and writes its report.
  func close(_ run: RunID, _ answer: IngestionAnswer, at instant: Instant) throws {
    let json = JSONRenderer.data(answer.structured, pretty: true)
    try store.finishRun(run, answer.status, report: String(decoding: json, as: UTF8.self), at: instant)
    do {
      try Data(json).write(to: URL(fileURLWithPath: answer.reportPath), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "Le rapport « \(answer.reportPath) » ne peut pas être écrit ; l'ingestion est enregistrée.",
          en: "The report '\(answer.reportPath)' cannot be written; the ingestion is stored."),
        at: SourceLocation(file: answer.reportPath), cause: error)
    }
  }

  /// Brings the text index up to the store, under the lock.
  ///
  /// - Parameter rebuild: Whether to delete it first.
  /// - Returns: The number of documents written.
  /// - Throws: ``PasserelleError``.
  public func index(rebuild: Bool = false) throws -> Int {
    try withLock {
      if rebuild {
        try removeTextIndex()
        try removeLiteralIndex()
      }
      return try updateIndex()
    }
  }

  /// The text index for reading, brought up to the store first where it is behind, missing or damaged.
  ///
  /// While another run writes, or where nothing can be written, the index is taken as it is.
  func currentIndex() throws -> DocumentIndex {
    do {
      let index = try textIndex()
      guard try isIndexBehind(index) else { return index }
    } catch let error as PasserelleError where error.code == .indexInvalid {}
    if let lock = try? WorkspaceLock(path: layout.lock) {
      _ = try withExtendedLifetime(lock) { try updateIndex() }
    }
    return try textIndex()
  }

  /// The index of exact characters with every literal of the store, brought up first where it is behind.
  ///
  /// - Returns: Nil where it is behind and cannot be brought up now, as while another run writes: it would miss literals.
  func currentLiteralIndex() throws -> LiteralIndex? {
    func isCurrent() throws -> Bool {
      let last = try store.read { try $0.lastTerm() }
      return try literalIndex().lastSequence() >= last.rawValue
    }
    do {
      if try isCurrent() { return try literalIndex() }
    } catch let error as PasserelleError where error.code == .indexInvalid {}
    guard let lock = try? WorkspaceLock(path: layout.lock) else { return nil }
    try withExtendedLifetime(lock) { try updateLiterals() }
    return try isCurrent() ? literalIndex() : nil
  }

  private func updateLiterals() throws {
    let literals = LiteralUpdater(store: store, context: context)
    do {
      _ = try literals.update(literalIndex())
    } catch let error as PasserelleError where error.code == .indexInvalid {
      try removeLiteralIndex()
      _ = try literals.update(literalIndex())
    }
  }

  private func isIndexBehind(_ index: DocumentIndex) throws -> Bool {
    let (last, lastTerm, hasCatalogue) = try store.read {
      (try $0.lastSequence(), try $0.lastTerm(), try catalogues.isCurrent(for: $0))
    }
    return try !hasCatalogue || index.lastSequence() < last
      || literalIndex().lastSequence() < lastTerm.rawValue
  }

  /// An index that another version made, or that is damaged, is derived data: it is made anew.
  private func updateIndex() throws -> Int {
    removeFormerTextIndex()
    let updater = IndexUpdater(store: store, ontology: ownOntology, context: context)
    let written: Int
    do {
      written = try updater.update(textIndex())
    } catch let error as PasserelleError where error.code == .indexInvalid {
      try removeTextIndex()
      written = try updater.update(textIndex())
    }
    try updateLiterals()
    if !context.stopFlag.isSet { try catalogues.update() }
    return written
  }
}

extension IngestionAnswer {
  /// How the run ended: failed when no file at all could be read.
  var status: RunStatus {
    if report.isInterrupted { return .interrupted }
    if report.filesRead == 0, report.filesFailed > 0 { return .failed }
    return report.refused > 0 || report.filesFailed > 0 ? .quarantined : .done
  }

  /// The machine-readable report.
  public var structured: StructuredValue {
    let counts = report.diagnostics.sorted { $0.key < $1.key }
    return .object([
      "format": .string("passerelle-run/1"), "run": .int(Int(run)),
      "status": .string(status.rawValue),
      "files": .object(["read": .int(report.filesRead), "failed": .int(report.filesFailed)]),
      "records": .object([
        "in": .int(report.recordsIn), "stored": .int(report.stored), "added": .int(report.added),
        "changed": .int(report.changed), "unchanged": .int(report.unchanged), "refused": .int(report.refused),
        "closed": report.closed > 0 ? .int(report.closed) : nil, "balanced": .bool(report.isBalanced),
      ]),
      "sources": .array(
        report.sources.sorted { $0.key < $1.key }.map { $0.value.structured(name: $0.key) }),
      "statements": .int(report.statements), "documents": .int(documentsIndexed),
      "milliseconds": .int(Int(milliseconds)),
      "diagnostics": .object(counts.map { StructuredValue.Member($0.key, .int($0.value)) }),
      "report": .string(reportPath), "quarantine": .optional(quarantinePath),
    ])
  }
}

extension SourceBalance {
  /// The machine-readable balance of one source.
  ///
  /// - Parameter name: The source's short name.
  /// - Returns: The object.
  func structured(name: String) -> StructuredValue {
    .object([
      "name": .string(name), "in": .int(recordsIn), "stored": .int(stored), "added": .int(added),
      "changed": .int(changed), "unchanged": .int(unchanged), "refused": .int(refused),
      "closed": closed > 0 ? .int(closed) : nil, "balanced": .bool(isBalanced),
    ])
  }
}
