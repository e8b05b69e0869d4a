package import PasserelleResolution

/// A pair that a person's decision would help most with.
package struct ReviewCandidate: Sendable {
  /// The one thing.
  package let left: StoredMention
  /// The other thing.
  package let right: StoredMention
  /// How likely the two are to be one, 0…1.
  package let probability: Float
  /// Whether the two are in one cluster now.
  package let isJoined: Bool
  /// The uncertainty times the records that the decision joins or parts.
  package let value: Double
}

extension EntityResolver {
  /// The pairs to be looked at, ordered by the value of what a decision tells.
  ///
  /// The value is the uncertainty, 4 *p* (1 − *p*), times the records of the smaller of the two sides: a decision on two
  /// things that many records name weighs more than one on two that are named once. Of the pairs between two clusters
  /// the most uncertain one is asked, of those within a cluster each thing's least likely one.
  ///
  /// - Parameters:
  ///   - resolution: Who is who.
  ///   - limit: The most pairs given.
  /// - Returns: The pairs that are linked and not judged, the most valuable first, ties by IRI.
  package func reviewQueue(_ resolution: Resolution, limit: Int) -> [ReviewCandidate] {
    let state = resolution.state
    var records: [UInt32: Int] = [:]
    for slot in resolution.mentions.indices where state.isAlive[slot] {
      records[state.clusters[slot], default: 0] += resolution.mentions[slot].records
    }
    let judged = Set(resolution.decisions.flatMap { [Pairing($0.left, $0.right)] })
    var best: [Key: ReviewCandidate] = [:]
    for slot in resolution.mentions.indices where state.isAlive[slot] {
      for link in state.links(of: UInt32(slot)) where link.right > link.left && state.isAlive[Int(link.right)]
      {
        let (one, other) = (resolution.mentions[Int(link.left)], resolution.mentions[Int(link.right)])
        guard !judged.contains(Pairing(one.mention.id, other.mention.id)) else { continue }
        let (first, second) = (state.clusters[Int(link.left)], state.clusters[Int(link.right)])
        let isJoined = first == second
        let probability = link.evidence.probability
        let size =
          isJoined
          ? min(one.records, other.records) : min(records[first, default: 1], records[second, default: 1])
        let ordered = one.mention.id < other.mention.id ? (one, other) : (other, one)
        let candidate = ReviewCandidate(
          left: ordered.0, right: ordered.1, probability: probability, isJoined: isJoined,
          value: Double(4 * probability * (1 - probability)) * Double(size))
        let key = isJoined ? Key(link.left, link.left) : Key(first, second)
        if best[key].map({ Self.precedes(candidate, $0) }) ?? true { best[key] = candidate }
      }
    }
    return Array(best.values.sorted { Self.precedes($0, $1) }.prefix(limit))
  }

  private static func precedes(_ left: ReviewCandidate, _ right: ReviewCandidate) -> Bool {
    (-left.value, left.left.mention.id, left.right.mention.id)
      < (-right.value, right.left.mention.id, right.right.mention.id)
  }

  private struct Key: Hashable {
    let first: UInt32
    let second: UInt32

    init(_ left: UInt32, _ right: UInt32) {
      first = min(left, right)
      second = max(left, right)
    }
  }

  private struct Pairing: Hashable {
    let first: String
    let second: String

    init(_ left: String, _ right: String) {
      first = min(left, right)
      second = max(left, right)
    }
  }
}

extension EntityResolver {
  /// What each feature adds to the log odds of a pair, the greatest first.
  package func evidence(of candidate: ReviewCandidate) -> [FeatureContribution] {
    kit.candidateScorer.explain(
      kit.preparer.prepare(candidate.left.mention), kit.preparer.prepare(candidate.right.mention))
  }
}
