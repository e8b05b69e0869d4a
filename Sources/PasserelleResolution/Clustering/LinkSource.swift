/// What clustering asks of the mentions: evidence of pairs, a stable order, and what excludes what.
protocol LinkSource: Sendable {
  /// The evidence of a pair of slots, in either order.
  func evidence(_ left: UInt32, _ right: UInt32) -> Evidence
  /// Whether a slot comes before another in the order of identifiers.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool
  /// What a slot is known to be: two slots with different values of one scheme are two things.
  func exclusions(_ slot: UInt32) -> [Exclusion]
  /// What people decided of a pair, if anything.
  func judgement(_ left: UInt32, _ right: UInt32) -> PairJudgement?
  /// The slots that people told apart from a slot.
  func differences(_ slot: UInt32) -> [UInt32]
}

/// A value that a thing has one of: a SIREN, a commune's code.
struct Exclusion: Sendable, Hashable, Comparable {
  /// The scheme.
  let scheme: UInt8
  /// The hash of the value.
  let value: UInt64

  static func < (left: Exclusion, right: Exclusion) -> Bool {
    left.scheme != right.scheme ? left.scheme < right.scheme : left.value < right.value
  }

  /// Whether two sets of values cannot be of one thing: a scheme of both, and no value of it in common.
  static func conflict(_ left: [Exclusion], _ right: [Exclusion]) -> Bool {
    for value in left where right.contains(where: { $0.scheme == value.scheme }) {
      if !right.contains(where: { $0.scheme == value.scheme && left.contains($0) }) { return true }
    }
    return false
  }
}
