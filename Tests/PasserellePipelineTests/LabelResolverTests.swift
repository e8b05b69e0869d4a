import Foundation
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleTestSupport
import Testing

@Suite struct LabelResolverTests {
  let fixture: PipelineFixture
  private let iris = IRISpace()

  init() throws { fixture = try PipelineFixture() }

  private func label(_ iri: String, _ language: MessageLanguage) throws -> String {
    try fixture.store.read { reader in
      let resolver = LabelResolver(reader: reader, ontology: fixture.ontology, iris: iris)
      let first = try resolver.label(of: iri, language: language)
      let again = try resolver.label(of: iri, language: language)
      #expect(first == again)
      return first
    }
  }

  @Test func theStatedNameInTheLanguageAskedComesFirst() throws {
    let thing = iris.identifier(.local, "brume")
    try fixture.store([
      draft("1", thing) {
        $0.add(thing, Vocabulary.label, .literal(Literal("Fogtown", .language("en"))))
        $0.add(thing, Vocabulary.label, .literal(Literal("Brumeville", .language("fr"))))
        $0.add(thing, Vocabulary.title, .string("Un titre"))
      }
    ])
    #expect(try label(thing, .french) == "Brumeville")
    #expect(try label(thing, .english) == "Fogtown")
  }

  @Test func aNameWithoutLanguageServesBoth() throws {
    let thing = iris.identifier(.siren, "552081317")
    try fixture.store([
      draft("1", thing) {
        $0.add(thing, Vocabulary.name, .string("Zeta"))
        $0.add(thing, Vocabulary.name, .string("Alpha"))
      }
    ])
    #expect(try label(thing, .french) == "Alpha")
    #expect(try label(thing, .english) == "Alpha")
  }

  /// Real rows name a company by its buyer once in a hundred times; the usual name must win, whatever its letters.
  @Test func theNameThatMostRecordsStateWins() throws {
    let thing = iris.identifier(.siren, "301309605")
    let names = [
      "Commune de Voisins", "SMACL Assurances", "SMACL", "SMACL Assurances", "SMACL \u{FFFD}",
      "SMACL \u{FFFD}", "SMACL \u{FFFD}",
    ]
    try fixture.store(
      names.enumerated().map { index, name in
        draft(String(index), thing) { $0.add(thing, Vocabulary.name, .string(name)) }
      })
    #expect(try label(thing, .french) == "SMACL Assurances")
  }

  @Test func codesAndNumbersSpeakForThemselves() throws {
    #expect(try label(iris.identifier(.siren, "301309605"), .french) == "SIREN 301309605")
    #expect(try label(iris.identifier(.siret, "21690123100011"), .french) == "SIRET 21690123100011")
    #expect(try label(iris.identifier(.insee, "69123"), .french) == "Lyon")
    #expect(try label(iris.identifier(.departement, "69"), .french) == "Rhône")
    #expect(try label(iris.identifier(.local, "a%20b"), .french) == "a%20b")
    #expect(try label("https://ailleurs.example/ns#Chose", .french) == "Chose")
    #expect(try label("http://data.europa.eu/cpv/cpv/45310000", .french).hasPrefix("45310000 "))
    #expect(try label("http://data.europa.eu/cpv/cpv/45310001", .french).contains("≈"))
    #expect(try label(Vocabulary.hasWinner, .french) != label(Vocabulary.hasWinner, .english))
  }

  @Test func aClaimReadsAsASentence() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    _ = try fixture.ingest([root + "/Corpus/Cases/pipeline/modalities.jsonl"])
    let claim = iris.identifier(.local, "claim:M-1")
    #expect(try label(claim, .french) == "Brumeville coopère avec Sablonne")
    #expect(try label(claim, .english).contains("Fogtown"))
    #expect(try label(iris.identifier(.local, "claim:absent"), .french) == "claim:absent")
  }

  @Test func claimsReadWithTheirCodesQuantitiesAndModalities() throws {
    let lines = [
      #"{"type":"thing","id":"brumeville","kind":"Commune","name":{"fr":"Brumeville","en":"Fogtown"}}"#,
      #"{"type":"claim","id":"Q-1","subject":"brumeville","relation":"hasPopulation","value":{"number":"400000","unit":"inhabitant","date":"2018","scope":{"fr":"avec les îles","en":"with the islands"}},"modality":"asserted","attributes":{"comparator":"more-than"}}"#,
      #"{"type":"claim","id":"Q-2","subject":"brumeville","relation":"cooperatesWith","object":"brumeville","modality":"negated"}"#,
      #"{"type":"claim","id":"Q-3","subject":"brumeville","relation":"callOutcome","code":"awarded","modality":"asserted"}"#,
      #"{"type":"claim","id":"Q-4","subject":"brumeville","relation":"hasBudget","value":{"number":"1500.5","unit":"EUR"},"modality":"planned"}"#,
    ]
    let file = fixture.folder.path("claims.jsonl")
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    _ = try fixture.ingest([file])
    let claim = { iris.identifier(.local, "claim:" + $0) }
    #expect(
      try label(claim("Q-1") + "/value", .french)
        == "plus de 400\u{202F}000\u{A0}habitants (avec les îles, 2018)")
    #expect(
      try label(claim("Q-1") + "/value", .english) == "more than 400,000 inhabitants (with the islands, 2018)"
    )
    #expect(try label(claim("Q-1"), .french).hasPrefix("Brumeville a pour population plus de 400"))
    #expect(try label(claim("Q-2"), .french) == "Brumeville coopère avec Brumeville (nié)")
    #expect(try label(claim("Q-2"), .english).hasSuffix("(negated)"))
    #expect(try !label(claim("Q-3"), .french).contains("awarded"))
    #expect(try label(claim("Q-4") + "/value", .french) == "1\u{202F}500,5\u{A0}€")
    #expect(try label(claim("Q-4") + "/value", .english) == "€1,500.5")
  }
}
