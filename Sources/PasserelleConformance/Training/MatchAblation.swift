import PasserelleMatching

/// What each group of features is worth: the quick ranker fitted again without it.
///
/// The quick ranker is a conditional logit on the cross-fitted queries of the known awards; candidates stay the same,
/// only the features are taken away.
struct MatchAblation {
  let options: MatchEvaluation.Options

  /// The groups: channels that cut across reasons, then the reasons.
  static var groups: [(name: String, features: [RankingFeature])] {
    let channels: [(String, [RankingFeature])] = [
      ("words", [.wordSum, .wordRank, .wordCoverage]),
      ("grams", [.gramSum, .gramRank, .gramBest, .gramCoverage]),
      ("codes", [.codeSum, .codeRank, .codeDepth, .divisionShare, .groupShare, .codeMean]),
      ("guessed_code", [.guessedCode, .guessedCodeBest]),
      ("expansion", [.expandedSum, .expandedRank]),
      ("mix", [.mixSum, .mixRank, .mixBest, .mixBestRank]),
      (
        "geography",
        RankingFeature.allCases.filter {
          [.similarNearby, .nearness, .localShare, .elsewhereOnly].contains($0.reason)
        }
      ),
    ]
    let reasons = MatchFeature.allCases.map { reason in
      (reason.rawValue, RankingFeature.allCases.filter { $0.reason == reason })
    }
    return channels + reasons
  }

  func run(known: [PastAward], queries: [PastAward]) throws -> [MatchEvaluationReport.Ablation] {
    let neutral = options.match.neutral
    var crossFit = CrossFit(
      geography: options.geography, options: options.match, blockCount: 5, queryLimit: 2500,
      threads: options.threads)
    crossFit.asksIncomplete = false
    let learned = try crossFit.queries(known) {}
    let catalogue = BenchmarkCorpus.catalogue(of: known)
    let matcher = Matcher(
      catalogue: catalogue, text: try BenchmarkCorpus.index(of: known, catalogue: catalogue),
      geography: options.geography)
    var asked: [(rows: FeatureRows, winners: Set<Int>, count: Int)] = []
    for query in queries {
      asked.append(
        (
          try matcher.candidates(query.need, options: options.match),
          Set(query.winners.compactMap { catalogue.vendor(iri: $0.iri) }), query.winners.count
        ))
    }
    let all = MatchTraining.features(neutral: neutral)
    let groups = [("none", [])] + Self.groups.filter { !Set($0.features).isDisjoint(with: all) }
    return groups.map { name, without in
      let features = all.filter { !without.contains($0) }
      let scorer = QuickRanker(learned, features: features)
      let answers = asked.map { query in
        let order = scorer.ranking(query.rows)
        return MatchMetrics.Answer(
          vendors: order.prefix(50).map { Int(query.rows.vendors[$0]) }, winners: query.winners,
          winnerCount: query.count, milliseconds: 0)
      }
      let number = Double(max(1, answers.count))
      return MatchEvaluationReport.Ablation(
        group: name, hitAt10: Double(answers.count { ($0.firstRank ?? .max) <= 10 }) / number,
        reciprocalRankAt10: answers.reduce(0) { $0 + $1.reciprocalRank } / number)
    }
  }
}

/// A conditional logit over some of the features.
private struct QuickRanker {
  private let features: [RankingFeature]
  private let fitted: ConditionalLogit

  init(_ queries: [CrossFit.Query], features: [RankingFeature]) {
    self.features = features
    var data = RankingData(featureNames: features.map(\.name))
    for query in queries {
      data.beginGroup()
      for row in 0..<query.rows.count {
        data.append(values: features.map { query.rows[row, $0] }, isRelevant: query.isWinner[row])
      }
    }
    fitted = ConditionalLogit(fitting: data)
  }

  /// The places of the candidates, best first, ties by place.
  func ranking(_ rows: FeatureRows) -> [Int] {
    let limit = FeatureScaling.limit
    let scores = (0..<rows.count).map { row in
      features.indices.reduce(0.0) { sum, place in
        let deviation = fitted.scaling.deviations[place]
        guard deviation > 0 else { return sum }
        let scaled = (Double(rows[row, features[place]]) - fitted.scaling.means[place]) / deviation
        return sum + fitted.weights[place] * max(-limit, min(limit, scaled))
      }
    }
    return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }
}
