import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleGraph
import PasserelleJSON
import PasserellePipeline
import PasserelleRendering

extension NightStages {
  /// Reads what is new or changed in the inbox.
  ///
  /// A night that was stopped while reading begins with the files that it had set out to read, in the same order:
  /// their batches are the same, and those that are stored already are passed over.
  func ingest(_ journal: NightJournal) throws -> StructuredValue {
    let content = try InboxScanner.scan(inbox)
    let register = InboxRegister(path: layout.inboxRegister)
    let found = options.isAnew ? content.files : register.unread(content.files)
    let plan = InboxRegister(path: layout.plan)
    let begun = journal.attempts > 1 ? plan.read() : []
    let begunPaths = Set(begun.map(\.escapedPath))
    let current = Dictionary(
      content.files.map { ($0.escapedPath, $0) }, uniquingKeysWith: { first, _ in first })
    let files =
      begun.compactMap { current[$0.escapedPath] } + found.filter { !begunPaths.contains($0.escapedPath) }
    try plan.set(files)

    let store = workspace.store
    let context = workspace.context
    let started = context.clock()
    let run = try store.beginRun(verb: "nightly", at: started)
    let quarantine = Quarantine(path: layout.quarantine(run: run.rawValue))
    do {
      var reading = IngestionOptions()
      reading.batchSize = options.batchSize
      var stage = reading.stage
      stage.rules = workspace.rulesForIngestion()
      let ingestor = Ingestor(
        store: store, run: run, quarantine: quarantine, options: stage.stating(workspace.settings),
        context: context)
      var errors: [PasserelleError] = []
      ingestor.onFileError = { errors.append($0) }
      var report = try ingestor.ingest(files.map(\.file))
      try workspace.convert(run, &report)
      let finished = context.clock()
      let answer = IngestionAnswer(
        run: run.rawValue, report: report, documentsIndexed: 0,
        milliseconds: finished.milliseconds - started.milliseconds,
        reportPath: layout.report(run: run.rawValue),
        quarantinePath: report.refused > 0 ? quarantine.path : nil, fileErrors: errors)
      try workspace.close(run, answer, at: finished)
      guard !report.isInterrupted else { return .null }
      let unreadable = try putAside(run, report, errors)
      return result(answer, content, files: files.count, unreadable: unreadable, drops: try drops(answer))
    } catch {
      let code = (error as? PasserelleError)?.code.name ?? "unknown"
      try? store.finishRun(run, .failed, report: "{\"error\":\"\(code)\"}", at: context.clock())
      throw error
    }
  }

  private func result(
    _ answer: IngestionAnswer, _ content: InboxScanner.Content, files: Int, unreadable: [String],
    drops: [VolumeCheck.Drop]
  ) -> StructuredValue {
    .object([
      "run": answer.structured,
      "inbox": .object([
        "files": .int(content.files.count), "read": .int(files),
        "skipped": .array(
          content.skipped.map { .object(["path": .string($0.path), "reason": .string($0.reason.rawValue)]) }),
      ]),
      "unreadable": .array(unreadable.map { .string($0) }),
      "drops": .array(
        drops.map {
          .object([
            "source": .string($0.source), "in": .int($0.records), "median": .int($0.median),
            "nights": .int($0.nights),
          ])
        }),
    ])
  }

  // MARK: - Quarantine

  /// The most problems of one code that are told in words.
  private static let toldLimit = 1000

  /// Writes beside the quarantine which files could not be read, and why everything in it is there.
  ///
  /// - Returns: The files that could not be read.
  private func putAside(_ run: RunID, _ report: RunReport, _ errors: [PasserelleError]) throws -> [String] {
    let catalogue = DiagnosticCatalogue.byName
    let codes = report.diagnostics.keys.sorted().filter { catalogue[$0]?.severity == .error }
    let fileCodes = Set((DiagnosticCode.allArchive + [.fileUnreadable]).map(\.name))
    var files: [String] = []
    var lines = Data()
    for one in try codes.filter(fileCodes.contains).flatMap({ code in
      try workspace.store.diagnostics(of: run, code: code, limit: .max)
    }) {
      files.append(one.location.file)
      let line = StructuredValue.object([
        "file": .string(one.location.file), "codes": .array([.string(one.code)]),
        "error": .optional(one.value),
      ])
      lines += JSONRenderer.data(line) + [UInt8(ascii: "\n")]
    }
    if !files.isEmpty { try NightFile.write(lines, to: layout.unreadable(run: run.rawValue)) }
    if !codes.isEmpty {
      let text = try reasons(run, codes, report) + Self.words(of: errors) + "\npasserelle retry\n"
      try NightFile.write(Data(text.utf8), to: layout.reasons(run: run.rawValue))
    }
    return files.sorted()
  }

  /// The reasons of what was refused as a text in both languages.
  private func reasons(_ run: RunID, _ codes: [String], _ report: RunReport) throws -> String {
    let catalogue = DiagnosticCatalogue.byName
    var text = ""
    for name in codes {
      let count = report.diagnostics[name] ?? 0
      text += "[\(name)] \(count)\n"
      for language in [MessageLanguage.french, .english] {
        if let code = catalogue[name] { text += "  \(code.reason[language]) \(code.remedy[language])\n" }
      }
      for one in try workspace.store.diagnostics(of: run, code: name, limit: Self.toldLimit) {
        text += "  - \(one.location)" + (one.field.map { " \($0)" } ?? "") + "\n"
      }
      if count > Self.toldLimit { text += "  … +\(count - Self.toldLimit)\n" }
    }
    return text
  }

  private static func words(of errors: [PasserelleError]) -> String {
    errors.map { error in
      "[\(error.code)] \(error.location?.description ?? "")\n  \(error.message.french)\n  \(error.message.english)\n"
    }.joined()
  }

  // MARK: - Volumes

  /// The sources that brought far less than on the days before; several nights of one day count together.
  private func drops(_ answer: IngestionAnswer) throws -> [VolumeCheck.Drop] {
    let settings = workspace.settings.nightly
    var days: [(day: PartialDate, counts: [String: Int])] = []
    for run in try workspace.store.runs(limit: .max) where run.verb == "nightly" {
      guard let counts = run.report.flatMap(Self.volumes) else { continue }
      if days.last?.day == run.started.date {
        days[days.count - 1].counts.merge(counts) { $0 + $1 }
      } else {
        days.append((run.started.date, counts))
      }
      if days.count > settings.volumeNights + 1 { break }
    }
    guard let today = days.first else { return [] }
    let check = VolumeCheck(nights: settings.volumeNights, dropPercent: settings.volumeDropPercent)
    return check.drops(today.counts, before: days.dropFirst().map(\.counts))
  }

  /// The records by source of a report; nil for a run that was not brought to its end.
  private static func volumes(_ report: String) -> [String: Int]? {
    guard let json = try? JSONDocument.parse(Array(report.utf8)) else { return nil }
    let document = SourcingNote.Value(StructuredValue(json))
    guard let status = document["status"].string, status != RunStatus.interrupted.rawValue else { return nil }
    var counts: [String: Int] = [:]
    for one in document["sources"].list {
      if let name = one["name"].string { counts[name] = one["in"].int ?? 0 }
    }
    return counts
  }
}
