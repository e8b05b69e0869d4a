public import PasserelleCore
public import PasserelleGraph
public import PasserelleIndex

/// Brings the index of exact characters up to the last literal of the store.
///
/// Literals never change and keep their numbers: what the index has seen is a number, and the rest follows it.
public struct LiteralUpdater {
  /// Literals to a commit.
  private static let batchSize = 50_000

  private let store: GraphStore
  private let context: StageContext

  /// Makes an updater.
  public init(store: GraphStore, context: StageContext) {
    self.store = store
    self.context = context
  }

  /// Indexes the literals that the index has not seen.
  ///
  /// - Parameter index: The index to write.
  /// - Returns: The number of literals added; fewer than there are where a stop was asked for.
  /// - Throws: ``PasserelleError``.
  public func update(_ index: LiteralIndex) throws -> Int {
    try store.read { reader in
      let last = try reader.lastTerm()
      var seen = TermID(rawValue: try index.lastSequence())
      var added = 0
      while seen < last, !context.stopFlag.isSet {
        let literals = try reader.literals(after: seen, limit: Self.batchSize)
        seen = literals.count < Self.batchSize ? last : literals.last?.id ?? last
        try index.add(literals.map { ($0.id.rawValue, $0.text) }, upTo: seen.rawValue)
        added += literals.count
      }
      return added
    }
  }
}
