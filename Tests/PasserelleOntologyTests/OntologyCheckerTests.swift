import PasserelleCore
import PasserelleOntology
import Testing

/// Each fault is put into a sound ontology, one at a time.
struct OntologyCheckerTests {
  typealias Rule = OntologyFinding.Rule

  /// Rule, file, old text, new text, name of the finding.
  @Test(arguments: [
    (Rule.uniqueIRI, "Schemas/Classes/City.yaml", "iri: pas:City", "iri: pas:knows", "knows"),
    (.knownParent, "Schemas/Classes/City.yaml", "parent: Thing", "parent: Place", "City"),
    (.noCycle, "Schemas/Classes/City.yaml", "parent: Thing", "parent: City", "City"),
    (
      .knownDomain, "Schemas/Relations/all.yaml", "domain: [City]\n    range: [xsd",
      "domain: [Town]\n    range: [xsd", "size"
    ),
    (
      .knownDomain, "Schemas/Relations/all.yaml", "domain: [City]\n    range: [xsd",
      "domain: []\n    range: [xsd", "size"
    ),
    (.knownRange, "Schemas/Relations/all.yaml", "xsd:integer", "xsd:number", "size"),
    (.knownRange, "Schemas/Relations/all.yaml", "xsd:integer", "Number", "size"),
    (.knownCodeList, "Schemas/Relations/all.yaml", "codelist: sizes", "codelist: size", "size"),
    (.symmetricRange, "Schemas/Relations/all.yaml", "range: [City]", "range: [Thing]", "knows"),
    (
      .bothLanguages, "Schemas/Classes/City.yaml", "{fr: Une définition, en: A definition}",
      "{fr: Une définition}", "City"
    ),
    (
      .bothLanguages, "Schemas/Relations/all.yaml", "{fr: connaît, en: knows}", "{fr: connaît, en: \" \"}",
      "knows"
    ),
    (.bothLanguages, "Schemas/Relations/all.yaml", ", en: \"{subject} knows {object}\"}", "}", "knows"),
    (.bothLanguages, "Codelists/sizes.yaml", ", en: small", "", "small"),
    (.bothLanguages, "Codelists/sizes.yaml", "{fr: Tailles, en: Sizes}", "{fr: Tailles}", ""),
    (.places, "Schemas/Relations/all.yaml", "{subject} knows {object}", "{subject} knows it", "knows"),
    (.places, "Schemas/Relations/all.yaml", "{subject} knows {object}", "{object} knows {subject}", "knows"),
    (.places, "Schemas/Relations/all.yaml", "{object} knows {subject}", "{subject} knows {object}", "knows"),
    (
      .places, "Schemas/Relations/all.yaml", "{subject} knows {object}", "{subject} {subject} knows {object}",
      "knows"
    ),
    (
      .labelLength, "Concepts/themes.yaml", "fr: Travaux",
      "fr: Travaux de toute nature dans toutes les communes", "works"
    ),
    (
      .labelLength, "Codelists/cpv.yaml", "en: Works", "en: Works of any kind in any commune at any time",
      "45"
    ),
    (.cpvTree, "Codelists/cpv.yaml", "\"453\"", "\"463\"", "463"),
    (.cpvTree, "Codelists/cpv.yaml", "\"453\"", "\"45a\"", "45a"),
    (.cpvTree, "Codelists/cpv.yaml", "\"453\"", "\"4\"", "4"),
    (.knownParentCode, "Codelists/sizes.yaml", "en: small", "en: small, parent: any", "small"),
    (
      .plausiblePoint, "Codelists/departements.yaml", "latitude: 50.4, longitude: 3.2",
      "latitude: 3.2, longitude: 50.4", "59"
    ),
    (.plausiblePoint, "Codelists/sizes.yaml", "en: small", "en: small, latitude: 91, longitude: 0", "small"),
    (.knownCPV, "Concepts/themes.yaml", "[\"45\"]", "[\"46\"]", "works"),
    (.uniqueTerm, "Lexicon/words.yaml", "public works", "appel d’offres", "works"),
    (.uniqueTerm, "Lexicon/words.yaml", "[\"adjudication\"]", "[\"adjudication\", \"Adjudication\"]", "call"),
    (.emptyTerm, "Lexicon/words.yaml", "adjudication", "?!", "call"),
    (.acronymCapitals, "Lexicon/words.yaml", "\"TP\"", "\"Tp\"", "works"),
    (.knownConcept, "Lexicon/words.yaml", "theme:works", "theme:work", "works"),
    (.knownConcept, "Lexicon/words.yaml", "theme:works", "sizes:large", "works"),
    (.lexiconSource, "Lexicon/words.yaml", "source: usage", "source: \"\"", "works"),
    (.bothLanguages, "Lexicon/words.yaml", ", en: A note", "", "works"),
  ])
  func finds(rule: Rule, path: String, old: String, new: String, id: String) throws {
    let findings = OntologyChecker.check(try OntologyFolder.load(path, replacing: old, by: new))
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.first?.id == id)
    if rule != .uniqueIRI { #expect(findings.first?.file == path) }
    for finding in findings {
      for language in MessageLanguage.allCases {
        #expect(!finding.what[language].isEmpty && !finding.remedy[language].isEmpty)
      }
    }
  }

