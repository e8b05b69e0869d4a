import GRDB
import PasserelleCore

/// Gives identifiers to terms inside a write transaction.
///
/// New terms wait here until the transaction is committed; only then do others see them.
final class TermDictionary {
  private let store: GraphStore
  private var view: TermView
  private var fresh = TermTail(first: 1)
  private var scratch = TermScratch()
  private var key: [UInt8] = []

  init(store: GraphStore) {
    self.store = store
    view = TermView(segments: [])
  }

  /// Begins a transaction: another writer may have taken identifiers since the last one.
  func begin(_ db: Database) throws {
    view = try store.derived.terms(db, isWriting: true)
    fresh = TermTail(first: max(view.last, try TermRows.last(db)) + 1)
  }

  /// The identifiers of terms, in order; unknown terms get numbers, which ``flush(_:)`` writes.
  func identifiers(of terms: [Term]) throws -> [TermID] { terms.map(identifier) }

  private func identifier(of term: Term) -> TermID {
    if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) { return id }
    key.removeAll(keepingCapacity: true)
    TermCodec.append(term, to: &key)
    return key.withUnsafeBytes { key in
      let hash = TermCodec.hash(key)
      var id = fresh.find(key, hash)
      if id == 0 { id = view.find(key, hash, &scratch) }
      if id == 0 { id = fresh.append(key, hash) }
      return TermID(rawValue: id)
    }
  }

  /// Writes the rows of the terms that were new.
  func flush(_ db: Database) throws { try TermRows.insert(fresh, db) }

  /// Shows others what the transaction wrote.
  func commit() {
    for rank in 0..<fresh.count {
      let id = fresh.first + Int64(rank)
      if let key = fresh.key(of: id) { view.add(id, key) }
    }
    fresh = TermTail(first: 1)
  }

  /// Forgets what a failed transaction did not write.
  func rollback() { fresh = TermTail(first: 1) }
}
