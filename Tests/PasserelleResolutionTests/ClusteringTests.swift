import PasserelleResolution
import Testing

@Suite struct ClusteringTests {
  private func state(_ mentions: [Mention], _ options: ResolutionOptions = plainOptions())
    -> ResolutionState
  {
    ResolutionState(
      mentions: mentions.map(plainPreparer().prepare), scorer: StandInScoring(), options: options)
  }

  /// Two valid identifiers of one scheme never meet in a cluster, not even through a third mention.
  @Test func exclusiveIdentifiersStayApart() {
    var one = Mention(id: "a", names: ["alpha bravo charlie"])
    one.identifiers = [Mention.Identifier(.siren, "552081317")]
    let between = Mention(id: "b", names: ["alpha bravo charlie"])
    var other = Mention(id: "c", names: ["alpha bravo charlie"])
    other.identifiers = [Mention.Identifier(.siren, "542107651")]
    let state = state([one, between, other])
    #expect(clusterNames(state).count == 1)
    #expect(clusterNames(state)[0].count == 2)
    #expect(state.clusters[0] != state.clusters[2])
  }

  /// A chain of neighbours that are alike, whose ends are not, does not become one cluster.
  @Test func chainsDoNotMerge() {
    let names = [
      "alpha bravo charlie delta", "bravo charlie delta echo", "charlie delta echo foxtrot",
      "delta echo foxtrot golf", "echo foxtrot golf hotel",
    ]
    let state = state(names.enumerated().map { Mention(id: "n\($0)", names: [$1]) })
    #expect(state.component(of: 0).count == 5)
    #expect(state.clusters[0] != state.clusters[4])
    #expect(!clusterNames(state).isEmpty)
  }

  /// What people hold for one thing keeps those who are near either of its names, and the identifiers of both hold.
  @Test func aJudgedMergeTakesNobodyAway() {
    let names = ["alpha bravo charlie", "kilo lima mike", "charlie alpha bravo", "mike kilo lima"]
    var mentions = names.enumerated().map { Mention(id: "m\($0)", names: [$1]) }
    let judgements = [(left: "m0", right: "m1", judgement: PairJudgement.same)]
    let apart = state(mentions)
    #expect(clusterNames(apart) == [["m0", "m2"], ["m1", "m3"]])
    func judged(_ mentions: [Mention]) -> ResolutionState {
      ResolutionState(
        mentions: mentions.map(plainPreparer().prepare), judgements: judgements, scorer: StandInScoring(),
        options: plainOptions())
    }
    #expect(clusterNames(judged(mentions)) == [["m0", "m1", "m2", "m3"]])
    mentions[1].identifiers = [Mention.Identifier(.siren, "552081317")]
    mentions[2].identifiers = [Mention.Identifier(.siren, "542107651")]
    #expect(clusterNames(judged(mentions)) == [["m0", "m1", "m3"]])
  }

  /// Merges come with their evidence, and as many as a cluster has members less one.
  @Test func mergesTellTheirEvidence() {
    let state = state(
      ["alpha bravo", "bravo alpha", "alpha bravo kilo"].enumerated().map {
        Mention(id: "n\($0)", names: [$1])
      })
    let steps = state.merges(of: 0)
    #expect(steps.count == state.members(of: 0).count - 1)
    #expect(steps.allSatisfy { $0.best.evidence >= $0.worst.evidence && $0.meanProbability >= 0.5 })
    #expect(steps.first?.isJudged == false)
  }

  /// A component past the limit keeps identifiers apart, and comes out the same whatever the order.
  @Test func largeComponentsAreBoundedAndStable() {
    var options = plainOptions()
    options.clusters.denseLimit = 8
    var random = StandInNames(state: 12)
    let mentions = (0..<150).map { random.mention($0) }
    let one = state(mentions, options)
    let other = state(mentions.reversed(), options)
    #expect(clusterNames(one) == clusterNames(other))
    let largest = mentions.indices.map { one.component(of: UInt32($0)).count }.max() ?? 0
    #expect(largest > 8)
    var values: [UInt32: Set<String>] = [:]
    for (slot, mention) in mentions.enumerated() {
      for identifier in mention.identifiers {
        values[one.clusters[slot], default: []].insert(identifier.value)
      }
    }
    #expect(values.values.allSatisfy { $0.count < 2 })
  }

  /// Evidence is the same both ways, within its steps, and a veto is below everything.
  @Test(arguments: [0.01, 0.3, 0.5, 0.87, 0.99] as [Float])
  func evidenceIsTheLogOdds(probability: Float) {
    let evidence = Evidence(probability: probability)
    #expect(abs(evidence.probability - probability) < 0.001)
    #expect(Evidence.veto < evidence)
    #expect(Evidence(PairScore(probability: probability, veto: .numbers)).isVeto)
  }
}
