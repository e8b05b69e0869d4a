/// Prepared mentions as a source of links, for the time that their arrays are pinned.
struct PreparedLinks: LinkSource, @unchecked Sendable {
  let mentions: UnsafeBufferPointer<PreparedMention>
  /// A hash of each mention's identifier.
  let ranks: UnsafeBufferPointer<UInt64>
  let scorer: any PairScoring
  let judgements: JudgementTable

  func evidence(_ left: UInt32, _ right: UInt32) -> Evidence {
    let score =
      precedes(left, right)
      ? scorer.score(mentions[Int(left)], mentions[Int(right)])
      : scorer.score(mentions[Int(right)], mentions[Int(left)])
    return Evidence(score)
  }

  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    let one = ranks[Int(left)]
    let other = ranks[Int(right)]
    return one != other ? one < other : mentions[Int(left)].id < mentions[Int(right)].id
  }

  func exclusions(_ slot: UInt32) -> [Exclusion] {
    var found: [Exclusion] = []
    for identifier in mentions[Int(slot)].identifiers where identifier.scheme.isExclusive {
      found.append(Exclusion(scheme: identifier.scheme.ordinal, value: identifier.hash))
    }
    found.sort()
    return found
  }

  func judgement(_ left: UInt32, _ right: UInt32) -> PairJudgement? { judgements[left, right] }

  func differences(_ slot: UInt32) -> [UInt32] { judgements.partners(of: slot, .different) }
}

extension EntityIdentifierScheme {
  /// A number of the scheme for comparison within a run.
  fileprivate var ordinal: UInt8 {
    UInt8(truncatingIfNeeded: EntityIdentifierScheme.allCases.firstIndex(of: self) ?? 0)
  }
}

/// What people decided, by pair and by slot.
package struct JudgementTable: Sendable {
  private var pairs: [UInt64: PairJudgement] = [:]
  private var partners: [UInt32: [UInt32]] = [:]

  /// Makes an empty table.
  package init() {}

  /// Whether nothing is decided.
  package var isEmpty: Bool { pairs.isEmpty }

  /// The decision on a pair of slots, in either order.
  package subscript(left: UInt32, right: UInt32) -> PairJudgement? {
    get { pairs.isEmpty ? nil : pairs[Self.key(left, right)] }
    set {
      guard left != right else { return }
      pairs[Self.key(left, right)] = newValue
      partners[left, default: []].removeAll { $0 == right }
      partners[right, default: []].removeAll { $0 == left }
      guard newValue != nil else { return }
      partners[left, default: []].append(right)
      partners[right, default: []].append(left)
      partners[left]?.sort()
      partners[right]?.sort()
    }
  }

  /// The slots that a slot was judged the same as, or told apart from.
  package func partners(of slot: UInt32, _ judgement: PairJudgement) -> [UInt32] {
    guard !pairs.isEmpty, let all = partners[slot] else { return [] }
    return all.filter { pairs[Self.key(slot, $0)] == judgement }
  }

  /// All pairs with their decisions, by slots.
  package var all: [(left: UInt32, right: UInt32, judgement: PairJudgement)] {
    pairs.keys.sorted().compactMap { key in
      pairs[key].map { (UInt32(key >> 32), UInt32(truncatingIfNeeded: key), $0) }
    }
  }

  private static func key(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(min(left, right)) << 32 | UInt64(max(left, right))
  }
}
