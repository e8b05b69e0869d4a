import Foundation
import PasserelleCore
import PasserelleRDF
import Testing

/// Documents with bytes changed, dropped and repeated at random: readers tell, and come to an end.
@Suite struct HostileInputTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state << 31)
    }
  }

  private static let turtle = """
    @prefix : <http://e/> . @base <http://b/> .
    :a a :C ; :p "x\\n\\u00E9"@fr-FR , '''long ' text''' , 1.5e3 , true , ( 1 [ :q _:b1 ] ) .
    <x> :p "1"^^:t ; :q :d .\n# end . [ ( {
    """

  private static let documents: [RDFSyntax: String] = [
    .ntriples:
      "<http://e/a> <http://e/p> \"x\\n\\u00E9\"@fr .\n_:b <http://e/p> \"1\"^^<http://e/t> . # end\n",
    .nquads: "<http://e/a> <http://e/p> \"x\\n\\U000000E9\"@fr <http://e/g> .\n_:b <http://e/p> _:c _:g .\n",
    .turtle: turtle, .trig: turtle + "\n:g { :a :p 1 , 2 . _:b1 :q [] } GRAPH :h { :x :y '' }\n:k :l :m .",
    .rdfxml: """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/" xml:base="http://b/">
    <e:C rdf:about="a" e:p="1"><e:q xml:lang="fr">&#233;</e:q><e:r rdf:parseType="Literal"><b>x</b></e:r></e:C>
    </rdf:RDF>
    """,
    .jsonld: """
    {"@context": {"e": "http://e/", "n": {"@id": "e:n", "@container": "@language"}, "l": {"@id": "e:l",
    "@container": ["@set", "@index"]}}, "@graph": [{"@id": "e:a", "@type": "e:C", "n": {"fr": ["é", "\\u00E9"]}},
    {"@id": "_:b", "l": {"x": {"@value": 1.5e3}}, "e:r": {"@list": [1, [2, true], null]}, "@reverse": {"e:s": {}}}]}
    """,
  ]

  @Test(arguments: RDFSyntax.allCases)
  func readersComeToAnEnd(syntax: RDFSyntax) throws {
    let document = Array((Self.documents[syntax] ?? "").utf8)
    #expect(try read(syntax, document).faults.isEmpty)
    var (statements, faults, incomplete) = (0, 0, 0)
    let cases = ProcessInfo.processInfo.environment["PASSERELLE_SLOW_TESTS"] == nil ? 400 : 20_000
    for seed in 0..<cases {
      var random = Generator(state: UInt64(seed))
      var bytes = document
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + 20))
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      var source: any ByteSource = MemoryByteSource(bytes)
      var (found, told) = (0, 0)
      let summary = try RDFReader(syntax, recovers: true).read(&source, file: "t") { event in
        if case .statement = event { found += 1 }
        if case .fault = event { told += 1 }
        return true
      }
      #expect(summary.statements == found && summary.faults == told, "seed \(seed)")
      #expect(summary.isComplete || told > 0, "seed \(seed)")
      statements += found
      faults += told
      incomplete += summary.isComplete ? 0 : 1
    }
    #expect(statements > 0 && faults > 0 && incomplete < cases)
  }
}
