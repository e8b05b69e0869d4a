import Foundation
import PasserelleCore
import PasserelleGraph
import PasserellePipeline

extension Workspace {
  /// Stores RDF: each named graph of the files is a record of the source `rdf`, called by the graph's IRI.
  ///
  /// Statements without a graph go to one record a file; blank nodes get IRIs under the file's record. A graph that
  /// several files speak of is stored once; one that says nothing new is left as it is.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, or `-` for standard input; packed ones are unpacked.
  ///   - options: How they are read.
  /// - Returns: What was done; records are graphs, and statements that were refused.
  /// - Throws: ``PasserelleError`` for what stops the run; the run is then in the ledger as failed.
  public func load(_ paths: [String], options: LoadOptions = LoadOptions()) throws -> IngestionAnswer {
    let files = try InputFiles.expand(paths, isIgnored: LoadOptions.isIgnored)
    return try withLock {
      let started = context.clock()
      let run = try store.beginRun(verb: "load", at: started)
      do {
        let reader = LoadReader(files, options, store.iris, context)
        var report = try load(reader, run, options)
        let tally = reader.tally
        let screen = store.screen as? ErasureScreen
        let diagnostics = tally.diagnostics.map { screen?.redacted($0) ?? $0 }
        try store.add(diagnostics + report.erasureDiagnostics, to: run, from: 1)
        report.filesRead = tally.filesRead
        report.filesFailed = tally.errors.count
        report.refused += tally.refused
        report.recordsIn += tally.refused
        report.diagnostics.merge(tally.counts) { $0 + $1 }
        try store.checkpoint()
        let finished = context.clock()
        let answer = IngestionAnswer(
          run: run.rawValue, report: report, documentsIndexed: 0,
          milliseconds: finished.milliseconds - started.milliseconds,
          reportPath: layout.report(run: run.rawValue), quarantinePath: nil, fileErrors: tally.errors)
        try close(run, answer, at: finished)
        return answer
      } catch {
        let code = (error as? PasserelleError)?.code.name ?? "unknown"
        try? store.finishRun(run, .failed, report: "{\"error\":\"\(code)\"}", at: context.clock())
        throw error
      }
    }
  }

  /// Reads and stores; the loader's memory goes before the read orders are made.
  private func load(_ reader: LoadReader, _ run: RunID, _ options: LoadOptions) throws -> RunReport {
    var report = RunReport()
    let outcome = try stored(reader, run, options)
    report.recordsIn = outcome.graphs + outcome.suppressed
    report.added = outcome.added
    report.changed = outcome.changed
    report.unchanged = outcome.unchanged
    report.refused = outcome.suppressed
    report.diagnostics = [
      DiagnosticCode.erasureSuppressed.name: outcome.suppressed,
      DiagnosticCode.erasureRedacted.name: min(1, outcome.redactedTerms),
    ].filter { $0.value > 0 }
    report.statements = outcome.statements
    report.isInterrupted = outcome.isInterrupted
    if outcome.isInterrupted { report.recordsIn = report.stored + report.unchanged + report.refused }
    tell(LocalizedText(fr: "Ordres de lecture", en: "Read orders"))
    try store.refreshPermutations()
    return report
  }

  private func stored(
    _ reader: LoadReader, _ run: RunID, _ options: LoadOptions
  ) throws -> GraphLoader.Outcome {
    let loader = try GraphLoader(store: store, run: run, mode: options.mode, clock: context.clock)
    try ChunkPipeline().run(reading: { try reader.read(into: $0) }) { message in
      switch message {
      case .begin(let key): loader.beginFile(defaultKey: key)
      case .statements(let chunk): try loader.take(chunk)
      case .abandon: loader.abandonFile()
      case .end: break
      }
    }
    if reader.tally.isStopped {
      var outcome = GraphLoader.Outcome()
      outcome.isInterrupted = true
      return outcome
    }
    tell(LocalizedText(fr: "Écriture", en: "Writing"))
    return try loader.finish { context.stopFlag.isSet }
  }

  private func tell(_ stage: LocalizedText) {
    context.progress(ProgressUpdate(stage: stage, done: 0, total: nil, unit: .items))
  }
}

extension RunReport {
  /// A diagnostic for each code of what must not come back.
  fileprivate var erasureDiagnostics: [Diagnostic] {
    [DiagnosticCode.erasureSuppressed, .erasureRedacted].compactMap { code in
      diagnostics[code.name].map {
        Diagnostic(code, at: SourceLocation(file: "-"), value: String($0))
      }
    }
  }
}
