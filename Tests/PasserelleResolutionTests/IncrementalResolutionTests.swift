import PasserelleResolution
import Testing

@Suite struct IncrementalResolutionTests {
  /// Random arrivals, changes, removals and judgements end in the clusters of one batch.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func growsToTheClustersOfABatch(seed: UInt64) {
    var random = StandInNames(state: seed)
    let preparer = plainPreparer()
    let options = tightOptions()
    var known: [Int: Mention] = [:]
    var judged: [String: (left: String, right: String, judgement: PairJudgement)] = [:]
    var state = ResolutionState(scorer: StandInScoring(), options: options)
    for _ in 0..<24 {
      var changes = ResolutionChanges()
      for _ in 0..<random.next(14) {
        let mention = random.mention(random.next(90))
        changes.mentions.append(preparer.prepare(mention))
        known[Int(mention.id.dropFirst()) ?? 0] = mention
      }
      for _ in 0..<random.next(5) {
        let gone = random.next(90)
        guard known[gone] != nil, !changes.mentions.contains(where: { $0.id == "m\(gone)" }) else { continue }
        known[gone] = nil
        changes.removals.append("m\(gone)")
      }
      if random.next(3) == 0, known.count > 2 {
        let ids = known.keys.sorted()
        let pair = [ids[random.next(ids.count)], ids[random.next(ids.count)]].sorted()
        if pair[0] != pair[1] {
          let decision: PairJudgement = random.next(2) == 0 ? .same : .different
          changes.judgements.append(("m\(pair[0])", "m\(pair[1])", decision))
          judged["\(pair)"] = ("m\(pair[0])", "m\(pair[1])", decision)
        }
      }
      _ = state.apply(changes)
    }
    let batch = ResolutionState(
      mentions: known.keys.sorted().reversed().compactMap { known[$0] }.map(preparer.prepare),
      judgements: judged.keys.sorted().compactMap { judged[$0] }, scorer: StandInScoring(), options: options)
    #expect(clusterNames(state) == clusterNames(batch), "seed \(seed)")
    #expect(state.count == known.count)
    #expect(!clusterNames(batch).isEmpty)
  }

  /// A state that grew one by one has the clusters of a batch, and removing everything leaves none.
  @Test func emptiesAgain() {
    var random = StandInNames(state: 99)
    let preparer = plainPreparer()
    let mentions = (0..<60).map { preparer.prepare(random.mention($0)) }
    var state = ResolutionState(scorer: StandInScoring(), options: tightOptions())
    for mention in mentions { _ = state.apply(ResolutionChanges(mentions: [mention])) }
    let batch = ResolutionState(mentions: mentions, scorer: StandInScoring(), options: tightOptions())
    #expect(clusterNames(state) == clusterNames(batch))
    _ = state.apply(ResolutionChanges(removals: mentions.map(\.id)))
    #expect(state.count == 0)
    #expect(state.allClusters().isEmpty)
  }

  /// The clusters and links are the same with one thread and with three.
  @Test func doesNotHangOnThreads() {
    var random = StandInNames(state: 5)
    let preparer = plainPreparer()
    let mentions = (0..<400).map { preparer.prepare(random.mention($0)) }
    let one = ResolutionState(mentions: mentions, scorer: StandInScoring(), options: tightOptions())
    let three = ResolutionState(
      mentions: mentions, scorer: StandInScoring(), options: tightOptions(threads: 3))
    #expect(one.clusters == three.clusters)
    #expect(one.report.pairs == three.report.pairs)
    #expect((0..<400).allSatisfy { one.links(of: UInt32($0)) == three.links(of: UInt32($0)) })
  }

  /// A judgement splits and joins clusters, and taking it back restores what was.
  @Test func judgementsAreUndone() {
    let preparer = plainPreparer()
    let mentions = ["alpha bravo", "alpha bravo", "zoulou tango"].enumerated().map { place, name in
      preparer.prepare(Mention(id: "m\(place)", names: [name]))
    }
    var state = ResolutionState(mentions: mentions, scorer: StandInScoring(), options: plainOptions())
    let before = clusterNames(state)
    #expect(before == [["m0", "m1"]])
    let update = state.apply(
      ResolutionChanges(judgements: [("m0", "m1", .different), ("m1", "m2", .same)]))
    #expect(clusterNames(state) == [["m1", "m2"]])
    #expect(!update.changedSlots.isEmpty)
    _ = state.apply(ResolutionChanges(judgements: [("m0", "m1", nil), ("m1", "m2", nil)]))
    #expect(clusterNames(state) == before)
  }
}

