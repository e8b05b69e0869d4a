import PasserelleCore
import PasserelleJSON
import PasserelleOntology
import Testing

@testable import PasserelleSources

@Suite("Shipped facts and the ontology")
struct FactsOntologyTests {
  let corpus: FactsCorpus
  let ontology: Ontology

  init() throws {
    corpus = try FactsCorpus.shipped.get()
    ontology = try FactsCorpus.ontology.get()
  }

  @Test("are read without a diagnostic")
  func clean() { #expect(corpus.diagnostics.isEmpty) }

  @Test("every thing is of a class that can have things")
  func classes() {
    let wrong = corpus.things.filter { _, thing in
      guard let kind = thing["kind"]?.stringValue, let type = ontology.class(kind) else { return true }
      return type.isAbstract || FactTerms.type(kind) != type.iri
    }
    #expect(wrong.keys.sorted().isEmpty)
  }

  @Test("every claim's relation exists, and starts from its subject's class")
  func domains() {
    let wrong = corpus.claims.filter { claim in
      guard let relation = ontology.relation(claim.relation), let kind = corpus.kind(claim.subject) else {
        return true
      }
      return !relation.domain.contains { ontology.isKind(kind, of: $0) }
    }
    #expect(wrong.map(\.id).isEmpty)
  }

  @Test("every claim's object is in the range of its relation")
  func ranges() throws {
    var wrong: [String] = []
    for claim in corpus.claims {
      let relation = try #require(ontology.relation(claim.relation))
      if !isInRange(claim, relation) { wrong.append("\(claim.id) \(claim.relation)") }
    }
    #expect(wrong.isEmpty)
  }

  @Test("modalities, certainties and attributes are the ontology's")
  func attributes() throws {
    let modalities = try #require(ontology.ownCodeList("modalities"))
    let certainties = try #require(ontology.ownCodeList("certainty"))
    #expect(Set(modalities.entries.map(\.code)) == FactMapper.modalities)
    var wrong: [String] = []
    for claim in corpus.claims {
      if modalities.entry(code: claim.modality) == nil { wrong.append(claim.id) }
      if certainties.entry(code: claim.json["certainty"]?.stringValue ?? "") == nil { wrong.append(claim.id) }
      for member in claim.json["attributes"]?.objectValue ?? [] {
        let domain = ontology.relation(member.key)?.domain ?? []
        if !domain.contains(where: { ontology.isKind("Claim", of: $0) }) {
          wrong.append("\(claim.id) \(member.key)")
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("the table of terms holds every class and relation of a public vocabulary")
  func terms() {
    let types = ontology.classes.filter { FactTerms.type($0.id) != $0.iri }
    let relations = ontology.relations.filter { FactTerms.relation($0.id) != $0.iri }
    #expect(types.map(\.id).isEmpty)
    #expect(relations.map(\.id).isEmpty)
    #expect(FactTerms.types.keys.filter { ontology.class($0) == nil }.isEmpty)
    #expect(FactTerms.relations.keys.filter { ontology.relation($0) == nil }.isEmpty)
  }

  private func isInRange(_ claim: FactClaim, _ relation: OntologyRelation) -> Bool {
    if let code = claim.json["code"]?.stringValue {
      return relation.codeList.flatMap { ontology.ownCodeList($0)?.entry(code: code) } != nil
    }
    if claim.json["text"] != nil {
      return relation.codeList == nil && relation.range.contains(.datatype(Vocabulary.rdf + "langString"))
    }
    let kind = claim.json["value"] != nil ? "Quantity" : corpus.kind(claim.object)
    guard let kind else { return false }
    return relation.range.contains { range in
      if case .type(let type) = range { ontology.isKind(kind, of: type) } else { false }
    }
  }
}
