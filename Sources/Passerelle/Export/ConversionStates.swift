import PasserelleCore
import PasserelleSources

/// Gathers the records of a file: states that complete each other are laid together, repeated keys are told apart.
struct ConversionStates {
  /// One state of a record.
  private struct State {
    let mapped: MappedRecord
    let amendment: RecordAmendment?
    let location: SourceLocation
    let bytes: [UInt8]
  }

  private var order: [(source: String, key: String)] = []
  private var states: [String: [State]] = [:]

  /// Adds a record.
  ///
  /// - Returns: Why it was refused; nil where it is kept.
  mutating func add(
    _ record: any SourceRecord, _ iris: IRISpace, _ told: (Diagnostic) -> Void
  ) -> ExportBalance.Reason? {
    var key = record.key
    var rank = 1
    while record.amendment == nil, let others = states[record.source + "\u{0}" + key] {
      // The same bytes again are the same record.
      if others.contains(where: { $0.bytes == record.bytes }) { return nil }
      rank += 1
      key = record.key + "~\(rank)"
    }
    let mapped = record.mapped(key: key, in: iris)
    mapped.diagnostics.forEach(told)
    guard !mapped.diagnostics.contains(where: { $0.code.severity == .error }) else { return .refused }
    let place = record.source + "\u{0}" + key
    if states[place] == nil { order.append((record.source, key)) }
    states[place, default: []].append(
      State(
        mapped: mapped, amendment: record.amendment, location: record.location,
        bytes: record.amendment == nil ? record.bytes : []))
    return nil
  }

  /// The records in the order in which their first states were met.
  var records: [Conversion.Read] {
    order.compactMap { source, key in
      guard let all = states[source + "\u{0}" + key], let first = all.first else { return nil }
      var overlay = StatementOverlay()
      var newest = first.mapped
      for state in Self.sorted(all) {
        let statements = SourceFields.loosened(
          state.mapped.statements.statements.map { StatementOverlay.Statement($0, $1, $2) })
        if state.amendment?.isWhole ?? true {
          overlay = StatementOverlay()
          overlay.lay(statements)
        } else {
          overlay.lay(statements, removing: state.mapped.removals, adding: state.mapped.additiveRelations)
        }
        newest = state.mapped
      }
      return Conversion.Read(
        source: source, key: key, location: first.location, mapped: newest,
        statements: SourceFields.gathered(
          all.count == 1 ? overlay.statements : overlay.reachable(from: newest.subject)))
    }
  }

  /// By date; those without one where they were met, after those with one; of one instant the whole ones last.
  private static func sorted(_ states: [State]) -> [State] {
    states.enumerated().sorted { left, right in
      func rank(_ one: (offset: Int, element: State)) -> (Int64, Int, Int) {
        let amendment = one.element.amendment
        return (amendment?.issued?.milliseconds ?? .max, amendment?.isWhole == true ? 1 : 0, one.offset)
      }
      return rank(left) < rank(right)
    }.map(\.element)
  }
}
