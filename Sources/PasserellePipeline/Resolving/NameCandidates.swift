import PasserelleCore
import PasserelleGraph
import PasserelleOntology
package import PasserelleResolution

/// What a name may mean.
package struct NameCandidate: Sendable {
  /// The thing.
  package let mention: StoredMention
  /// How likely the name is to be the thing's, 0…1.
  package let probability: Float
  /// What each feature adds to the log odds, the greatest first.
  package let contributions: [FeatureContribution]
}

extension EntityResolver {
  /// The things that a name may mean, the likeliest first; ties by how many records name them, then by IRI.
  ///
  /// - Parameters:
  ///   - name: The name as it was heard or typed.
  ///   - kind: The sort of thing; nil for any.
  ///   - department: The department's code; empty where it is not known.
  ///   - mentions: The mentions of the store.
  ///   - view: Which of them are one; of a cluster the likeliest member is given.
  ///   - limit: The most candidates given.
  /// - Returns: The candidates with their reasons.
  /// - Complexity: O(mentions).
  package func candidates(
    _ name: String, kind: Mention.Kind?, department: String, among mentions: [StoredMention],
    _ view: CanonicalView,
    limit: Int
  ) -> [NameCandidate] {
    let place = Mention.Place(department: department)
    var asked: [Mention.Kind: PreparedMention] = [:]
    for kind in Mention.Kind.allCases {
      asked[kind] = kit.preparer.prepare(Mention(id: "", kind: kind, names: [name], place: place))
    }
    var best: [String: (mention: StoredMention, ready: PreparedMention, probability: Float)] = [:]
    for mention in mentions + communes(besides: mentions)
    where kind.map({ $0.family == mention.mention.kind.family }) ?? true {
      guard let one = asked[mention.mention.kind] else { continue }
      let ready = kit.preparer.prepare(mention.mention)
      let score = kit.scorer.score(one, ready)
      guard score.veto == nil, score.probability >= 0.02 else { continue }
      let canonical = view.canonical(of: mention.mention.id)
      if let known = best[canonical], known.probability >= score.probability { continue }
      best[canonical] = (mention, ready, score.probability)
    }
    let ranked = best.values.sorted { left, right in
      (-left.probability, -left.mention.records, left.mention.mention.id)
        < (-right.probability, -right.mention.records, right.mention.mention.id)
    }
    return ranked.prefix(limit).map { found in
      let one = asked[found.mention.mention.kind]
      return NameCandidate(
        mention: found.mention, probability: found.probability,
        contributions: one.map { kit.scorer.explain($0, found.ready) } ?? [])
    }
  }

  /// The communes of the official list that the store does not name.
  private func communes(besides mentions: [StoredMention]) -> [StoredMention] {
    var known: Set<String> = []
    for mention in mentions {
      for identifier in mention.mention.identifiers where identifier.scheme == .insee {
        known.insert(identifier.value)
      }
    }
    guard let list = ontology.codeList(Ontology.ListName.communes) else { return [] }
    return list.entries.compactMap { entry in
      guard !known.contains(entry.code) else { return nil }
      let identifiers = [Mention.Identifier(.insee, entry.code)]
      return StoredMention(
        mention: Mention(
          id: store.iris.identifier(.insee, entry.code), kind: .place,
          names: [entry.label.french] + entry.alternatives,
          identifiers: identifiers, country: "FR", place: EntityIdentifiers.place(of: identifiers)),
        records: 0)
    }
  }
}

extension Mention.Kind {
  /// Places apart from organisations of every sort.
  fileprivate var family: Int { self == .place ? 0 : self == .person ? 1 : self == .work ? 2 : 3 }
}
