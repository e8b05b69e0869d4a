import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite("Snapshots over permutations")
struct PermutationSnapshotTests {
  /// A state to be read: how many versions each source holds, how names are given.
  struct State: Sendable, CustomTestStringConvertible {
    var base = 0
    var recent = 0
    var newer = 0
    var values = 40
    var each = 0...40
    var hidden = 0
    var shared = 0
    var isWideKeyForced = false
    var memory = 256 << 20

    var testDescription: String {
      "\(base) \(recent) \(newer) \(values) \(each) \(hidden) \(shared) \(isWideKeyForced) \(memory)"
    }
  }

  static let states = [
    State(base: 60),
    State(base: 60, hidden: 3),
    State(base: 60, hidden: 4, shared: 12),
    State(base: 54, recent: 4),
    State(base: 50, recent: 4, newer: 7, hidden: 5),
    State(base: 50, recent: 4, newer: 7, hidden: 5, shared: 12),
    State(newer: 30, hidden: 4),
    State(base: 60, values: 4, each: 80...120, hidden: 3),
    State(base: 50, newer: 10, values: 4, each: 50...90, shared: 12),
    State(base: 60, values: 100_000),
    State(base: 60, values: 800, each: 100...110, hidden: 20),
    State(base: 60, hidden: 9, isWideKeyForced: true, memory: 10_000),
  ]

  static func make(_ state: State, _ sample: inout PermutationSample) throws -> (
    PermutationSnapshot, PermutationModel
  ) {
    let options = PermutationOptions(memory: state.memory, isWideKeyForced: state.isWideKeyForced)
    let last = state.base + state.recent + state.newer
    var model = PermutationModel()
    model.names = sample.names(last, hidden: state.hidden, shared: state.shared)
    var set = try PermutationSet(storage: MemoryStorage())
    var start = 1
    for count in [state.base, state.recent] where count > 0 {
      let quads = sample.quads(start...(start + count - 1), each: state.each)
      set = try set.append(upTo: Int64(start + count - 1), options) { add in try add(batch(quads)) }
      model.quads += quads
      start += count
    }
    #expect(set.runs.count == [state.base, state.recent].count { $0 > 0 })
    let newer = state.newer > 0 ? sample.quads(start...last, each: state.each) : []
    model.quads += newer
    let snapshot = PermutationSnapshot(
      set: state.base > 0 ? set : nil, delta: PermutationDelta(newer), names: model.names, terms: NoTerms())
    return (snapshot, model)
  }

  static func batch(_ quads: [Quad]) -> QuadBatch {
    var batch = QuadBatch(capacity: quads.count)
    for quad in quads { batch.append(quad) }
    return batch
  }

  @Test(arguments: states)
  func scansAgreeWithTheModel(_ state: State) throws {
    var sample = PermutationSample(seed: 7, values: state.values)
    let (snapshot, model) = try Self.make(state, &sample)
    for _ in 0..<60 {
      let scan = sample.scan()
      var expected = PermutationModelCursor(model, scan)
      let cursor = try snapshot.cursor(scan)
      var faults = 0
      var given = 0
      while true {
        if sample.random.oneIn(4), scan.prefix.count < 4 {
          let value = sample.value(at: scan.order.places[scan.prefix.count])
          try cursor.seek(value)
          expected.seek(value)
        }
        var rows = QuadColumns()
        let limit = sample.random.pick([1, 3, 100, 5000])
        guard try cursor.next(into: &rows, limit: limit) else { break }
        if rows.count < 1 || rows.count > limit { faults += 1 }
        for row in 0..<rows.count where expected.next() != rows.row(row) { faults += 1 }
        given += rows.count
      }
      if expected.next() != nil { faults += 1 }
      #expect(faults == 0, "\(scan)")
      let estimate = try snapshot.estimatedCount(scan)
      #expect(estimate > 0 || given == 0, "\(scan)")
      if case .all = scan.graphs, scan.order != .gspo, scan.prefix.count < 3 {
        #expect(estimate == model.count(scan), "\(scan)")
      }
    }
  }

  @Test(arguments: states)
  func lookUpsAgreeWithScans(_ state: State) throws {
    var sample = PermutationSample(seed: 8, values: state.values)
    let (snapshot, model) = try Self.make(state, &sample)
    for _ in 0..<25 {
      var scan = sample.scan()
      scan.range = nil
      scan.prefix = Array(scan.prefix.prefix(2))
      let isPair = sample.random.oneIn(2)
      let places = scan.order.places
      var keys = (0..<sample.random.number(0...12)).map { _ in
        (sample.value(at: places[scan.prefix.count]), sample.value(at: places[scan.prefix.count + 1]))
      }
      if !sample.random.oneIn(3) { keys.sort { ($0.0, $0.1) < ($1.0, $1.1) } }
      // The keys are a part of a longer array.
      let first = [TermID.none] + keys.map(\.0)
      let second = isPair ? keys.map(\.1) : []
      var rows = QuadColumns()
      try snapshot.lookUp(scan, first: first[1...], second: second[...], into: &rows)
      var row = 0
      var faults = 0
      for (number, key) in keys.enumerated() {
        var own = scan
        own.prefix += isPair ? [key.0, key.1] : [key.0]
        var expected = PermutationModelCursor(model, own)
        while let wanted = expected.next() {
          if row >= rows.count || rows.row(row) != wanted || rows.keys[row] != Int32(number) { faults += 1 }
          row += 1
        }
      }
      #expect(faults == 0 && row == rows.count && rows.keys.count == row, "\(scan) \(keys)")
    }
  }

  @Test(arguments: states)
  func statisticsAreThoseOfTheQuads(_ state: State) throws {
    var sample = PermutationSample(seed: 9, values: state.values)
    let (snapshot, model) = try Self.make(state, &sample)
    let seen = model.quads.filter { model.name($0).isBound }
    #expect(try snapshot.graphNames() == Set(seen.map { model.name($0) }).sorted())
    guard state.recent + state.newer == 0 else { return }
    let all = Set(model.quads)
    let statistics = snapshot.statistics
    #expect(statistics.quads == all.count)
    #expect(statistics.subjects == Set(all.map(\.subject)).count)
    #expect(statistics.objects == Set(all.map(\.object)).count)
    for predicate in Set(all.map(\.predicate)) {
      let own = all.filter { $0.predicate == predicate }
      let expected = PredicateStatistics(
        triples: Set(own.map { [$0.subject, $0.object] }).count, subjects: Set(own.map(\.subject)).count,
        objects: Set(own.map(\.object)).count)
      #expect(try snapshot.statistics(of: predicate) == expected)
    }
    #expect(try snapshot.statistics(of: TermID(rawValue: 3)) == nil)
  }
}
