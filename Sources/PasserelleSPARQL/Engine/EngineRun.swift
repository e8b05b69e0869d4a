internal import PasserelleCore

/// What one evaluation by batches carries along: the snapshot, the terms it made itself, its limits.
final class EngineRun {
  /// The data.
  let snapshot: any GraphSnapshot
  /// The circumstances, random numbers, labels and regular expressions, as the plain evaluator has them.
  let scalar: EvaluationRun
  /// The memory that tables and sorts hold.
  let ledger: MemoryLedger
  private var localNumbers: [Term: TermID] = [:]
  private var localTerms: [Term] = []
  private var known: [TermID: Term] = [:]
  private static let memoryLimit = 1 << 17

  /// Begins a run.
  init(_ snapshot: any GraphSnapshot, _ scalar: EvaluationRun) {
    self.snapshot = snapshot
    self.scalar = scalar
    ledger = MemoryLedger(limit: scalar.context.memoryLimit)
  }

  /// The identifier of a term: inline, stored, or negative for one that only this run knows.
  func identifier(of term: Term) throws -> TermID {
    if let local = localNumbers[term] { return local }
    let stored = try snapshot.identifiers(of: [term])[0]
    if stored.isInline { return stored }
    var id = stored
    if !stored.isBound {
      localTerms.append(term)
      id = TermID(rawValue: -Int64(localTerms.count))
    }
    localNumbers[term] = id
    return id
  }

  /// The term of an identifier; nil for ``PasserelleCore/TermID/none``.
  func term(of id: TermID) throws -> Term? {
    if id.rawValue < 0 { return localTerms[Int(-id.rawValue) - 1] }
    guard id.isBound else { return nil }
    if let term = known[id] { return term }
    guard let term = try snapshot.terms(of: [id])[0] else { return nil }
    if known.count >= Self.memoryLimit { known.removeAll(keepingCapacity: true) }
    known[id] = term
    return term
  }
}
