/// What is to be erased from a store, in one transaction.
package struct StoreErasure {
  /// The number of the erasure, which the store remembers; nil for one that has none.
  package var id: Int?
  /// Records that go whole, with all their versions.
  package var records: Set<Int64> = []
  /// Sources that are forgotten when none of their records is left.
  package var sources: Set<String> = []
  /// Records whose statements keep their texts.
  package var exceptions: Set<Int64> = []
  /// Takes texts out of the statements of all other records, closed versions among them, and out of the ledger and the
  /// log of judgements; nil to leave texts as they are.
  package var redactor: (any TextRedacting)?
  /// Whether a match run goes, by its parameters, its need, its answer and its tape.
  package var isErasedRun: (_ parameters: String, _ parts: [[UInt8]]) -> Bool = { _, _ in false }

  /// Makes an erasure of nothing.
  package init() {}
}

/// What an erasure did in the store.
package struct StoreErasureCounts: Sendable, Hashable {
  /// Records that went whole.
  package var records = 0
  /// Their versions.
  package var versions = 0
  /// The statements of these.
  package var statements = 0
  /// Versions of other records in which texts were redacted.
  package var redactedVersions = 0
  /// Terms that left the dictionary.
  package var terms = 0
  /// Match runs that went.
  package var matchRuns = 0
  /// Diagnostics of the ledger that lost texts.
  package var diagnostics = 0
  /// Reports of runs in the ledger that lost texts.
  package var reports = 0
  /// Judgements that lost texts.
  package var judgements = 0

  /// Makes counts of nothing.
  package init() {}

  /// Whether nothing was found.
  package var isEmpty: Bool { self == Self() }
}
