import PasserelleCore
import PasserelleDigest
import PasserelleGraph

/// Gathers records until there are enough to write, then stores them in one transaction.
///
/// Only records that the store does not hold as they are get mapped.
struct RecordBatch {
  private struct Pending {
    let record: any SourceRecord
    let key: String
    let hash: ContentHash
  }

  private var pending: [Pending] = []
  private var bytes = 0
  private let limit: Int

  /// The most source bytes that wait for one transaction, so that large records do not pile up.
  private static let byteLimit = 32 << 20

  /// What became of a batch.
  struct Result {
    var added = 0
    var changed = 0
    var unchanged = 0
    var refused: [RefusedRecord] = []
    var diagnostics: [Diagnostic] = []
    /// The same counters by source.
    var sources: [String: SourceBalance] = [:]
  }

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { pending.isEmpty }

  var isFull: Bool { pending.count >= limit || bytes >= Self.byteLimit }

  /// Adds a record; bytes that the record before has too, in the same place of memory, count once.
  mutating func append(
    _ record: any SourceRecord, key: String, hash: ContentHash, sharesBytes: Bool = false
  ) {
    pending.append(Pending(record: record, key: key, hash: hash))
    if !sharesBytes { bytes += record.bytes.count }
  }

  /// Stores what waits, in order.
  mutating func flush(into writer: GraphWriter, _ store: GraphStore) throws -> Result {
    var result = Result()
    let known = try unchanged(writer)
    var drafts: [Draft] = []
    var amendments = AmendmentBatch()
    let statements = mapped(in: store.iris, unless: known)
    for (item, mapped) in zip(pending, statements) {
      guard let mapped else {
        result.unchanged += 1
        result.sources[item.record.source, default: SourceBalance()].unchanged += 1
        continue
      }
      result.diagnostics += mapped.diagnostics
      guard !mapped.diagnostics.contains(where: { $0.code.severity == .error }) else {
        result.refused.append(
          RefusedRecord(
            bytes: item.record.bytes, diagnostics: mapped.diagnostics.filter { $0.code.severity == .error }))
        result.sources[item.record.source, default: SourceBalance()].refused += 1
        continue
      }
      if let amendment = item.record.amendment {
        amendments.append(
          AmendmentBatch.Item(
            record: item.record, key: item.key, hash: item.hash, amendment: amendment, mapped: mapped))
      } else {
        drafts.append(
          Draft(record: Self.draft(item.record, item.key, item.hash, mapped, mapped.statements), count: 1))
      }
    }
    let laid = try amendments.drafts(from: store)
    drafts += laid.drafts
    result.diagnostics += laid.diagnostics
    for (source, count) in laid.unchanged {
      result.unchanged += count
      result.sources[source, default: SourceBalance()].unchanged += count
    }
    if !drafts.isEmpty {
      for (draft, outcome) in zip(drafts, try writer.write(drafts.map(\.record))) {
        var balance = SourceBalance()
        switch outcome {
        case .added:
          balance.added = 1
          balance.changed = draft.count - 1
        case .changed: balance.changed = draft.count
        case .unchanged: balance.unchanged = draft.count
        }
        result.added += balance.added
        result.changed += balance.changed
        result.unchanged += balance.unchanged
        result.sources[draft.record.source, default: SourceBalance()].add(balance)
      }
    }
    pending.removeAll(keepingCapacity: true)
    bytes = 0
    return result
  }

  /// The statements of the records that the store does not hold, made on all cores, in the order of the records.
  private func mapped(in iris: IRISpace, unless known: [Bool]) -> [MappedRecord?] {
    let pending = pending
    return Lanes.map(pending.count, threads: Self.lanes) { place in
      known[place] ? nil : pending[place].record.mapped(key: pending[place].key, in: iris)
    }
  }

  /// Shares in which a batch is mapped: as many run at once as there are cores.
  private static let lanes = 8

  /// A record to write and how many of the records read it is made of.
  struct Draft {
    let record: RecordDraft
    let count: Int
  }

  static func draft(
    _ record: any SourceRecord, _ key: String, _ hash: ContentHash, _ mapped: MappedRecord,
    _ statements: StatementBuffer
  ) -> RecordDraft {
    RecordDraft(
      source: record.source, key: key, contentHash: hash, mappingVersion: record.mappingVersion,
      published: mapped.published, subject: mapped.subject, kind: mapped.kind,
      isDemonstration: mapped.isDemonstration, statements: statements)
  }

  /// Asks the store about each source's records at once.
  private func unchanged(_ writer: GraphWriter) throws -> [Bool] {
    var result = Array(repeating: false, count: pending.count)
    let bySource = Dictionary(grouping: pending.indices, by: { pending[$0].record.source })
    for source in bySource.keys.sorted() {
      let indices = bySource[source] ?? []
      let fingerprints = indices.map {
        RecordFingerprint(
          key: pending[$0].key, contentHash: pending[$0].hash,
          mappingVersion: pending[$0].record.mappingVersion)
      }
      for (index, isKnown) in zip(indices, try writer.unchanged(source: source, fingerprints)) {
        result[index] = isKnown
      }
    }
    return result
  }
}
