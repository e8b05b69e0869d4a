import PasserelleCore
import PasserelleOntology
import Testing

@Suite struct SpecificationSchemesTests {
  private static func load(_ path: String, _ contents: String) throws -> Ontology {
    try Ontology.load(files: EmbeddedOntology.files.filter { $0.path != path } + [(path, contents)])
  }

  private static func thresholds(_ rows: String) -> String {
    "format: passerelle-ontology/1\nlist: seuils-fr\nlabel: {fr: Seuils, en: Thresholds}\nthresholds:\n"
      + rows
  }

  private static func row(_ id: String, from: String, kind: String = "exempt", amount: String = "40000")
    -> String
  {
    "  \(id): {kind: \(kind), natures: [works], buyers: [other], amount: \"\(amount)\", from: \(from), "
      + "source: {fr: Code, en: Code}}\n"
  }

  @Test func wrongThresholdsAreRefused() {
    for row in [
      Self.row("a", from: "2020"), Self.row("a", from: "2020-01-01", kind: "free"),
      Self.row("a", from: "2020-01-01", amount: "much"), Self.row("a", from: "2020-01-01", amount: "-1"),
    ] {
      #expect(throws: PasserelleError.self) {
        try Self.load("Codelists/seuils-fr.yaml", Self.thresholds(row))
      }
    }
  }

  @Test func twoThresholdsInForceTogetherAreFound() throws {
    let ontology = try Self.load(
      "Codelists/seuils-fr.yaml",
      Self.thresholds(Self.row("a", from: "2020-01-01") + Self.row("b", from: "2021-01-01")))
    let findings = OntologyChecker.check(ontology).filter { $0.rule == .uniqueCode }
    #expect(findings.map(\.id) == ["b"])
  }

  @Test func aConceptOfAnUnknownFieldIsFound() throws {
    let ontology = try Self.load(
      "Concepts/layers.yaml",
      "format: passerelle-ontology/1\nscheme: layers\nlabel: {fr: Couches, en: Layers}\nconcepts:\n"
        + "  devices: {iri: pas:layer-devices, label: {fr: Objets, en: Devices}, themes: [nowhere]}\n")
    let findings = OntologyChecker.check(ontology).filter { $0.file == "Concepts/layers.yaml" }
    #expect(findings.map(\.id) == ["devices"])
  }
}
