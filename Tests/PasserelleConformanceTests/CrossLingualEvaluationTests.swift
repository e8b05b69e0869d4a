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
    change: (inout CrossLingualEvaluation.Options) -> Void = { _ in },
    progress: (Int, Int) -> Void = { _, _ in }
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
      options: options, progress: progress)
  }

  private static var ontologyPath: String {
    // Symbolic links are followed, so that the tests also run from a package that links to this folder.
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Ontology").path
  }

  @Test func frenchNeedsFindPortugueseContracts() throws {
    let report = try run()
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

  @Test func missingDataIsNamed() throws {
    let folder = try TemporaryFolder()
    let ontology = try Ontology.load(from: Self.ontologyPath)
    func failure() -> PasserelleError? {
      #expect(throws: PasserelleError.self) {
        try CrossLingualEvaluation.run(folder: folder.path(""), ontology: ontology)
      }
    }
    let noAwards = failure()
    #expect(noAwards?.code == .inputNotFound)
    #expect(noAwards?.location?.file == folder.path("base-pt-2024/awards_dev.jsonl"))
    try FileManager.default.createDirectory(
      atPath: folder.path("base-pt-2024"), withIntermediateDirectories: true)
    try Data(Self.award("pt:1", "Carne", "15110000").utf8).write(
      to: folder.url.appendingPathComponent("base-pt-2024/awards_dev.jsonl"))
    let noLabels = failure()
    #expect(noLabels?.code == .inputNotFound)
    #expect(noLabels?.location?.file == folder.path("vocab/cpv/cpv_2008_multilingual.csv"))
  }

  @Test func aCorpusThatAsksNothingIsRefused() throws {
    let error = #expect(throws: PasserelleError.self) {
      try run(awards: [Self.award("fr:1", "Viande", "15110000")])
    }
    #expect(error?.code == .evaluationInvalid)
  }

  @Test func progressCountsTheVariants() throws {
    var seen: [[Int]] = []
    _ = try run {
      $0.variants = [.words, .concepts]
    } progress: {
      seen.append([$0, $1])
    }
    #expect(seen == [[1, 2], [2, 2]])
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
    environment["PASSERELLE_SLOW_TESTS"] != nil
    && FileManager.default.fileExists(atPath: data + "/base-pt-2024/awards_dev.jsonl")
    && FileManager.default.fileExists(atPath: data + "/vocab/cpv/cpv_2008_multilingual.csv")

  @Test(.enabled(if: isOn, "PASSERELLE_SLOW_TESTS and PASSERELLE_SHARED are not set"))
  func aHundredAwardsOfTheSharedData() throws {
    let report = try CrossLingualEvaluation.run(
      folder: Self.data, ontology: try Ontology.load(from: Self.ontologyPath))
    #expect(report.queries == 100)
    #expect(try #require(report.row(.concepts)).hitAt10 >= 0.85)
    #expect(try #require(report.row(.conceptsAndCodes)).hitAt10 >= 0.97)
  }
}
