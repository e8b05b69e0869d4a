import PasserelleResolution

/// A plain scorer for tests: the weighted part of the words that two names share.
struct StandInScoring: PairScoring {
  func score(_ left: PreparedMention, _ right: PreparedMention) -> PairScore {
    var shared: Float = 0
    var total: Float = 0
    let one = left.names[0].tokens
    let other = right.names[0].tokens
    for token in one {
      total += token.rarity
      if other.contains(where: { $0.hash == token.hash }) { shared += token.rarity }
    }
    for token in other {
      total += token.rarity
      if one.contains(where: { $0.hash == token.hash }) { shared += token.rarity }
    }
    guard total > 0 else { return PairScore(probability: 0) }
    let numbers = one.filter { $0.kind == .number }.map(\.hash)
    let others = other.filter { $0.kind == .number }.map(\.hash)
    if !numbers.isEmpty, !others.isEmpty, numbers != others {
      return PairScore(probability: 0, veto: .numbers)
    }
    return PairScore(probability: min(0.995, max(0.005, shared / total)))
  }
}

/// Names made of few words, so that many share some.
struct StandInNames {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }

  static let words = [
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett", "kilo",
    "lima",
    "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whisky",
    "zoulou",
  ]

  mutating func mention(_ id: Int) -> Mention {
    var parts = [Self.words[next(24)], Self.words[next(24)]]
    if next(2) == 0 { parts.append(Self.words[next(24)]) }
    if next(12) == 0 { parts.append(String(1 + next(2))) }
    var mention = Mention(id: "m\(id)", names: [parts.joined(separator: " ")])
    if next(6) == 0 {
      mention.identifiers = [Mention.Identifier(.rnsr, ["200810693T", "200112345A"][next(2)])]
    }
    return mention
  }
}

/// The clusters of a state as sets of identifiers: what must not depend on the order of arrival.
func clusterNames(_ state: ResolutionState) -> [[String]] {
  state.allClusters().map { $0.map { state.mentions[Int($0)].id }.sorted() }.sorted { $0[0] < $1[0] }
}

/// A preparer of an empty lexicon, with statistics of no names.
func plainPreparer() -> NamePreparer { NamePreparer(lexicon: NameLexicon(), statistics: NameStatistics()) }

/// Options with bars for the plain scorer.
func plainOptions() -> ResolutionOptions {
  var options = ResolutionOptions()
  options.clusters.linkProbability = 0.5
  options.clusters.mergeEvidence = 0
  return options
}

/// Options under which blocks fall silent early, so that tests meet it.
func tightOptions(threads: Int = 1) -> ResolutionOptions {
  var options = plainOptions()
  options.blocking.caps = [6, 6, 9, 6, 6, 6, 6, 6, 6]
  options.threads = threads
  return options
}
