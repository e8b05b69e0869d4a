import Testing

@testable import PasserelleMatching

@Suite struct RankingDataTests {
  private func small() -> RankingData {
    var data = RankingData(featureNames: ["a", "b"])
    data.beginGroup()
    data.append(values: [1, 2], isRelevant: false)
    data.append(values: [3, 4], isRelevant: true)
    data.beginGroup(weight: 2)
    data.append(values: [5, .nan], isRelevant: false)
    return data
  }

  @Test func keepsRowsByQuery() {
    let data = small()
    #expect(data.groupCount == 2 && data.rowCount == 3 && data.featureCount == 2)
    #expect(data.rows(ofGroup: 0) == 0..<2 && data.rows(ofGroup: 1) == 2..<3)
    #expect(data.values == [1, 2, 3, 4, 5, 0])
    #expect(data.labels == [0, 1, 0] && data.groupWeights == [1, 2])
    #expect(data.instructiveGroups == [0])
  }

  @Test func fingerprintTellsContentsApart() {
    let data = small()
    #expect(data.fingerprint == small().fingerprint && data.fingerprint.utf8.count == 16)
    var others: [RankingData] = []
    var other = small()
    other.append(values: [0, 0], isRelevant: false)
    others.append(other)
    other = small()
    other.append(values: [0, 0], isRelevant: true)
    others.append(other)
    other = small()
    other.append(values: [0, 1e-30], isRelevant: true)
    others.append(other)
    other = small()
    other.beginGroup()
    others.append(other)
    other = RankingData(featureNames: ["a", "c"])
    others.append(other)
    #expect(Set(others.map { $0.fingerprint } + [data.fingerprint]).count == 6)
  }

  @Test func contentBytesHoldEverything() {
    var count = 0
    small().withContentBytes { count += $0.count }
    #expect(count == 4 + 2 * 8 + 2 * 8 + 3 + 6 * 4)
  }

  @Test func ndcgByHand() {
    var data = RankingData(featureNames: ["a"])
    data.beginGroup()
    for label in [false, true, false, true] { data.append(values: [0], isRelevant: label) }
    data.beginGroup()
    data.append(values: [0], isRelevant: false)
    // Winners at places 1 and 3 of an ideal 1 and 2: (1 + 1/2) / (1 + 1/log2(3)).
    let ndcg = data.meanNDCG(at: 10, scores: [2, 3, 0, 1, 5])
    #expect(abs(ndcg - 1.5 / (1 + 1 / 1.584_962_500_721_156)) < 1e-12)
    #expect(abs(data.meanNDCG(at: 1, scores: [2, 3, 0, 1, 5]) - 1) < 1e-12)
    #expect(data.meanNDCG(at: 1, scores: [2, 2, 0, 1, 5]) == 0)
  }

  @Test func generatorIsTheReferenceSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    let bounded = (0..<1000).map { _ in generator.below(7) }
    #expect(Set(bounded) == Set(0..<7))
  }
}

/// Ranking data made up for tests: the same for the same seed.
enum SyntheticRanking {
  /// Queries whose winner has the greatest usefulness, given the values of a candidate.
  static func data(
    queries: Int, candidates: Int = 20, features: Int, seed: UInt64 = 5, noise: Double = 0.1,
    usefulness: ([Float]) -> Double
  ) -> RankingData {
    var generator = SplitMix64(seed: seed)
    func uniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    var data = RankingData(featureNames: (0..<features).map { "f\($0)" })
    for _ in 0..<queries {
      var rows: [[Float]] = []
      var best = 0
      var highest = -Double.infinity
      for place in 0..<candidates {
        let row = (0..<features).map { _ in Float(uniform()) }
        let useful = usefulness(row) + noise * (uniform() + uniform() - 1)
        if useful > highest {
          highest = useful
          best = place
        }
        rows.append(row)
      }
      data.beginGroup()
      for (place, row) in rows.enumerated() { data.append(values: row, isRelevant: place == best) }
    }
    return data
  }

  /// Queries that no weighted sum can rank: the winner has one of two features high, not both.
  static func exclusive(queries: Int, seed: UInt64 = 5) -> RankingData {
    data(queries: queries, features: 3, seed: seed) { ($0[0] > 0.5) != ($0[1] > 0.5) ? 1 : 0 }
  }

  static let header = RankingModel.Header(
    name: "essai d’été", language: "fr", trained: "2026-01-31", dataHash: String(repeating: "0f", count: 32),
    queries: 3, rows: 60)
}
