import PasserelleRDF
import Testing

@Suite("W3C RDF 1.1 suites", .enabled(if: W3CSuite.folder != nil, "suites/rdf-tests is missing"))
struct W3CSuiteTests {
  @Test(arguments: [
    ("rdf-n-triples", RDFSyntax.ntriples, 70), ("rdf-n-quads", .nquads, 87), ("rdf-turtle", .turtle, 313),
    ("rdf-trig", .trig, 356),
  ])
  func everyTestPasses(suite: String, syntax: RDFSyntax, count: Int) throws {
    let folder = try #require(W3CSuite.folder)
    let (cases, base) = try W3CSuite.cases(suite, in: folder)
    #expect(cases.count == count)
    let failures = try cases.compactMap {
      try W3CSuite.failure($0, syntax, folder + suite, base: base)
    }
    #expect(failures == [])
  }
}
