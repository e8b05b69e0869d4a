import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Facts")
struct FactsMappingTests {
  private func mapped(_ lines: String) throws -> Harvest {
    try harvest(FactsReader(), lines.utf8, file: "facts.jsonl")
  }

  @Test("a class or relation of a public vocabulary keeps its IRI")
  func publicTerms() throws {
    let thing = try mapped(#"{"type":"thing","id":"m","kind":"Contract","name":"M"}"#)
    #expect(rendered(thing).contains("rdf:type epo:Contract"))
    let claim = try mapped(
      #"{"type":"claim","id":"c","subject":"a","relation":"broader","object":"b","modality":"asserted"}"#)
    #expect(rendered(claim).contains(":id/local/a skos:broader :id/local/b"))
  }

  @Test("a claim may end in a code or a text; only an asserted one is a plain statement")
  func literals() throws {
    let code = rendered(
      try mapped(
        #"{"type":"claim","id":"c","subject":"a","relation":"callKind","code":"tender","modality":"asserted"}"#
      ))
    #expect(code.contains(":id/local/a pas:callKind \"tender\""))
    let text = rendered(
      try mapped(
        #"{"type":"claim","id":"c","subject":"a","relation":"reason","text":{"fr":"refus","en":"refusal"},"modality":"proposed"}"#
      ))
    #expect(text.contains("rdf:object \"refus\"@fr"))
    #expect(text.contains("rdf:object \"refusal\"@en"))
    #expect(!text.contains(":id/local/a pas:reason"))
  }

  @Test("a grade of a label is a thing")
  func grades() throws {
    let claim = rendered(
      try mapped(
        #"{"type":"claim","id":"c","subject":"a","relation":"hasLabel","object":"l","modality":"asserted","attributes":{"grade":"g"}}"#
      ))
    #expect(claim.contains("pas:grade :id/local/g"))
  }

  @Test("a document may be a page with an address")
  func address() throws {
    let page = rendered(
      try mapped(#"{"type":"document","id":"p","title":"P","address":"https://example.org/p"}"#))
    #expect(page.contains("schema:url \"https://example.org/p\""))
  }

  @Test(
    "a claim that ends in nothing is refused",
    arguments: [#""text":{}"#, #""text":" ""#, #""code":"""#, #""code":3"#, #""text":{"fr":" "}"#])
  func empty(end: String) throws {
    let harvest = try mapped(
      #"{"type":"claim","id":"c","subject":"a","relation":"reason","# + end + #","modality":"asserted"}"#)
    #expect(harvest.refused.count == 1)
    #expect(harvest.codes == ["facts.field"])
  }
}
