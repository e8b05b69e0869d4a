import PasserelleCore
package import PasserelleGraph
public import PasserellePipeline

/// What an erasure would take, or took.
public struct ErasureAnswer: Sendable {
  /// How far it came.
  public enum State: String, Sendable, Hashable {
    /// A look: nothing has changed.
    case found
    /// What was found is erased.
    case erased
  }

  /// A record by its names.
  public struct Record: Sendable, Hashable {
    /// The source's short name.
    public let source: String
    /// The key within its source.
    public let key: String
    /// The IRI.
    public let iri: String?
    /// How many versions it has.
    public let versions: Int

    init(_ record: StoredRecord) {
      (source, key, iri, versions) = (record.source, record.key, record.iri, record.versions)
    }
  }

  /// A text in which a person was found.
  public struct Text: Sendable, Hashable {
    /// What becomes of it.
    public enum Fate: String, Sendable, Hashable {
      /// It is redacted.
      case redacted
      /// Its record goes whole.
      case goes
      /// It stays: its record is an exception.
      case stays
    }

    /// The record that states it.
    public let record: Record
    /// The relation by which it is stated; nil for what is no object of a statement.
    public let relation: String?
    /// The neighbourhood of what was found, which stands between ⟦ and ⟧.
    public let excerpt: String
    /// The text without it; nil for a long one.
    public let replacement: String?
    /// What becomes of it.
    public let fate: Fate
  }

  /// How far it came.
  public let state: State
  /// What was to be erased.
  public let kind: ErasureKind
  /// The number of the erasure; nil where nothing was done.
  public internal(set) var id: Int?
  /// Whether what was erased must not come back.
  public internal(set) var suppresses = false
  /// Whether an erasure that was stopped has been ended first.
  public internal(set) var hasResumed = false
  /// The records that go whole.
  public internal(set) var records: [Record] = []
  /// The texts in which something was found, by record.
  public internal(set) var texts: [Text] = []
  /// The files of the workspace in which something was found.
  public internal(set) var files: [ErasedFile] = []
  /// How many watches go.
  public internal(set) var watches = 0
  /// How many recorded rankings go.
  public internal(set) var matchRuns = 0
  /// How many diagnostics, reports of runs and judgements lose texts.
  public internal(set) var ledger = 0
  /// The files of the inbox that hold it still: they are the operator's.
  public internal(set) var inbox = InboxSearch()
  /// The backups that were made before, and hold it still.
  public internal(set) var backups: [BackupEntry] = []
  /// What was done in the store; nil for a look.
  package internal(set) var done: StoreErasureCounts?

  init(state: State, kind: ErasureKind) { (self.state, self.kind) = (state, kind) }

  init(nothingFor request: ErasureRequest, hasResumed: Bool = false) {
    self.init(state: .found, kind: request.target.kind)
    self.hasResumed = hasResumed
  }

  /// Whether nothing was found that an erasure would change.
  public var isEmpty: Bool {
    records.isEmpty && !texts.contains { $0.fate != .stays } && matchRuns == 0 && ledger == 0 && watches == 0
      && !files.contains { $0.treatment != .kept }
  }

  /// What was found, by name.
  var counts: [String: Int] {
    [
      "records": records.count, "versions": records.reduce(0) { $0 + $1.versions },
      "texts": texts.filter { $0.fate != .stays }.count,
      "files": files.filter { $0.treatment != .kept }.count,
      "watches": watches, "matchRuns": matchRuns, "ledger": ledger,
    ]
  }
}

/// The erasures that were carried out.
public struct ErasureListAnswer: Sendable {
  /// The erasures, oldest first.
  public let entries: [ErasureEntry]
  /// The numbers of those that must not come back.
  public let suppressed: Set<Int>
  /// The number of an erasure that was stopped; nil where there is none.
  public let unfinished: Int?
  /// The numbers of those that the store, put back from an older copy, does not know of.
  public let missing: [Int]
}
