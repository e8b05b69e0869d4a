import PasserelleOntology
import Testing

@testable import Passerelle

@Suite struct GraphQueryPrefixesTests {
  /// Queries know the prefixes of the ontology without reading it; the two lists must not part.
  @Test func theyAreThoseOfTheOntology() throws {
    let ontology = try Ontology.load(files: EmbeddedOntology.files)
    #expect(GraphQuery.prefixes == ontology.prefixes.namespaces)
  }
}
