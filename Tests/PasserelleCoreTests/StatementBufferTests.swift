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

  /// Relations of one length and last letter are told apart.
  @Test func likePredicatesAreToldApart() {
    var buffer = StatementBuffer()
    for name in ["ab", "cb", "ab", "bb", "cb"] { buffer.add("urn:s", "urn:" + name, .integer(1)) }
    #expect(buffer.triples.map(\.predicate) == [1, 3, 1, 4, 3])
  }

  @Test func statementsCanBeAddedToWhatWasKept() {
    var buffer = StatementBuffer()
    buffer.add("urn:other", "urn:p", .iri("urn:gone"))
    for object in ["urn:b", "urn:c"] { buffer.add("urn:a", "urn:p", .iri(object)) }
    buffer.keepReachable(from: "urn:a")
    buffer.add("urn:a", "urn:q", .iri("urn:c"))
    buffer.add("urn:c", "urn:p", .iri("urn:gone"))
    #expect(buffer.terms.compactMap(\.iriValue) == ["urn:a", "urn:p", "urn:b", "urn:c", "urn:q", "urn:gone"])
    #expect(
      buffer.triples.map { [$0.subject, $0.predicate, $0.object] } == [
        [0, 1, 2], [0, 1, 3], [0, 4, 3], [3, 1, 5],
      ])
  }

  @Test func keepsDuplicatesInOrder() {
    var buffer = StatementBuffer()
    for _ in 0..<2 { buffer.add("urn:s", "urn:p", .integer(1)) }
    #expect(buffer.triples.count == 2 && buffer.triples[0] == buffer.triples[1] && buffer.terms.count == 3)
  }

  /// The buffer's walk over numbers keeps what the walk over terms keeps, in the same order with the same terms.
  @Test func keepsWhatCanBeReached() {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<200 {
      var buffer = StatementBuffer()
      for _ in 0..<next(30) {
        let object: Term = next(3) == 0 ? .string("t\(next(4))") : .iri("x:\(next(9))")
        buffer.add(.iri("x:\(next(9))"), .iri("x:p\(next(3))"), object)
      }
      var overlay = StatementOverlay()
      overlay.lay(buffer.statements.map { StatementOverlay.Statement($0, $1, $2) })
      var expected = StatementBuffer()
      for one in overlay.reachable(from: "x:0") { expected.add(one.subject, one.predicate, one.object) }
      buffer.keepReachable(from: "x:0")
      #expect(buffer.terms == expected.terms)
      #expect(buffer.triples == expected.triples)
    }
  }
}
