import PasserelleCore

/// Records that say what a former version of them said, put aside until it is known what else the run tells of them.
///
/// Where the run tells the version in force too, or a new one, the older file was read once more and nothing is to be
/// done; where it does not, the source went back to what it said before. Of each record the last one met is kept.
struct FormerStates {
  /// One record.
  struct State {
    let pending: RecordBatch.Pending
    /// When the source published it.
    let published: PartialDate?
    fileprivate let rank: Int
  }

  private var states: [String: State] = [:]
  private var count = 0
  private var bytes = 0

  /// The most bytes that wait; beyond, records are stored without waiting for what the run still tells.
  private static let byteLimit = 64 << 20

  var isEmpty: Bool { states.isEmpty }

  var isFull: Bool { bytes > Self.byteLimit }

  func holds(_ name: String) -> Bool { states[name] != nil }

  /// Puts a record aside.
  ///
  /// - Returns: The record that it takes the place of.
  mutating func put(_ pending: RecordBatch.Pending, _ published: PartialDate?) -> RecordBatch.Pending? {
    count += 1
    bytes += pending.record.bytes.count
    let former = states.updateValue(
      State(pending: pending, published: published, rank: count), forKey: pending.name)?.pending
    if let former { bytes -= former.record.bytes.count }
    return former
  }

  /// Takes out a record whose place a state of a date takes; one that is later by its own date stays.
  mutating func overtaken(_ name: String, by published: PartialDate?) -> RecordBatch.Pending? {
    guard let state = states[name], !PartialDate.isOlder(published, than: state.published) else { return nil }
    states[name] = nil
    bytes -= state.pending.record.bytes.count
    return state.pending
  }

  /// Takes out all records, in the order in which they were put aside.
  mutating func takeAll() -> [RecordBatch.Pending] {
    defer { self = FormerStates() }
    return states.values.sorted { $0.rank < $1.rank }.map(\.pending)
  }
}

extension PartialDate {
  /// Whether a date is surely before another one: of two that are as precise.
  static func isOlder(_ left: PartialDate?, than right: PartialDate?) -> Bool {
    guard let left, let right, left.precision == right.precision else { return false }
    return left < right
  }
}
