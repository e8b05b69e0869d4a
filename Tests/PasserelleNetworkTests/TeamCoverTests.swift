import PasserelleNetwork
import Testing

@Suite struct TeamCoverTests {
  private func random(_ seed: Int) -> TeamCover {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func draw() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 40)
    }
    let weights = (0..<7).map { _ in Double(draw() % 4 + 1) / 4 }
    let levels = (0..<9).map { _ in (0..<7).map { _ in Double(max(0, draw() % 6 - 3)) / 2 } }
    return TeamCover(weights: weights, levels: levels)
  }

  @Test(arguments: 1...30) func theGreedyTeamReachesItsBound(seed: Int) {
    let cover = random(seed)
    for size in 1...3 {
      let team = cover.team(limit: size, least: 0).map(\.candidate)
      var best = 0.0
      for mask in 0..<(1 << cover.levels.count) where mask.nonzeroBitCount == max(1, team.count) {
        best = max(best, cover.worth(of: cover.levels.indices.filter { mask >> $0 & 1 == 1 }))
      }
      #expect(cover.worth(of: team) >= TeamCover.bound * best - 1e-12, "seed \(seed)")
    }
  }

  @Test(arguments: 1...10) func gainsAddUpToTheWorth(seed: Int) {
    let cover = random(seed)
    let picks = cover.team(limit: 4)
    let sum = picks.reduce(0) { $0 + $1.gain }
    #expect(abs(sum - cover.worth(of: picks.map(\.candidate))) < 1e-9)
    #expect(cover.worth(of: picks.map(\.candidate)) <= cover.ceiling + 1e-12)
  }

  @Test func thePreferredOneComesFirstOnlyWhenItAddsAboutAsMuch() {
    let cover = TeamCover(
      weights: [1, 1, 1, 1], levels: [[1, 1, 1, 1], [1, 1, 1, 0.5], [1, 0, 0, 0]])
    #expect(cover.team(limit: 1).map(\.candidate) == [0])
    #expect(cover.team(limit: 1, slack: 0.25, preferring: { $0 == 1 }).map(\.candidate) == [1])
    #expect(cover.team(limit: 1, slack: 0.25, preferring: { $0 == 2 }).map(\.candidate) == [0])
  }

  @Test func aMemberThatAddsLittleIsNotTaken() {
    let cover = TeamCover(weights: [1, 1], levels: [[1, 0.99], [0, 1]])
    #expect(cover.team(limit: 2, least: 0.02).map(\.candidate) == [0])
    #expect(cover.team(limit: 2, least: 0).map(\.candidate) == [0, 1])
  }
}
