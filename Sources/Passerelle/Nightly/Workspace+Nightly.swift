import Foundation
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering

extension Workspace {
  /// Runs a night: fetches, reads what is new in an inbox, resolves, indexes, alerts, and reports.
  ///
  /// The right to write is held throughout. A night that was stopped, however it was, is gone on with at the next
  /// call, at the step where it stopped; the store ends as if it had not been.
  ///
  /// - Parameters:
  ///   - inbox: The folder.
  ///   - options: How.
  /// - Returns: What was done.
  /// - Throws: ``PasserelleError`` with code `workspace.locked` while another run writes, `input.notFound` for a missing
  ///   inbox, `run.interrupted` where a stop was asked for, or what a step throws.
  public func nightly(_ inbox: String, options: NightlyOptions = NightlyOptions()) throws -> NightAnswer {
    try withLock {
      var journal = try openJournal(inbox)
      try endErasures(&journal)
      let stages = NightStages(workspace: self, inbox: inbox, options: options)
      for stage in NightStage.allCases where !journal.holds(stage) {
        try checkStop()
        try options.willBegin(stage)
        let began = context.clock()
        context.progress(ProgressUpdate(stage: stage.label, done: 0, total: nil, unit: .items))
        let result = try stages.run(stage, journal)
        try checkStop()
        try options.didEnd(stage)
        try journal.add(
          .init(stage: stage, milliseconds: context.clock().milliseconds - began.milliseconds, result: result)
        )
      }
      let answer = NightAnswer(journal, language: options.language)
      // The plan first: with a journal and no plan left, a night that is gone on with has nothing more to do.
      try? FileManager.default.removeItem(atPath: layout.plan)
      journal.remove()
      try store.checkpoint()
      return answer
    }
  }

  /// The journal of the night that was stopped, else that of a night that begins.
  private func openJournal(_ inbox: String) throws -> NightJournal {
    var status = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: inbox, isDirectory: &status), status.boolValue else {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "La boîte de dépôt « \(inbox) » n'existe pas ou n'est pas un dossier. Vérifiez le chemin.",
          en: "The inbox '\(inbox)' does not exist or is no folder. Check the path."),
        at: SourceLocation(file: inbox))
    }
    let journal: NightJournal
    if let stopped = NightJournal(resuming: layout.journal), stopped.inbox == inbox {
      journal = stopped
    } else {
      let started = context.clock()
      // The plan of a night at another inbox is not one for this night.
      try? FileManager.default.removeItem(atPath: layout.plan)
      journal = NightJournal(
        path: layout.journal, night: freeNight(started), inbox: inbox, started: started)
    }
    try journal.write()
    return journal
  }

  /// Ends an erasure that was stopped, before anything new comes in; what must not come back is kept out either way.
  private func endErasures(_ journal: inout NightJournal) throws {
    for id in erasedAgain { try journal.add(.init(id: id, outcome: .again)) }
    erasedAgain = []
    guard let stopped = try erasures.journal() else { return }
    let stage = LocalizedText(fr: "effacement", en: "erasure")
    context.progress(ProgressUpdate(stage: stage, done: 0, total: nil, unit: .items))
    do {
      try resumeErasure()
      try journal.add(.init(id: stopped.id, outcome: .ended))
    } catch let error as PasserelleError where error.code == .workspaceLocked {
      // Another program reads the store: the night goes on, and the next one tries again.
      try journal.add(.init(id: stopped.id, outcome: .unfinished))
    }
  }

  /// The day of an instant (UTC), with a number from 2 where it has a report already.
  private func freeNight(_ instant: Instant) -> String {
    let day = instant.date.description
    func isTaken(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: layout.report(night: name, "json"))
    }
    guard isTaken(day) else { return day }
    var number = 2
    while isTaken("\(day)-\(number)") { number += 1 }
    return "\(day)-\(number)"
  }

  func checkStop() throws {
    guard context.stopFlag.isSet else { return }
    throw PasserelleError(
      .interrupted,
      LocalizedText(
        fr: "Nuit interrompue : relancez la même commande, elle reprend où elle en était.",
        en: "Night interrupted: run the same command again, it goes on where it was."))
  }
}

/// What each step of a night does; each can be done twice without other effect than once.
struct NightStages {
  let workspace: Workspace
  let inbox: String
  let options: NightlyOptions

  var layout: WorkspaceLayout { workspace.layout }

  /// Runs one step.
  ///
  /// - Returns: What it gave, for the report.
  func run(_ stage: NightStage, _ journal: NightJournal) throws -> StructuredValue {
    switch stage {
    case .fetch: try fetch(journal)
    case .ingest: try ingest(journal)
    case .record: try record()
    case .resolve: try resolve()
    case .index: .object(["documents": .int(try workspace.index())])
    case .alerts:
      try AlertWriter(workspace: workspace, night: journal.night, started: journal.started, options.language)
        .write()
    case .retention: try workspace.applyRetention(at: journal.started)
    case .report: try report(journal)
    }
  }

  private func resolve() throws -> StructuredValue {
    let answer = try workspace.resolve()
    return .object([
      "mentions": .int(answer.mentions.reduce(0) { $0 + $1.count }), "pairs": .int(answer.pairs),
      "clusters": .int(answer.clusters), "gathered": .int(answer.gathered), "changed": .int(answer.changed),
      "judgements": .int(answer.judgements), "conflicts": .int(answer.conflicts.count),
    ])
  }

  /// The files of the plan count as read from now on.
  private func record() throws -> StructuredValue {
    let plan = InboxRegister(path: layout.plan).read()
    let changed = try InboxRegister(path: layout.inboxRegister).add(plan)
    return .object(["changedMeanwhile": .array(changed.map { .string($0.file.path) })])
  }

  private func report(_ journal: NightJournal) throws -> StructuredValue {
    let answer = NightAnswer(journal, language: options.language)
    let json = JSONRenderer.data(answer.structured, pretty: true)
    try NightFile.write(Data(json), to: layout.report(night: journal.night, "json"))
    try NightFile.write(
      Data(HTMLRenderer.data(answer.report)), to: layout.report(night: journal.night, "html"))
    return .object([
      "json": .string(layout.report(night: journal.night, "json")),
      "html": .string(layout.report(night: journal.night, "html")),
    ])
  }
}
