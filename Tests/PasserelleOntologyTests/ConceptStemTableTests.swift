import PasserelleTestSupport
import Testing

@testable import PasserelleOntology

@Suite struct ConceptStemTableTests {
  @Test func agreesWithADictionary() {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    var table = ConceptStemTable()
    var naive: [[UInt8]: Int32] = [:]
    var mismatches: [String] = []
    for round in 0..<5000 {
      let word = (0..<generator.number(0...4)).map { _ in UInt8(generator.number(97...106)) }
      let value = Int32(round)
      let expected = naive[word]
      let (found, kept) = word.withUnsafeBufferPointer { bytes in
        (table.find(bytes), generator.oneIn(2) ? table.insert(bytes, value: value) : nil)
      }
      if found != expected { mismatches.append("seed \(seed), round \(round)") }
      if let kept {
        if kept != expected ?? value { mismatches.append("seed \(seed), insertion \(round)") }
        naive[word] = expected ?? value
      }
    }
    #expect(mismatches.isEmpty)
    #expect(table.count == naive.count)
    table.removeAll()
    #expect(table.count == 0)
  }
}
