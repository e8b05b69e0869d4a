package import PasserelleResolution

/// An official identifier that stands for names which are not alike: one of the two was typed wrong.
package struct NameConflict: Sendable, Hashable {
  /// The identifier; nil where the thing's IRI alone joins the names.
  package let identifier: Mention.Identifier?
  /// The thing of the one name.
  package let left: String
  /// The one name.
  package let leftName: String
  /// The thing of the other name, which may be the same.
  package let right: String
  /// The other name.
  package let rightName: String
  /// How likely the names alone are to be of one thing, 0…1.
  package let probability: Float
}

extension EntityResolver {
  /// Below this probability of their names alone, two names of one identifier are unrelated.
  private static let bar: Float = 0.03
  /// The most mentions of one identifier that are compared with the most stated one.
  private static let limit = 50

  /// The identifiers under which names stand that have nothing in common.
  ///
  /// - Returns: The conflicts, the least likely names first; each thing or pair of things once.
  /// - Complexity: linear in names and identifiers.
  package func conflicts(in resolution: Resolution) -> [NameConflict] {
    var found: [NameConflict] = []
    var owners: [Mention.Identifier: [Int]] = [:]
    let mentions = resolution.alive
    for (place, stored) in mentions.enumerated() {
      var all: Set<Mention.Identifier> = []
      for identifier in stored.mention.identifiers where identifier.scheme.isExclusive {
        all.formUnion(EntityIdentifier.implied(by: identifier).filter { $0.scheme.isExclusive })
      }
      for identifier in all { owners[identifier, default: []].append(place) }
      if !all.isEmpty { found += within(stored.mention) }
    }
    for (identifier, places) in owners where places.count > 1 {
      let ranked = places.sorted { (-mentions[$0].records, $0) < (-mentions[$1].records, $1) }.prefix(
        Self.limit)
      guard let first = ranked.first else { continue }
      for other in ranked.dropFirst() {
        let (left, right) = (mentions[first].mention, mentions[other].mention)
        let probability = likelihood(left, left.names, right, right.names)
        guard probability < Self.bar else { continue }
        found.append(
          NameConflict(
            identifier: identifier, left: left.id, leftName: left.names[0], right: right.id,
            rightName: right.names[0], probability: probability))
      }
    }
    return found.sorted {
      ($0.probability, $0.left, $0.right, $0.rightName) < ($1.probability, $1.left, $1.right, $1.rightName)
    }
  }

  /// The names of one thing that are unlike its main name and all others.
  private func within(_ mention: Mention) -> [NameConflict] {
    guard mention.names.count > 1 else { return [] }
    return mention.names.dropFirst().compactMap { name in
      let others = mention.names.filter { $0 != name } + mention.formerNames
      let probability = likelihood(mention, others, mention, [name])
      guard probability < Self.bar else { return nil }
      return NameConflict(
        identifier: mention.identifiers.first, left: mention.id, leftName: mention.names[0],
        right: mention.id,
        rightName: name, probability: probability)
    }
  }

  /// How likely names alone are to be of one thing.
  private func likelihood(_ left: Mention, _ leftNames: [String], _ right: Mention, _ rightNames: [String])
    -> Float
  {
    func bare(_ mention: Mention, _ names: [String]) -> PreparedMention {
      kit.preparer.prepare(
        Mention(id: mention.id, kind: .organisation, names: names, country: mention.country))
    }
    let score = kit.scorer.score(bare(left, leftNames), bare(right, rightNames))
    // Two sorts of body in one name and the other are no proof of an error.
    return score.veto == nil ? score.probability : 1
  }
}
