import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct TermBlockTests {
  private func keys(_ bytes: [UInt8]) -> [[UInt8]]? {
    var keys: [[UInt8]] = []
    var room = TermScratch()
    let isSound = bytes.withUnsafeBytes { TermRows.keys($0, &room) { keys.append(Array($1)) } }
    return isSound ? keys : nil
  }

  @Test(arguments: [1, 2, 3, 4])
  func keysComeBack(seed: UInt64) {
    var (make, random) = (RandomStatements(seed: seed), SeededGenerator(seed: seed))
    var written: [[UInt8]] = []
    for number in 0..<random.number(1...500) {
      let key =
        random.oneIn(2)
        ? TermCodec.key(of: make.term()) : TermCodec.key(of: .iri("https://a.example/record/\(number)"))
      written.append(random.oneIn(40) ? [2] + [UInt8](repeating: 65, count: 70_000) : key)
    }
    var writer = TermBlockWriter()
    for key in written { key.withUnsafeBytes { _ = writer.add($0) } }
    writer.finishBlock()
    #expect(keys(writer.bytes) == written)
  }

  @Test func damagedBlocksAreRefused() {
    var random = SeededGenerator(seed: 9)
    var writer = TermBlockWriter()
    for number in 0..<64 {
      TermCodec.key(of: .iri("https://a.example/\(number)")).withUnsafeBytes { _ = writer.add($0) }
    }
    writer.finishBlock()
    for _ in 0..<2000 {
      var bytes = writer.bytes
      bytes[random.number(0...(bytes.count - 1))] = UInt8(random.number(0...255))
      if random.oneIn(3) { bytes.removeLast(random.number(0...40)) }
      _ = keys(bytes)
    }
    #expect(keys(writer.bytes.dropLast()) == nil)
    #expect(keys([0, 2]) == nil && keys([1]) == nil && keys([]) == [])
  }

  @Test func aTailFindsAndForgets() {
    let tail = TermTail(first: 11)
    let keys = (0..<5000).map { TermCodec.key(of: .iri("urn:x:\($0)")) }
    func id(_ key: [UInt8]) -> Int64 { key.withUnsafeBytes { tail.find($0, TermCodec.hash($0)) } }
    for key in keys { key.withUnsafeBytes { _ = tail.append($0, TermCodec.hash($0)) } }
    #expect(keys.map(id) == Array(11..<5011))
    tail.truncate(to: 70)
    #expect(keys.map(id) == (0..<5000).map { $0 < 70 ? 11 + Int64($0) : 0 })
    #expect(tail.last == 80 && tail.key(of: 81) == nil)
    #expect(tail.key(of: 80).map(Array.init) == keys[69])
  }
}
