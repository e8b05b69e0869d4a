import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct TermCodecTests {
  private let codec = TermCodec(iris: IRISpace())

  @Test func termsComeBackFromTheirKeys() {
    var make = RandomStatements(seed: 101)
    let terms = RandomStatements.edgeLiterals + (0..<3000).map { _ in make.term() }
    var keys: [[UInt8]: Term] = [:]
    for term in terms {
      let key = codec.key(of: term)
      #expect(key.withUnsafeBytes { codec.term(of: $0) } == term, "\(term)")
      #expect(keys[key] == nil || keys[key] == term)
      keys[key] = term
    }
  }

  /// The table of namespaces is part of the file format: these bytes may never change.
  @Test(arguments: known)
  func keysAreThoseOfTheFormat(term: Term, head: [UInt8], tail: String) {
    #expect(codec.key(of: term) == head + Array(tail.utf8))
  }

  private static let known: [(Term, [UInt8], String)] = [
    (.iri("https://passerelle.example/x"), [1, 1], "x"),
    (.iri("https://passerelle.example/id/siret/1"), [1, 4], "1"),
    (.iri("https://passerelle.example/ontology#x"), [1, 16], "x"),
    (.iri("http://publications.europa.eu/resource/authority/"), [1, 28], ""),
    (.iri("urn:x"), [1, 0], "urn:x"), (.iri(""), [1, 0], ""), (.string(""), [2], ""),
    (.string("a\0b"), [2], "a\0b"), (.string("a", language: "fr"), [3, 102, 114, 0], "a"),
    (.literal(Literal("+1", .integer)), [0x10], "+1"), (.literal(Literal("x", .boolean)), [0x16], "x"),
    (.literal(Literal("x", .other("u"))), [0x1F, 117, 0], "x"),
  ]

  @Test func damagedKeysNeverTrap() {
    var random = SeededGenerator(seed: 3)
    #expect([UInt8]().withUnsafeBytes { codec.term(of: $0) } == nil)
    #expect([UInt8]([1, 200, 97]).withUnsafeBytes { codec.term(of: $0) } == nil)
    for _ in 0..<3000 {
      let key = (0..<random.number(0...8)).map { _ in UInt8(random.number(0...random.pick([3, 32, 255]))) }
      _ = key.withUnsafeBytes { codec.term(of: $0) }
    }
  }

  @Test func hashesAreShortAndSpread() {
    let hashes = (0..<20_000).map { TermCodec.hash(codec.key(of: .string("term \($0)"))) }
    #expect(hashes.allSatisfy { $0 >= 0 && $0 < 1 << 47 })
    #expect(Set(hashes).count == hashes.count)
  }
}
