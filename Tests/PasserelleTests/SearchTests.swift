import Passerelle
import PasserelleCore
import PasserelleIndex
import Testing

@Suite struct SearchTests {
  let workspace: Workspace
  private let fixture: WorkspaceFixture

  init() throws {
    fixture = try WorkspaceFixture()
    workspace = try fixture.open()
    func row(_ id: String, _ title: String, _ cpv: String, _ date: String, _ place: String, _ amount: Int)
      -> AwardRow
    {
      AwardRow(id, title).with {
        $0.cpv = cpv
        $0.date = date
        $0.place = place
        $0.amount = amount
      }
    }
    _ = try workspace.ingest([
      try fixture.write(
        "a.json",
        [
          row("S1", "Réseaux d'éclairage public du centre", "45316110", "2018-03-01", "69123", 50_000),
          row("S2", "Réseau de chaleur urbain", "45232140", "2019-06-12", "69123", 150_000),
          row("S3", "Maîtrise d'œuvre pour un jumeau numérique", "71300000", "2020-01-31", "38185", 20_000),
          row("S4", "Nettoyage public après éclairage festif", "90610000", "2018-11-30", "38185", 7_500),
        ])
    ])
  }

  private func awards(_ words: String, _ adjust: (inout SearchRequest) -> Void = { _ in }) throws -> Set<Int>
  {
    let wanted = ["Réseaux d'", "Réseau de", "Maîtrise", "Nettoyage"]
    let titles = try workspace.titles(words) {
      $0.filter.kinds = [.award]
      adjust(&$0)
    }
    return Set(titles.map { title in (wanted.firstIndex { title.hasPrefix($0) } ?? -9) + 1 })
  }

  @Test(
    arguments: [
      ("réseau", [1, 2]), ("réseaux", [1, 2]), ("RESEAU", [1, 2]), ("eclairages publics", [1, 4]),
      ("oeuvre", [3]), ("œuvre", [3]), ("maitrise d'oeuvre", [3]), ("d'éclairage", [1, 4]),
      ("\"éclairage public\"", [1]), ("« éclairage public »", [1]), ("éclairage -festif", [1]),
      ("éclairage -\u{e9}clairage", []), ("réseau -chaleur -public", []), ("zinc", []),
    ])
  func wordsFindWhatTheyShould(_ words: String, _ expected: [Int]) throws {
    #expect(try awards(words) == Set(expected))
  }

  @Test(
    arguments: [
      ("titre:éclairage", [1, 4]), ("chaleur OU jumeau", [2, 3]), ("-éclairage", [2, 3]),
      ("(réseau OU nettoyage) -public", [2]), ("éclair*", [1, 4]), ("éclairages*", []),
      ("eclairrage~ nettoyage", [4]), ("\"éclairage centre\"~3", [1]), ("cpv:45* lieu:69", [1, 2]),
      ("date:2018", [1, 4]), ("date:2018-11..2019", [2, 4]), ("montant:>20000", [1, 2]),
      ("montant:7,5k..20k", [3, 4]), ("code:45316110", [1]), ("45316110-5", [1]),
      ("contient:\"d'œuvre pour\"", [3]), ("contient:\"D'ŒUVRE\"", []), ("langue:fr réseau", [1, 2]),
    ])
  func queriesAskWhatTheySay(_ words: String, _ expected: [Int]) throws {
    #expect(try awards(words) == Set(expected))
  }

  @Test func aThingFindsTheRecordsThatNameIt() throws {
    let winner = try #require(try workspace.titles("EDF") { $0.filter.kinds = [.vendor] }.first)
    #expect(winner == "EDF")
    let answer = try workspace.search(SearchRequest(words: "id:siren:552081317"))
    #expect(Set(answer.results.map(\.summary.kind)).isSubset(of: [.award, .vendor]))
    #expect(answer.total >= 1)
  }

  @Test func scoresAreExplainedAndWordsMarked() throws {
    var request = SearchRequest(words: "éclairage public")
    request.filter.kinds = [.award]
    request.explains = true
    let answer = try workspace.search(request)
    let best = try #require(answer.results.first)
    let explanation = try #require(best.explanation)
    // Two words, and what the lexicon knows of both together.
    #expect(explanation.parts.count == 3)
    #expect(explanation.parts[0].forms.map(\.field) == ["title"])
    let utf8 = Array(best.summary.title.utf8)
    let marked = best.titleHighlights.map { String(decoding: utf8[$0], as: UTF8.self) }
    #expect(marked == ["éclairage public"])
  }

  @Test func filtersKeepWhatFits() throws {
    #expect(try awards("éclairage") { $0.filter.cpvPrefix = "45" } == [1])
    #expect(try awards("éclairage") { $0.filter.place = "38" } == [4])
    #expect(try awards("réseau") { $0.filter.from = PartialDate(iso: "2019") } == [2])
    #expect(try awards("éclairage") { $0.filter.to = PartialDate(iso: "2018-11") } == [1, 4])
    #expect(try awards("éclairage") { $0.filter.to = PartialDate(iso: "2018-11-29") } == [1])
    #expect(try awards("réseau") { $0.filter.minimumAmount = DecimalNumber(50_001) } == [2])
    #expect(try awards("réseau") { $0.filter.maximumAmount = DecimalNumber(50_000) } == [1])
    #expect(try awards("réseau") { $0.filter.isDemonstration = true } == [])
    #expect(try workspace.titles("EDF") { $0.filter.kinds = [.vendor] } == ["EDF"])
  }

  @Test func facetsCountAllMatches() throws {
    var request = SearchRequest(words: "éclairage")
    request.filter.kinds = [.award]
    request.limit = 1
    let answer = try workspace.search(request)
    #expect(answer.results.count == 1)
    #expect(answer.total == 2)
    let facets = Dictionary(uniqueKeysWithValues: answer.facets.map { ($0.facet, $0.counts) })
    #expect(facets[.kind] == [FacetCount(value: "award", count: 2)])
    #expect(facets[.year] == [FacetCount(value: "2018", count: 2)])
    #expect(facets[.place] == [FacetCount(value: "38", count: 1), FacetCount(value: "69", count: 1)])
    #expect(facets[.cpvDivision] == [FacetCount(value: "45", count: 1), FacetCount(value: "90", count: 1)])
  }

  @Test func withoutADocumentOfEveryWordAnyWordIsEnough() throws {
    var request = SearchRequest(words: "chaleur numérique")
    request.filter.kinds = [.award]
    let relaxed = try workspace.search(request)
    #expect(relaxed.isRelaxed)
    #expect(relaxed.total == 2)
    request.words = "chaleur urbain"
    let exact = try workspace.search(request)
    #expect(!exact.isRelaxed)
    #expect(exact.total == 1)
    request.words = "zinc plomb"
    let none = try workspace.search(request)
    #expect(!none.isRelaxed)
    #expect(none.total == 0)
  }

  @Test(arguments: [
    "", "   ", "\"\"", "…!?", "éclairage (public", "acheteurr:lyon", "montant:abc", "\"éclairage",
  ])
  func aQueryWithNothingToFindIsRefused(_ words: String) {
    #expect(code { _ = try workspace.search(SearchRequest(words: words)) } == .queryInvalid)
  }

  @Test(arguments: [
    "\"", "a\" b", "a AND", "NEAR(", "*", "éclairage*", "col:umn", "\u{0}", "'; DROP TABLE x",
  ])
  func signsOfQueryLanguagesAreWords(_ words: String) {
    let thrown = code { _ = try workspace.search(SearchRequest(words: words)) }
    #expect(thrown == nil || thrown == .queryInvalid)
  }
}
