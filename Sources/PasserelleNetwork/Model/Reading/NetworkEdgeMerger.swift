import PasserelleCore

/// Makes one edge of those that say the same.
///
/// Of one pair and kind, claims with the same dates, role and detail are one; a claim without any of them, and plain
/// statements, are part of the first claim that has some. Claims that differ stay as many edges.
struct NetworkEdgeMerger {
  private let demonstrations: Set<TermID>

  /// Takes the named graphs of demonstration data.
  init(_ demonstrations: Set<TermID>) { self.demonstrations = demonstrations }

  /// The edges, each with its records; the statements are identifiers still.
  func merged(_ drafts: [DraftEdge]) -> [MergedEdge] {
    var drafts = drafts
    for place in drafts.indices where drafts[place].kind.isSymmetric {
      let (source, target) = (drafts[place].source, drafts[place].target)
      if target < source { (drafts[place].source, drafts[place].target) = (target, source) }
    }
    drafts.sort(by: Self.precedes)
    var result: [MergedEdge] = []
    var start = 0
    while start < drafts.count {
      var end = start + 1
      while end < drafts.count, Self.isSamePair(drafts[start], drafts[end]) { end += 1 }
      // Demonstration data never complete what is real.
      for isDemonstration in [false, true] {
        let part = drafts[start..<end].filter { isDemonstrationOnly($0) == isDemonstration }
        result += Self.joined(part, isDemonstration)
      }
      start = end
    }
    return result
  }

  private func isDemonstrationOnly(_ edge: DraftEdge) -> Bool {
    !demonstrations.isEmpty && edge.records.allSatisfy { demonstrations.contains($0) }
  }

  /// Joins the drafts of one pair and kind.
  private static func joined(_ drafts: [DraftEdge], _ isDemonstration: Bool) -> [MergedEdge] {
    var made: [DraftEdge] = []
    for draft in drafts where draft.isTelling {
      if let place = made.firstIndex(where: { $0.says(draft) }) {
        made[place].take(draft)
      } else {
        made.append(draft)
      }
    }
    for draft in drafts where !draft.isTelling {
      if made.isEmpty { made.append(draft) } else { made[0].take(draft) }
    }
    return made.map { MergedEdge(draft: $0, isDemonstration: isDemonstration) }
  }

  private static func isSamePair(_ left: DraftEdge, _ right: DraftEdge) -> Bool {
    left.kind == right.kind && left.source == right.source && left.target == right.target
  }

  private static func precedes(_ left: DraftEdge, _ right: DraftEdge) -> Bool {
    if left.kind != right.kind { return left.kind.place < right.kind.place }
    if left.source != right.source { return left.source < right.source }
    if left.target != right.target { return left.target < right.target }
    if left.since != right.since { return left.since < right.since }
    if left.statement != right.statement { return left.statement < right.statement }
    return (left.records.first ?? .none) < (right.records.first ?? .none)
  }
}

/// An edge with all its records, and whether demonstration data alone state it.
struct MergedEdge {
  var draft: DraftEdge
  var isDemonstration: Bool
}

extension DraftEdge {
  /// Whether it tells more than its ends.
  var isTelling: Bool { since != 0 || until != 0 || role != nil || detail != nil || amount != nil }

  /// Whether it tells what another one of the same pair tells.
  func says(_ other: DraftEdge) -> Bool {
    since == other.since && until == other.until && role == other.role && detail == other.detail
      && amount == other.amount
  }

  /// Takes over the records, and the statement where there is none yet.
  mutating func take(_ other: DraftEdge) {
    for record in other.records where !records.contains(record) { records.append(record) }
    if !statement.isBound { statement = other.statement }
  }
}
