import PasserelleCore
import PasserelleGraph
import Testing

@Suite struct FTS5QueryTests {
  private func corpus() throws -> FTS5TextIndex {
    try index([
      document(
        1, "renov toitur ecol", title: "Toiture", date: "2018", cpv: "45260000", place: "29",
        amount: "1000.50"),
      document(
        2, "renov ecol primair", date: "2019-03-15", cpv: "45214200", place: "75", amount: "250000"),
      document(3, "fournitur papi ecol", kind: .claim, date: "2019-11", cpv: "30197000", place: "29"),
      document(4, "toitur renov", kind: .vendor, language: "pt", demonstration: true),
    ])
  }

  @Test func requiresAllTerms() throws {
    let index = try corpus()
    var query = words("renov ecol")
    #expect(Set(try index.numbers(query)) == [1, 2, 3, 4])
    query.requiresAll = true
    #expect(Set(try index.numbers(query)) == [1, 2])
    #expect(try index.count(query) == 2)
  }

  @Test func findsPhrasesInTheirOrder() throws {
    let index = try corpus()
    let phrase = TextQuery(field: .words, terms: [], phrases: [["renov", "toitur"]])
    #expect(try index.numbers(phrase) == [1])
    var mixed = words("ecol")
    mixed.phrases = [["renov", "ecol"]]
    #expect(try index.numbers(mixed) == [2])
  }

  @Test func leavesOutExcludedTerms() throws {
    let index = try corpus()
    var query = words("renov")
    query.excluded = ["toitur"]
    #expect(try index.numbers(query) == [2])
    var everything = TextQuery(field: .words, terms: [])
    everything.excluded = ["ecol", "absent"]
    #expect(try index.numbers(everything) == [4])
  }

  @Test func filtersByAttributes() throws {
    let index = try corpus()
    func found(_ change: (inout DocumentFilter) -> Void) throws -> [Int64] {
      var query = TextQuery(field: .words, terms: [])
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
  }

  @Test func refusesAPrefixThatIsNone() throws {
    let index = try corpus()
    var query = words("renov")
    query.filter.cpvPrefix = "4x"
    let error = #expect(throws: PasserelleError.self) { try index.count(query) }
    #expect(error?.code == .queryInvalid)
  }

  @Test func countsFacets() throws {
    let index = try corpus()
    let query = words("renov ecol")
    #expect(
      try index.facets(query, .cpvDivision, limit: 9)
        == [FacetCount(value: "45", count: 2), FacetCount(value: "30", count: 1)])
    #expect(
      try index.facets(query, .year, limit: 9)
        == [FacetCount(value: "2019", count: 2), FacetCount(value: "2018", count: 1)])
    #expect(try index.facets(query, .place, limit: 1) == [FacetCount(value: "29", count: 2)])
    let everything = TextQuery(field: .words, terms: [])
    #expect(
      try index.facets(everything, .kind, limit: 9).map(\.value) == ["award", "claim", "vendor"])
  }

  @Test func aQueryCanHaveThousandsOfTerms() throws {
    let index = try corpus()
    var query = words("renov")
    query.terms += (0..<3000).map { "absent\($0)" }
    query.excluded = (0..<2000).map { "none\($0)" }
    #expect(try index.count(query) == 3)
    query.requiresAll = true
    #expect(try index.count(query) == 0)
  }

  @Test func summariesKeepTheOrderAsked() throws {
    let found = try corpus().summaries(of: [2, 7, 1])
    #expect(found.map { $0?.id } == [2, nil, 1])
    #expect(found[2]?.title == "Toiture")
    #expect(found[2]?.date == PartialDate(iso: "2018"))
    #expect(found[2]?.cpv?.digits == "45260000")
    #expect(found[2]?.amount == DecimalNumber("1000.5"))
    #expect(found[0]?.place == "75")
    #expect(found[0]?.kind == .award)
  }

  @Test(arguments: [
    "l'eau", "\"", "a b", " x ", "c2:45", "AND", "NEAR", "é", "水", "a_b", "a=5f", "", "*", "🚰", "\0", "-",
  ])
  func anyTextCanBeATerm(term: String) throws {
    let document = TextDocument(
      id: 5, kind: .thing, subject: "s", title: "", language: "und", terms: [.grams: [term, "other"]])
    let index = try index([document])
    let query = TextQuery(field: .grams, terms: [term])
    #expect(try index.numbers(query) == (term.isEmpty ? [] : [5]))
    #expect(
      try index.documentFrequencies(of: [term, "nowhere"], field: .grams) == [term.isEmpty ? 0 : 1, 0])
    #expect(try index.numbers(TextQuery(field: .grams, terms: ["nothing"], phrases: [[term]])).isEmpty)
  }
}
