import Foundation
import PasserelleCore
import PasserelleOntology
import PasserelleRDF
import PasserelleSources
import Testing

@Suite struct SKOSTests {
  private let prefixes = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
    @prefix : <http://e/scheme/> .

    """

  @Test func aSchemeBecomesAListWithAllItsLabels() throws {
    let found = try codeLists(
      prefixes + """
        :colours a skos:ConceptScheme ; dct:title "Couleurs"@fr , "Colours"@en ; owl:versionInfo "3" ;
          skos:hasTopConcept :red .
        :red a skos:Concept ; skos:notation "R" ; skos:prefLabel "rouge"@fr , "red"@en-GB , "rot"@de ;
          skos:altLabel "vermeil"@fr ; skos:hiddenLabel "rooge" ; skos:definition "La couleur du sang"@fr .
        :crimson a skos:Concept ; skos:inScheme :colours ; skos:broader :red ; skos:prefLabel "crimson"@en .
        :scarlet a skos:Concept ; skos:broader :red ; xl:prefLabel [ xl:literalForm "écarlate"@fr ] .
        :ruby a skos:Concept ; skos:broader :red ; skos:prefLabel "rubis"@fr ; owl:deprecated true ;
          dct:isReplacedBy :crimson ; skos:related :red .
        """, file: "colours.ttl")
    let list = try #require(found.lists.first)
    #expect(found.lists.count == 1)
    #expect(list.id == "colours")
    #expect(list.label == LocalizedText(fr: "Couleurs", en: "Colours"))
    #expect(list.source == "http://e/scheme/colours, 3")
    #expect(list.entries.map(\.code) == ["R", "crimson", "scarlet", "ruby"])
    #expect(list.entries.map(\.label.french) == ["rouge", "crimson", "écarlate", "rubis"])
    #expect(list.entries.map(\.label.english) == ["red", "crimson", "écarlate", "rubis"])
    #expect(list.entries.map(\.parent) == [nil, "R", "R", "R"])
    #expect(list.entries.first?.alternatives == ["rot", "vermeil", "rooge"])
    #expect(list.entries.first?.definition?.english == "La couleur du sang")
    #expect(list.entries.last?.replacedBy == "crimson")
    #expect(
      found.diagnostics.map { "\($0.code.name) \($0.value ?? "")" } == [
        "codelist.translation 3 / 4", "codelist.field http://www.w3.org/2004/02/skos/core#related",
      ])
  }

  @Test func eachSchemeOfAFileIsAListAndConceptsMayStandInSeveral() throws {
    let found = try codeLists(
      prefixes + """
        :a a skos:ConceptScheme . :b a skos:ConceptScheme .
        :x skos:inScheme :a , :b ; skos:prefLabel "x"@fr .
        :y skos:topConceptOf :b ; skos:narrower :z ; skos:prefLabel "y"@fr .
        :z a skos:Concept ; skos:prefLabel "z"@fr .
        :alone a skos:Concept ; skos:prefLabel "seul"@fr .
        """, file: "two.ttl")
    #expect(found.lists.map(\.id) == ["a", "b", "two"])
    #expect(found.lists.map { $0.entries.map(\.code) } == [["x"], ["x", "y", "z"], ["alone"]])
    #expect(found.lists.map(\.parentList) == [nil, "b", nil])
    #expect(found.diagnostics.contains { $0.code == .codeListNoScheme })
  }

  @Test func notationsThatAreTakenGiveWayToTheIRI() throws {
    let found = try codeLists(
      prefixes + """
        :s a skos:ConceptScheme .
        :x skos:inScheme :s ; skos:notation "1" ; skos:prefLabel "x"@fr .
        :y skos:inScheme :s ; skos:notation "1" ; skos:prefLabel "y"@fr ; skos:broader :x .
        :z skos:inScheme :s ; skos:notation "2" ; skos:prefLabel "z"@fr ; skos:broader :y .
        """, file: "s.ttl")
    #expect(found.lists.first?.entries.map(\.code) == ["1", "y", "2"])
    #expect(found.lists.first?.entries.map(\.parent) == [nil, "1", "y"])
    let told = try #require(found.diagnostics.first { $0.code == .codeListNotation })
    #expect(told.value == "1")
    #expect(told.replacement == "y")
  }

  @Test func relativeIRIsAndNTriplesRead() throws {
    let relative = try codeLists(
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n</c/x> skos:inScheme </c> ; skos:prefLabel 'X'@en .",
      file: "/some/where/list.ttl")
    #expect(relative.lists.first?.source == "file:///c")
    #expect(relative.lists.first?.entries.map(\.code) == ["x"])
    let skos = "http://www.w3.org/2004/02/skos/core#"
    let lines = try codeLists(
      """
      <http://e/x> <\(skos)inScheme> <http://e/s> .
      <http://e/y> <\(skos)inScheme> broken .
      <http://e/x> <\(skos)prefLabel> "X"@fr .
      """, file: "a.nt")
    #expect(lines.lists.first?.entries.map(\.label.french) == ["X"])
    #expect(lines.diagnostics.first?.code.name == "rdf.syntax")
    #expect(lines.diagnostics.first?.location == SourceLocation(file: "a.nt", line: 2))
  }

  @Test func aCutFileIsRefusedWholeAndAVocabularyIsNoList() throws {
    #expect(
      errorCode { _ = try codeLists(prefixes + ":x skos:inScheme :s ; skos:prefLabel \"x", file: "a.ttl") }
        != nil)
    let found = try codeLists(prefixes + ":p skos:prefLabel \"property\"@en .", file: "a.ttl")
    #expect(found.lists.isEmpty)
    #expect(found.diagnostics.map(\.code) == [.codeListNone])
  }

  /// The schema of the form names it too, and is none.
  @Test func theSchemaOfEuroVocIsNoList() {
    func kind(_ text: String) -> CodeListFile.Kind? {
      CodeListFile.detect(fileName: "a.yaml", firstBytes: Array(text.utf8))
    }
    #expect(kind("title: a\n$schema: yamlskosv2\n") == .eurovocYAML)
    #expect(kind("$schema: 'yamlskosv2'\r\n") == .eurovocYAML)
    #expect(kind("$schema: http://json-schema.org/draft-07/schema#\n  $schema: yamlskosv2\n") == nil)
    #expect(kind("description: yamlskosv2\n") == nil)
  }

  @Test func eurovocIsThreeLists() throws {
    let text = """
      title: {fr: 'EuroVoc, le thésaurus', en: EuroVoc}
      $schema: yamlskosv2
      issued: '2021-06-04'
      domains:
        4: {prefLabel: {en: 04 POLITICS, fr: 04 VIE POLITIQUE}, notation: [4], eurovocId: 100142}
      schemes:
        100163: {domain: 4, prefLabel: {en: 0406 political framework, fr: 0406 cadre politique}}
      concepts:
        7: {inScheme: [100163], prefLabel: {en: democracy, fr: démocratie}, altLabel: {fr: [régime démocratique]}}
        8: {inScheme: [100163], prefLabel: {en: direct democracy}, broader: [7], definition: {en: By all.}}
      """
    let found = try codeLists(text, file: "eurovoc.yaml")
    #expect(found.lists.map(\.id) == ["eurovoc", "eurovoc-schemes", "eurovoc-domains"])
    #expect(found.lists.map(\.parentList) == ["eurovoc", "eurovoc-domains", nil])
    #expect(found.lists[0].entries.map(\.label.french) == ["démocratie", "direct democracy"])
    #expect(found.lists[0].entries.map(\.parent) == [nil, "7"])
    #expect(found.lists[0].entries[0].alternatives == ["régime démocratique"])
    #expect(found.lists[0].entries.map(\.line) == [9, 10])
    #expect(found.lists[1].entries.map(\.parent) == ["4"])
    #expect(found.lists[1].label.english == "EuroVoc: micro-thesauri")
    #expect(
      errorCode { _ = try codeLists("$schema: yamlskosv2\nconcepts: [", file: "e.yaml") } == .inputUnreadable)
  }

  @Test(.enabled(if: SharedDataTests.shared != nil, "no real data under PASSERELLE_SHARED"))
  func publishedVocabulariesReadOrSayWhyNot() throws {
    let folder = try #require(SharedDataTests.shared) + "/data/vocab/"
    var counts: [String: Int] = [:]
    for path in [
      "org-skos-eurosci/EuroSciVoc.ttl", "org-skos-eurosci/ISCED2011.ttl", "org-skos-eurosci/Org.ttl",
      "org-skos-eurosci/OrganizationTypes.ttl", "org-skos-eurosci/SKOS.ttl", "sdg/U4SSC.ttl",
      "sdg/UN-SDG-indicators.ttl",
    ] {
      var source: any ByteSource = try FileByteSource(path: folder + path)
      let found = try CodeListFile.read(&source, file: path, kind: .skos(.turtle))
      for list in found.lists { counts[list.id] = list.entries.count }
      let refused = found.diagnostics.filter { $0.code.severity == .error }
      #expect(refused.map(\.code) == (found.lists.isEmpty ? [.codeListNone] : []))
    }
    #expect(
      counts == [
        "euroscivoc": 1_031, "isced-2011": 10, "organizations": 26, "U4SSC": 111, "UN-SDG-indicators": 248,
      ])
  }
}
