import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct StatementBufferTests {
  @Test func holdsEachTermOnceAndGivesStatementsBack() {
    var make = RandomStatements(seed: 61)
    for _ in 0..<50 {
      var buffer = StatementBuffer()
      var expected: [[String]] = []
      for _ in 0..<40 {
        let (subject, predicate, object) = (make.iri(), make.iri(), make.term())
        buffer.add(subject, predicate, object)
        expected.append([subject, predicate, object].map(NQuads.text))
      }
      let given = buffer.statements.map { [$0.subject, $0.predicate, $0.object].map(NQuads.text) }
      #expect(given.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
      #expect(Set(buffer.terms.map { Array(NQuads.text($0).utf8) }).count == buffer.terms.count)
    }
  }

  @Test func keepsCanonicallyEquivalentTextsApart() {
    var buffer = StatementBuffer()
    buffer.add("urn:s", "urn:p", .string("caf\u{E9}"))
    buffer.add("urn:s", "urn:p", .string("cafe\u{301}"))
    #expect(buffer.terms.count == 4)
    #expect(buffer.triples[0].object != buffer.triples[1].object)
  }

  @Test func keepsDuplicatesInOrder() {
    var buffer = StatementBuffer()
    for _ in 0..<2 { buffer.add("urn:s", "urn:p", .integer(1)) }
    #expect(buffer.triples.count == 2 && buffer.triples[0] == buffer.triples[1] && buffer.terms.count == 3)
  }
}
