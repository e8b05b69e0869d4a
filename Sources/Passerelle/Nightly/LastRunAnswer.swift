public import PasserelleCore
import PasserelleGraph
import PasserelleJSON

/// The report of the last run that read sources, with the balance of each.
public struct LastRunAnswer: Sendable {
  /// The report as the ledger keeps it, `passerelle-run/1`.
  public let structured: StructuredValue

  private var document: SourcingNote.Value { SourcingNote.Value(structured) }

  /// The balance of each source in rows.
  public var table: Table {
    let columns = [
      ("in", "lus"), ("stored", "stockés"), ("added", "ajoutés"), ("changed", "modifiés"),
      ("unchanged", "inchangés"), ("refused", "refusés"),
    ]
    return Table(
      columns: [.init("source", LocalizedText(fr: "source", en: "source"))]
        + columns.map { .init($0.0, LocalizedText(fr: $0.1, en: $0.0), .right) },
      rows: document["sources"].list.map { one in
        [.text(one["name"].string ?? "")] + columns.map { .int(one[$0.0].int ?? 0) }
      })
  }
}

extension Workspace {
  /// The report of the last run that read sources to its end; nil where there is none.
  ///
  /// - Throws: ``PasserelleError``.
  public func lastRun() throws -> LastRunAnswer? {
    for run in try store.runs(limit: .max) where ["ingest", "nightly"].contains(run.verb) {
      guard let text = run.report, let json = try? JSONDocument.parse(Array(text.utf8)) else { continue }
      let report = StructuredValue(json)
      guard SourcingNote.Value(report)["format"].string != nil else { continue }
      return LastRunAnswer(structured: report)
    }
    return nil
  }
}
