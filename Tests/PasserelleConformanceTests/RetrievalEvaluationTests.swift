import Foundation
import Testing

@testable import PasserelleConformance

@Suite struct RetrievalEvaluationTests {
  private func answer(_ query: String, _ value: Double) -> RetrievalEvaluation.Answer {
    RetrievalEvaluation.Answer(
      query: query,
      metrics: RetrievalMetrics(discountedGainAt10: value, reciprocalRankAt10: value / 2, recallAt100: 1))
  }

  private func collection() throws -> RetrievalCollection {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "passerelle-retrieval-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "queries.jsonl": (1...4).map { "{\"id\": \"q\($0)\", \"text\": \"words \($0)\"}" }.joined(
        separator: "\n"),
      "qrels.tsv": "query\tdoc\trel\nq1\ta\t1\nq2\tb\t1\nq4\td\t1\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    return try RetrievalCollection(folder: folder.path)
  }

  @Test func meansAreThoseComputedByHand() throws {
    var asked: [String] = []
    var limits: Set<Int> = []
    let answers = ["words 1": ["a"], "words 2": ["x", "b"], "words 4": []]
    let evaluation = try RetrievalEvaluation(collection()) { text, limit in
      asked.append(text)
      limits.insert(limit)
      return answers[text] ?? []
    }
    // q3 is not judged, so it is not asked.
    #expect(asked == ["words 1", "words 2", "words 4"])
    #expect(limits == [100])
    #expect(evaluation.answers.map(\.query) == ["q1", "q2", "q4"])
    #expect(abs(evaluation.discountedGainAt10.mean - (1 + 1 / log2(3.0)) / 3) < 1e-12)
    #expect(abs(evaluation.reciprocalRankAt10.mean - 0.5) < 1e-12)
    #expect(abs(evaluation.recallAt100.mean - 2.0 / 3) < 1e-12)
  }

  @Test func intervalIsThatOfTheBinomialLaw() {
    // 100 queries, half of them 1: the mean of a resample has the deviation 0.05, so the interval is near
    // 0.5 ± 0.098.
    let answers = (0..<100).map { answer("q\($0)", $0 % 2 == 0 ? 1 : 0) }
    let evaluation = RetrievalEvaluation(answers, resamples: 2000, seed: 7)
    #expect(evaluation.discountedGainAt10.mean == 0.5)
    #expect(abs(evaluation.discountedGainAt10.low - 0.402) < 0.021)
    #expect(abs(evaluation.discountedGainAt10.high - 0.598) < 0.021)
    #expect(evaluation.reciprocalRankAt10.mean == 0.25)
    #expect(abs(evaluation.reciprocalRankAt10.low - evaluation.discountedGainAt10.low / 2) < 1e-12)
    #expect(evaluation.recallAt100 == RetrievalEvaluation.Estimate(mean: 1, low: 1, high: 1))
  }

  @Test func sameSeedGivesTheSameInterval() {
    let answers = (0..<37).map { answer("q\($0)", Double($0 * $0 % 11) / 10) }
    let first = RetrievalEvaluation(answers, resamples: 200, seed: 3)
    #expect(RetrievalEvaluation(answers, resamples: 200, seed: 3) == first)
    #expect(RetrievalEvaluation(answers, resamples: 200, seed: 4) != first)
  }

  @Test func degenerateSamples() {
    let none = RetrievalEvaluation([], resamples: 10, seed: 1)
    #expect(none.discountedGainAt10 == RetrievalEvaluation.Estimate(mean: 0, low: 0, high: 0))
    let one = RetrievalEvaluation([answer("q", 0.25)], resamples: 10, seed: 1)
    #expect(one.discountedGainAt10 == RetrievalEvaluation.Estimate(mean: 0.25, low: 0.25, high: 0.25))
    let point = RetrievalEvaluation([answer("q", 0), answer("r", 1)], resamples: 0, seed: 1)
    #expect(point.discountedGainAt10 == RetrievalEvaluation.Estimate(mean: 0.5, low: 0.5, high: 0.5))
  }

  @Test func errorsOfTheSearchPass() throws {
    let collection = try collection()
    #expect(throws: CocoaError.self) {
      _ = try RetrievalEvaluation(collection) { _, _ in throw CocoaError(.fileNoSuchFile) }
    }
  }
}
