extension IndexQuery {
  /// The query with its boosts lowered, all by one factor, where their sum would leave the range of scores.
  ///
  /// That takes more than a thousand words, or boosts of that size: the order of documents stays, scores are lower.
  ///
  /// - Complexity: O(parts).
  var bounded: IndexQuery {
    let sum = boostSum
    guard !(sum <= Self.greatestBoostSum) else { return self }
    return scaled(by: Self.greatestBoostSum / min(sum, .greatestFiniteMagnitude))
  }

  /// An inverse document frequency is at most ln(2³²), so that weights stay below ``FixedScore/maximumWeight``.
  private static let greatestBoostSum = FixedScore.maximumWeight / 22.2

  private var boostSum: Float {
    switch self {
    case .word(let group): group.boost
    case .prefix(let group), .fuzzy(let group, _): group.boost
    case .phrase(let phrase): phrase.boost * Float(phrase.sequences.map(\.terms.count).max() ?? 0)
    case .filter(let query): query.boostSum
    case .boolean(let must, let should, let mustNot):
      [must, should, mustNot].joined().reduce(0) { $0 + $1.boostSum }
    default: 0
    }
  }

  private func scaled(by factor: Float) -> IndexQuery {
    func lower(_ boost: Float) -> Float { min(boost, .greatestFiniteMagnitude) * factor }
    switch self {
    case .word(var group):
      group.boost = lower(group.boost)
      return .word(group)
    case .prefix(var group):
      group.boost = lower(group.boost)
      return .prefix(group)
    case .fuzzy(var group, let distance):
      group.boost = lower(group.boost)
      return .fuzzy(group, distance: distance)
    case .phrase(var phrase):
      phrase.boost = lower(phrase.boost)
      return .phrase(phrase)
    case .boolean(let must, let should, let mustNot):
      return .boolean(
        must: must.map { $0.scaled(by: factor) }, should: should.map { $0.scaled(by: factor) },
        mustNot: mustNot.map { $0.scaled(by: factor) })
    case .filter(let query): return .filter(query.scaled(by: factor))
    default: return self
    }
  }
}
