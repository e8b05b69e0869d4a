public import PasserelleResolution

extension ClusterEvaluation {
  /// Pairs on which clusters and identifiers differ, one for each pair of groups.
  ///
  /// - Parameters:
  ///   - isMerged: Whether to list pairs that were merged under two identifiers, or those left apart under one.
  ///   - scheme: The scheme of identifiers.
  /// - Returns: The pairs in the order of the corpus.
  public func disagreements(isMerged: Bool, of scheme: EntityIdentifierScheme) -> [Disagreement] {
    var groups: [String: [Head]] = [:]
    var order: [String] = []
    for (place, mention) in corpus.mentions.enumerated() {
      for counted in mention.truths where counted.truth.scheme == scheme {
        let key = isMerged ? String(state.clusters[place]) : counted.truth.value
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(Head(place: place, truth: counted.truth.value))
      }
    }
    var found: [Disagreement] = []
    for key in order {
      let members = groups[key] ?? []
      // The first mention of each different value (of the truth, or of the cluster).
      var seen = Set<String>()
      var heads: [Head] = []
      for head in members {
        let other = isMerged ? head.truth : String(state.clusters[head.place])
        if seen.insert(other).inserted { heads.append(head) }
      }
      for head in heads.dropFirst() { found.append(disagreement(heads[0], head, isMerged)) }
    }
    return found
  }

  /// A mention under one of its identifiers.
  private struct Head {
    let place: Int
    let truth: String
  }

  private func disagreement(_ one: Head, _ other: Head, _ isMerged: Bool) -> Disagreement {
    Disagreement(
      isMerged: isMerged, names: [one, other].map { corpus.mentions[$0.place].mention.names.first ?? "" },
      identifiers: [one.truth, other.truth],
      probability: one.place == other.place
        ? 1 : state.evidence(UInt32(one.place), UInt32(other.place)).probability)
  }
}
