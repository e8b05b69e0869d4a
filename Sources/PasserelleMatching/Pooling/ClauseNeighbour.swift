/// A clause near another one, by its place among the clauses pooled.
public struct ClauseNeighbour: Sendable, Hashable {
  /// The clause's place.
  public let place: Int
  /// How alike the two are, 0 to 1.
  public let likeness: Double
}

extension ClausePooling {
  /// The least likeness at which a clause is worth showing beside another.
  public static let leastNeighbour = 0.2

  /// The clauses nearest to one, best first, ties in their order.
  ///
  /// Functional and technical clauses may meet here, as documents divide the two differently; clauses of other kinds
  /// meet their own kind only.
  ///
  /// - Parameters:
  ///   - place: The clause asked for.
  ///   - candidates: Where the nearest are looked for.
  ///   - limit: The most clauses given; at most one of a document.
  /// - Returns: Clauses of likeness ``leastNeighbour`` and more.
  /// - Complexity: O(words of the candidates).
  public func neighbours(of place: Int, among candidates: Range<Int>, limit: Int) -> [ClauseNeighbour] {
    var found: [ClauseNeighbour] = []
    for other in candidates where other != place && mayMeet(place, other) {
      let likeness = self.overlap(place, other)
      if likeness >= Self.leastNeighbour { found.append(ClauseNeighbour(place: other, likeness: likeness)) }
    }
    found.sort { ($1.likeness, $0.place) < ($0.likeness, $1.place) }
    var documents: Set<String> = []
    var result: [ClauseNeighbour] = []
    for one in found where documents.insert(clauses[one.place].document).inserted {
      if result.count >= limit { break }
      result.append(one)
    }
    return result
  }

  private func mayMeet(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (clauses[left].clause.kind, clauses[right].clause.kind)
    return first == second || (first.isRequirement && second.isRequirement)
  }
}
