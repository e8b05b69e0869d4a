public import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleOntology

/// One thing that the doctor looked at.
public struct DoctorFinding: Sendable, Hashable {
  /// A stable name for programs.
  public let key: String
  /// What was looked at.
  public let check: LocalizedText
  /// Whether it is sound.
  public let isSound: Bool
  /// What was found.
  public let detail: LocalizedText
}

/// A run of the ledger, for people and programs.
public struct RunSummary: Sendable, Hashable {
  /// The number.
  public let id: Int64
  /// The verb.
  public let verb: String
  /// The status's stable name.
  public let status: String
  /// When it began.
  public let started: Instant
  /// When it ended.
  public let finished: Instant?
}

/// A diagnostic of a run, with what its code means.
public struct RunDiagnostic: Sendable, Hashable {
  /// The stable name.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// Where it was found.
  public let location: SourceLocation
  /// The field.
  public let field: String?
  /// The value as written.
  public let value: String?
  /// What it was replaced by.
  public let replacement: String?
  /// Why it is a problem; nil for a code of another version.
  public let reason: LocalizedText?
  /// What to do about it.
  public let remedy: LocalizedText?
}

extension Workspace {
  /// The runs, latest first.
  public func runs(limit: Int = 50) throws -> [RunSummary] {
    let runs = try store.runs(limit: limit)
    // A run that is still open was killed where nobody holds the right to write any more.
    let isWritten = runs.contains { $0.status == .running } && isBeingWritten
    return runs.map {
      let status = $0.status == .running && !isWritten ? RunStatus.interrupted : $0.status
      return RunSummary(
        id: $0.id.rawValue, verb: $0.verb, status: status.rawValue, started: $0.started,
        finished: $0.finished)
    }
  }

  /// The diagnostics of a run in the order found.
  ///
  /// - Parameters:
  ///   - run: The run's number; nil for the latest.
  ///   - code: Only this code.
  ///   - limit: The most diagnostics given.
  /// - Returns: The diagnostics.
  /// - Throws: ``PasserelleError``.
  public func diagnostics(ofRun run: Int64?, code: String? = nil, limit: Int = 100) throws -> [RunDiagnostic]
  {
    guard let run = try run ?? store.runs(limit: 1).first?.id.rawValue else { return [] }
    let catalogue = DiagnosticCatalogue.byName
    return try store.diagnostics(of: RunID(rawValue: run), code: code, limit: limit).map { one in
      RunDiagnostic(
        code: one.code, severity: one.severity, location: one.location, field: one.field, value: one.value,
        replacement: one.replacement, reason: catalogue[one.code]?.reason, remedy: catalogue[one.code]?.remedy
      )
    }
  }

  /// Copies the store into a file while other verbs go on.
  ///
  /// - Parameters:
  ///   - destination: The file to write.
  ///   - progress: Gets pages done and pages in all.
  /// - Throws: ``PasserelleError``.
  public func backUp(to destination: String, progress: ((Int, Int) -> Void)? = nil) throws {
    try store.backUp(to: destination, progress: progress)
    // An erasure names the backups that still hold what it took; a workspace that can only be read keeps no list.
    try? noteBackup(destination)
  }

  /// Gives the current statements as canonical N-Quads lines.
  ///
  /// - Parameters:
  ///   - includesDemonstration: Whether demonstration records are given.
  ///   - body: Gets each line without its newline; returns false to stop.
  /// - Throws: ``PasserelleError``, or what the body throws.
  public func dump(includesDemonstration: Bool, _ body: (String) throws -> Bool) throws {
    try store.read { try $0.canonicalLines(includesDemonstration: includesDemonstration, body) }
  }

  /// Looks at the store, the index and the ontology.
  public func examine() throws -> [DoctorFinding] {
    let damage = try store.integrityFindings()
    let counts = try store.read { try $0.counts() }
    let hash = try store.read { try $0.storeHash() }
    let last = try store.read { try $0.lastSequence() }
    var findings = [
      DoctorFinding(
        key: "store", check: LocalizedText(fr: "fichier de la base", en: "store file"),
        isSound: damage.isEmpty,
        detail: LocalizedText(
          verbatim: damage.isEmpty ? layout.store : damage.prefix(3).joined(separator: "; "))),
      DoctorFinding(
        key: "content", check: LocalizedText(fr: "contenu", en: "content"), isSound: true,
        detail: LocalizedText(
          fr:
            "\(fr: counts.records, "enregistrement"), \(fr: counts.versions, "version"), \(fr: counts.quads, "énoncé"), \(fr: counts.terms, "terme")",
          en:
            "\(en: counts.records, "record"), \(en: counts.versions, "version"), \(en: counts.quads, "statement"), \(en: counts.terms, "term")"
        )),
      DoctorFinding(
        key: "storeHash", check: LocalizedText(fr: "empreinte de la base", en: "store hash"), isSound: true,
        detail: LocalizedText(verbatim: hash.hexadecimal)),
    ]
    findings.append(try segmentFinding())
    findings.append(indexFinding(last))
    let ontologyFindings = OntologyChecker.check(ownOntology)
    findings.append(
      DoctorFinding(
        key: "ontology", check: LocalizedText(fr: "ontologie", en: "ontology"),
        isSound: ontologyFindings.isEmpty,
        detail: LocalizedText(
          fr:
            "\(ontology.classes.count) classes, \(ontology.relations.count) relations, \(fr: ontologyFindings.count, "anomalie")",
          en:
            "\(ontology.classes.count) classes, \(ontology.relations.count) relations, \(en: ontologyFindings.count, "fault")"
        )))
    findings.append(referenceFinding())
    findings.append(erasureFinding())
    findings.append(fileFinding())
    return findings
  }

  private func segmentFinding() throws -> DoctorFinding {
    let fault = try store.segmentFinding()
    return DoctorFinding(
      key: "graphSegments", check: LocalizedText(fr: "ordres de lecture", en: "read orders"),
      isSound: fault == nil,
      detail: fault?.message ?? LocalizedText(fr: "intacts", en: "sound"))
  }

  private func indexFinding(_ last: Int64) -> DoctorFinding {
    let check = LocalizedText(fr: "index de texte", en: "text index")
    do {
      let index = try textIndex()
      try index.verify()
      try literalIndex().verify()
      let indexed = try index.lastSequence()
      // Loaded graphs are no documents: they leave the index as it is.
      var behind = 0
      if indexed < last {
        try store.read {
          try $0.openVersions(after: indexed, excludingSource: GraphLoader.source) { _ in
            behind += 1
            return true
          }
        }
      }
      let count = try index.documentCount()
      return DoctorFinding(
        key: "textIndex", check: check, isSound: behind == 0,
        detail: behind == 0
          ? LocalizedText(fr: "\(fr: count, "document"), à jour", en: "\(en: count, "document"), up to date")
          : LocalizedText(
            fr: "\(fr: count, "document"), \(fr: behind, "version") de retard : lancez « passerelle index »",
            en: "\(en: count, "document"), \(en: behind, "version") behind: run 'passerelle index'"))
    } catch {
      return DoctorFinding(
        key: "textIndex", check: check, isSound: false,
        detail: LocalizedText(
          fr: "illisible : lancez « passerelle index --rebuild »",
          en: "unreadable: run 'passerelle index --rebuild'"))
    }
  }
}
