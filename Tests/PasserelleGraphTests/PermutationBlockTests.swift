import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite("Blocks of permutations")
struct PermutationBlockTests {
  private static func quad(_ version: Int64, _ subject: Int64, _ object: Int64 = 5) -> Quad {
    Quad(
      graph: VersionID(rawValue: version), subject: TermID(rawValue: subject), predicate: TermID(rawValue: 3),
      object: TermID(rawValue: object))
  }

  private static func snapshot(_ quads: [Quad], _ names: [Int64]) throws -> PermutationSnapshot {
    let set = try PermutationSet(storage: MemoryStorage()).append(upTo: 9) { add in
      try add(PermutationSnapshotTests.batch(quads))
    }
    return PermutationSnapshot(
      set: set, delta: .empty, names: names.map { TermID(rawValue: $0) }, terms: NoTerms())
  }

  private static func rows(_ snapshot: PermutationSnapshot, _ scan: QuadScan, limit: Int = 5000) throws
    -> QuadColumns
  {
    var rows = QuadColumns()
    let cursor = try snapshot.cursor(scan)
    while try cursor.next(into: &rows, limit: limit) {}
    return rows
  }

  /// The last row of the first block and the first of the second state the same triple, nothing else is repeated.
  @Test(arguments: [1, 1024, 5000]) func repeatsAcrossBlocksComeOnce(limit: Int) throws {
    let quads = (1...3000).map { Self.quad(1, $0) } + [Self.quad(2, 1024)]
    let all: QuadPlaces = [.subject, .predicate, .object, .graph]
    for names: [Int64] in [[0, 70, 80], [0, 70, 0], [0, 0, 80], [0, 70, 70]] {
      let snapshot = try Self.snapshot(quads, names)
      let plain = try Self.rows(snapshot, QuadScan(order: .spo), limit: limit)
      #expect(plain.count == (names[1] == 0 ? 1 : 3000), "\(names)")
      #expect(plain.subjects == Array(Set(plain.subjects)).sorted(), "\(names)")
      let whole = try Self.rows(snapshot, QuadScan(order: .spo, places: all), limit: limit)
      #expect(whole.count == plain.count + (names == [0, 70, 80] ? 1 : 0), "\(names)")
    }
  }

  /// Keys of one row, of none, of a row in each of two blocks and of several blocks, in one call.
  @Test func lookUpsCrossBlocks() throws {
    var quads: [Quad] = []
    for subject in Int64(1)...400 {
      let count = subject == 200 ? 3000 : subject % 7
      for object in 0..<count { quads.append(Self.quad(1 + object % 3, subject, 10 + 2 * object)) }
    }
    quads.sort { ($0.graph.rawValue, $0.subject, $0.object) < ($1.graph.rawValue, $1.subject, $1.object) }
    let snapshot = try Self.snapshot(quads, [0, 70, 80, 90])
    var expected: [Int64: [Int64]] = [:]
    for quad in quads { expected[quad.subject.rawValue, default: []].append(quad.object.rawValue) }
    var random = SeededGenerator(seed: 3)
    let ascending = (Int64(-1)...402).map { TermID(rawValue: $0) }
    for keys in [ascending, ascending.shuffled(using: &random), ascending.reversed()] {
      var rows = QuadColumns()
      let scan = QuadScan(order: .pso, prefix: [TermID(rawValue: 3)], places: .object)
      try snapshot.lookUp(scan, first: keys[...], second: [], into: &rows)
      var wanted: [TermID] = []
      var numbers: [Int32] = []
      for (number, key) in keys.enumerated() {
        for object in (expected[key.rawValue] ?? []).sorted() {
          wanted.append(TermID(rawValue: object))
          numbers.append(Int32(number))
        }
      }
      #expect(rows.objects == wanted)
      #expect(rows.keys == numbers)
      #expect(rows.count == wanted.count)
    }
  }

  /// Pairs in any order: the second key may fall while the first stays.
  @Test func pairsAreFoundInAnyOrder() throws {
    var random = SeededGenerator(seed: 4)
    var quads: Set<Quad> = []
    for _ in 0..<6000 {
      quads.insert(Self.quad(1, Int64(random.number(1...6)), Int64(random.number(1...3000))))
    }
    let snapshot = try Self.snapshot(Array(quads), [0, 70])
    for isSorted in [true, false] {
      var pairs = (0..<2000).map { _ in (Int64(random.number(0...7)), Int64(random.number(1...3000))) }
      if isSorted { pairs.sort { $0 < $1 } }
      var rows = QuadColumns()
      try snapshot.lookUp(
        QuadScan(order: .spo, places: .subject), first: pairs.map { _ in TermID(rawValue: 0) }[0..<0],
        second: [],
        into: &rows)
      #expect(rows.count == 0)
      try snapshot.lookUp(
        QuadScan(order: .sop, places: .object), first: pairs.map { TermID(rawValue: $0.0) }[...],
        second: pairs.map { TermID(rawValue: $0.1) }[...], into: &rows)
      let wanted = pairs.indices.filter { quads.contains(Self.quad(1, pairs[$0].0, pairs[$0].1)) }
      #expect(rows.keys == wanted.map { Int32($0) })
      #expect(rows.objects == wanted.map { TermID(rawValue: pairs[$0].1) })
    }
  }

  /// Every way to write a column gives the codes back.
  @Test func columnsOfAnyShapeComeBack() throws {
    var random = SeededGenerator(seed: 5)
    let shapes: [(Int) -> Int64] = [
      { _ in 8 }, { Int64(1 + $0) }, { Int64(1 + $0 / 40) }, { Int64(1 + $0 * $0) },
      { $0 % 3 == 0 ? 1 : (1 << 31) - 1 }, { Int64(1 << 62) + Int64($0 % 5) },
      { $0 % 2 == 0 ? Int64($0 + 1) : Int64(1 << 40) + Int64($0) },
      { $0 == 1500 ? 1 << 30 : Int64(1 + $0 % 9) },
    ]
    for count in [1, 127, 128, 129, 1024, 1025, 2500] {
      for shape in shapes {
        let quads = (0..<count).map { Self.quad(1, Int64(random.number(1...count)), shape($0)) }
        let snapshot = try Self.snapshot(quads, [0, 70])
        for order in QuadOrder.allCases {
          let rows = try Self.rows(snapshot, QuadScan(order: order))
          let found = (0..<rows.count).map {
            Self.quad(1, rows.subjects[$0].rawValue, rows.objects[$0].rawValue)
          }
          #expect(Set(found) == Set(quads) && rows.count == Set(quads).count)
        }
      }
    }
  }
}
