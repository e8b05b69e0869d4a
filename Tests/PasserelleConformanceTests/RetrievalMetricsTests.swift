import Foundation
import PasserelleConformance
import Testing

@Suite struct RetrievalMetricsTests {
  private func close(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-12 }

  @Test func binaryGradesAreThoseComputedByHand() {
    // Relevant a, b, c; found at places 2 and 4. Gain 1/log2(3) + 1/log2(5), ideal 1 + 1/log2(3) + 1/2.
    let metrics = RetrievalMetrics(ranking: ["x", "a", "y", "b"], grades: ["a": 1, "b": 1, "c": 1])
    let gain = 1 / log2(3.0) + 1 / log2(5.0)
    #expect(close(metrics.discountedGainAt10, gain / (1.5 + 1 / log2(3.0))))
    #expect(metrics.reciprocalRankAt10 == 0.5)
    #expect(close(metrics.recallAt100, 2.0 / 3))
  }

  @Test func gradesWeighTheGain() {
    // Grades 3 and 1 in the wrong order: 1 + 3/log2(3), ideal 3 + 1/log2(3).
    let metrics = RetrievalMetrics(ranking: ["low", "high"], grades: ["high": 3, "low": 1])
    #expect(close(metrics.discountedGainAt10, (1 + 3 / log2(3.0)) / (3 + 1 / log2(3.0))))
    #expect(
      RetrievalMetrics(ranking: ["high", "low"], grades: ["high": 3, "low": 1]).discountedGainAt10 == 1)
  }

  @Test func placesBeyondTheCutCountForRecallAlone() {
    let strangers = (0..<10).map { "x\($0)" }
    let eleventh = RetrievalMetrics(ranking: strangers + ["a"], grades: ["a": 1])
    #expect(eleventh == RetrievalMetrics(discountedGainAt10: 0, reciprocalRankAt10: 0, recallAt100: 1))
    let beyond = (0..<100).map { "x\($0)" } + ["a"]
    #expect(RetrievalMetrics(ranking: beyond, grades: ["a": 1]).recallAt100 == 0)
    let tenth = RetrievalMetrics(ranking: Array(strangers.dropLast()) + ["a"], grades: ["a": 1])
    #expect(close(tenth.discountedGainAt10, 1 / log2(11.0)))
    #expect(close(tenth.reciprocalRankAt10, 0.1))
  }

  @Test func idealHasNoMoreThanTenPlaces() {
    let relevant = (0..<25).map { "d\($0)" }
    let grades = Dictionary(uniqueKeysWithValues: relevant.map { ($0, 1) })
    let metrics = RetrievalMetrics(ranking: Array(relevant.prefix(10)), grades: grades)
    #expect(close(metrics.discountedGainAt10, 1))
    #expect(close(metrics.recallAt100, 0.4))
  }

  @Test func repeatedDocumentCountsOnce() {
    let metrics = RetrievalMetrics(ranking: ["a", "a", "b"], grades: ["a": 1, "b": 1])
    #expect(close(metrics.discountedGainAt10, 1.5 / (1 + 1 / log2(3.0))))
    #expect(metrics.recallAt100 == 1)
  }

  @Test func nothingFoundOrNothingRelevantIsZero() {
    let zero = RetrievalMetrics(discountedGainAt10: 0, reciprocalRankAt10: 0, recallAt100: 0)
    #expect(RetrievalMetrics(ranking: [], grades: ["a": 1]) == zero)
    #expect(RetrievalMetrics(ranking: ["a"], grades: [:]) == zero)
    #expect(RetrievalMetrics(ranking: ["a"], grades: ["a": 0]) == zero)
  }
}
