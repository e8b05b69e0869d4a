public import PasserelleCore

/// What an erasure does with a kind of file of a workspace's folder.
public enum ErasureTreatment: String, Sendable, Hashable, CaseIterable {
  /// Rewritten by the store itself.
  case store
  /// Deleted and made anew.
  case derived
  /// Lines that hold what is erased go.
  case lines
  /// Texts that are erased are redacted where they stand.
  case redacted
  /// A file that holds what is erased goes.
  case deleted
  /// Watches that name what is erased go.
  case watches
  /// Written by erasures: digests, counts and reasons.
  case own
  /// Left as it is: it can hold nothing of a record, or is the operator's to change.
  case kept
}

/// A kind of file of a workspace's folder.
public struct ErasurePlace: Sendable, Hashable {
  /// How the relative paths begin.
  public let beginning: String
  /// How they end.
  var ending = ""
  /// What an erasure does with it.
  public let treatment: ErasureTreatment
  /// What it is.
  public let name: LocalizedText

  /// Every kind of file that a workspace's folder may hold; the first that a path matches counts.
  public static let all: [ErasurePlace] = [
    ErasurePlace(
      beginning: "store.sqlite", treatment: .store, name: LocalizedText(fr: "base", en: "store")),
    ErasurePlace(
      beginning: "segments/", treatment: .derived,
      name: LocalizedText(fr: "fichiers de lecture et index", en: "read files and indexes")),
    ErasurePlace(
      beginning: "quarantine/", ending: ".ndjson", treatment: .lines,
      name: LocalizedText(fr: "quarantaine", en: "quarantine")),
    ErasurePlace(
      beginning: "quarantine/", treatment: .redacted,
      name: LocalizedText(fr: "raisons de la quarantaine", en: "reasons of the quarantine")),
    ErasurePlace(
      beginning: "reports/", treatment: .redacted, name: LocalizedText(fr: "rapport", en: "report")),
    ErasurePlace(beginning: "alerts/", treatment: .deleted, name: LocalizedText(fr: "alerte", en: "alert")),
    ErasurePlace(
      beginning: "nightly/plan", treatment: .lines,
      name: LocalizedText(fr: "plan de la nuit", en: "plan of the night")),
    ErasurePlace(
      beginning: "nightly/inbox", treatment: .lines,
      name: LocalizedText(fr: "registre de la boîte de dépôt", en: "register of the inbox")),
    ErasurePlace(
      beginning: "nightly/alerts.json", treatment: .deleted,
      name: LocalizedText(fr: "alertes de la nuit", en: "alerts of the night")),
    ErasurePlace(
      beginning: "nightly/", treatment: .redacted,
      name: LocalizedText(fr: "journal de la nuit", en: "journal of the night")),
    ErasurePlace(
      beginning: "watches.yaml", treatment: .watches, name: LocalizedText(fr: "veilles", en: "watches")),
    ErasurePlace(
      beginning: "watch-state.yaml", treatment: .watches,
      name: LocalizedText(fr: "positions des veilles", en: "positions of watches")),
    ErasurePlace(
      beginning: "models/", treatment: .deleted,
      name: LocalizedText(fr: "modèle entraîné", en: "trained model")),
    ErasurePlace(
      beginning: "reference/", treatment: .kept,
      name: LocalizedText(fr: "listes officielles", en: "official lists")),
    ErasurePlace(
      beginning: "rules/", treatment: .kept,
      name: LocalizedText(fr: "règles des avis eForms", en: "rules of eForms notices")),
    ErasurePlace(
      beginning: "settings.yaml", treatment: .kept, name: LocalizedText(fr: "réglages", en: "settings")),
    ErasurePlace(
      beginning: "lock", treatment: .kept, name: LocalizedText(fr: "verrou", en: "lock")),
    ErasurePlace(
      beginning: "watches.lock", treatment: .kept,
      name: LocalizedText(fr: "verrou des veilles", en: "lock of the watches")),
    ErasurePlace(
      beginning: ErasureFolder.name + "/", treatment: .own,
      name: LocalizedText(fr: "effacements", en: "erasures")),
  ]

  /// The kind of a file; nil for one that is not known.
  ///
  /// - Parameter path: The path, relative to the workspace's folder.
  /// - Returns: The kind.
  public static func of(_ path: String) -> ErasurePlace? {
    all.first { path.hasPrefix($0.beginning) && path.hasSuffix($0.ending) }
  }
}
