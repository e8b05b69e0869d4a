import PasserelleCore
import Testing

/// What every index behind the port answers.
@Suite struct TextSearchingTests {
  private static let corpus = [
    document(
      1, "renov toitur ecol", title: "Toiture", date: "2018", cpv: "45260000", place: "29", amount: "1000.50"),
    document(2, "renov ecol primair", date: "2019-03-15", cpv: "45214200", place: "75", amount: "250000"),
    document(3, "fournitur papi ecol", kind: .claim, date: "2019-11", cpv: "30197000", place: "29"),
    document(4, "toitur renov", kind: .vendor, language: "pt", demonstration: true),
  ]

  @Test(arguments: Engine.allCases) func requiresAllTerms(engine: Engine) throws {
    let index = try engine.index(Self.corpus)
    var query = words("renov ecol")
    #expect(Set(try index.numbers(query)) == [1, 2, 3, 4])
    query.requiresAll = true
    #expect(Set(try index.numbers(query)) == [1, 2])
    #expect(try index.count(query) == 2)
  }

  @Test(arguments: Engine.allCases) func findsPhrasesInTheirOrder(engine: Engine) throws {
    let index = try engine.index(Self.corpus)
    let phrase = TextQuery(fields: [.vendors], terms: [], phrases: [["renov", "toitur"]])
    #expect(try index.numbers(phrase) == [1])
    var mixed = words("ecol")
    mixed.phrases = [["renov", "ecol"]]
    #expect(try index.numbers(mixed) == [2])
    mixed.phrases = [["primair"]]
    #expect(try index.numbers(mixed) == [2])
  }

  @Test(arguments: Engine.allCases) func leavesOutExcludedTerms(engine: Engine) throws {
    let index = try engine.index(Self.corpus)
    var query = words("renov")
    query.excluded = ["toitur"]
    #expect(try index.numbers(query) == [2])
    var everything = TextQuery(fields: [.vendors], terms: [])
    everything.excluded = ["ecol", "absent"]
    #expect(try index.numbers(everything) == [4])
  }

