import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleRendering
import PasserelleSources

extension Workspace {
  /// Imports official lists from files and folders; lists of the same name are replaced, all of them or none.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, or `-` for standard input.
  ///   - options: What is known of the lists.
  /// - Returns: What was done.
  /// - Throws: ``PasserelleError`` for what stops the run; the lists are then as before, and the run is in the ledger as
  ///   failed.
  public func importReferences(
    _ paths: [String], options: ReferenceOptions = ReferenceOptions()
  ) throws -> ReferenceImportAnswer {
    let files = try InputFiles.expand(paths, isIgnored: Self.isIgnored)
    return try withLock {
      var rules: [ReferenceImportAnswer.List] = []
      let started = context.clock()
      let run = try store.beginRun(verb: "reference import", at: started)
      let quarantine = Quarantine(path: layout.quarantine(run: run.rawValue))
      var stage = ReferenceImporter.Options()
      (stage.licence, stage.edition) = (options.licence, options.edition)
      stage.retentionMonths = settings.matchRetentionMonths
      var fileErrors: [PasserelleError] = []
      do {
        let importer = ReferenceImporter(
          folder: try ReferenceFolder(path: layout.reference), options: stage, context: context,
          quarantine: quarantine)
        importer.onFileError = { fileErrors.append($0) }
        importer.takes = { [self] name, head, input in
          guard let edition = try importRules(name, head, &input) else { return false }
          rules.removeAll { $0.id == edition.id && edition.outcome == "unchanged" }
          if !rules.contains(where: { $0.id == edition.id }) { rules.append(edition) }
          return true
        }
        var report = try importer.run(files)
        try store.add(report.diagnostics, to: run, from: 1)
        if report.hasChanged { openReferences() }
        let changed = report.lists.filter { $0.outcome != "unchanged" }.map(\.id)
        if Self.convert(by: changed) {
          let conversions = try convert(run, isAnew: true, told: report.diagnostics.count)
          report.diagnostics += conversions.diagnostics
          if conversions.hasChanged { _ = try index() }
        }
        let hasNewRules = rules.contains { $0.outcome != "unchanged" }
        let notices =
          hasNewRules ? try store.read { try $0.recordCount(ofSource: EFormsReader.source) } : nil
        let finished = context.clock()
        let answer = ReferenceImportAnswer(
          run: run.rawValue, files: (report.filesRead, report.filesPassed, report.filesFailed),
          rows: (report.rowsIn, report.stored, report.refused),
          lists: report.lists.map { .init(id: $0.id, codes: $0.codes, outcome: $0.outcome) } + rules,
          diagnostics: report.counts, uncheckedNotices: notices,
          milliseconds: finished.milliseconds - started.milliseconds,
          quarantinePath: report.refused > 0 ? quarantine.path : nil, fileErrors: fileErrors,
          isInterrupted: report.isInterrupted)
        let json = JSONRenderer.data(answer.structured)
        try store.finishRun(run, answer.status, report: String(decoding: json, as: UTF8.self), at: finished)
        return answer
      } catch {
        let code = (error as? PasserelleError)?.code.name ?? "unknown"
        try? store.finishRun(run, .failed, report: "{\"error\":\"\(code)\"}", at: context.clock())
        throw error
      }
    }
  }

  /// The official lists of the workspace, by name; each is opened and checked.
  public func referenceLists() throws -> [ReferenceSummary] {
    if let referenceFault { throw referenceFault }
    let lists = references?.rows ?? []
    return lists.compactMap { row in
      guard let references else { return nil }
      let info = try? references.verified(row)
      return ReferenceSummary(
        id: row.id, label: info?.label ?? LocalizedText(verbatim: row.id), codes: row.codes,
        source: info?.source ?? "", edition: row.edition, imported: row.imported,
        licence: info?.licence ?? "", hash: row.hash, bytes: row.bytes, isSound: info != nil)
    } + ruleSummaries()
  }

  /// Takes official lists away; the product's own answer again.
  ///
  /// - Parameter names: The names of the lists.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for a name that is none; then nothing changes.
  public func removeReferences(_ names: [String]) throws {
    try withLock {
      openReferences()
      let rules = ruleVersions()
      let known = Set((references?.ids ?? []) + rules)
      if let unknown = names.first(where: { !known.contains($0) }) { throw Self.unknownList(unknown, known) }
      try ReferenceFolder(path: layout.reference).remove(
        Set(names), at: context.clock(), keepingFormer: settings.matchRetentionMonths)
      removeRules(rules.filter(names.contains))
      openReferences()
      if Self.convert(by: names), try convert(nil, isAnew: true, told: nil).hasChanged { _ = try index() }
    }
  }

  /// What the doctor says of the lists.
  func referenceFinding() -> DoctorFinding {
    let check = LocalizedText(fr: "listes officielles", en: "official lists")
    let lists = (try? referenceLists()) ?? []
    let damaged = lists.filter { !$0.isSound }.map(\.id)
    let detail: LocalizedText
    if let referenceFault {
      detail = referenceFault.message
    } else if !damaged.isEmpty {
      let names = damaged.joined(separator: ", ")
      detail = LocalizedText(
        fr: "endommagées : \(names) ; importez-les de nouveau", en: "damaged: \(names); import them again")
    } else if lists.isEmpty {
      detail = LocalizedText(
        fr: "aucune : « passerelle reference import DOSSIER » les ajoute",
        en: "none: 'passerelle reference import FOLDER' adds them")
    } else {
      let main = lists.sorted { ($1.codes, $0.id) < ($0.codes, $1.id) }.prefix(6)
      let names = main.map { "\($0.id) (\($0.codes))" }.joined(separator: ", ")
      let rest = lists.count > main.count ? ", …" : ""
      detail = LocalizedText(
        fr: "\(fr: lists.count, "liste") : \(names)\(rest)", en: "\(en: lists.count, "list"): \(names)\(rest)"
      )
    }
    return DoctorFinding(
      key: "references", check: check, isSound: referenceFault == nil && damaged.isEmpty, detail: detail)
  }

  /// Whether a file of a folder is there for people.
  private static func isIgnored(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".md") || name == "manifest.tsv"
      || ["readme", "license", "licence", "changelog"].contains { name == $0 || name.hasPrefix($0 + ".") }
  }

  private static func unknownList(_ name: String, _ known: Set<String>) -> PasserelleError {
    let names = known.sorted().joined(separator: ", ")
    return PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr: "Aucune liste « \(name) » n’a été importée. Listes : \(names.isEmpty ? "aucune" : names).",
        en: "No list '\(name)' was imported. Lists: \(names.isEmpty ? "none" : names)."))
  }
}

extension ReferenceImportAnswer {
  /// How the run ended.
  var status: RunStatus {
    if isInterrupted { return .interrupted }
    if files.read == 0, files.failed > 0 { return .failed }
    return rows.refused > 0 || files.failed > 0 ? .quarantined : .done
  }
}
