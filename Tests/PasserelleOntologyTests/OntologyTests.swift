import PasserelleCore
import PasserelleOntology
import Testing

/// The repository's own ontology.
struct OntologyTests {
  private static let shared = Result { try Ontology.load(from: OntologyFolder.path) }

  let ontology: Ontology

  init() throws { ontology = try Self.shared.get() }

  @Test func hasNoFault() {
    for finding in OntologyChecker.check(ontology) {
      Issue.record("\(finding.file) \(finding.id): \(finding.what.english)")
    }
  }

  /// Every class and relation of the core's vocabulary.
  static let classIRIs = [
    Vocabulary.contract, Vocabulary.buyer, Vocabulary.winner, Vocabulary.modification,
    Vocabulary.specification, Vocabulary.claim, Vocabulary.document,
  ]
  static let relationIRIs = [
    Vocabulary.type, Vocabulary.label, Vocabulary.title, Vocabulary.description, Vocabulary.identifier,
    Vocabulary.source, Vocabulary.hasBuyer, Vocabulary.hasWinner, Vocabulary.hasMainClassification,
    Vocabulary.hasNature, Vocabulary.hasProcedure, Vocabulary.hasPriceForm, Vocabulary.durationMonths,
    Vocabulary.notified, Vocabulary.published, Vocabulary.amount, Vocabulary.currency,
    Vocabulary.placeOfPerformance, Vocabulary.placeName, Vocabulary.postalCode, Vocabulary.hasModification,
    Vocabulary.name, Vocabulary.siret, Vocabulary.siren, Vocabulary.sourceValue, Vocabulary.isDemonstration,
    Vocabulary.text, Vocabulary.claimSubject, Vocabulary.claimPredicate, Vocabulary.claimObject,
    Vocabulary.modality, Vocabulary.certainty, Vocabulary.speaker, Vocabulary.lines, Vocabulary.since,
    Vocabulary.until, Vocabulary.dct + "language",
  ]

  @Test(arguments: classIRIs) func describesClass(iri: String) { #expect(ontology.class(iri) != nil) }

  @Test(arguments: relationIRIs) func describesRelation(iri: String) {
    #expect(ontology.relation(iri) != nil)
  }

  @Test(arguments: [
    "cooperatesWith", "twinnedWith", "partnerOf", "memberOf", "participatesIn", "carriesProject",
    "suppliesTo", "usesSolution", "issuesCall", "awardedTo", "candidateTo", "leads", "funds", "supports",
    "hasLabel", "grantsLabel", "ranks", "locatedIn", "partOf", "subsidiaryOf", "researchOn", "organises",
    "launches", "opposes", "hasTheme", "inspiredBy", "operatesIn", "providesDataTo", "commissions", "adopts",
    "hasBudget", "hasPopulation", "hasCount", "hasShare", "order", "heading", "numericValue", "unit", "date",
    "scope",
  ])
  func describesCooperation(id: String) throws {
    let relation = try #require(ontology.relation(id))
    #expect(relation.iri == Vocabulary.pas + id)
  }

  @Test func namesPrefixesAsTheCoreDoes() {
    let names = [
      "pas": Vocabulary.pas, "epo": Vocabulary.epo, "org": Vocabulary.org, "skos": Vocabulary.skos,
      "dct": Vocabulary.dct, "prov": Vocabulary.prov, "schema": Vocabulary.schema, "rdf": Vocabulary.rdf,
      "rdfs": Vocabulary.rdfs, "xsd": Vocabulary.xsd,
    ]
    for (prefix, namespace) in names { #expect(ontology.prefixes.namespaces[prefix] == namespace) }
    #expect(ontology.prefixes.expand("pas:hasBuyer") == Vocabulary.hasBuyer)
    #expect(ontology.prefixes.shorten(Vocabulary.type) == "rdf:type")
    #expect(ontology.prefixes.expand("nobody:x") == nil)
    #expect(ontology.prefixes.shorten("https://elsewhere.example/x") == nil)
  }

  @Test func knowsItsClasses() {
    #expect(ontology.class("Contract")?.iri == Vocabulary.contract)
    #expect(ontology.class(Vocabulary.contract)?.label[.french] == "Marché")
    #expect(ontology.ancestors(of: "Commune").map(\.id) == ["Territory", "Thing"])
    #expect(ontology.isKind(Vocabulary.buyer, of: "Organisation"))
    #expect(ontology.isKind("Commune", of: "Commune"))
    #expect(!ontology.isKind("Commune", of: "Intercommunality"))
    #expect(!ontology.isKind("Intercommunality", of: "Commune"))
    #expect(
      ontology.subclasses(of: "Territory").map(\.id) == [
        "Commune", "Country", "Departement", "District", "ForeignAuthority", "Intercommunality", "Region",
        "WorldRegion",
      ])
    #expect(ontology.class("Nothing") == nil)
  }

  @Test func readsStatements() {
    func sentence(_ relation: String, _ language: MessageLanguage, inverse: Bool = false) -> String? {
      ontology.sentence(
        subject: "Grenoble", relation: relation, object: "Ouagadougou", language: language, inverse: inverse)
    }
    #expect(sentence("cooperatesWith", .french) == "Grenoble coopère avec Ouagadougou")
    #expect(
      sentence(Vocabulary.pas + "cooperatesWith", .english, inverse: true)
        == "Ouagadougou cooperates with Grenoble")
    #expect(sentence("memberOf", .french) == "Grenoble est membre de Ouagadougou")
    #expect(sentence("hasBuyer", .french, inverse: true) == "Ouagadougou est l’acheteur de Grenoble")
    #expect(sentence("unheardOf", .french) == nil)
  }