@Suite struct IncrementalStorageTests {
  /// A stored state comes back and goes on as the one it was stored from.
  @Test func storedStateGoesOn() throws {
    var random = StandInNames(state: 21)
    let preparer = plainPreparer()
    var state = ResolutionState(
      mentions: (0..<80).map { preparer.prepare(random.mention($0)) }, scorer: StandInScoring(),
      options: tightOptions())
    _ = state.apply(
      ResolutionChanges(
        mentions: (80..<95).map { preparer.prepare(random.mention($0)) }, removals: ["m3", "m9"],
        judgements: [("m1", "m2", .same), ("m4", "m5", .different)]))
    let bytes = state.stored()
    var restored = try #require(
      ResolutionState(bytes, mentions: state.mentions, scorer: StandInScoring(), options: tightOptions()))
    #expect(clusterNames(restored) == clusterNames(state))
    #expect(restored.stored() == bytes)
    let more = ResolutionChanges(
      mentions: (95..<120).map { preparer.prepare(random.mention($0)) }, removals: ["m20", "m82"])
    _ = restored.apply(more)
    _ = state.apply(more)
    #expect(clusterNames(restored) == clusterNames(state))
    #expect(restored.judgements.all.count == 2)
  }

  /// Damaged bytes, other options, another epoch and other mentions are refused.
  @Test func strangeBytesAreRefused() {
    var random = StandInNames(state: 4)
    let mentions = (0..<12).map { plainPreparer().prepare(random.mention($0)) }
    let state = ResolutionState(mentions: mentions, scorer: StandInScoring(), options: plainOptions())
    let bytes = state.stored()
    var other = plainOptions()
    other.clusters.linkProbability = 0.9
    #expect(
      ResolutionState(bytes, mentions: mentions, scorer: StandInScoring(), options: plainOptions()) != nil)
    #expect(ResolutionState(bytes, mentions: mentions, scorer: StandInScoring(), options: other) == nil)
    #expect(
      ResolutionState(bytes, mentions: mentions, epoch: 1, scorer: StandInScoring(), options: plainOptions())
        == nil)
    #expect(
      ResolutionState(bytes, mentions: mentions.reversed(), scorer: StandInScoring(), options: plainOptions())
        == nil)
    let cuts = stride(from: 0, to: bytes.count, by: 97).filter {
      ResolutionState(
        Array(bytes[..<$0]), mentions: mentions, scorer: StandInScoring(), options: plainOptions()) != nil
    }
    #expect(cuts.isEmpty)
  }
}

@Suite struct IncrementalCandidatesTests {
  /// A name that is asked for finds the mentions it may be, the best first, and changes nothing.
  @Test func namesAreLookedUp() {
    let preparer = plainPreparer()
    let names = ["alpha bravo", "alpha bravo charlie", "zoulou"]
    let state = ResolutionState(
      mentions: names.enumerated().map { preparer.prepare(Mention(id: "m\($0)", names: [$1])) },
      scorer: StandInScoring(), options: plainOptions())
    let found = state.candidates(of: preparer.prepare(Mention(id: "?", names: ["Bravo Alpha"])))
    #expect(found.map(\.right) == [0, 1])
    #expect(state.count == 3)
    #expect(
      state.candidates(of: preparer.prepare(Mention(id: "?", names: ["Bravo Alpha"])), limit: 1).count == 1)
  }
}
