import Foundation
import PasserelleCore
import PasserelleMatching
import PasserelleText
import Testing

@testable import PasserelleConformance

@Suite struct MatchEvaluationTests {
  private func line(
    _ id: String, _ title: String, _ cpv: String, _ winners: [String], place: String = "29200 BREST"
  ) -> String {
    let list = winners.map { "{\"id\": \"\($0)\", \"name\": \"société \($0)\"}" }.joined(separator: ", ")
    return """
      {"id": "\(id)", "date": "2018-05-01", "title": "\(title)", "description": "", "cpv": "\(cpv)", \
      "buyer_id": "FR-SIRET-21290019300012", "buyer_name": "Brest", "place": "\(place)", "amount": 5, \
      "winners": [\(list)]}
      """
  }

  private func withFiles<Value>(
    _ train: [String], _ test: [String], _ body: (String, String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "passerelle-evaluation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["train.jsonl", "test.jsonl"].map { folder.appendingPathComponent($0) }
    for (path, lines) in zip(paths, [train, test]) {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: path)
    }
    return try body(paths[0].path, paths[1].path)
  }

  private func run(
    _ train: [String], _ test: [String], threads: Int = 1, neutral: Bool = false
  ) throws -> MatchEvaluationReport {
    try withFiles(train, test) { trainPath, testPath in
      var options = MatchEvaluation.Options(departments: [("29", 48.26, -4.06)])
      options.threads = threads
      options.match.neutral = neutral
      return try MatchEvaluation.run(
        train: trainPath, test: testPath, options: options, digest: { Self.fakeDigest($0) })
    }
  }

  private static func fakeDigest(_ bytes: [UInt8]) -> ContentHash {
    guard let hash = ContentHash(bytes: [UInt8](repeating: UInt8(bytes.count % 251), count: 32)) else {
      preconditionFailure("32 bytes are a hash")
    }
    return hash
  }

  private var train: [String] {
    [
      line("fr:1", "Toiture en ardoise", "45260000", ["roof"]),
      line("fr:2", "Papier à lettres", "30197630", ["paper"]),
      line("fr:3", "Transport scolaire", "60130000", ["bus"]),
      line("fr:4", "Nettoyage des vitres", "90911300", ["clean"]),
      line("fr:5", "Assurance automobile", "66514110", ["cover"]),
      line("pt:1", "Aquisição de papel", "30197630", ["papel"], place: "Portugal, Aveiro, Ovar"),
      line("pt:2", "Seguro automóvel", "66514110", ["seguro"], place: "Portugal, Lisboa, Lisboa"),
    ]
  }

  @Test func metricsAreThoseComputedByHand() throws {
    // Query a: its winner is the one that has the words; query b: its two winners are one unknown, one found
    // first; query c: the winner shares nothing with it.
    let report = try run(
      train,
      [
        line("fr:a", "Toiture en ardoise", "45260000", ["roof"]),
        line("fr:b", "Nettoyage des vitres", "90911300", ["unknown", "clean"]),
        line("fr:c", "Transport scolaire", "60130000", ["paper"]),
      ])
    #expect(report.languages.map(\.code) == ["fr"])
    let metrics = try #require(report.languages.first?.metrics)
    #expect(metrics.queries == 3)
    #expect(abs(metrics.hitAt1 - 2.0 / 3) < 1e-12)
    #expect(metrics.tailShare == 1)
    #expect(metrics.coverage > 0 && metrics.coverage <= 1)
    #expect(metrics.latencyMedian > 0 && metrics.latency95 >= metrics.latencyMedian)
  }

  @Test func metricsOfGivenAnswers() {
    // Ranks 1, 3, 20 and none; 5 vendors, of which number 0 has 5 awards.
    let answers = [
      MatchMetrics.Answer(vendors: [0, 1], winners: [0], winnerCount: 1, milliseconds: 4),
      MatchMetrics.Answer(vendors: [0, 1, 2, 3], winners: [2, 3], winnerCount: 3, milliseconds: 2),
      MatchMetrics.Answer(
        vendors: Array(repeating: 0, count: 19) + [4], winners: [4], winnerCount: 1, milliseconds: 1),
      MatchMetrics.Answer(vendors: [], winners: [], winnerCount: 1, milliseconds: 3),
    ]
    let metrics = MatchMetrics(answers, awardCounts: [5, 1, 2, 3, 1])
    #expect(metrics.hitAt1 == 0.25)
    #expect(metrics.hitAt5 == 0.5)
    #expect(metrics.hitAt10 == 0.5)
    #expect(metrics.hitAt50 == 0.75)
    #expect(abs(metrics.reciprocalRankAt10 - (1 + 1.0 / 3) / 4) < 1e-12)
    let gain = (1 / log2(4.0) + 1 / log2(5.0)) / (1 + 1 / log2(3.0) + 1 / log2(4.0))
    #expect(abs(metrics.discountedGainAt10 - (1 + gain) / 4) < 1e-12)
    // Vendors 0 to 3 stand in lists of 10; vendors 1 and 2 have at most two awards: 3 of 16 places.
    #expect(metrics.coverage == 0.8)
    #expect(metrics.tailShare == 3.0 / 16)
    #expect(metrics.latencyMedian == 3)
    #expect(metrics.latency95 == 4)
    #expect(abs(metrics.hitAt10HalfWidth - 1.96 * 0.25) < 1e-12)
  }

