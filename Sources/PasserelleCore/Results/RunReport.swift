/// What a run did: records in = stored + unchanged + refused.
public struct RunReport: Sendable, Hashable {
  /// Files read to their end.
  public var filesRead = 0
  /// Files that could not be read at all.
  public var filesFailed = 0
  /// Records met.
  public var recordsIn = 0
  /// Records stored for the first time.
  public var added = 0
  /// Records stored as a further version.
  public var changed = 0
  /// Records already stored as they are.
  public var unchanged = 0
  /// Records refused, each in quarantine with its diagnostic.
  public var refused = 0
  /// Records closed, as their file no longer holds them; they are none of the records met.
  public var closed = 0
  /// Statements written.
  public var statements = 0
  /// Diagnostics by code name.
  public var diagnostics: [String: Int] = [:]
  /// The records by the short name of their source; they add up to the counters above.
  public var sources: [String: SourceBalance] = [:]
  /// Whether the run was stopped before the end of its input.
  public var isInterrupted = false

  /// Makes an empty report.
  public init() {}

  /// Records stored, first and further versions.
  public var stored: Int { added + changed }

  /// Whether every record in is accounted for.
  public var isBalanced: Bool { recordsIn == stored + unchanged + refused }

  /// Counts one diagnostic.
  public mutating func count(_ diagnostic: Diagnostic) {
    diagnostics[diagnostic.code.name, default: 0] += 1
  }
}

/// What became of the records of one source: in = stored + unchanged + refused.
public struct SourceBalance: Sendable, Hashable {
  /// Records met.
  public var recordsIn = 0
  /// Records stored for the first time.
  public var added = 0
  /// Records stored as a further version.
  public var changed = 0
  /// Records already stored as they are.
  public var unchanged = 0
  /// Records refused.
  public var refused = 0
  /// Records closed, as their file no longer holds them; they are none of the records met.
  public var closed = 0

  /// Makes an empty balance.
  public init() {}

  /// Records stored, first and further versions.
  public var stored: Int { added + changed }

  /// Whether every record in is accounted for.
  public var isBalanced: Bool { recordsIn == stored + unchanged + refused }

  /// Adds what another balance counts.
  public mutating func add(_ other: SourceBalance) {
    recordsIn += other.recordsIn
    added += other.added
    changed += other.changed
    unchanged += other.unchanged
    refused += other.refused
    closed += other.closed
  }
}
