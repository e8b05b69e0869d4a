import Dispatch
import PasserelleCore
import PasserelleSegments
import Synchronization

/// Makes one run of several; a quad that several hold counts once.
struct PermutationMerger: Sendable {
  private let runs: [PermutationRun]
  private let excluded: [UInt64]
  private let tables: PermutationTables
  private let recodings: [PermutationRecoding]

  /// Prepares a merge.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - excluded: One bit for each version that is left out; what only they hold leaves the tables too.
  /// - Throws: `PasserelleError` with code `.indexInvalid` when a run is damaged.
  init(_ runs: [PermutationRun], excluding excluded: [UInt64] = []) throws {
    self.runs = runs
    self.excluded = excluded
    let used = try runs.map { try excluded.isEmpty ? nil : PermutationUse($0, excluding: excluded) }
    let wide = PermutationRecoding.union(
      zip(runs, used).map { run, used in
        run.codes.wide.indices.filter { used?.wide[$0] ?? true }.map { run.codes.wide[$0] }
      })
    let predicates = PermutationRecoding.union(
      zip(runs, used).map { run, used in
        run.codes.predicates.indices.filter { used?.predicates[$0] ?? true }.map { run.codes.predicates[$0] }
      })
    let wideBase = runs.map(\.codes.wideBase).max() ?? 1
    guard wide.count < Int(UInt32.max) - Int(wideBase) else {
      throw PasserelleError(
        .indexInvalid,
        LocalizedText(
          fr: "Les ordres de lecture ne peuvent pas tenir plus de deux milliards de valeurs distinctes.",
          en: "The read permutations cannot hold more than two thousand million distinct values."))
    }
    tables = PermutationTables(wideBase: wideBase, wide: wide, predicates: predicates)
    recodings = runs.map {
      PermutationRecoding($0.codes, wide: wide, predicates: predicates, wideBase: wideBase)
    }
  }

  /// Writes the run, two orders at a time.
  func write(_ name: String, to storage: any SegmentStorage, threads: Int) throws {
    let next = Atomic(0)
    let outcome = Mutex<(counter: PermutationCounter, failure: (any Error)?)>(
      (PermutationCounter(predicateCount: tables.predicates.count), nil))
    let orders = QuadOrder.allCases
    @Sendable func work() {
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < orders.count, outcome.withLock({ $0.failure == nil }) else { return }
        do {
          let counter = try write(orders[place], name, storage)
          outcome.withLock { $0.counter.add(counter) }
        } catch {
          outcome.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    let isSmall = runs.reduce(0) { $0 + $1.counts.quads } < 1 << 14
    if threads == 1 || isSmall {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: 2) { _ in work() }
    }
    let counter = try outcome.withLock { outcome in
      if let failure = outcome.failure { throw failure }
      return outcome.counter
    }
    try PermutationRunWriter(name, storage, tables).writeTables(counter)
  }

  private func write(_ order: QuadOrder, _ name: String, _ storage: any SegmentStorage) throws
    -> PermutationCounter
  {
    let writer = try PermutationOrderWriter(storage: storage, run: name, order: order)
    let lane = PermutationEncodingLane(
      capacity: 1, wideBase: tables.wideBase, predicateCount: tables.predicates.count)
    let columns = lane.columns
    func flush() throws {
      guard columns.count > 0 else { return }
      lane.encode(order)
      try lane.drain { try writer.append($0) }
      columns.turn()
    }
    var streams: [PermutationMergeStream] = []
    for (run, recoding) in zip(runs, recodings) {
      let stream = PermutationMergeStream(run.file(order), recoding, order, excluded)
      if try stream.refill() { streams.append(stream) }
    }
    while !streams.isEmpty {
      var least = 0
      for place in 1..<max(1, streams.count) where streams[place].isBefore(streams[least]) { least = place }
      let stream = streams[least]
      if stream.append(to: columns), columns.count == PermutationFormat.blockRows { try flush() }
      stream.row += 1
      if stream.row == stream.count, try !stream.refill() { streams.remove(at: least) }
    }
    try flush()
    try writer.finish()
    return lane.counter
  }
}

/// Which entries of a run's tables are used by versions that stay.
private struct PermutationUse {
  private(set) var wide: [Bool]
  private(set) var predicates: [Bool]

  init(_ run: PermutationRun, excluding excluded: [UInt64]) throws {
    let codes = run.codes
    wide = [Bool](repeating: false, count: codes.wide.count)
    predicates = [Bool](repeating: false, count: codes.predicates.count)
    let file = run.file(.gspo)
    let reader = PermutationBlockReader(file, PermutationVerified(file))
    for block in 0..<file.blockCount {
      try reader.load(block)
      let rows = 0..<reader.count
      let versions = reader.codes(0, rows)
      let subjects = reader.codes(1, rows)
      let used = reader.codes(2, rows)
      let objects = reader.codes(3, rows)
      for row in rows where !VersionBits.contains(excluded, versions[row]) {
        if Int(used[row]) < predicates.count { predicates[Int(used[row])] = true }
        for code in [subjects[row], objects[row]] where code >= codes.wideBase {
          let rank = Int(code - codes.wideBase)
          if rank < wide.count { wide[rank] = true }
        }
      }
    }
  }
}

/// Bits for versions in words, low bits first.
enum VersionBits {
  /// Whether the bit of a version is set.
  @inline(__always)
  static func contains(_ words: [UInt64], _ version: UInt32) -> Bool {
    let word = Int(version &>> 6)
    return word < words.count && words[word] &>> UInt64(version & 63) & 1 == 1
  }

  /// Sets the bit of a version.
  static func insert(_ version: Int, into words: inout [UInt64]) {
    while words.count <= version >> 6 { words.append(0) }
    words[version >> 6] |= 1 << UInt64(version & 63)
  }
}