  @Test func findsRepeatedNames() throws {
    let other = OntologyFolder.classFile("City", parent: "Thing").replacing("pas:City", by: "pas:Town")
    let findings = OntologyChecker.check(try OntologyFolder.load(["Schemas/Classes/Town.yaml": other]))
    #expect(findings.map(\.rule) == [.uniqueName])
    #expect(findings.first?.file == "Schemas/Classes/Town.yaml")
    let list = try OntologyFolder.load(["Codelists/more.yaml": OntologyFolder.small["Codelists/sizes.yaml"]])
    #expect(OntologyChecker.check(list).map(\.rule) == [.uniqueName])
  }

  @Test func findsLongCycles() throws {
    let ontology = try OntologyFolder.load([
      "Schemas/Classes/A.yaml": OntologyFolder.classFile("A", parent: "B"),
      "Schemas/Classes/B.yaml": OntologyFolder.classFile("B", parent: "A"),
      "Schemas/Classes/C.yaml": OntologyFolder.classFile("C", parent: "A"),
    ])
    #expect(OntologyChecker.check(ontology).map(\.id) == ["A", "B"])
    #expect(ontology.ancestors(of: "C").map(\.id) == ["A", "B"])
  }

  @Test func findsUnknownBroaderConcepts() throws {
    let scheme = """
      format: passerelle-ontology/1
      scheme: trades
      parents: fields
      label: {fr: Métiers, en: Trades}
      note: {fr: Une note, en: A note}
      concepts:
        mason:
          iri: pas:mason
          label: {fr: Maçon, en: Mason}
          broader: [building]
      """
    let alone = OntologyChecker.check(try OntologyFolder.load(["Concepts/trades.yaml": scheme]))
    #expect(alone.map(\.rule) == [.knownBroader])
    let fields = scheme.replacing("trades", by: "fields").replacing("mason", by: "building")
      .replacing("broader: [building]", by: "inferred: true").replacing("parents: fields\n", by: "")
    let both = try OntologyFolder.load(["Concepts/trades.yaml": scheme, "Concepts/fields.yaml": fields])
    #expect(OntologyChecker.check(both).isEmpty)
    #expect(both.hierarchy(of: "trades")?.broader("trades:mason") == ["fields:building"])
  }

  @Test func letsProperNamesBeLong() throws {
    let name = "Terres australes et antarctiques françaises, îles Éparses comprises"
    let ontology = try OntologyFolder.load(
      "Codelists/departements.yaml", replacing: "Nord", by: "\"\(name)\"")
    #expect(OntologyChecker.check(ontology).isEmpty)
  }

  @Test func findsRepeatedCodes() throws {
    let list = CodeList(
      id: "sizes", label: LocalizedText(verbatim: "Sizes"), source: "test",
      entries: ["a", "b", "a"].map { CodeList.Entry(code: $0, label: LocalizedText(verbatim: $0)) })
    let findings = OntologyChecker.check(try OntologyFolder.load().replacing(list))
    #expect(findings.map(\.rule) == [.uniqueCode])
    #expect(findings.first?.id == "a")
  }

  @Test func sortsFindings() throws {
    let ontology = try OntologyFolder.load([
      "Schemas/Classes/B.yaml": OntologyFolder.classFile("B", parent: "None"),
      "Schemas/Classes/A.yaml": OntologyFolder.classFile("A", parent: "None"),
    ])
    #expect(OntologyChecker.check(ontology).map(\.id) == ["A", "B"])
  }
}

extension String {
  fileprivate func replacing(_ old: String, by new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
