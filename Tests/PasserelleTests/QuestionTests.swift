import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

/// Gives the tests of a suite one workspace that holds the shipped corpus, made once and removed after.
struct CorpusTrait: SuiteTrait, TestScoping {
  /// The workspace's fixture within the scope.
  @TaskLocal static var fixture: WorkspaceFixture?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let fixture = try WorkspaceFixture()
    _ = try fixture.open().ingest([
      Repository.root + "/Corpus/Facts", Repository.root + "/Corpus/Demonstration",
    ])
    try await Self.$fixture.withValue(fixture) { try await function() }
  }
}

extension Trait where Self == CorpusTrait {
  static var corpus: Self { Self() }
}

/// The saved questions on the shipped corpus.
@Suite(.corpus, .serialized) struct QuestionTests {
  static let catalogue: QuestionCatalogue? = try? QuestionCatalogue(
    ontologyPath: Repository.root + "/Ontology", executableDirectory: Repository.root + "/nowhere")
  static let names: [String] = catalogue?.names ?? []

  let catalogue: QuestionCatalogue
  let workspace: Workspace

  init() throws {
    catalogue = try #require(Self.catalogue)
    workspace = try #require(CorpusTrait.fixture).open()
  }

  @Test func thereAreEnoughQuestionsForEachGroup() {
    #expect(Self.names.count >= 40)
    let rows = catalogue.table(.english).rows
    for group in [
      "Purchases and vendors", "Cooperation and programmes", "Sources and data quality",
      "Research and analysis",
    ] {
      #expect(rows.count { $0[0] == .text(group) } >= 5)
    }
  }

  @Test(arguments: names) func answersItsExample(name: String) throws {
    let answer = try workspace.ask(name, try example(name), of: catalogue, language: .french)
    #expect(!answer.isEmpty)
    // The columns are those of the query, and each holds something in some row.
    let found = try workspace.answer(to: GraphQuery(answer.sparql)).table
    #expect(found.columns.map(\.key) == answer.page.columns.map(\.key))
    let optional: Set = ["until", "original"]
    for (index, column) in answer.page.columns.enumerated() where !optional.contains(column.key) {
      #expect(answer.page.rows.contains { $0[index] != .empty }, "\(column.key)")
    }
  }

  @Test func listsTheProgrammesOfTheMap() throws {
    let answer = try workspace.ask("city-programmes-2017", of: catalogue, language: .french)
    let rows = answer.page.rows.map { row in row.prefix(2).map(Self.text) }
    #expect(rows.count == 22)
    #expect(Set(rows).count == 22)
    #expect(rows.count { $0[1] == "Lyon" } == 3)
    #expect(rows.count { $0[0] == "Démonstrateurs de la Caisse des dépôts" } == 7)
  }

  @Test func findsACityByItsName() throws {
    let byName = try workspace.ask("city-contracts", ["city=dijon"], of: catalogue, language: .french)
    let byCode = try workspace.ask("city-contracts", ["city=insee:21231"], of: catalogue, language: .french)
    #expect(byName.page.rows.count == 8)
    #expect(byName.page == byCode.page)
    let english = try workspace.ask("city-cooperations", ["city=GRENOBLE"], of: catalogue, language: .english)
    #expect(english.table.rows.map { Self.text($0[0]) }.allSatisfy { $0 == "Ouagadougou" })
  }

  @Test func writesAQueryThatStandsAlone() throws {
    let text = try workspace.sparql(
      of: "cpv-contracts", ["cpv=90000000", "minimum=1 000,50", "limit=3"], in: catalogue, language: .french)
    #expect(text.contains("PREFIX epo: <http://data.europa.eu/a4g/ontology#>"))
    #expect(text.contains("\"90\""))
    #expect(text.contains("\"1000.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>"))
    #expect(text.hasSuffix("LIMIT 3\n"))
    #expect(!text.contains("$"))
  }

  @Test(arguments: [
    "\") } SELECT * { ?s ?p ?o } #", "\\\") . ?s ?p ?o . #", "\\u0022) . ?s ?p ?o #", "a\nb\"\"\" } #",
    "$limit", "'''",
  ])
  func takesAnyWordsAsWords(words: String) throws {
    let answer = try workspace.ask(
      "specifications-about", ["words=" + words], of: catalogue, language: .french)
    #expect(answer.isEmpty)
  }

  @Test func refusesWhatItCannotRead() throws {
    let cases: [(name: String, arguments: [String], says: String)] = [
      ("city-contract", [], "city-contracts"), ("nothing-like-this-at-all", [], "passerelle ask"),
      ("city-contracts", [], "city=VALUE"), ("city-contracts", ["cyti=Dijon"], "'city'"),
      ("city-contracts", ["city"], "parameter=value"),
      ("city-contracts", ["city=Dijon", "city=Lyon"], "twice"),
      ("city-contracts", ["city=Xyzzy"], "Xyzzy"), ("budgets", ["a=b"], "no parameter"),
      ("open-calls", ["date=2022"], "YYYY-MM-DD"), ("cpv-contracts", ["cpv=4"], "2 to 8 digits"),
      ("cpv-contracts", ["cpv=45", "minimum=-1"], "an amount"),
      ("large-contracts", ["limit=0"], "whole number"),
      ("large-contracts", ["from=20"], "a year"), ("country-links", ["country=Atlantide"], "a country"),
      ("buyer-contracts", ["buyer=Communauté urbaine de Bruyéline"], "siret:99930291200012"),
      ("sources-of-a-thing", ["thing=https://example.org/a> } #"], "https://example.org"),
    ]
    for one in cases {
      let error = #expect(throws: PasserelleError.self, "\(one.name) \(one.arguments)") {
        try workspace.ask(one.name, one.arguments, of: catalogue, language: .english)
      }
      #expect(error?.message.english.contains(one.says) == true, "\(error?.message.english ?? "")")
    }
  }

  @Test func describesEachQuestionInBothLanguages() throws {
    for name in Self.names {
      let description = try catalogue.description(of: name)
      for language in MessageLanguage.allCases {
        let page = description.text(language, width: 100)
        #expect(page.last?.hasPrefix("  passerelle ask \(name)") == true)
        #expect(
          page.first == catalogue.table(language).rows.first { $0[1] == .text(name) }.map { Self.text($0[2]) }
        )
      }
    }
  }

  /// The example of a question as arguments.
  private func example(_ name: String) throws -> [String] {
    guard case .object(let document) = try catalogue.description(of: name).structured,
      case .array(let questions)? = document.first(where: { $0.key == "questions" })?.value,
      case .object(let members)? = questions.first,
      case .object(let pairs)? = members.first(where: { $0.key == "example" })?.value
    else { return [] }
    return pairs.compactMap { pair in
      if case .string(let value) = pair.value { pair.key + "=" + value } else { nil }
    }
  }

  private static func text(_ cell: Table.Cell) -> String {
    if case .text(let text) = cell { text } else { "" }
  }
}
