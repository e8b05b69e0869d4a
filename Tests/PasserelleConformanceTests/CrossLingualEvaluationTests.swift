import Foundation
import PasserelleCore
import PasserelleOntology
import PasserelleTestSupport
import Testing

@testable import PasserelleConformance

@Suite struct CrossLingualEvaluationTests {
  private static let labels = """
    code,fra_label,por_label
    15110000,Viande,Carne
    30190000,"Fournitures de bureau, ""papier"" compris","Material de escritório"
    90910000,Services de nettoyage,Serviços de limpeza
    """

  private static func award(_ id: String, _ title: String, _ cpv: String) -> String {
    "{\"id\": \"\(id)\", \"date\": \"2024-01-01\", \"title\": \"\(title)\", \"cpv\": \"\(cpv)\", "
      + "\"buyer_id\": \"b\", \"buyer_name\": \"b\", \"place\": \"Portugal\", \"winners\": []}"
  }

  private static let awards = [
    award("pt:1", "Aquisição de carne de porco", "15113000"), award("pt:2", "Carne fresca", "15110000"),
    award("pt:3", "Limpeza de escolas", "90911000"), award("pt:4", "Serviços de limpeza", "90910000"),
    award("pt:5", "Papel e material de escritório", "30190000"), award("fr:6", "Viande", "15110000"),
    award("pt:7", "Papel A4", "30000000"),
  ]

  private func run(
    labels: String = labels, awards: [String] = awards,
    change: (inout CrossLingualEvaluation.Options) -> Void = { _ in }
  ) throws -> CrossLingualReport {
    let folder = try TemporaryFolder()
    let (awardFile, labelFile) = (folder.path("awards.jsonl"), folder.path("labels.csv"))
    try awards.joined(separator: "\n").write(toFile: awardFile, atomically: true, encoding: .utf8)
    try labels.write(toFile: labelFile, atomically: true, encoding: .utf8)
    var options = CrossLingualEvaluation.Options()
    change(&options)
    defer { withExtendedLifetime(folder) {} }
    return try CrossLingualEvaluation.run(
      awards: awardFile, labels: labelFile, ontology: try Ontology.load(from: Self.ontologyPath),
      options: options)
  }

  private static var ontologyPath: String {
    // Symbolic links are followed, so that the tests also run from a package that links to this folder.
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Ontology").path
  }

  @Test func frenchNeedsFindPortugueseContracts() throws {
    let report = try run()
    #expect(report.skipped == nil)
    // Labels in both languages and a group: pt:2, pt:4, pt:5; pt:5 alone has nothing else of its group.
    #expect(report.queries == 3)
    #expect(report.documents == 6)
    let concepts = try #require(report.row(.concepts))
    #expect(abs(concepts.hitAt10 - 2.0 / 3) < 1e-12)
    #expect(concepts.hitAt10Kept == 1)
    #expect(try #require(report.row(.words)).hitAt10 == 0)
    #expect(report.rows.map(\.variant) == CrossLingualReport.Variant.allCases)
    #expect(report.table.rows.allSatisfy { $0.count == report.table.columns.count })
    #expect(try run() == report)
  }

  @Test func tuningAndReportShareNoAward() throws {
    let report = try run { $0.reportCount = 1 }
    let tuning = try run {
      $0.reportCount = 1
      $0.usesTuning = true
    }
    #expect(report.queries == 1)
    #expect(tuning.queries == 2)
  }

  @Test func divisionsAreDrawnOnRequest() throws {
    let labels = Self.labels + "\n30000000,Machines de bureau,Máquinas de escritório"
    #expect(try run(labels: labels).queries == 3)
    #expect(try run(labels: labels) { $0.drawsDivisions = true }.queries == 4)
  }

  @Test func missingDataIsSkippedAndSaid() throws {
    let report = try CrossLingualEvaluation.run(
      awards: "/nonexistent/awards.jsonl", labels: "/nonexistent/labels.csv",
      ontology: try Ontology.load(from: Self.ontologyPath))
    #expect(report.rows.isEmpty)
    #expect(report.skipped?.english.contains("/nonexistent/awards.jsonl") == true)
    #expect(report.table.title == report.skipped)
  }

  @Test func aFileWithoutTheColumnsIsRefused() throws {
    let error = #expect(throws: PasserelleError.self) { try run(labels: "a,b\n1,2") }
    #expect(error?.code == .evaluationInvalid)
  }

  @Test func fieldsMayBeQuoted() {
    let rows = CrossLingualLabelFile.rows(Array("\u{FEFF}a,\"b, \"\"c\"\"\"\r\n\r\n,\"d\ne\"".utf8))
    #expect(rows == [["a", "b, \"c\""], ["", "d\ne"]])
    #expect(CrossLingualLabelFile.rows([]).isEmpty)
    #expect(CrossLingualLabelFile.rows(Array("\"open".utf8)) == [["open"]])
  }

  @Test func rankingIsBM25() {
    func term(_ text: String, _ weight: Int) -> WeightedConcept {
      WeightedConcept(term: text, weight: weight)
    }
    let ranking = CrossLingualRanking(
      [[term("a", 2), term("b", 2)], [term("a", 8)], []], saturation: 1.2, lengthShare: 0.5)
    let scores = ranking.scores([term("a", 3), term("z", 8)])
    // Two of three documents hold a; lengths 4, 8, 0 and mean 4.
    let rarity = log(1 + 1.5 / 2.5) * 3
    #expect(abs(scores[0] - rarity * 2 * 2.2 / (2 + 1.2)) < 1e-12)
    #expect(abs(scores[1] - rarity * 8 * 2.2 / (8 + 1.2 * 1.5)) < 1e-12)
    #expect(scores[2] == 0)
    #expect(CrossLingualRanking.best([1, 3, 0, 3, 2], count: 3) == [1, 3, 4])
    #expect(CrossLingualRanking.best([1, 3, 0, 3, 2], count: 2, without: 1) == [3, 4])
  }

  static let environment = ProcessInfo.processInfo.environment
  static let data = environment["PASSERELLE_SHARED"].map { $0 + "/data" } ?? ""
  static let isOn =
    environment["PASSERELLE_SLOW_TESTS"] != nil && FileManager.default.fileExists(atPath: data)

  @Test(.enabled(if: isOn, "PASSERELLE_SLOW_TESTS and PASSERELLE_SHARED are not set"))
  func aHundredAwardsOfTheSharedData() throws {
    let report = try CrossLingualEvaluation.run(
      awards: Self.data + "/base-pt-2024/awards_dev.jsonl",
      labels: Self.data + "/vocab/cpv/cpv_2008_multilingual.csv",
      ontology: try Ontology.load(from: Self.ontologyPath))
    #expect(report.queries == 100)
    #expect(try #require(report.row(.concepts)).hitAt10 >= 0.85)
    #expect(try #require(report.row(.conceptsAndCodes)).hitAt10 >= 0.97)
  }
}
