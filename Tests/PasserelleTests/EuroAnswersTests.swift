import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleRendering
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// Answers over contracts in several currencies: what is shown, filtered, compared and summed.
@Suite struct EuroAnswersTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  /// Awards of one buyer: five in euros, two in pounds, one in yen, of which no table knows the rate.
  private static let amounts: [(id: String, amount: Int, currency: String, vendor: String)] = [
    ("E1", 100_000, "EUR", "55208131766522"), ("E2", 200_000, "EUR", "54205118000066"),
    ("E3", 300_000, "EUR", "54205118000066"), ("E4", 400_000, "EUR", "38012986648625"),
    ("E5", 500_000, "EUR", "38012986648625"), ("G1", 250_000, "GBP", "55208131766522"),
    ("G2", 350_000, "GBP", "55208131766522"), ("J1", 90_000_000, "JPY", "55208131766522"),
  ]

  private static func release(_ one: (id: String, amount: Int, currency: String, vendor: String)) -> String {
    """
    {"ocid": "ocds-123abc-\(one.id)", "id": "\(one.id)", "date": "2019-05-13T00:00:00Z", "tag": ["award"],
     "language": "fr", "buyer": {"id": "A", "name": "Ville d’Exemple"},
     "parties": [
      {"id": "A", "name": "Ville d’Exemple", "roles": ["buyer"], "identifier": {"scheme": "FR-SIRET", "id": "21690123100011"}},
      {"id": "B", "name": "Fournisseur \(one.vendor.prefix(3))", "roles": ["supplier"], "identifier": {"scheme": "FR-SIRET", "id": "\(one.vendor)"}}],
     "tender": {"id": "1", "title": "Luminaires pour voies communales", "procurementMethod": "open"},
     "awards": [{"id": "1", "title": "Luminaires pour voies communales, tranche \(one.id)", "date": "2019-05-13",
      "value": {"amount": \(one.amount), "currency": "\(one.currency)"},
      "suppliers": [{"id": "B", "name": "Fournisseur \(one.vendor.prefix(3))"}],
      "items": [{"id": "1", "classification": {"scheme": "CPV", "id": "31527200"}}]}]}
    """
  }

  private func filled() throws -> Workspace {
    let releases = Self.amounts.map(Self.release).joined(separator: ",\n")
    let awards = try fixture.write("awards.json", "{\"releases\": [\n\(releases)\n]}".utf8)
    // The rate of a day: 0.5 pounds a euro, so that a pound is two euros.
    let rates = try fixture.write("rates.csv", "Date,USD,GBP,\n2019-05-13,1.1,0.5,\n".utf8)
    let workspace = try fixture.open()
    #expect(try workspace.ingest([awards]).report.isBalanced)
    _ = try workspace.importReferences([rates])
    return workspace
  }

  private func found(_ workspace: Workspace, _ words: String) throws -> (SearchAnswer, [String]) {
    let answer = try workspace.search(SearchRequest(words: words))
    return (
      answer,
      answer.results.compactMap { $0.summary.title.split(separator: " ").last.map(String.init) }.sorted()
    )
  }

  @Test func searchFiltersByTheValueInEurosAndCountsTheRest() throws {
    let workspace = try filled()
    let (answer, titles) = try found(workspace, "luminaires nature:marché montant:>=400000")
    #expect(titles == ["E4", "E5", "G1", "G2"])
    #expect(answer.withoutRate == 1)
    #expect(
      answer.remarks(in: .english) == ["1 amount in another currency without a rate, left out"])
    #expect(try found(workspace, "luminaires nature:marché").0.withoutRate == nil)
    #expect(try found(workspace, "luminaires nature:marché -montant:>=400000").1 == ["E1", "E2", "E3", "J1"])

    let (one, _) = try found(workspace, "tranche G2")
    let summary = try #require(one.results.first { $0.summary.title.hasSuffix("G2") }?.summary)
    #expect(summary.amount?.currency == "GBP" && summary.amount?.inEuros == DecimalNumber(700_000))
    let json = JSONRenderer.text(one.structured)
    #expect(
      json.contains(
        #""amount":350000,"currency":"GBP","amountInEuros":700000,"euroRate":0.5,"euroRateDate":"2019-05-13""#
      ))
    #expect(
      one.table(in: .french).rows.contains { row in
        row.contains { $0 == .money(summary.amount ?? Money(.zero)) }
      })
  }

  /// A table that comes, changes or goes changes what is found, without anything being read again.
  @Test func filtersFollowTheTable() throws {
    let workspace = try filled()
    func above() throws -> [String] { try found(workspace, "luminaires nature:marché montant:>=600000").1 }
    #expect(try above() == ["G2"])
    let dear = try fixture.write("dear.csv", "Date,GBP,\n2019-05-13,0.25,\n".utf8)
    _ = try workspace.importReferences([dear])
    #expect(try above() == ["G1", "G2"])
    try workspace.removeReferences(["euro-rates"])
    #expect(try above() == [])
    #expect(try found(workspace, "luminaires nature:marché montant:>=600000").0.withoutRate == 3)
    #expect(try workspace.index() == 0)
    #expect(try workspace.examine().allSatisfy(\.isSound))
  }

  @Test func pricesAreComparedInEuros() throws {
    let workspace = try filled()
    var request = MatchRequest()
    request.limit = 50
    let need = "# Luminaires pour voies communales\n\nCode CPV : 31527200\n"
    let answer = try workspace.similar(
      document: MemoryByteSource(need.utf8), file: "b.md", request: request, language: .english)
    #expect(answer.withoutRate == 1 && answer.withoutPrice == 0)
    let group = try #require(answer.prices.first)
    #expect(answer.prices.count == 1 && group.count == 7 && group.converted == 2)
    #expect(group.spread.first == DecimalNumber(100_000) && group.spread.last == DecimalNumber(700_000))
    #expect(group.spread[2] == DecimalNumber(400_000))
    let page = answer.text(width: 400).joined(separator: "\n")
    #expect(page.contains("£350,000.00 ≈ €700,000.00 (1\u{A0}€ = 0.5\u{A0}GBP on 2019-05-13)"))
    #expect(page.contains("JPY\u{A0}90,000,000.00") && page.contains("2 amounts converted into euros"))
    #expect(page.contains("1 amount in another currency without a rate, left out"))

    let matched = try workspace.match(
      document: MemoryByteSource(need.utf8), file: "b.md", request: request, language: .french)
    #expect(matched.pricesWithoutRate == 1 && matched.prices.first?.converted == 2)
    #expect(JSONRenderer.text(matched.structured).contains(#""amountInEuros":700000"#))
  }

  @Test func alertsTellBothValues() throws {
    let workspace = try filled()
    var criteria = Watch.Criteria()
    criteria.query = "luminaires montant:>=600000"
    try workspace.addWatch("luminaires", criteria)
    let releases: [(id: String, amount: Int, currency: String, vendor: String)] = [
      ("G3", 450_000, "GBP", "55208131766522"), ("G4", 200_000, "GBP", "55208131766522"),
    ]
    let more = releases.map(Self.release).joined(separator: ",\n")
    _ = try workspace.ingest([try fixture.write("more.json", "{\"releases\": [\n\(more)\n]}".utf8)])
    let alerts = try workspace.runWatches(language: .english).results.flatMap(\.alerts)
      .filter { $0.kind == .award }
    #expect(alerts.map(\.amount?.inEuros) == [DecimalNumber(900_000)])
    let page = try workspace.runWatches(language: .english).text(width: 400).joined(separator: "\n")
    #expect(page.contains("£450,000.00 ≈ €900,000.00 (1\u{A0}€ = 0.5\u{A0}GBP on 2019-05-13)"))
  }

  @Test func sharesByAmountAreInEuros() throws {
    let workspace = try filled()
    let answer = try workspace.auditConcentration(language: .french)
    #expect(answer.awards == 8 && answer.converted == 2 && answer.withoutRate == 1)
    let row = try #require(answer.rows.first)
    #expect(row.figures.priced == 7 && row.figures.missing == 0 && row.figures.converted == 2)
    // 100,000 and 250,000 and 350,000 pounds, of 2,700,000 euros: 1,300,000.
    #expect(abs((row.figures.firstAmountShare ?? 0) - 13.0 / 27) < 1e-9)
    let paragraphs = answer.paragraphs(.french)
    #expect(paragraphs.contains("2 montants convertis en euros."))
    #expect(paragraphs.contains("1 montant en une autre devise, sans taux, laissé de côté."))
  }

  @Test func exportsTellBothValues() throws {
    let workspace = try filled()
    func text(_ form: ExportForm) throws -> String {
      var bytes: [UInt8] = []
      _ = try workspace.export(ExportRequest(form), language: .french) {
        bytes += $0
        return true
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let csv = try text(.csv)
    #expect(csv.contains(",amount,currency,amount_eur,euro_rate,euro_rate_date,"))
    #expect(csv.contains(",250000,GBP,500000,0.5,2019-05-13,"))
    #expect(csv.contains(",100000,EUR,,,,") && csv.contains(",90000000,JPY,,,,"))
    let lines = try text(.ndjson)
    #expect(
      lines.contains(
        #"{"amount":250000,"currency":"GBP","amountInEuros":500000,"euroRate":0.5,"euroRateDate":"2019-05-13"}"#
      ))
    let others = try [text(.ocds), text(.turtle), text(.decp)].joined()
    #expect(!others.contains("amountInEuros") && !others.contains("500000.0"))
    #expect(try !text(.decp).contains("500000,"), "a converted value is no statement of the source")
  }

  @Test func questionsCountInEuros() throws {
    let workspace = try filled()
    let catalogue = try QuestionCatalogue(
      ontologyPath: Repository.root + "/Ontology", executableDirectory: Repository.root + "/nowhere")
    func rows(_ name: String, _ arguments: [String]) throws -> [[String: QuestionAnswer.Cell]] {
      let answer = try workspace.ask(name, arguments, of: catalogue, language: .english)
      let keys = answer.page.columns.map(\.key)
      return answer.rows.map { row in Dictionary(zip(keys, row), uniquingKeysWith: { one, _ in one }) }
    }
    let one = QuestionAnswer.Cell.number(DecimalNumber(1))
    let large = try rows("large-contracts", ["from=2019", "to=2019"])
    let first = try #require(large.first)
    #expect(large.count == 7 && first["original"] == QuestionAnswer.Cell.text("350000 GBP"))
    #expect(first["amount"] == QuestionAnswer.Cell.number(DecimalNumber(700_000)))
    let buyer = try rows("buyer-contracts", ["buyer=siret:21690123100011"])
    let yen = buyer.filter { $0["original"] == QuestionAnswer.Cell.text("90000000 JPY") }
    #expect(yen.map { $0["amount"] } == [QuestionAnswer.Cell.empty])
    let prices = try rows("cpv-prices", ["cpv=31"])
    #expect(prices.count == 1 && prices.first?["withoutRate"] == one, "\(prices)")
    let vendors = try rows("buyer-vendors", ["buyer=siret:21690123100011"])
    #expect(vendors.contains { $0["withoutRate"] == one }, "\(vendors)")
  }
}
