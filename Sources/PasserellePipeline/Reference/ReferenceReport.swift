public import PasserelleCore

/// What an import of official lists did: rows in = stored + refused.
public struct ReferenceReport: Sendable, Hashable {
  /// What became of one list.
  public struct List: Sendable, Hashable {
    /// Its name.
    public let id: String
    /// How many codes it has.
    public let codes: Int
    /// `added`, `changed` or `unchanged`.
    public let outcome: String
  }

  /// Files read to their end.
  public var filesRead = 0
  /// Files of folders that hold no list.
  public var filesPassed = 0
  /// Files that could not be read.
  public var filesFailed = 0
  /// Rows met, without headings.
  public var rowsIn = 0
  /// Rows that are in a list, by themselves or joined to another row of their code.
  public var stored = 0
  /// Rows refused, each with its diagnostic.
  public var refused = 0
  /// The lists, by name.
  public var lists: [List] = []
  /// Everything that was told of, in the order found.
  public var diagnostics: [Diagnostic] = []
  /// Whether the run was stopped before its end; then no list has changed.
  public var isInterrupted = false

  /// Makes an empty report.
  public init() {}

  /// Whether every row in is accounted for.
  public var isBalanced: Bool { rowsIn == stored + refused }

  /// Whether any list has changed.
  public var hasChanged: Bool { lists.contains { $0.outcome != "unchanged" } }

  /// The diagnostics by code name.
  public var counts: [String: Int] {
    diagnostics.reduce(into: [:]) { $0[$1.code.name, default: 0] += 1 }
  }

  mutating func tell(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func settle(_ outcomes: [String: ReferenceFolder.Outcome], _ codes: [String: Int]) {
    lists = outcomes.sorted { $0.key < $1.key }.map { id, outcome in
      List(id: id, codes: codes[id] ?? 0, outcome: "\(outcome)")
    }
  }
}
