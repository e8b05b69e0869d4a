import GRDB
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct GraphReaderTests {
  /// Bits of a mask: graph, subject, predicate, object; with the index that has to serve the pattern.
  @Test(arguments: [
    (0b0001, "PRIMARY KEY (g=?)"), (0b0011, "PRIMARY KEY (g=? AND s=?)"), (0b0101, "PRIMARY KEY (g=?)"),
    (0b1001, "PRIMARY KEY (g=?)"), (0b0111, "PRIMARY KEY (g=? AND s=? AND p=?)"),
    (0b1011, "PRIMARY KEY (g=? AND s=?)"), (0b1101, "PRIMARY KEY (g=?)"),
    (
      0b1111,
      "PRIMARY KEY (g=? AND s=? AND p=? AND o=?)|(s=? AND p=? AND o=? AND g=?)|(p=? AND o=? AND s=? AND g=?)|(o=? AND s=? AND p=? AND g=?)"
    ), (0b0010, "quad_spo (s=?)"), (0b0100, "quad_pos (p=?)"),
    (0b1000, "quad_osp (o=?)"), (0b0110, "quad_spo (s=? AND p=?)"), (0b1100, "quad_pos (p=? AND o=?)"),
    (0b1010, "quad_osp (o=? AND s=?)"),
    (0b1110, "(s=? AND p=? AND o=?)|(p=? AND o=? AND s=?)|(o=? AND s=? AND p=?)"),
  ])
  func everyBoundPatternUsesAnIndex(mask: Int, expected: String) throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write(records(20, seed: 1))
    let one = TermID(rawValue: 1)
    let (sql, values) = GraphReader.query(
      QuadPattern(
        graph: mask & 1 != 0 ? VersionID(rawValue: 1) : .none, subject: mask & 2 != 0 ? one : .none,
        predicate: mask & 4 != 0 ? one : .none, object: mask & 8 != 0 ? one : .none))
    let plan = try store.readRaw { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: StatementArguments(values))
        .map { $0["detail"] as String }
    }
    #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH quad"), "\(plan)")
    let alternatives = expected.split(separator: "|")
    #expect(alternatives.contains { plan[0].hasSuffix($0) }, "\(plan)")
  }

  @Test func withoutProvisionalOrdersTheGraphStillServes() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open(provisional: false)
    let indexes = try store.readRaw { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE name LIKE 'quad_%'")
    }
    #expect(indexes == [])
  }

  @Test func ordersComeAndGoWithoutChangingAnyAnswer() throws {
    let fixture = try GraphFixture()
    var store = try fixture.open(provisional: true)
    _ = try fixture.writer(store).write(records(60, seed: 5))
    let hash = try store.hash()
    for provisional in [false, true, false] {
      try store.close()
      store = try fixture.open(provisional: provisional)
      #expect(try store.hash() == hash)
      try store.read { reader in
        let all = try reader.quads(QuadPattern())
        for quad in all.prefix(50) {
          for pattern in [
            QuadPattern(subject: quad.subject), QuadPattern(predicate: quad.predicate),
            QuadPattern(object: quad.object), QuadPattern(predicate: quad.predicate, object: quad.object),
          ] {
            #expect(try Set(reader.quads(pattern)) == Set(all.filter(pattern.matches)))
          }
        }
      }
    }
  }

  @Test func aReaderSeesOneState() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write([record("a", "before")])
    try store.read { reader in
      #expect(try reader.quads(QuadPattern()).count == 1)
      _ = try writer.write([record("a", "after"), record("b", "after")])
      #expect(try reader.quads(QuadPattern()).count == 1)
      #expect(try reader.lastSequence() == 1)
    }
    #expect(try store.texts() == ["after", "after"])
  }

  @Test func batchesAreBounded() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write((0..<9000).map { try record("k\($0)", "t") })
    var sizes: [Int] = []
    try store.read {
      try $0.scan(QuadPattern()) {
        sizes.append($0.count)
        return true
      }
    }
    #expect(sizes == [4096, 4096, 808])
  }

  @Test func scansMayBeNested() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write((0..<30).map { try record("k\($0)", "t") })
    let pairs = try store.read { reader in
      var pairs = 0
      try reader.scan(QuadPattern()) { outer in
        for index in 0..<outer.count {
          try reader.scan(QuadPattern(subject: outer.subjects[index])) { inner in
            pairs += inner.count * (try reader.quads(QuadPattern())).count
            return true
          }
        }
        return true
      }
      return pairs
    }
    #expect(pairs == 900)
  }

  @Test func anErrorOfTheBodyPasses() throws {
    struct Stop: Error {}
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write([record("a", "x")])
    #expect(throws: Stop.self) { try store.read { try $0.scan(QuadPattern()) { _ in throw Stop() } } }
    #expect(try store.texts() == ["x"])
  }
}
