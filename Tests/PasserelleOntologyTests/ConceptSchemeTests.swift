import PasserelleCore
import PasserelleOntology
import Testing

@Suite struct ConceptSchemeTests {
  static func scheme() throws -> ConceptScheme {
    ConceptScheme(ontology: try Ontology.load(from: OntologyFolder.path))
  }

  static func label(_ digits: String, _ language: String, _ text: String) throws -> CPVConceptLabel {
    CPVConceptLabel(code: try #require(CPVCode(digits: digits)), language: language, text: text)
  }

  @Test func theOntologyGivesCodesAndThemes() throws {
    let scheme = try Self.scheme()
    let group = try #require(scheme.concept("cpv:158"))
    #expect(group.broader == ["cpv:15"])
    #expect(group.labels.map(\.language) == ["fr", "en"])
    #expect(group.labels.map(\.isPreferred) == [true, true])
    let theme = try #require(scheme.concept("theme:water"))
    #expect(theme.broader.isEmpty)
    #expect(theme.labels.contains { !$0.isPreferred && $0.language == "fr" })
    #expect(scheme.concept("cpv:4531") == nil)
  }

  @Test func officialLabelsExtendTheTree() throws {
    let own = try Self.scheme()
    let scheme = own.adding([
      try Self.label("45311200", "pt", "Instalação de acessórios eléctricos"),
      try Self.label("45000000", "pt", "Construção"), try Self.label("45000000", "pt", "Construção"),
      try Self.label("45000000", "fr", "Travaux de construction"),
    ])
    #expect(scheme.concept("cpv:453112")?.broader == ["cpv:45311"])
    #expect(scheme.concept("cpv:45311")?.broader == ["cpv:4531"])
    #expect(scheme.concept("cpv:4531")?.labels.isEmpty == true)
    let works = try #require(scheme.concept("cpv:45"))
    #expect(works.labels.filter { $0.language == "pt" }.map(\.text) == ["Construção"])
    #expect(
      works.labels.last == ConceptLabel(language: "fr", text: "Travaux de construction", isPreferred: false))
    #expect(scheme.count == own.count + 3)
  }

  @Test func aDivisionMayEndInZero() throws {
    let scheme = try Self.scheme().adding([try Self.label("90511000", "pt", "Recolha de resíduos")])
    #expect(scheme.concept("cpv:90511")?.broader == ["cpv:9051"])
    #expect(scheme.concept("cpv:905")?.broader == ["cpv:90", "theme:waste"])
    #expect(scheme.concept("cpv:90") != nil)
  }

  @Test func codesGiveEveryLevelTheyReach() throws {
    let scheme = try Self.scheme()
    func terms(_ digits: String...) throws -> [String] {
      scheme.concepts(ofCodes: try digits.map { try #require(CPVCode(digits: $0)) }).map(\.term)
    }
    #expect(
      try terms("45311200") == [
        "cpv2:45", "cpv3:453", "cpv4:4531", "cpv5:45311", "cpv8:45311200", "theme:lighting",
      ])
    #expect(try terms("50000000") == ["cpv2:50", "cpv8:50000000"])
    #expect(try terms("03000000", "03000000") == ["cpv2:03", "cpv8:03000000"])
    #expect(scheme.concepts(ofCodes: []).isEmpty)
    let code = try #require(CPVCode(digits: "99999999"))
    #expect(scheme.concepts(ofCodes: [code]).allSatisfy { $0.weight == WeightedConcept.fullWeight })
  }
}
