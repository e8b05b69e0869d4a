package import PasserelleGraph
package import PasserelleResolution

/// Why the members of a cluster are one thing.
package struct ClusterEvidence: Sendable {
  /// A pair of members with what was found of it.
  package struct Pair: Sendable {
    /// The one member.
    package let left: String
    /// The other member.
    package let right: String
    /// How likely the two are to be one, 0…1; 0 under a veto.
    package let probability: Float
    /// Why the two may not be merged by machine; nil where they may.
    package let veto: Veto?
    /// What each feature adds to the log odds, the greatest first.
    package let contributions: [FeatureContribution]
    /// What was decided of the two; nil where nothing was, or holds no more.
    package let decision: Judgement?
  }

  /// The members with names and identifiers, the canonical one first.
  package let members: [StoredMention]
  /// The pairs that hold the cluster together, one fewer than the members: the most telling first.
  package let pairs: [Pair]
  /// The judgements that speak of a member, by number, whether they hold or not.
  package let judgements: [(judgement: Judgement, holds: Bool)]
}

extension EntityResolver {
  /// Members that are compared each with each.
  private static let evidenceLimit = 60

  /// Why some things are one.
  ///
  /// - Parameters:
  ///   - members: The members of a cluster, the canonical one first.
  ///   - mentions: The mentions of a resolution.
  ///   - log: The judgements.
  /// - Returns: The pairs that hold them together, with what was found and decided.
  package func evidence(of members: [String], in mentions: [StoredMention], _ log: JudgementLog)
    -> ClusterEvidence
  {
    let wanted = Set(members)
    var byIRI: [String: StoredMention] = [:]
    for mention in mentions where wanted.contains(mention.mention.id) { byIRI[mention.mention.id] = mention }
    let found = members.compactMap { byIRI[$0] }
    let spoken = log.judgements(about: wanted)
    return ClusterEvidence(
      members: found, pairs: tree(found, log),
      judgements: spoken.map { ($0, log.holds($0.number) ?? false) })
  }

  /// The pairs of a widest tree over the members: decisions first, then the likeliest.
  private func tree(_ members: [StoredMention], _ log: JudgementLog) -> [ClusterEvidence.Pair] {
    let ready = prepared(members)
    let decisions = log.decisions.filter { $0.kind == .same }
    var candidates: [(left: Int, right: Int, score: PairScore, decision: Judgement?)] = []
    for left in members.indices.prefix(Self.evidenceLimit) {
      for right in members.indices where right > left {
        let (one, other) = (members[left].mention.id, members[right].mention.id)
        let decision = decisions.first {
          ($0.left, $0.right) == (one, other) || ($0.left, $0.right) == (other, one)
        }
        candidates.append((left, right, scoring.score(ready[left], ready[right]), decision))
      }
    }
    candidates.sort { left, right in
      let one = (left.decision == nil ? 1 : 0, -left.score.probability, left.left, left.right)
      let other = (right.decision == nil ? 1 : 0, -right.score.probability, right.left, right.right)
      return one < other
    }
    var groups = Array(members.indices)
    var pairs: [ClusterEvidence.Pair] = []
    for candidate in candidates where groups[candidate.left] != groups[candidate.right] {
      let (kept, gone) = (groups[candidate.left], groups[candidate.right])
      for place in groups.indices where groups[place] == gone { groups[place] = kept }
      pairs.append(
        pair(
          members[candidate.left], members[candidate.right], ready[candidate.left], ready[candidate.right],
          candidate.score, candidate.decision))
    }
    return pairs
  }

  /// What is found of a pair.
  func pair(
    _ left: StoredMention, _ right: StoredMention, _ one: PreparedMention, _ other: PreparedMention,
    _ score: PairScore, _ decision: Judgement?
  ) -> ClusterEvidence.Pair {
    ClusterEvidence.Pair(
      left: left.mention.id, right: right.mention.id, probability: score.probability, veto: score.veto,
      contributions: kit.candidateScorer.explain(one, other), decision: decision)
  }

  /// What is found of two things by themselves; nil where one of them is no mention.
  package func pair(_ left: String, _ right: String, in mentions: [StoredMention]) -> ClusterEvidence.Pair? {
    guard let one = mentions.first(where: { $0.mention.id == left }),
      let other = mentions.first(where: { $0.mention.id == right })
    else { return nil }
    let (first, second) = (kit.preparer.prepare(one.mention), kit.preparer.prepare(other.mention))
    return pair(one, other, first, second, scoring.score(first, second), nil)
  }
}
