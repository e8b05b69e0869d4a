import PasserelleCore
import PasserelleDigest
import PasserelleGraph

/// Gathers records until there are enough to write, then stores them in one transaction.
///
/// Only records that the store does not hold as they are get mapped.
struct RecordBatch {
  /// A record that waits.
  struct Pending {
    let record: any SourceRecord
    let key: String
    let hash: ContentHash
    /// Whether another file of the run told of the record before.
    var isFurther = false
    /// Whether it is stored even if it says what a former version said.
    var isSettled = false

    /// The record's name among those of all sources.
    var name: String { record.source + "\u{0}" + key }
  }

  private var pending: [Pending] = []
  private var bytes = 0
  private let limit: Int
  /// Records that say what a former version said; nil where such records are stored at once.
  private var formerStates: FormerStates?

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

    /// Counts a record as stored before.
    fileprivate mutating func unchanged(_ item: Pending) {
      unchanged += 1
      sources[item.record.source, default: SourceBalance()].unchanged += 1
    }

    /// Counts and tells a record that is older than what another file of the run told of it.
    fileprivate mutating func older(_ item: Pending) {
      unchanged(item)
      diagnostics.append(Diagnostic(.recordOlder, at: item.record.location, value: item.record.key))
    }
  }

  /// Makes an empty batch.
  ///
  /// - Parameters:
  ///   - limit: Records to a transaction.
  ///   - putsAside: Whether a record that says what a former version said waits for ``settle()``.
  init(limit: Int, putsAside: Bool = false) {
    self.limit = limit
    if putsAside { formerStates = FormerStates() }
  }

  var isEmpty: Bool { pending.isEmpty }

  var isFull: Bool { pending.count >= limit || bytes >= Self.byteLimit }

  /// Adds a record; bytes that the record before has too, in the same place of memory, count once.
  mutating func append(
    _ record: any SourceRecord, key: String, hash: ContentHash, sharesBytes: Bool = false,
    isFurther: Bool = false
  ) {
    pending.append(Pending(record: record, key: key, hash: hash, isFurther: isFurther))
    if !sharesBytes { bytes += record.bytes.count }
  }

  /// Whether so much was put aside that it is to be stored.
  var isToSettle: Bool { formerStates?.isFull ?? false }

  /// Lets what was put aside be stored by the next flush.
  mutating func settle() {
    for var item in formerStates?.takeAll() ?? [] {
      item.isSettled = true
      pending.append(item)
    }
  }

  /// Forgets what was put aside: what the run would have told of it is not known.
  ///
  /// - Returns: The sources of the records.
  mutating func forget() -> [String] { (formerStates?.takeAll() ?? []).map(\.record.source) }

  /// Stores what waits, in order.
  mutating func flush(into writer: GraphWriter, _ store: GraphStore) throws -> Result {
    var result = Result()
    let known = try unchanged(writer)
    var histories = try histories(unless: known, store)
    var drafts: [Draft] = []
    var amendments = AmendmentBatch()
    var rewritten: Set<String> = []
    let statements = mapped(in: store.iris, unless: known, histories)
    for (place, (item, mapped)) in zip(pending, statements).enumerated() {
      let isAmendment = item.record.amendment != nil
      let name = isAmendment ? "" : item.name
      if known[place], isAmendment || !rewritten.contains(name) {
        result.unchanged(item)
        if !isAmendment { overtake(name, by: histories[name]?.open?.published, &result) }
        continue
      }
      if !isAmendment, !item.isSettled, let history = histories[name], let open = history.open,
        let former = history.former(item.hash), formerStates != nil
      {
        if item.isFurther, PartialDate.isOlder(former.published, than: open.published) {
          result.older(item)
        } else if let replaced = formerStates?.put(item, former.published) {
          result.unchanged(replaced)
        }
        continue
      }
      let mapped = mapped ?? item.record.mapped(key: item.key, in: store.iris)
      if item.isFurther, !isAmendment,
        PartialDate.isOlder(mapped.published, than: histories[name]?.open?.published)
      {
        result.older(item)
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
        rewritten.insert(name)
        histories[name, default: RecordHistory()].put(
          RecordHistory.Content(hash: item.hash, published: mapped.published))
        overtake(name, by: mapped.published, &result)
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

  /// Counts what was put aside of a record as known where a state of a date takes its place.
  private mutating func overtake(_ name: String, by published: PartialDate?, _ result: inout Result) {
    guard let item = formerStates?.overtaken(name, by: published) else { return }
    result.unchanged(item)
  }

  /// What the store knows of the records that it does not hold as they are, and of those of which one was put aside.
  private func histories(unless known: [Bool], _ store: GraphStore) throws -> [String: RecordHistory] {
    guard let formerStates else { return [:] }
    var keys: [String: [String]] = [:]
    for (item, isKnown) in zip(pending, known) where item.record.amendment == nil {
      if !isKnown || (!formerStates.isEmpty && formerStates.holds(item.name)) {
        keys[item.record.source, default: []].append(item.key)
      }
    }
    guard !keys.isEmpty else { return [:] }
    return try store.read(.all) { reader in
      var result: [String: RecordHistory] = [:]
      for (source, keys) in keys {
        for (key, history) in zip(keys, try reader.histories(source: source, keys: keys)) {
          result[source + "\u{0}" + key] = history
        }
      }
      return result
    }
  }

  /// The statements of the records that the store does not hold and never held, made on all cores, in the order of the
  /// records.
  private func mapped(
    in iris: IRISpace, unless known: [Bool], _ histories: [String: RecordHistory]
  ) -> [MappedRecord?] {
    let pending = pending
    let isFormer = pending.map { item in
      item.record.amendment == nil && !item.isSettled && histories[item.name]?.former(item.hash) != nil
    }
    return Lanes.map(pending.count, threads: Self.lanes) { place in
      known[place] || isFormer[place]
        ? nil : pending[place].record.mapped(key: pending[place].key, in: iris)
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
