import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct GraphReaderTests {
  /// Bits of a mask: subject, predicate, object; with the order that serves the pattern and how much of it is bound.
  @Test(arguments: [
    (0b000, QuadOrder.gspo, 0), (0b001, .spo, 1), (0b010, .pos, 1), (0b100, .osp, 1), (0b011, .spo, 2),
    (0b110, .pos, 2), (0b101, .osp, 2), (0b111, .spo, 3),
  ])
  func everyBoundPatternIsAPrefixOfAnOrder(mask: Int, order: QuadOrder, bound: Int) {
    let values = (1...3).map { TermID(rawValue: mask >> ($0 - 1) & 1 == 1 ? Int64($0) : 0) }
    let found = GraphReader.order(
      of: QuadPattern(subject: values[0], predicate: values[1], object: values[2]))
    #expect(found.order == order && found.prefix.count == bound)
    #expect(found.prefix.allSatisfy(\.isBound) && Set(found.prefix) == Set(values.filter(\.isBound)))
  }

  @Test func mappedFilesChangeNoAnswer() throws {
    let fixture = try GraphFixture()
    var store = try fixture.open()
    _ = try fixture.writer(store).write(records(60, seed: 5))
    let hash = try store.hash()
    for segments in [true, false, true] {
      try store.close()
      store = try fixture.open(segments: segments)
      try store.refreshPermutations(minimum: 1)
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
