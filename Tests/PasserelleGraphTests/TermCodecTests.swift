import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct TermCodecTests {
  @Test func termsComeBackFromTheirKeys() {
    var make = RandomStatements(seed: 101)
    let terms = RandomStatements.edgeLiterals + (0..<3000).map { _ in make.term() }
    var keys: [[UInt8]: Term] = [:]
    for term in terms {
      let key = TermCodec.key(of: term)
      #expect(key.withUnsafeBytes { TermCodec.term(of: $0) } == term, "\(term)")
      #expect(keys[key] == nil || keys[key] == term)
      keys[key] = term
    }
  }

  /// Keys are part of the file format: these bytes may never change.
  @Test(arguments: known)
  func keysAreThoseOfTheFormat(term: Term, head: [UInt8], tail: String) {
    #expect(TermCodec.key(of: term) == head + Array(tail.utf8))
  }

  private static let known: [(Term, [UInt8], String)] = [
    (.iri("https://passerelle.example/x"), [1], "https://passerelle.example/x"),
    (.iri("urn:x"), [1], "urn:x"), (.iri(""), [1], ""), (.string(""), [2], ""),
    (.string("a\0b"), [2], "a\0b"), (.string("a", language: "fr"), [3, 102, 114, 0], "a"),
    (.literal(Literal("+1", .integer)), [0x10], "+1"), (.literal(Literal("x", .boolean)), [0x16], "x"),
    (.literal(Literal("x", .other("u"))), [0x1F, 117, 0], "x"),
  ]

  @Test func damagedKeysNeverTrap() {
    var random = SeededGenerator(seed: 3)
    #expect([UInt8]().withUnsafeBytes { TermCodec.term(of: $0) } == nil)
    for _ in 0..<3000 {
      let key = (0..<random.number(0...8)).map { _ in UInt8(random.number(0...random.pick([3, 32, 255]))) }
      _ = key.withUnsafeBytes { TermCodec.term(of: $0) }
    }
  }

  /// Keys of stores made before migration 3 are read as they were.
  @Test func firstKeysBecomeTodays() {
    let codec = FirstTermCodec(iris: IRISpace(base: "https://ville.example/"))
    func key(_ old: [UInt8]) -> [UInt8]? { old.withUnsafeBytes { codec.key(from: $0) } }
    #expect(key([1, 0] + "urn:x".utf8) == TermCodec.key(of: .iri("urn:x")))
    #expect(key([1, 4] + "12".utf8) == TermCodec.key(of: .iri("https://ville.example/id/siret/12")))
    #expect(
      key([1, 28] + "x".utf8)
        == TermCodec.key(of: .iri("http://publications.europa.eu/resource/authority/x")))
    #expect(key([1, 29]) == nil && key([]) == nil)
    #expect(key([3, 102, 114, 0, 97]) == [3, 102, 114, 0, 97])
  }

  @Test func textsEndTheirKeys() {
    for literal in RandomStatements.edgeLiterals {
      let key = TermCodec.key(of: literal)
      let text = key.withUnsafeBytes { bytes in
        TermCodec.shape(of: bytes).map { String(decoding: bytes[$0.textStart...], as: UTF8.self) }
      }
      #expect(text.map { Array($0.utf8) } == literal.lexicalForm.map { Array($0.utf8) })
    }
  }
}
