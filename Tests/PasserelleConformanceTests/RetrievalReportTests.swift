import Foundation
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleConformance

@Suite struct RetrievalReportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(
      documents: [
        ("a", "Toiture", "Réfection des toitures en ardoise du groupe scolaire et de la mairie"),
        ("b", "", "Fourniture de papier pour les services de la ville"),
        ("c", "", "Collecte des déchets, des cartons et du papier dans les quartiers"),
      ],
      queries: [("q1", "ardoises"), ("q2", "le papier"), ("q3", "rien"), ("q4", "non jugée")],
      judgements: ["q1 a 1", "q2 b 1", "q2 c 2", "q3 a 1"])
  }

  private func write(
    documents: [(id: String, title: String, text: String)], queries: [(id: String, text: String)],
    judgements: [String]
  ) throws {
    let files = [
      "docs.jsonl": documents.map { #"{"id": "\#($0.id)", "title": "\#($0.title)", "text": "\#($0.text)"}"# },
      "queries.jsonl": queries.map { #"{"id": "\#($0.id)", "text": "\#($0.text)"}"# },
      "qrels.tsv": judgements.map { $0.replacingOccurrences(of: " ", with: "\t") },
    ]
    for (name, lines) in files {
      try Data(lines.joined(separator: "\n").utf8).write(to: folder.url.appendingPathComponent(name))
    }
  }

  @Test func measuresTheProductsOwnRanking() throws {
    var seen: [[Int]] = []
    let report = try RetrievalReport(folders: [folder.path("")]) { seen.append([$0, $1]) }
    let collection = try #require(report.collections.first)
    #expect(collection.name == folder.url.lastPathComponent)
    #expect(collection.language == "fr")
    #expect(collection.documents == 3)
    #expect(collection.unjudged == 1)
    #expect(seen == [[1, 3], [2, 3], [3, 3]])
    // "le papier" is met by two texts, the shorter one (grade 1) before the other (grade 2); "rien" by none.
    let second = (1 + 2 / log2(3.0)) / (2 + 1 / log2(3.0))
    let gains = collection.evaluation.answers.map(\.metrics.discountedGainAt10)
    #expect(gains.count == 3)
    for (gain, expected) in zip(gains, [1, second, 0]) { #expect(abs(gain - expected) < 1e-12) }
    #expect(collection.evaluation.reciprocalRankAt10.mean == 2.0 / 3)
    #expect(try RetrievalReport(folders: [folder.path("")]) == report)
  }

  @Test func rankingGivesIdsBestFirst() throws {
    let index = try RetrievalIndex(RetrievalCollection(folder: folder.path("")), language: "fr")
    #expect(index.documentCount == 3)
    #expect(index.rank("papier et ardoise", limit: 10) == ["a", "b", "c"])
    #expect(index.rank("papier et ardoise", limit: 1) == ["a"])
    #expect(index.rank("", limit: 10) == [])
  }

  /// Without French stems, the plural of the query meets nothing.
  @Test func theLanguageGivenIsTaken() throws {
    let report = try RetrievalReport(folders: [folder.path("")], language: "sv")
    #expect(report.collections.map(\.language) == ["und"])
    #expect(report.collections.first?.evaluation.answers.first?.metrics.recallAt100 == 0)
  }

  @Test func eachCollectionTellsItsOwnLanguage() throws {
    let other = try RetrievalReportTests()
    try other.write(
      documents: [("a", "", "The boundary layer of a wing in the wind tunnel")],
      queries: [("q", "wings")], judgements: ["q a 1"])
    let report = try RetrievalReport(folders: [folder.path(""), other.folder.path("")])
    #expect(report.collections.map(\.language) == ["fr", "en"])
    try other.write(documents: [("a", "", "x1 42")], queries: [("q", "x1")], judgements: ["q a 1"])
    #expect(try RetrievalReport(folders: [other.folder.path("")]).collections.map(\.language) == ["und"])
  }

  @Test func rowsAndDocumentSayTheSame() throws {
    let report = try RetrievalReport(folders: [folder.path(""), folder.path("")])
    #expect(report.table.rows.count == 2)
    #expect(report.table.rows.allSatisfy { $0.count == report.table.columns.count })
    guard case .object(let members) = report.structured,
      case .array(let collections)? = members.first(where: { $0.key == "collections" })?.value,
      case .object(let first)? = collections.first
    else {
      Issue.record("the document has no collections")
      return
    }
    #expect(members.first { $0.key == "kind" }?.value == .string("search"))
    let keys = report.table.columns.map(\.key).filter { !$0.hasSuffix("_low") && !$0.hasSuffix("_high") }
    #expect(first.map(\.key) == keys)
  }

  @Test func aCollectionWithoutJudgedQueryIsRefused() throws {
    try write(documents: [("a", "", "x")], queries: [("q", "x")], judgements: ["q a 0"])
    let error = #expect(throws: PasserelleError.self) { try RetrievalReport(folders: [folder.path("")]) }
    #expect(error?.code == .evaluationInvalid)
    #expect(error?.location?.file == folder.path(""))
  }

  static let environment = ProcessInfo.processInfo.environment
  static let data = environment["PASSERELLE_SHARED"].map { $0 + "/suites" } ?? ""
  static let cranfield = data + "/ir-classic/cranfield"
  static let isOn =
    environment["PASSERELLE_SLOW_TESTS"] != nil && FileManager.default.fileExists(atPath: cranfield)

  @Test(.enabled(if: isOn, "PASSERELLE_SLOW_TESTS and PASSERELLE_SHARED are not set"))
  func aCollectionOfTheSharedData() throws {
    let report = try RetrievalReport(folders: [Self.cranfield])
    let collection = try #require(report.collections.first)
    #expect(collection.language == "en")
    #expect(collection.documents == 1400)
    #expect(collection.evaluation.answers.count + collection.unjudged == 225)
    #expect(collection.evaluation.discountedGainAt10.mean >= 0.37)
  }
}
