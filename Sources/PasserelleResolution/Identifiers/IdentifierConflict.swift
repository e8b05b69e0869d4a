/// Two mentions that bear one official identifier and names of which nothing is alike: one of the two is probably wrong.
public struct IdentifierConflict: Sendable, Hashable {
  /// The shared identifier.
  public let identifier: Mention.Identifier
  /// The mention with the name that most others of the identifier are like.
  public let main: String
  /// The mention that is unlike it.
  public let other: String
  /// The probability that names alone give the two.
  public let probability: Float

  /// Names less alike than this are unrelated.
  public static let limit: Float = 0.12

  /// Finds the conflicts of a collection.
  ///
  /// Of the mentions of each identifier the one most like the others is the main one; those unlike it and unlike every
  /// mention that is like it are conflicts.
  ///
  /// - Parameters:
  ///   - mentions: The mentions.
  ///   - kit: Makes them ready and scores them.
  /// - Returns: By identifier, then by mention.
  /// - Complexity: O(*k*²) for *k* mentions of an identifier; of more than 200 the first 200 by id count.
  public static func find(_ mentions: [Mention], kit: ResolutionKit) -> [IdentifierConflict] {
    var groups: [Mention.Identifier: [Int]] = [:]
    for (place, mention) in mentions.enumerated() {
      for identifier in mention.identifiers {
        for known in EntityIdentifier.implied(by: identifier) where known.scheme.isExclusive {
          if groups[known]?.last != place { groups[known, default: []].append(place) }
        }
      }
    }
    let identifiers = groups.keys.sorted { ($0.scheme, $0.value) < ($1.scheme, $1.value) }
    var conflicts: [IdentifierConflict] = []
    for identifier in identifiers {
      guard let places = groups[identifier], places.count > 1 else { continue }
      let chosen = places.map { mentions[$0] }.sorted { $0.id < $1.id }.prefix(200)
      let prepared = chosen.map { kit.preparer.prepare($0) }
      var likeness = [[Float]](repeating: [Float](repeating: 1, count: prepared.count), count: prepared.count)
      for i in prepared.indices {
        for j in prepared.indices where j > i {
          let value = kit.scorer.nameProbability(prepared[i], prepared[j])
          likeness[i][j] = value
          likeness[j][i] = value
        }
      }
      let sums = likeness.map { $0.reduce(0, +) }
      guard let main = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else { continue }
      let kin = prepared.indices.filter { likeness[main][$0] >= limit }
      for other in prepared.indices where other != main {
        let best = kin.map { likeness[$0][other] }.max() ?? 0
        guard best < limit else { continue }
        conflicts.append(
          IdentifierConflict(
            identifier: identifier, main: prepared[main].id, other: prepared[other].id, probability: best))
      }
    }
    return conflicts
  }
}
