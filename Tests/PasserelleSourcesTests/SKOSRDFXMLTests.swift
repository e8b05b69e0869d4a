import PasserelleCore
import PasserelleOntology
import PasserelleSources
import Testing

@Suite struct SKOSRDFXMLTests {
  @Test func aSchemeInRDFXMLIsAListToo() throws {
    let found = try codeLists(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
        <skos:ConceptScheme rdf:about="http://e/authority/nature"/>
        <skos:Concept rdf:about="http://e/authority/nature/WORKS">
          <skos:inScheme rdf:resource="http://e/authority/nature"/>
          <skos:prefLabel xml:lang="fr">Travaux</skos:prefLabel>
          <skos:prefLabel xml:lang="en">Works</skos:prefLabel>
        </skos:Concept>
      </rdf:RDF>
      """, file: "nature.xml")
    let list = try #require(found.lists.first)
    #expect(list.id == "nature")
    #expect(list.entries.map(\.code) == ["WORKS"])
    #expect(list.entries.first?.label == LocalizedText(fr: "Travaux", en: "Works"))
    #expect(found.diagnostics.isEmpty)
  }
}
