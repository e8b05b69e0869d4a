public import PasserelleCore

/// How official lists are imported.
public struct ReferenceOptions: Sendable, Hashable {
  /// Under which conditions the lists may be used; empty for what is known of them.
  public var licence = ""
  /// Which edition they are; empty where it is not said.
  public var edition = ""

  /// Makes the default options.
  public init() {}
}

/// What an import of official lists did.
public struct ReferenceImportAnswer: Sendable {
  /// One list that was read.
  public struct List: Sendable, Hashable {
    /// Its name.
    public let id: String
    /// How many codes it has.
    public let codes: Int
    /// `added`, `changed` or `unchanged`.
    public let outcome: String
  }

  /// The run's number in the ledger.
  public let run: Int64
  /// Files read, passed over, and that could not be read.
  public let files: (read: Int, passed: Int, failed: Int)
  /// Rows in, stored, refused.
  public let rows: (in: Int, stored: Int, refused: Int)
  /// The lists, by name.
  public let lists: [List]
  /// The diagnostics by code name.
  public let diagnostics: [String: Int]
  /// How many eForms notices the store holds that were not held against the rules that are new; nil without new rules.
  public let uncheckedNotices: Int?
  /// How long it took, in milliseconds.
  public let milliseconds: Int64
  /// Where refused rows are kept; nil where there is none.
  public let quarantinePath: String?
  /// The files that could not be read, each with its reason.
  public let fileErrors: [PasserelleError]
  /// Whether it was stopped; then no list has changed.
  public let isInterrupted: Bool
}

/// An official list of the workspace.
public struct ReferenceSummary: Sendable, Hashable {
  /// Its name, such as `communes`.
  public let id: String
  /// What it is, for people.
  public let label: LocalizedText
  /// How many codes it has.
  public let codes: Int
  /// Who publishes it.
  public let source: String
  /// Which edition it is, as the user said; empty otherwise.
  public let edition: String
  /// When it was imported.
  public let imported: Instant
  /// Under which conditions it may be used; empty where they are not known.
  public let licence: String
  /// The SHA-256 of its content, in hexadecimal.
  public let hash: String
  /// The size of its files in bytes.
  public let bytes: Int
  /// Whether its files are whole.
  public let isSound: Bool
}