  @Test(arguments: Engine.allCases) func filtersByAttributes(engine: Engine) throws {
    let index = try engine.index(Self.corpus)
    func found(_ change: (inout DocumentFilter) -> Void) throws -> [Int64] {
      var query = TextQuery(fields: [.vendors], terms: [])
      change(&query.filter)
      let listed = try index.numbers(query)
      query.terms = ["renov", "ecol", "toitur"]
      #expect(try index.numbers(query).sorted() == listed)
      #expect(try index.count(query) == listed.count)
      return listed
    }
    #expect(try found { _ in } == [1, 2, 3, 4])
    #expect(try found { $0.kinds = [.award, .vendor] } == [1, 2, 4])
    #expect(try found { $0.cpvPrefix = "45" } == [1, 2])
    #expect(try found { $0.cpvPrefix = "4526" } == [1])
    #expect(try found { $0.place = "29" } == [1, 3])
    #expect(try found { $0.from = PartialDate(iso: "2019") } == [2, 3])
    #expect(try found { $0.to = PartialDate(iso: "2019-03") } == [1, 2])
    #expect(try found { $0.to = PartialDate(iso: "2019") } == [1, 2, 3])
    #expect(try found { $0.minimumAmount = DecimalNumber("1000.50") } == [1, 2])
    #expect(try found { $0.maximumAmount = DecimalNumber("1000.5") } == [1])
    #expect(try found { $0.language = "pt" } == [4])
    #expect(try found { $0.isDemonstration = false } == [1, 2, 3])
    #expect(try found { $0.isDemonstration = true } == [4])
    #expect(try found { $0.documents = [4, 9, 2, 4] } == [2, 4])
    #expect(try found { $0.documents = [] } == [])
    #expect(
      try found {
        $0.from = PartialDate(iso: "2020")
        $0.to = PartialDate(iso: "2018")
      } == [])
  }

  @Test(arguments: Engine.allCases, ["4x", "4", "452612101", ""])
  func refusesAPrefixThatIsNone(engine: Engine, prefix: String) throws {
    let index = try engine.index(Self.corpus)
    var query = words("renov")
    query.filter.cpvPrefix = prefix
    let error = #expect(throws: PasserelleError.self) { try index.count(query) }
    #expect(error?.code == .queryInvalid)
  }

  @Test(arguments: Engine.allCases) func countsFacets(engine: Engine) throws {
    let index = try engine.index(Self.corpus)
    let query = words("renov ecol")
    #expect(
      try index.facets(query, .cpvDivision, limit: 9)
        == [FacetCount(value: "45", count: 2), FacetCount(value: "30", count: 1)])
    #expect(
      try index.facets(query, .year, limit: 9)
        == [FacetCount(value: "2019", count: 2), FacetCount(value: "2018", count: 1)])
    #expect(try index.facets(query, .place, limit: 1) == [FacetCount(value: "29", count: 2)])
    let everything = TextQuery(fields: [.vendors], terms: [])
    #expect(try index.facets(everything, .kind, limit: 9).map(\.value) == ["award", "claim", "vendor"])
    let together = try index.facets(query, [.kind, .place], limit: 9)
    let apart = try [Facet.kind, .place].map { try index.facets(query, $0, limit: 9) }
    #expect(together == apart)
  }

  @Test(arguments: Engine.allCases) func aQueryCanHaveThousandsOfTerms(engine: Engine) throws {
    let index = try engine.index(Self.corpus)
    var query = words("renov")
    query.terms += (0..<3000).map { "absent\($0)" }
    query.excluded = (0..<2000).map { "none\($0)" }
    #expect(try index.count(query) == 3)
    query.requiresAll = true
    #expect(try index.count(query) == 0)
  }

  @Test(arguments: Engine.allCases) func summariesKeepTheOrderAsked(engine: Engine) throws {
    let found = try engine.index(Self.corpus).summaries(of: [2, 7, 1])
    #expect(found.map { $0?.id } == [2, nil, 1])
    #expect(found[2]?.title == "Toiture")
    #expect(found[2]?.subject == "s:1")
    #expect(found[2]?.date == PartialDate(iso: "2018"))
    #expect(found[2]?.cpv?.digits == "45260000")
    #expect(found[2]?.amount?.inEuros == DecimalNumber("1000.5"))
    #expect(found[2]?.isDemonstration == false)
    #expect(found[0]?.place == "75")
    #expect(found[0]?.kind == .award)
  }

  @Test(
    arguments: Engine.allCases,
    ["l'eau", "\"", "a b", " x ", "c2:45", "AND", "NEAR", "é", "水", "a_b", "a=5f", "", "*", "🚰", "\0", "-"])
  func anyTextCanBeATerm(engine: Engine, term: String) throws {
    let document = TextDocument(
      id: 5, kind: .thing, subject: "s", title: "", language: "und", texts: [.codes: [term, "other"]])
    let index = try engine.index([document])
    #expect(try index.numbers(TextQuery(fields: [.codes], terms: [term])) == (term.isEmpty ? [] : [5]))
    #expect(
      try index.documentFrequencies(of: [term, "nowhere"], fields: [.codes]) == [term.isEmpty ? 0 : 1, 0])
    #expect(try index.numbers(TextQuery(fields: [.codes], terms: ["nothing"], phrases: [[term]])).isEmpty)
  }

  @Test(arguments: Engine.allCases) func eachFieldIsAnalysedItsWay(engine: Engine) throws {
    let index = try engine.index([
      TextDocument(
        id: 1, kind: .award, subject: "s", title: "", language: "fr",
        texts: [
          .title: ["Réfections d’écoles"], .vendors: ["Écoles d’Armor"], .codes: ["45 26"],
          .grams: ["Écoles"],
        ],
        concepts: [WeightedConcept(term: "cpv2:45", weight: 3)])
    ])
    let cases: [(TextField, String, Int)] = [
      (.title, "ecol", 1), (.title, "ecoles", 0), (.vendors, "ecoles", 1), (.vendors, "ecol", 0),
      (.vendors, "armor", 1), (.body, "ecol", 0), (.codes, "45 26", 1), (.codes, "45", 0),
      (.grams, "ecol", 1), (.grams, "oles", 1), (.grams, "ecoles", 0), (.concepts, "cpv2:45", 1),
    ]
    for (field, term, count) in cases {
      #expect(
        try index.count(TextQuery(fields: [field], terms: [term])) == count, "\(field.rawValue) \(term)")
    }
    #expect(try index.documentCount(fields: [.title]) == 1)
    #expect(try index.documentCount(fields: [.body]) == 0)
  }

  @Test(arguments: Engine.allCases) func tiesStandByNumber(engine: Engine) throws {
    let index = try engine.index([
      document(3, "a b"), document(1, "a b"), document(2, "a c"), document(9, "x y"),
    ])
    #expect(try index.numbers(words("a")) == [1, 2, 3])
    #expect(try index.top(words("a"), limit: 10).allSatisfy { $0.score >= 0 })
    #expect(try index.top(words("a"), limit: 2).map(\.document) == [1, 2])
    #expect(try index.top(words("a"), limit: 0).isEmpty)
  }

  @Test(arguments: Engine.allCases) func aTermCountsAsOftenAsItStands(engine: Engine) throws {
    let index = try engine.index([
      document(1, "a z"), document(2, "b z"), document(3, "q z"), document(4, "r z"), document(5, "s z"),
    ])
    #expect(try index.numbers(words("a b b")) == [2, 1])
    #expect(try index.numbers(words("a a b")) == [1, 2])
  }
}
