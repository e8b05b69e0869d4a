import PasserelleRDF
import Testing

@Suite struct RDFSyntaxTests {
  @Test func namesAreStable() {
    #expect(
      RDFSyntax.allCases.map(\.rawValue) == ["ntriples", "nquads", "turtle", "trig", "rdfxml", "jsonld"])
  }
}
