internal import PasserelleCore

/// Leaves out rows whose literal cannot hold what a filter requires, by an index of literals.
///
/// It passes whatever the index cannot tell: terms that are no strings where the filter sees them, strings that the
/// index does not know yet. The filter itself is asked of what passes. The index is asked only where there are many
/// rows.
final class TextPrefilter: BatchExpression {
  private let required: RequiredTexts
  private let column: Int
  private let access: any GraphTextAccess
  private var state = State.unasked
  /// From how many rows in a batch on the index is asked.
  private static let leastRows = 512

  private enum State {
    case unasked
    case useless
    case ready(IndexedLiterals, TermBitmap)
  }

  init(_ required: RequiredTexts, column: Int, _ access: any GraphTextAccess) {
    self.required = required
    self.column = column
    self.access = access
  }

  func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID] {
    let all = rows ?? (0..<Int32(batch.count)).map { $0 }
    let passing = Set(try passing(batch, rows))
    return all.map { TermID(.boolean, payload: passing.contains($0) ? 1 : 0) ?? .none }
  }

  func passing(_ batch: Batch, _ rows: [Int32]?) throws -> [Int32] {
    let all = rows ?? (0..<Int32(batch.count)).map { $0 }
    if case .unasked = state, all.count >= Self.leastRows { state = try asked() }
    guard case .ready(let index, let candidates) = state else { return all }
    let ids = batch.columns[column]
    let seesAllTerms = required.seesAllTerms
    return all.filter { row in
      let id = ids[Int(row)]
      if candidates.contains(id) || id.rawValue < 0 { return true }
      if id > index.last, !id.isInline { return true }
      return seesAllTerms && !index.strings.contains(id)
    }
  }

  private func asked() throws -> State {
    guard let index = try access.indexedLiterals() else { return .useless }
    var candidates: TermBitmap?
    for clause in required.clauses {
      guard let found = try literals(of: clause) else { continue }
      if candidates == nil { candidates = found } else { candidates?.formIntersection(found) }
    }
    return candidates.map { .ready(index, $0) } ?? .useless
  }

  /// The literals that may hold any of some texts; nil where the index cannot choose for one of them.
  private func literals(of clause: [RequiredTexts.Part]) throws -> TermBitmap? {
    var result = TermBitmap([])
    for part in clause {
      guard let found = try access.literals(holding: part.text, at: part.place) else { return nil }
      result.formUnion(TermBitmap(found))
    }
    return result
  }
}
