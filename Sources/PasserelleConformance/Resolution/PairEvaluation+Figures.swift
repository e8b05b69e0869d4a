extension PairEvaluation {
  /// Figures of some pairs.
  public struct Figures: Sendable, Hashable {
    /// How many pairs.
    public var pairs = 0
    /// How many of them are matches.
    public var matches = 0
    /// Harmonic mean of precision and recall.
    public var f1 = 0.0
    /// Matches among pairs taken for matches.
    public var precision = 0.0
    /// Pairs taken for matches among matches.
    public var recall = 0.0
    /// Expected calibration error, ten bins of equal width.
    public var calibrationError = 0.0
    /// Share of scores that are 1.
    public var tiesAtOne = 0.0
  }

  /// The figures of all pairs, matches never proposed counted as missed.
  public var figures: Figures { Self.figures(pairs[...], missed: missed) }

  /// The figures of each group, by its name.
  public var byGroup: [(name: String, figures: Figures)] {
    var groups: [String: [Scored]] = [:]
    for pair in pairs { for group in pair.groups { groups[group, default: []].append(pair) } }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, Self.figures($0.value[...], missed: 0)) }
  }

  /// The threshold, where all pairs have the same; else of the first.
  public var threshold: Double { pairs.first?.threshold ?? 0.5 }

  static func figures(_ pairs: ArraySlice<Scored>, missed: Int) -> Figures {
    var figures = Figures()
    var (hits, wrong) = (0, 0)
    var bins = [(score: Double, matches: Int)](repeating: (0, 0), count: 10)
    for pair in pairs {
      if pair.isMatch { figures.matches += 1 }
      if pair.score >= pair.threshold { if pair.isMatch { hits += 1 } else { wrong += 1 } }
      let bin = min(9, Int(pair.score * 10))
      bins[bin].score += pair.score
      bins[bin].matches += pair.isMatch ? 1 : 0
      if pair.score >= 1 { figures.tiesAtOne += 1 }
    }
    figures.pairs = pairs.count
    figures.matches += missed
    figures.precision = hits + wrong > 0 ? Double(hits) / Double(hits + wrong) : 0
    figures.recall = figures.matches > 0 ? Double(hits) / Double(figures.matches) : 0
    let sum = figures.precision + figures.recall
    figures.f1 = sum > 0 ? 2 * figures.precision * figures.recall / sum : 0
    if !pairs.isEmpty {
      figures.calibrationError =
        bins.reduce(0) { $0 + abs($1.score - Double($1.matches)) } / Double(pairs.count)
      figures.tiesAtOne /= Double(pairs.count)
    }
    return figures
  }
}
