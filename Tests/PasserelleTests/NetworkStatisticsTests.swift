import Foundation
import Passerelle
import PasserelleCore
import PasserelleNetwork
import PasserelleRendering
import PasserelleTestSupport
import Testing

/// Gives the tests of a suite one workspace that holds the shipped facts, made once and removed after.
struct FactsTrait: SuiteTrait, TestScoping {
  /// The workspace's fixture within the scope.
  @TaskLocal static var fixture: WorkspaceFixture?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let fixture = try WorkspaceFixture()
    let folder = Repository.root + "/Corpus/Facts/"
    _ = try fixture.open().ingest(["documents", "things", "claims"].map { folder + $0 + ".jsonl" })
    try await Self.$fixture.withValue(fixture) { try await function() }
  }
}

extension Trait where Self == FactsTrait {
  static var facts: Self { Self() }
}

/// The report's tables and the page of a country, over the shipped facts.
@Suite(.facts, .serialized) struct NetworkStatisticsTests {
  let workspace: Workspace

  init() throws { workspace = try #require(FactsTrait.fixture).open() }

  private func table(_ name: String) throws -> StatsAnswer {
    var request = StatsRequest()
    request.table = name
    return try workspace.networkStatistics(request, language: .english)
  }

  private func published(_ answer: StatsAnswer) -> [String: String] {
    var values: [String: String] = [:]
    for row in answer.rows {
      let told = row.count.published.map { $0.value.description }
      if !told.isEmpty { values[row.heading.key] = told.joined(separator: " ") }
    }
    return values
  }

  @Test func theSubThemesAreThoseOfTheReportAndTheirSumIsShown() throws {
    let answer = try table("sub-themes")
    let values = published(answer)
    #expect(values.count == 20)
    #expect(answer.rows.first?.heading.key == "culture")
    #expect((values["culture"], values["ict"], values["circular-economy"]) == ("7647", "132", "5"))
    let addition = try #require(answer.addition)
    #expect((addition.rows, addition.sum, addition.difference) == (20, 12951, 486))
    let lines = answer.paragraphs.joined(separator: "\n")
    #expect(lines.contains("12,951"))
    #expect(lines.contains("486"))
    #expect(answer.rows.first { $0.heading.key == "sport" }?.count.held == 0)
    #expect(answer.page.rows.contains { $0.contains(.text("none known")) })
  }

  @Test func theThemesAddUp() throws {
    let answer = try table("themes")
    #expect(
      published(answer) == ["environment-climate-energy": "895", "sustainable-economy": "1606"])
    #expect(answer.addition?.sum == 2501)
    #expect(answer.addition?.difference == 0)
  }

  @Test func continentsHaveTheSharesOfTheWholeAtlasOnly() throws {
    let answer = try table("continents")
    #expect(published(answer) == ["europe": "62", "africa-indian-ocean": "22"])
    #expect(published(try table("digital")) == ["europe": "40", "africa-indian-ocean": "50"])
    #expect(published(try table("sub-continents")) == ["west-africa": "843", "european-union": "410"])
  }

  @Test func theNumberOfSenegalIsOfSustainableDevelopmentOnly() throws {
    let answer = try table("countries")
    let values = published(answer)
    #expect(values == ["SN": "222", "ML": "202", "BF": "194", "MA": "133", "MG": "122"])
    let row = try #require(answer.rows.first { $0.heading.key == "SN" })
    let figure = try #require(row.count.published.first)
    #expect(figure.denominator?.english == "2,501 sustainable-development projects")
    #expect(figure.source == "Mission report on the shared smart city, L6548-6549")
    // Counted the same way: only what has one of the two themes.
    #expect(row.count.held == 2)
    #expect(row.count.coverage(figure) == 2.0 / 222)
    let all = try table("frequent-countries")
    #expect(all.rows.flatMap(\.count.published).allSatisfy { $0.kind == .rank })
    #expect(all.narrower == 5)
    #expect(all.rows.first { $0.heading.key == "SN" }?.count.held ?? 0 > 2)
  }

