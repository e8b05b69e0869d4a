public import PasserelleCore
package import PasserellePipeline

/// A step of a night; each is done once, whatever stops the night in between.
public enum NightStage: String, Sendable, Hashable, CaseIterable {
  /// Fetches the files of the sources into the inbox.
  case fetch
  /// Reads the new and changed files of the inbox into the store.
  case ingest
  /// Takes note of the files that were read.
  case record
  /// Finds out who is who.
  case resolve
  /// Brings the text index up to the store.
  case index
  /// Writes the alerts of the watches.
  case alerts
  /// Deletes what is kept no longer.
  case retention
  /// Writes the report.
  case report

  /// The step in words.
  public var label: LocalizedText {
    switch self {
    case .fetch: LocalizedText(fr: "téléchargement", en: "fetching")
    case .ingest: LocalizedText(fr: "lecture", en: "reading")
    case .record: LocalizedText(fr: "relevé des fichiers", en: "note of files")
    case .resolve: LocalizedText(fr: "rapprochement", en: "resolution")
    case .index: LocalizedText(fr: "index", en: "index")
    case .alerts: LocalizedText(fr: "alertes", en: "alerts")
    case .retention: LocalizedText(fr: "conservation", en: "retention")
    case .report: LocalizedText(fr: "rapport", en: "report")
    }
  }
}

/// How a night is run.
public struct NightlyOptions: Sendable {
  /// Whether files are read again that were read before, as after a change of version or of mappings.
  public var isAnew = false
  /// The language of report and alerts.
  public var language: MessageLanguage = .french
  /// Records to a transaction.
  public var batchSize = 1000
  /// Told of each step before it begins; what it throws ends the night there, as a kill would.
  package var willBegin: @Sendable (NightStage) throws -> Void = { _ in }
  /// Told of each step when it is done and not yet taken note of.
  package var didEnd: @Sendable (NightStage) throws -> Void = { _ in }

  /// What a download may take; the number of tries is that of the settings.
  package var downloadLimits = DownloadLimits()
  /// Waits for some seconds between tries; nil to wait by the clock of the system.
  package var sleep: (@Sendable (Double) -> Void)?

  /// Makes the usual options.
  public init() {}
}
