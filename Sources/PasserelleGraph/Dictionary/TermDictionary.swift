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
  private var screen: (any TextRedacting)?
  /// Terms from which a text was taken that must not come back, since the dictionary was made.
  private(set) var screened = 0

  init(store: GraphStore) {
    self.store = store
    view = TermView(segments: [])
  }

  /// Begins a transaction: another writer may have taken identifiers since the last one.
  func begin(_ db: Database) throws {
    view = try store.derived.terms(db, isWriting: true)
    screen = store.screen
    fresh = TermTail(first: max(view.last, try TermRows.last(db)) + 1)
  }

  /// The identifiers of terms, in order; unknown terms get numbers, which ``flush(_:)`` writes.
  func identifiers(of terms: [Term]) throws -> [TermID] { terms.map(identifier) }

  private func identifier(of term: Term) -> TermID {
    if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) { return id }
    key.removeAll(keepingCapacity: true)
    TermCodec.append(term, to: &key)
    var id = key.withUnsafeBytes { find($0, TermCodec.hash($0)) }
    if id == 0, let clean = key.withUnsafeBytes({ screen?.redacted(key: $0) }) {
      screened += 1
      key = clean
      id = key.withUnsafeBytes { find($0, TermCodec.hash($0)) }
    }
    if id == 0 { id = key.withUnsafeBytes { fresh.append($0, TermCodec.hash($0)) } }
    return TermID(rawValue: id)
  }

  private func find(_ key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int64 {
    let id = fresh.find(key, hash)
    return id == 0 ? view.find(key, hash, &scratch) : id
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