  @Test func hasEveryDivision() throws {
    let divisions = try #require(ontology.codeList("cpv")).entries.filter { $0.code.count == 2 }.map(\.code)
    #expect(
      divisions == [
        "03", "09", "14", "15", "16", "18", "19", "22", "24", "30", "31", "32", "33", "34", "35", "37", "38",
        "39", "41", "42", "43", "44", "45", "48", "50", "51", "55", "60", "63", "64", "65", "66", "70", "71",
        "72", "73", "75", "76", "77", "79", "80", "85", "90", "92", "98",
      ])
    #expect(ontology.codeList("cpv")?.entries.count == 45 + 272)
  }

  @Test func hasDistinctCPVLabels() throws {
    let entries = try #require(ontology.codeList("cpv")).entries
    for language in MessageLanguage.allCases {
      #expect(Set(entries.map { $0.label[language] }).count == entries.count)
    }
  }

  @Test(arguments: [
    ("45000000", "45", false), ("45300000", "453", false), ("45310000", "453", true),
    ("45311200", "453", true), ("45900000", "45", true), ("99000000", nil, false),
  ])
  func labelsCPV(digits: String, prefix: String?, isApproximate: Bool) throws {
    let label = ontology.cpvLabel(try #require(CPVCode(digits: digits)))
    #expect(label?.prefix == prefix)
    #expect(label?.isApproximate ?? false == isApproximate)
  }

  @Test func usesTheFullListWhenThereIsOne() throws {
    let full = CodeList(
      id: "cpv", label: LocalizedText(verbatim: "CPV"), source: "test",
      entries: [
        CodeList.Entry(code: "45000000", label: LocalizedText(verbatim: "whole")),
        CodeList.Entry(code: "45310000", label: LocalizedText(verbatim: "wiring")),
      ])
    let ontology = ontology.replacing(full)
    let label = ontology.cpvLabel(try #require(CPVCode(digits: "45310000")))
    #expect(label == ontology.cpvLabel(try #require(CPVCode(digits: "45310000"))))
    #expect(label?.label[.french] == "wiring")
    #expect(label?.isApproximate == false)
    #expect(ontology.cpvLabel(try #require(CPVCode(digits: "45311000")))?.isApproximate == true)
    #expect(ontology.codeLists.filter { $0.id == "cpv" }.count == 1)
  }

  @Test func knowsDepartments() throws {
    #expect(ontology.departments.filter { $0.regionCode != nil }.count == 101)
    #expect(ontology.departments.count == 108)
    for department in ontology.departments { #expect(PlaceCode.isDepartment(department.code)) }
    let north = try #require(ontology.department("59"))
    #expect(north.name == "Nord")
    #expect(north.regionName == "Hauts-de-France")
    let centroid = try #require(north.centroid)
    #expect((50...51).contains(centroid.latitude) && (2...4).contains(centroid.longitude))
    #expect(ontology.department("2A")?.name == "Corse-du-Sud")
    #expect(ontology.department("988")?.centroid == nil)
    #expect(ontology.department("20") == nil)
    #expect(ontology.codeList("communes")?.entry(code: "75056")?.label[.english] == "Paris")
  }

  @Test(arguments: [
    ("natures", "MARCHE", "contract"), ("natures", "Marché subséquent", "subsequent-contract"),
    ("natures", "DELEGATION DE SERVICE PUBLIC", "public-service-delegation"),
    ("procedures", "Procédure adaptée", "adapted"), ("procedures", "appel d’offres ouvert", "open"),
    (
      "procedures", "Marché négocié sans publicité ni mise en concurrence préalable",
      "negotiated-without-call"
    ),
    ("price-forms", "Définitif révisable", "revisable"),
  ])
  func readsWhatSourcesWrite(list: String, text: String, code: String) {
    #expect(ontology.codeList(list)?.entry(writtenAs: text)?.code == code)
  }

  @Test func listsModalities() {
    #expect(
      ontology.codeList("modalities")?.entries.map(\.code) == [
        "asserted", "planned", "attempted", "proposed", "conditional", "stopped", "abandoned", "negated",
        "forecast",
      ])
    #expect(ontology.codeList("certainty")?.entries.map(\.code) == ["explicit", "inferred"])
  }

  @Test(arguments: [
    ("éclairage public", "lighting"), ("ECLAIRAGE PUBLIC", "lighting"),
    ("street lights and lighting", "lighting"),
    ("collecte des ordures ménagères", "waste"), ("déchets", "waste"), ("école", "education"),
    ("rénovation de l'éclairage public et des lampadaires", "lighting"), ("assainiss", "water"),
    ("Transport public", "public-transport"), ("vidéoprotection", "safety"), ("santé", "health"),
  ])
  func findsThemes(words: String, id: String) {
    #expect(ontology.themes(matching: words).first?.theme.id == id)
  }

  @Test func explainsThemes() throws {
    let match = try #require(ontology.themes(matching: "marché d'éclairage urbain à Lyon").first)
    #expect(match.matchedName == "éclairage urbain")
    #expect(match.closeness == .nameInWords)
    #expect(ontology.themes(matching: "").isEmpty)
    #expect(ontology.themes(matching: "de la").isEmpty)
    #expect(ontology.themes(matching: "xylophone").isEmpty)
    #expect(!ontology.themes.contains { !$0.isProvisional })
    #expect(ontology.themes.count == 12)
  }

  @Test func findsThemesOfCodes() throws {
    let themes = ontology.themes(of: try #require(CPVCode(digits: "90510000")))
    #expect(themes.map(\.id) == ["waste"])
    #expect(
      ontology.themes(of: try #require(CPVCode(digits: "34993000"))).map(\.id) == ["lighting", "travel"])
  }

  /// Each kind of purchase has one amount on each day since 2020.
  @Test(arguments: [
    "2020-02-01", "2021-06-30", "2022-01-01", "2023-12-31", "2024-07-01", "2025-12-31", "2026-06-01",
  ])
  func knowsThresholdsOfEveryPeriod(day: String) throws {
    let day = try #require(PartialDate(iso: day))
    func amounts(_ kind: ProcurementThreshold.Kind, _ nature: String, _ buyer: String) -> Int {
      ontology.thresholds.filter {
        $0.kind == kind && $0.natures.contains(nature) && $0.buyers.contains(buyer) && $0.isInForce(on: day)
      }.count
    }
    for nature in ["supplies", "services", "works"] {
      for buyer in ["central", "other", "entity"] {
        #expect(amounts(.exempt, nature, buyer) == 1 && amounts(.formal, nature, buyer) == 1)
      }
      #expect(amounts(.advertised, nature, "other") == 1)
    }
    for buyer in ["central", "other", "entity"] {
      #expect(amounts(.formal, "concession", buyer) == 1 && amounts(.exempt, "innovative", buyer) == 1)
      #expect(amounts(.advertised, "social", buyer) == 1)
    }
  }

  @Test func listsCountries() throws {
    let countries = try #require(ontology.codeList("countries"))
    #expect(countries.entries.count == 250)
    #expect(countries.entry(code: "SN")?.label.french == "Sénégal")
    #expect(countries.entry(writtenAs: "sen")?.code == "SN")
    #expect(countries.entry(writtenAs: "Burkina Faso")?.parent == "west-africa")
    #expect(countries.entry(writtenAs: "Royaume-Uni")?.parent == "other-europe")
  }
}
