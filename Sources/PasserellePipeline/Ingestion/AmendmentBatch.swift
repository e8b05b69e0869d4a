import PasserelleCore
import PasserelleGraph

/// The states of one batch that complete records, gathered by record.
struct AmendmentBatch {
  /// One state.
  struct Item {
    let record: any SourceRecord
    let key: String
    let hash: ContentHash
    let amendment: RecordAmendment
    let mapped: MappedRecord

    /// The place in time; states without date come last, in the order met.
    fileprivate var time: Int64 { amendment.issued?.milliseconds ?? .max }

    /// Whether the state is laid before another: by time, of one instant those that say a part first.
    fileprivate func isBefore(_ other: Item, _ wasMetBefore: Bool) -> Bool {
      if time != other.time { return time < other.time }
      if amendment.isWhole != other.amendment.isWhole { return !amendment.isWhole }
      return wasMetBefore
    }
  }

  private var groups: [[Item]] = []
  private var places: [String: Int] = [:]

  /// Adds a state.
  mutating func append(_ item: Item) {
    let name = item.record.source + "\u{0}" + item.key
    if let place = places[name] {
      groups[place].append(item)
    } else {
      places[name] = groups.count
      groups.append([item])
    }
  }

  /// Lays the states over what the store holds, each record once, in the order met.
  ///
  /// - Returns: The records to write, what is to be told, and by source how many states were laid before.
  func drafts(
    from store: GraphStore
  ) throws -> (drafts: [RecordBatch.Draft], diagnostics: [Diagnostic], unchanged: [String: Int]) {
    guard !groups.isEmpty else { return ([], [], [:]) }
    return try store.read(.all) { reader in
      var drafts: [RecordBatch.Draft] = []
      var diagnostics: [Diagnostic] = []
      var unchanged: [String: Int] = [:]
      for group in groups {
        let open = try reader.openVersion(source: group[0].record.source, key: group[0].key)
        if open == nil, group.count == 1, let state = group.first {
          let statements = AmendedRecord.statements(
            of: state.mapped, state.amendment, hash: state.hash, mapping: state.record.mappingVersion)
          drafts.append(
            RecordBatch.Draft(
              record: RecordBatch.draft(state.record, state.key, state.hash, state.mapped, statements),
              count: 1))
          continue
        }
        var amended = try AmendedRecord(open, in: reader)
        let states = group.enumerated().sorted { $0.element.isBefore($1.element, $0.offset < $1.offset) }
        var count = 0
        for (_, state) in states {
          guard !amended.holds(state.hash, mapping: state.record.mappingVersion) else {
            unchanged[state.record.source, default: 0] += 1
            continue
          }
          count += 1
          let isInOrder = amended.lay(
            state.mapped, state.amendment, hash: state.hash, mapping: state.record.mappingVersion)
          if !isInOrder {
            diagnostics.append(
              Diagnostic(.recordLate, at: state.record.location, value: state.amendment.identifier))
          }
        }
        guard count > 0, let last = states.last?.element, let hash = amended.contentHash else { continue }
        let statements = amended.statements(about: last.mapped.subject)
        drafts.append(
          RecordBatch.Draft(
            record: RecordBatch.draft(last.record, last.key, hash, last.mapped, statements), count: count))
      }
      return (drafts, diagnostics, unchanged)
    }
  }
}
