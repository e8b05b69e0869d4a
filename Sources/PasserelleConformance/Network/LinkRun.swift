import PasserelleNetwork

/// The scores of all methods on one split.
struct LinkRun {
  private let keys: [String]
  /// Of each method, the scores of the ties held out, of untied pairs, of those at two steps.
  private var tied: [[Double]]
  private var untied: [[Double]]
  private var close: [[Double]]
  /// Whether each tie held out is at two steps in the training graph.
  private var isClose: [Bool] = []
  private var ranks: [LinkRanks]

  init(_ split: LinkSplit, attributes: LinkAttributes, models: [LinkModel]) {
    let heuristics = LinkHeuristic.allCases
    keys = heuristics.map(\.rawValue) + LinkPredictionEvaluation.learned
    tied = keys.map { _ in [] }
    untied = tied
    close = tied
    ranks = keys.map { _ in LinkRanks() }
    guard let first = models.first else { return }
    let predictor = LinkPredictor(graph: split.training, attributes: attributes, model: first)
    let (toFind, far, near) = (
      Self.bySource(split.held), Self.bySource(split.untied), Self.bySource(split.atTwoSteps)
    )
    var asked: [Int32: [Int32]] = [:]
    for tie in split.held {
      asked[tie.source, default: []].append(tie.target)
      asked[tie.target, default: []].append(tie.source)
    }
    for source in 0..<Int32(split.training.vertexCount) {
      let (own, others, closeOthers) = (toFind[source] ?? [], far[source] ?? [], near[source] ?? [])
      let questions = asked[source] ?? []
      if own.isEmpty, others.isEmpty, closeOthers.isEmpty, questions.isEmpty { continue }
      let classical = LinkHeuristic.scores(from: source, in: split.training)
      let common = classical[.commonNeighbours] ?? []
      isClose += own.map { common[Int($0)] > 0 }
      // All vertices are scored where one is to be found among them, else those that were drawn.
      let drawn = own + others + closeOthers
      let learned =
        questions.isEmpty
        ? predictor.values(of: source, with: drawn, by: models) : predictor.values(of: source, by: models)
      for (method, _) in keys.enumerated() {
        if method < heuristics.count {
          let scores = classical[heuristics[method]] ?? []
          tied[method] += own.map { scores[Int($0)] }
          untied[method] += others.map { scores[Int($0)] }
          close[method] += closeOthers.map { scores[Int($0)] }
          rank(questions, from: source, scores, method, split)
        } else {
          let scores = learned[method - heuristics.count]
          let values = questions.isEmpty ? scores : drawn.map { scores[Int($0)] }
          tied[method] += values[..<own.count]
          untied[method] += values[own.count..<own.count + others.count]
          close[method] += values[(own.count + others.count)...]
          rank(questions, from: source, scores, method, split)
        }
      }
    }
  }

  private static func bySource(_ pairs: [(source: Int32, target: Int32)]) -> [Int32: [Int32]] {
    var lists: [Int32: [Int32]] = [:]
    for pair in pairs { lists[pair.source, default: []].append(pair.target) }
    return lists
  }

  /// Ranks each tie to be found among all vertices that are not tied with the source.
  private mutating func rank(
    _ questions: [Int32], from source: Int32, _ scores: [Double], _ method: Int, _ split: LinkSplit
  ) {
    guard !questions.isEmpty else { return }
    let rivals = (0..<Int32(scores.count)).filter { $0 != source && !split.isTied(source, $0) }
    for target in questions {
      let score = scores[Int(target)]
      var (above, equal) = (0, 0)
      for rival in rivals {
        let other = scores[Int(rival)]
        if other > score { above += 1 } else if other == score { equal += 1 }
      }
      ranks[method].add(source, above: above, equal: equal)
    }
  }

  private func curve(_ method: Int, _ untied: [[Double]]) -> LinkCurve {
    LinkCurve(tied: tied[method], untied: untied[method])
  }

  /// The figures of each method.
  func methods(seed: UInt64) -> [LinkPredictionEvaluation.Method] {
    keys.indices.map { method in
      let within = zip(tied[method], isClose).compactMap { $1 ? $0 : nil }
      return LinkPredictionEvaluation.Method(
        key: keys[method], area: curve(method, untied).figure, areaAtTwoSteps: curve(method, close).figure,
        areaWithinTwoSteps: LinkCurve(tied: within, untied: close[method]).figure,
        hitAtTen: ranks[method].figure(ranks[method].hits, seed: seed),
        meanReciprocalRank: ranks[method].figure(ranks[method].reciprocals, seed: seed))
    }
  }

  /// The learned models against the three classical scores that are most in use.
  func comparisons(seed: UInt64) -> [LinkPredictionEvaluation.Comparison] {
    var comparisons: [LinkPredictionEvaluation.Comparison] = []
    for model in keys.indices.suffix(LinkPredictionEvaluation.learned.count) {
      for rival in [LinkHeuristic.adamicAdar, .preferentialAttachment, .commonNeighbours] {
        guard let other = keys.firstIndex(of: rival.rawValue) else { continue }
        let hits = zip(ranks[model].hits, ranks[other].hits).map { $0 - $1 }
        comparisons.append(
          LinkPredictionEvaluation.Comparison(
            key: keys[model], against: rival.rawValue,
            area: curve(model, untied).difference(from: curve(other, untied)),
            areaAtTwoSteps: curve(model, close).difference(from: curve(other, close)),
            hitAtTen: ranks[model].figure(hits, seed: seed)))
      }
    }
    return comparisons
  }
}