  @Test func valuesThatDisagreeStandSideBySide() throws {
    let answer = try table("key-figures")
    #expect(answer.rows.first?.count.published.map(\.value.description) == ["10536", "13437", "6000"])
    #expect(
      answer.conflicts.map { $0.map(\.value.description) } == [["13437", "10536", "6000"], ["133", "115"]])
    #expect(answer.addition?.difference == 0, "3,737 and 6,799 make 10,536.")
    #expect(
      answer.rows.first?.count.published.last.flatMap { answer.rows.first?.count.coverage($0) } == nil,
      "More than 6,000 is no exact number.")
  }

  @Test func theMapOf2017HasThirtyEightLinks() throws {
    let answer = try table("programmes")
    #expect(answer.addition?.sum == 38)
    #expect(answer.rows.map { $0.count.held } == [10, 7, 4, 1])
    #expect(answer.conflicts.map { $0.map(\.value.description) } == [["16", "14"]])
    #expect(try table("platform").addition?.sum == 1044)
    #expect(try table("charter").rows.map(\.heading.key) == ["1994", "1995", "2007", "2010"])
  }

  @Test func rowsAndColumnsOfOnesOwn() throws {
    var request = StatsRequest()
    (request.rows, request.columns) = ("theme", "continent")
    let answer = try workspace.networkStatistics(request, language: .french)
    let row = try #require(answer.rows.first { $0.heading.key == "sustainable-economy" })
    #expect(row.heading.label == "Économie durable")
    #expect(row.count.held == row.cells.compactMap(\.held).reduce(0, +))
    request.columns = nil
    request.country = "Senegal"
    request.rows = "kind"
    let senegal = try workspace.networkStatistics(request, language: .french)
    #expect(senegal.held == 4)
    #expect(senegal.rows.flatMap(\.count.published).isEmpty)
    #expect(senegal.limits.map(\.label) == ["Sénégal"])
  }

  @Test(arguments: [("table", "sub-theme"), ("rows", "contry"), ("theme", "helth"), ("country", "Senegall")])
  func unknownNamesGetTheNearest(field: String, text: String) throws {
    var request = StatsRequest()
    switch field {
    case "rows": request.rows = text
    case "theme": request.theme = text
    case "country": request.country = text
    default: request.table = text
    }
    let near = ["sub-theme": "sub-themes", "contry": "country", "helth": "health", "Senegall": "SN"]
    let error = #expect(throws: PasserelleError.self) {
      try workspace.networkStatistics(request, language: .english)
    }
    let message = error?.message.english ?? ""
    #expect(message.contains(near[text] ?? "?"), "\(message)")
  }

  // MARK: A country

  @Test func senegalTellsWhoWorksThere() throws {
    let answer = try workspace.networkCountry(CountryRequest("Senegal"), language: .french)
    #expect((answer.code, answer.label, answer.regions.last) == ("SN", "Sénégal", "Afrique et océan Indien"))
    #expect(answer.published.map(\.value.description) == ["6", "222"])
    #expect(
      answer.rows(.cooperations).map { $0.home.map(\.label) + $0.abroad.map(\.label) } == [
        ["Communauté d’agglomération de Castres-Mazamet", "Guédiawaye"],
        ["Fontenay-sous-Bois", "Koungheul"],
      ])
    #expect(answer.rows(.cooperations).last?.since == PartialDate(year: 1998))
    let project = try #require(
      answer.rows(.projects).first { $0.thing?.label.contains("Guédiawaye") ?? false })
    #expect(project.themes.count == 2)
    #expect(project.mode == "Solidarité")
    #expect(project.sources.map { answer.sources[$0].lines }.contains("L6398"))
    #expect(answer.rows(.labels).contains { $0.detail == "Baobase d’or" })
    #expect(answer.rows(.research).map { $0.thing?.label } == ["Université Cheikh Anta Diop de Dakar"])
    #expect(answer.announcements.allSatisfy { $0.modality == "planned" })
    #expect(!answer.announcements.isEmpty)
  }

  @Test func emptySectionsStay() throws {
    let answer = try workspace.networkCountry(CountryRequest("AD"), language: .french)
    #expect(answer.isEmpty)
    let page = answer.page()
    #expect(page.count == 13)
    #expect(page.allSatisfy { $0.note == "Aucun connu dans les sources ingérées." && $0.table == nil })
    #expect(throws: PasserelleError.self) {
      try workspace.networkCountry(CountryRequest("FR"), language: .french)
    }
  }

  @Test func theNoteHoldsEachSectionAndSource() throws {
    let report = try workspace.countryNote(CountryRequest("SN"), language: .french)
    let page = String(decoding: HTMLRenderer.data(report), as: UTF8.self)
    for text in [
      "Sénégal : note sur la coopération", "Fontenay-sous-Bois", "222 projets", "L6548-6549",
      "Aucun connu dans les sources ingérées.",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }
}