  @Test func resultsDoNotDependOnThreads() throws {
    let test = [
      line("fr:a", "Toiture ardoise école", "45260000", ["roof"]),
      line("fr:b", "Nettoyage", "90911300", ["clean"]),
      line("pt:a", "Papel", "30197630", ["papel"], place: "Portugal, Aveiro"),
    ]
    func stable(_ report: MatchEvaluationReport) -> [[Double]] {
      report.languages.map {
        [$0.metrics.hitAt1, $0.metrics.reciprocalRankAt10, $0.metrics.coverage, $0.metrics.tailShare]
      }
    }
    let one = try run(train, test)
    #expect(one.languages.map(\.code) == ["fr", "pt"])
    #expect(stable(try run(train, test, threads: 2)) == stable(one))
    #expect(stable(try run(train, test, threads: 9)) == stable(one))
    #expect(try run(train, test, neutral: true).isNeutral)
  }

  @Test func theDocumentHasItsFormat() throws {
    let report = try run(train, [line("fr:a", "Toiture", "45260000", ["roof"])])
    guard case .object(let members) = report.structured else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["format", "kind", "train_sha256", "languages"])
    #expect(members[0].value == .string("passerelle-evaluation/1"))
    #expect(members[1].value == .string("match"))
    #expect(members[2].value == .string(report.trainHash.hexadecimal))
    guard case .object(let languages) = members[3].value, case .object(let fr) = languages[0].value else {
      Issue.record("no languages")
      return
    }
    #expect(languages.map(\.key) == ["fr"])
    #expect(
      fr.map(\.key) == [
        "queries", "hit@1", "hit@5", "hit@10", "hit@50", "mrr@10", "ndcg@10", "coverage", "tail_share",
        "latency_ms", "hit@10_half_width", "mrr@10_half_width", "model", "by_winner_awards", "nearest_awards",
      ])
    #expect(fr[1].value == .number(1, digits: 4))
    #expect(report.table.rows.count == 2)
    #expect(report.table.rows[0].count == report.table.columns.count)
  }

  @Test func partsOfAnEvaluationAreMeasured() throws {
    let test = [
      line("fr:a", "Toiture en ardoise", "45260000", ["roof"]),
      line("fr:b", "Vitres de Zorglub", "90911300", ["clean"]),
    ]
    let newer = [line("fr:c", "Transport scolaire", "60130000", ["unknown"])]
    let report = try withFiles(train, test) { trainPath, testPath in
      try withFiles(newer, newer) { newerPath, _ in
        var options = MatchEvaluation.Options(departments: [("29", 48.26, -4.06)])
        options.newer = newerPath
        options.stripsNames = true
        options.ablates = true
        return try MatchEvaluation.run(
          train: trainPath, test: testPath, options: options, digest: { Self.fakeDigest($0) })
      }
    }
    let language = try #require(report.languages.first)
    #expect(language.model == "formula")
    #expect(language.byAwards.map(\.queries) == [2, 0, 0, 0])
    #expect(language.byAwards.map(\.label) == ["1", "2–3", "4–9", "≥ 10"])
    #expect(language.baseline?.hitAt10 == 1)
    let all = try #require(language.allNewer)
    // The two of the test twice, and one that nobody known has won.
    #expect(all.queries == 5)
    #expect(all.knownShare == 0.8 && all.hitAt10 == 0.8 && all.hitAt10Known == 1)
    #expect(language.calibration?.places ?? 0 > 0)
    #expect(language.ablations.first?.group == "none")
    #expect(
      Set(language.ablations.map(\.group)).isSuperset(of: ["words", "codes", "geography", "similar_awards"]))
    #expect(report.table.rows.count == 3)
  }

  @Test func rareNamesAreTakenOutOfTitles() throws {
    let known = [
      PastAward(
        id: "1", title: "Entretien Zorglub", language: .french,
        winners: [.init(iri: "a", name: "ZORGLUB Nettoyage")])
    ]
    let names = VendorNameWords(known, tradeWords: ["nettoyage"])
    let asked = PastAward(
      id: "2", title: "Nettoyage (Zorglub) des vitres - lot 3", language: .french, winners: [])
    #expect(names.stripped(asked).title == "Nettoyage des vitres - lot 3")
  }

  @Test func aWrongLineIsNamed() throws {
    let good = line("fr:1", "Toiture", "45260000", ["roof"])
    let cases: [([String], Int)] = [
      ([good, "{\"id\": \"fr:2\"}"], 2), ([good, "", "no json"], 3), ([good, good], 2),
      ([line("de:1", "Dach", "45260000", ["x"])], 1),
    ]
    for (lines, number) in cases {
      let error = #expect(throws: PasserelleError.self) { try run(lines, [good]) }
      #expect(error?.code == .evaluationInvalid)
      #expect(error?.location?.line == number)
    }
    let empty = #expect(throws: PasserelleError.self) { try run([good], []) }
    #expect(empty?.code == .evaluationInvalid)
  }

  @Test func aMissingFileIsNamed() {
    let options = MatchEvaluation.Options(departments: [])
    let error = #expect(throws: PasserelleError.self) {
      try MatchEvaluation.run(
        train: "/nonexistent/a", test: "/nonexistent/b", options: options, digest: { Self.fakeDigest($0) })
    }
    #expect(error?.code == .inputNotFound)
    #expect(error?.location?.file == "/nonexistent/a")
  }
}
