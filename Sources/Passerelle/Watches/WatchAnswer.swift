public import PasserelleCore

/// What the watches of a workspace have to tell since they were last asked.
public struct WatchAnswer: Sendable {
  /// One watch with its alerts.
  public struct Result: Sendable {
    /// The watch.
    public let watch: Watch
    /// What to call the vendor that it follows.
    public let vendorName: String?
    /// The position after which records were looked at.
    public let from: Watch.Position
    /// The position up to which they were.
    public let upTo: Watch.Position
    /// The alerts, in the order of the store; those of a vendor, strongest evidence first.
    public let alerts: [WatchAlert]
    /// Why the watch could not be run; it then stays where it was.
    public let problem: PasserelleError?
    /// Whether the store is not the one that the watch was last run on, so that its position was found by date.
    public let isRepositioned: Bool
    /// Whether the watch moves on to ``upTo`` when the answer has been written.
    let advances: Bool
  }

  /// The watches, by name.
  public let results: [Result]
  /// The language of its labels.
  public let language: MessageLanguage

  /// How many alerts there are in all.
  public var alertCount: Int { results.reduce(0) { $0 + $1.alerts.count } }
  /// Whether some watch could not be run.
  public var hasProblem: Bool { results.contains { $0.problem != nil } }
}

/// A record that is new or changed for a watch.
public struct WatchAlert: Sendable {
  /// What happened to the record.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// It was not there before.
    case new
    /// A version of it had been there before.
    case changed

    /// The change in words.
    public var label: LocalizedText {
      switch self {
      case .new: LocalizedText(fr: "nouveau", en: "new")
      case .changed: LocalizedText(fr: "modifié", en: "changed")
      }
    }
  }

  /// What happened.
  public let change: Change
  /// What kind of record it is.
  public let kind: DocumentKind
  /// The IRI of the thing that the record is about.
  public let iri: String
  /// Its title.
  public let title: String
  /// Its date: of notification, else of publication.
  public let date: PartialDate?
  /// The buyer's name.
  public let buyer: String?
  /// The places, in words.
  public let places: [String]
  /// The CPV codes, main code first.
  public let codes: [CPVCode]
  /// Each code with its label.
  public let codeLabels: [String]
  /// The amount, or the estimated amount of a call.
  public let amount: Money?
  /// The last day to answer a call.
  public let deadline: PartialDate?
  /// The sequence of the version.
  public let sequence: Int64
  /// The version of the record.
  public let source: Dossier.Source
  /// For the watch of a vendor: the opportunity, with its reasons.
  public let opportunity: Opportunity?
}
