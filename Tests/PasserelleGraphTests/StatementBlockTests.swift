import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct StatementBlockTests {
  private func random(_ count: Int, _ seed: UInt64) -> [StatementTriple] {
    var random = SeededGenerator(seed: seed)
    func id(_ limit: Int64) -> TermID { TermID(rawValue: 1 + Int64(random.number(0...Int(limit)))) }
    return (0..<count).map { _ in
      var object = id(random.oneIn(2) ? 20 : 1 << 40)
      if random.oneIn(2), let kind = InlineKind.allCases.randomElement(using: &random) {
        object = TermID(kind, payload: Int64(random.number(-(1 << 55)...(1 << 55 - 1)))) ?? object
      }
      return StatementTriple(subject: id(9), predicate: id(5), object: object)
    }
  }

  @Test(arguments: [0, 1, 2, 50, 3000])
  func statementsComeBackSortedAndOnce(count: Int) {
    var triples = random(count, UInt64(count))
    let expected = Set(triples).sorted(by: StatementBlock.precedes)
    let bytes = StatementBlock.bytes(&triples)
    #expect(triples == expected)
    #expect(bytes.withUnsafeBytes { StatementBlock.triples($0) } == expected)
    #expect(bytes.withUnsafeBytes { StatementBlock.count($0) } == expected.count)
  }

  @Test func damagedBlocksAreRefused() {
    var triples = random(40, 7)
    let bytes = StatementBlock.bytes(&triples)
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      var damaged = bytes
      damaged[random.number(0...(damaged.count - 1))] = UInt8(random.number(0...255))
      _ = damaged.withUnsafeBytes { StatementBlock.triples($0) }
    }
    #expect(bytes.dropLast().withUnsafeBytes { StatementBlock.triples($0) } == nil)
    #expect((bytes + [0]).withUnsafeBytes { StatementBlock.triples($0) } == nil)
    #expect([UInt8]().withUnsafeBytes { StatementBlock.triples($0) } == nil)
  }
}
