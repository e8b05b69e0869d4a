/// What a triangle of three parties must be made of, such as one French and two foreign authorities.
public struct ConsortiumRule: Sendable, Hashable {
  /// The class of the party in each of the three seats.
  public var seats: [Int32]
  /// The class of each vertex; negative for none.
  public var classes: [Int32]
  /// A column in which all three parties must differ, such as the country; a negative value, unknown, never passes.
  public var apart: [Int32]?

  /// Makes a rule.
  ///
  /// - Precondition: There are three seats.
  public init(seats: [Int32], classes: [Int32], apart: [Int32]? = nil) {
    precondition(seats.count == 3, "A triangle has three seats.")
    self.seats = seats
    self.classes = classes
    self.apart = apart
  }
}

/// Three parties that are tied, each to each, in the seats of a rule.
public struct TriangularConsortium: Sendable, Hashable {
  /// The parties, by seat; those of equal seats ascending.
  public let parties: [Int32]
  /// The caller's score.
  public let score: Double
}

extension NetworkGraph {
  /// Lists the triangles that keep a rule, best first, equal ones by their parties.
  ///
  /// - Parameters:
  ///   - rule: What they must be made of.
  ///   - limit: How many are kept.
  ///   - score: Scores three parties by seat; higher is better.
  /// - Returns: The best, and how many triangles keep the rule in all.
  /// - Precondition: The columns of the rule have a row for each vertex.
  /// - Complexity: that of ``forEachTriangle(_:)`` over the ties whose two ends have a class of the rule.
  public func triangularConsortia(
    _ rule: ConsortiumRule, limit: Int, score: ([Int32]) -> Double
  ) -> (best: [TriangularConsortium], total: Int) {
    precondition(rule.classes.count == vertexCount, "Every vertex has a class.")
    precondition(rule.apart.map { $0.count == vertexCount } ?? true, "Every vertex has a value.")
    let wanted = Set(rule.seats)
    var (sources, ends): ([Int32], [Int32]) = ([], [])
    for (source, target) in zip(edgeSources, edgeTargets) {
      guard wanted.contains(rule.classes[Int(source)]), wanted.contains(rule.classes[Int(target)]) else {
        continue
      }
      if let apart = rule.apart {
        let (left, right) = (apart[Int(source)], apart[Int(target)])
        if left < 0 || right < 0 || left == right { continue }
      }
      sources.append(source)
      ends.append(target)
    }
    let ties = LinkGraph(vertexCount: vertexCount, sources: sources, targets: ends)
    var kept: [TriangularConsortium] = []
    var total = 0
    ties.forEachTriangle { first, second, third in
      guard let parties = rule.seated([first, second, third]) else { return }
      total += 1
      kept.append(TriangularConsortium(parties: parties, score: score(parties)))
      if kept.count >= 2 * max(1, limit) + 64 { Self.keep(limit, of: &kept) }
    }
    Self.keep(limit, of: &kept)
    return (kept, total)
  }

  private static func keep(_ limit: Int, of kept: inout [TriangularConsortium]) {
    kept.sort {
      $0.score == $1.score ? $0.parties.lexicographicallyPrecedes($1.parties) : $0.score > $1.score
    }
    if kept.count > max(0, limit) { kept.removeLast(kept.count - max(0, limit)) }
  }
}

extension ConsortiumRule {
  /// Three vertices in the seats; nil where they do not fit.
  func seated(_ vertices: [Int32]) -> [Int32]? {
    var free = vertices.sorted()
    var parties: [Int32] = []
    for seat in seats {
      guard let place = free.firstIndex(where: { classes[Int($0)] == seat }) else { return nil }
      parties.append(free.remove(at: place))
    }
    return parties
  }
}
