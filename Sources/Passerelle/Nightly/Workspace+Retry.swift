import Foundation
public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering

extension Workspace {
  /// Reads again what runs have put in quarantine, and stores what passes now.
  ///
  /// The files must still stand where they were; each record is found by its bytes. What passes leaves the quarantine,
  /// and so does what a later run has brought anew.
  ///
  /// - Parameter number: The run whose quarantine is tried; nil for all.
  /// - Returns: The balance.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for a run that the ledger does not have,
  ///   `workspace.locked`, or what stops the run.
  public func retry(run number: Int64? = nil) throws -> RetryAnswer {
    try withLock {
      let runs = try store.runs(limit: .max)
      if let number, !runs.contains(where: { $0.id.rawValue == number }) {
        throw PasserelleError(
          .entityNotFound,
          LocalizedText(
            fr: "Il n'y a pas d'exécution \(number). Voyez « passerelle runs ».",
            en: "There is no run \(number). See 'passerelle runs'."))
      }
      let started = context.clock()
      var balances: [RetryAnswer.Balance] = []
      var stored: RunID?
      var counts: [String: Int] = [:]
      for entry in runs.reversed() where number == nil || entry.id.rawValue == number {
        let files = [
          QuarantineFile(path: layout.quarantine(run: entry.id.rawValue)),
          QuarantineFile(path: layout.unreadable(run: entry.id.rawValue)),
        ].filter { !$0.entries.isEmpty }
        guard !files.isEmpty else { continue }
        let run = try stored ?? store.beginRun(verb: "retry", at: started)
        stored = run
        var balance = RetryAnswer.Balance(run: entry.id.rawValue)
        do {
          for file in files {
            let retry = QuarantineRetry(store: store, run: run, since: entry.started, context: context)
            let outcomes = try retry.outcomes(of: file.entries)
            for outcome in outcomes { balance.counts[outcome, default: 0] += 1 }
            for diagnostic in retry.diagnostics { counts[diagnostic.code.name, default: 0] += 1 }
            try file.keep { !outcomes[$0].isSettled }
          }
        } catch {
          let code = (error as? PasserelleError)?.code.name ?? "unknown"
          try? store.finishRun(run, .failed, report: "{\"error\":\"\(code)\"}", at: context.clock())
          throw error
        }
        if balance.left == 0 { try? FileManager.default.removeItem(atPath: layout.reasons(run: balance.run)) }
        balances.append(balance)
      }
      if let stored { _ = try convert(stored, told: nil) }
      let documents = stored == nil ? 0 : try index()
      let answer = RetryAnswer(
        run: stored?.rawValue, balances: balances, diagnostics: counts, documents: documents)
      if let stored {
        let json = String(decoding: JSONRenderer.data(answer.structured, pretty: true), as: UTF8.self)
        try store.finishRun(stored, answer.left > 0 ? .quarantined : .done, report: json, at: context.clock())
        try store.checkpoint()
      }
      return answer
    }
  }
}

/// What became of what was in quarantine: tried = stored + unchanged + overtaken + refused + missing.
public struct RetryAnswer: Sendable {
  /// The balance of one run's quarantine.
  public struct Balance: Sendable {
    /// The run that put it aside.
    public let run: Int64
    /// How many entries had each outcome.
    var counts: [QuarantineRetry.Outcome: Int] = [:]

    init(run: Int64) { self.run = run }

    /// How many entries were tried.
    public var tried: Int { counts.values.reduce(0, +) }
    /// How many entries are still in quarantine.
    public var left: Int { counts.filter { !$0.key.isSettled }.values.reduce(0, +) }
  }

  /// The run of the ledger; nil where there was nothing to try.
  public let run: Int64?
  /// The balance by run, oldest first.
  public let balances: [Balance]
  /// What was found this time, by code.
  let diagnostics: [String: Int]
  /// Documents written to the text index.
  public let documents: Int

  /// How many entries were tried.
  public var tried: Int { balances.reduce(0) { $0 + $1.tried } }
  /// How many entries are still in quarantine.
  public var left: Int { balances.reduce(0) { $0 + $1.left } }

  /// The machine-readable answer, `passerelle-retry/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-retry/1"), "run": run.map { .int(Int($0)) }, "tried": .int(tried),
      "left": .int(left), "documents": .int(documents),
      "diagnostics": .object(
        diagnostics.sorted { $0.key < $1.key }.map { StructuredValue.Member($0.key, .int($0.value)) }),
      "quarantines": .array(
        balances.map { one in
          .object(
            [.init("run", .int(Int(one.run))), .init("tried", .int(one.tried))]
              + QuarantineRetry.Outcome.allCases.map { .init($0.rawValue, .int(one.counts[$0] ?? 0)) })
        }),
    ])
  }

  /// The balance in rows.
  public var table: Table {
    let labels: [QuarantineRetry.Outcome: String] = [
      .stored: "stockés", .unchanged: "inchangés", .overtaken: "dépassés", .refused: "refusés",
      .missing: "absents",
    ]
    return Table(
      columns: [
        .init("run", LocalizedText(fr: "exécution", en: "run"), .right),
        .init("tried", LocalizedText(fr: "essayés", en: "tried"), .right),
      ]
        + QuarantineRetry.Outcome.allCases.map {
          .init($0.rawValue, LocalizedText(fr: labels[$0] ?? $0.rawValue, en: $0.rawValue), .right)
        },
      rows: balances.map { one in
        [.int(Int(one.run)), .int(one.tried)]
          + QuarantineRetry.Outcome.allCases.map { .int(one.counts[$0] ?? 0) }
      })
  }

  /// The balance for people.
  public func text(_ language: MessageLanguage) -> [String] {
    guard !balances.isEmpty else {
      return [language.say("La quarantaine est vide.", "The quarantine is empty.")]
    }
    return balances.map { one in
      func count(_ outcome: QuarantineRetry.Outcome) -> Int { one.counts[outcome] ?? 0 }
      return language.say(
        "Exécution \(one.run) : \(fr: one.tried, "essayé") = \(fr: count(.stored), "stocké") + \(fr: count(.unchanged), "inchangé") + \(fr: count(.overtaken), "dépassé") par une exécution plus récente + \(fr: count(.refused), "encore refusé") + \(fr: count(.missing), "absent de son fichier", "absents de leur fichier")",
        "Run \(one.run): \(one.tried) tried = \(count(.stored)) stored + \(count(.unchanged)) unchanged + \(count(.overtaken)) overtaken by a later run + \(count(.refused)) refused again + \(count(.missing)) missing from their file"
      )
    }
  }
}
