import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// The folder of erasures.
  var erasures: ErasureFolder { ErasureFolder(workspace: layout.path) }

  /// Has what was erased, and must not come back, taken out of what is new to the store.
  func openScreen() throws {
    store.screen = try erasures.screen(base: store.iris.base, language: settings.language)
  }

  /// Looks for what an erasure would take; nothing changes.
  ///
  /// - Parameter request: What is to be erased.
  /// - Returns: What was found.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a target that says nothing or means several records,
  ///   `entity.notFound` for an exception that is no record.
  /// - Complexity: O(terms + statements + size of the files beside the store).
  public func previewErasure(_ request: ErasureRequest) throws -> ErasureAnswer {
    guard let journal = try journal(request) else { return ErasureAnswer(nothingFor: request) }
    return try answer(plan(journal), .found)
  }

  /// Erases a record, a source or a person: in every version, in all that was made of it, and beside the store.
  ///
  /// An erasure that was stopped, however it was, is ended first. A second run finds nothing.
  ///
  /// - Parameter request: What is to be erased.
  /// - Returns: What was found and erased; nothing is done, and nothing noted, where nothing was found.
  /// - Throws: ``PasserelleError`` as ``previewErasure(_:)``, with code `workspace.locked` while another run writes or
  ///   another program reads the store; what was begun is ended by the next call.
  public func erase(_ request: ErasureRequest) throws -> ErasureAnswer {
    try withLock {
      let hasResumed = try resumeErasure(request.willBegin)
      guard let journal = try journal(request) else {
        return ErasureAnswer(nothingFor: request, hasResumed: hasResumed)
      }
      var answer = try answer(plan(journal), .erased)
      answer.hasResumed = hasResumed
      guard !answer.isEmpty else { return answer }
      answer.id = journal.id
      answer.done = try carryOut(journal, answer.counts, request.willBegin)
      return answer
    }
  }

  /// Ends an erasure that was stopped.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: As ``erase(_:)``.
  @discardableResult
  public func resumeErasure() throws -> Bool { try withLock { try resumeErasure { _ in } } }

  func resumeErasure(_ willBegin: (ErasureStep) throws -> Void) throws -> Bool {
    guard let stopped = try erasures.journal() else { return false }
    _ = try carryOut(stopped, stopped.counts, willBegin)
    return true
  }

  /// The erasures that were carried out, and what must not come back.
  ///
  /// - Throws: ``PasserelleError`` for a damaged file.
  public func erasureList() throws -> ErasureListAnswer {
    let suppressed = Set(try erasures.suppressions().map(\.id))
    return ErasureListAnswer(
      entries: try erasures.entries(), suppressed: suppressed, unfinished: try erasures.journal()?.id,
      missing: try missingErasures().map(\.id))
  }

  /// Lets what an erasure took come back at the next ingestion.
  ///
  /// - Parameter id: The number of the erasure.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` where nothing of that number is suppressed.
  public func undoSuppression(_ id: Int) throws {
    try withLock {
      guard try erasures.removeSuppression(id) else {
        throw PasserelleError(
          .entityNotFound,
          LocalizedText(
            fr: "Rien n’est retenu sous le numéro \(id). Voyez « passerelle erase list ».",
            en: "Nothing is suppressed under number \(id). See 'passerelle erase list'."))
      }
      try openScreen()
    }
  }

  private func plan(_ journal: ErasureJournal) throws -> ErasurePlan {
    try store.read { try ErasurePlan(journal, self, $0) }
  }

  /// What a request asks for, by digests; nil for a record or a source that the store does not hold.
  private func journal(_ request: ErasureRequest) throws -> ErasureJournal? {
    let digest = try erasures.recordDigest()
    let records = try store.read { reader in
      try ErasureTargets(reader: reader, base: store.iris.base)
    }
    var (phrases, keys): ([ErasurePhrase], [String]) = ([], [])
    switch request.target {
    case .record(let name):
      guard let record = try records.record(name) else { return nil }
      keys = [digest(record.source, record.key)]
    case .source(let name):
      guard records.sources.contains(name) else { return nil }
      keys = [try erasures.digest(source: name)]
    case .person(let texts):
      phrases = try texts.flatMap { try erasures.phrases(of: $0) }
      guard !texts.isEmpty, try texts.allSatisfy({ try !erasures.phrases(of: $0).isEmpty }) else {
        throw ErasureTargets.saysNothing
      }
    }
    let exceptions = try request.exceptions.map { name in
      guard let record = try records.record(name) else { throw ErasureTargets.unknown(name) }
      return digest(record.source, record.key)
    }
    let screen = try erasures.screen(phrases: phrases, base: store.iris.base, language: settings.language)
    var seen: Set<ErasurePhrase> = []
    return ErasureJournal(
      id: try erasures.nextID(), kind: request.target.kind, instant: context.clock(),
      reason: request.reason.map { screen.redacted($0) ?? $0 }, suppresses: request.suppresses,
      takesRecords: request.takesRecords, phrases: phrases.filter { seen.insert($0).inserted }, keys: keys,
      exceptions: exceptions)
  }

  /// Does the steps of an erasure, each of which can be done twice.
  @discardableResult
  func carryOut(
    _ begun: ErasureJournal, _ counts: [String: Int], _ willBegin: (ErasureStep) throws -> Void
  ) throws -> StoreErasureCounts {
    var journal = begun
    journal.counts = counts
    journal.isResolved = begun.isResolved || FileManager.default.fileExists(atPath: layout.resolution)
    try willBegin(.suppression)
    try erasures.write(journal)
    let plan = try plan(journal)
    if journal.suppresses {
      let digest = try erasures.recordDigest()
      let keys = Set(journal.keys + plan.records.map { digest($0.source, $0.key) })
      try erasures.add(
        Suppression(
          id: journal.id, kind: journal.kind, phrases: journal.phrases,
          keys: journal.kind == .source ? journal.keys : keys.sorted(), exceptions: journal.exceptions))
      try openScreen()
    }
    try willBegin(.files)
    _ = try FileErasure(root: layout.path, screen: plan.texts).run(isDry: false)
    _ = try eraseWatches(plan.references, isDry: false)
    _ = try erasures.redactLog(plan.screen)
    try willBegin(.store)
    let done = try store.erase(plan.store)
    try removeDerivedFiles()
    try willBegin(.compaction)
    try store.compact()
    try willBegin(.derivation)
    try store.refreshPermutations(minimum: 1)
    _ = try index(rebuild: true)
    if journal.isResolved { _ = try resolve() }
    try erasures.finish(ErasureEntry(journal, counts: journal.counts))
    return done
  }

  /// Deletes what was made from the store, all of which can be made anew; the store has deleted its own files.
  private func removeDerivedFiles() throws {
    try removeTextIndex()
    try removeLiteralIndex()
    try removeNetwork()
    (knownLiterals, gatheredSnapshot) = (nil, nil)
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: layout.segments).sorted()
    where name != "terms" && name != "graph" {
      try? files.removeItem(atPath: layout.segments + "/" + name)
    }
  }

  /// Removes the watches that name what is erased.
  ///
  /// - Returns: How many there are.
  private func eraseWatches(_ screen: ErasureScreen, isDry: Bool) throws -> Int {
    let file = WatchFile(path: layout.watches)
    let watches = try file.read()
    let kept = watches.filter { watch in
      let criteria = watch.criteria
      return ![watch.name, criteria.query ?? "", criteria.vendor ?? ""].contains(where: screen.contains)
    }
    guard kept.count < watches.count else { return 0 }
    if !isDry {
      try file.write(kept)
      try WatchStateFile(path: layout.watchState).set([:], among: kept)
    }
    return watches.count - kept.count
  }

  /// What a plan finds, for people to judge.
  private func answer(_ plan: ErasurePlan, _ state: ErasureAnswer.State) throws -> ErasureAnswer {
    var answer = ErasureAnswer(state: state, kind: plan.journal.kind)
    answer.records = plan.records.map(ErasureAnswer.Record.init)
    let gone = plan.store.records
    (answer.matchRuns, answer.ledger, answer.texts) = try store.read { reader in
      let relations = try reader.terms(of: plan.hits.map { $0.relation ?? .none }).map {
        $0?.iriValue.flatMap { ontology.relation($0)?.id }
      }
      let texts = zip(plan.hits, relations).compactMap { hit, relation -> ErasureAnswer.Text? in
        guard let record = plan.named[hit.record] else { return nil }
        let text = hit.term.iriValue ?? hit.term.lexicalForm ?? ""
        let after = hit.redacted.iriValue ?? hit.redacted.lexicalForm ?? ""
        return ErasureAnswer.Text(
          record: ErasureAnswer.Record(record), relation: relation,
          excerpt: plan.screen.excerpt(of: text) ?? text,
          replacement: after.utf8.count > 200 ? nil : after,
          fate: gone.contains(hit.record)
            ? .goes : plan.store.exceptions.contains(hit.record) ? .stays : .redacted)
      }
      return (
        try reader.erasedMatchRuns(plan.store),
        plan.journal.phrases.isEmpty ? 0 : try reader.ledgerHits(plan.screen), texts
      )
    }
    answer.files = try FileErasure(root: layout.path, screen: plan.texts).run(isDry: true)
    answer.watches = try eraseWatches(plan.references, isDry: true)
    answer.suppresses = plan.journal.suppresses
    guard !answer.isEmpty else { return answer }
    answer.inbox = InboxSearch(
      InboxRegister(path: layout.inboxRegister).read().map(\.file.path), plan.references)
    answer.backups = try erasures.backups().filter { FileManager.default.fileExists(atPath: $0.path) }
    return answer
  }
}

extension Workspace {
  /// Takes note of a copy of the store, which an erasure names.
  func noteBackup(_ destination: String) throws {
    let path = URL(fileURLWithPath: destination).standardizedFileURL.path
    try erasures.note(BackupEntry(path: path, instant: context.clock()))
  }
}
