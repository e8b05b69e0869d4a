public import PasserelleCore

/// Concepts one above another: what stands below what, and totals that count each thing once.
///
/// A concept may have several above it; a figure that reaches one above by two ways still counts once.
/// Concepts are named by notation, such as `services:mobility-parking`.
public struct ConceptHierarchy: Sendable {
  /// The notations, in the order given.
  public let notations: [String]

  private let rankByNotation: [String: Int]
  private let above: [[Int]]
  private let below: [[Int]]
  /// The longest way up to a concept without any above it.
  private let levels: [Int]

  /// Makes a hierarchy.
  ///
  /// - Parameter concepts: Each notation with those just above it; unknown ones above are left out, and of a loop
  ///   the link that would close it.
  /// - Complexity: O(*n*) in the concepts and links.
  public init(_ concepts: [(notation: String, broader: [String])]) {
    var ranks: [String: Int] = [:]
    var names: [String] = []
    for concept in concepts where ranks[concept.notation] == nil {
      ranks[concept.notation] = names.count
      names.append(concept.notation)
    }
    var above = [[Int]](repeating: [], count: names.count)
    for concept in concepts {
      guard let rank = ranks[concept.notation] else { continue }
      for parent in concept.broader.compactMap({ ranks[$0] }) where !above[rank].contains(parent) {
        if !Self.reaches(rank, from: parent, above) { above[rank].append(parent) }
      }
    }
    var below = [[Int]](repeating: [], count: names.count)
    for (rank, parents) in above.enumerated() { for parent in parents { below[parent].append(rank) } }
    notations = names
    rankByNotation = ranks
    levels = Self.levels(above)
    self.above = above
    self.below = below
  }

  /// Whether a concept stands above another, or is it.
  private static func reaches(_ wanted: Int, from start: Int, _ above: [[Int]]) -> Bool {
    closure(of: [start], above).contains(wanted)
  }

  private static func levels(_ above: [[Int]]) -> [Int] {
    var levels = [Int](repeating: -1, count: above.count)
    func level(_ rank: Int) -> Int {
      if levels[rank] < 0 { levels[rank] = above[rank].map { level($0) + 1 }.max() ?? 0 }
      return levels[rank]
    }
    for rank in above.indices { _ = level(rank) }
    return levels
  }

  /// Some concepts and all that the links lead to.
  private static func closure(of start: [Int], _ links: [[Int]]) -> Set<Int> {
    var found: Set<Int> = []
    var open = start
    while let rank = open.popLast() {
      if found.insert(rank).inserted { open += links[rank] }
    }
    return found
  }

  private func notations(_ ranks: Set<Int>) -> [String] { ranks.sorted().map { notations[$0] } }

  /// The notations just below a concept, in the order given.
  public func narrower(_ notation: String) -> [String] {
    rankByNotation[notation].map { below[$0].map { notations[$0] } } ?? []
  }

  /// The notations just above a concept, in the order given.
  public func broader(_ notation: String) -> [String] {
    rankByNotation[notation].map { above[$0].map { notations[$0] } } ?? []
  }

  /// All notations below a concept, each once, without the concept itself.
  ///
  /// - Complexity: O(*n*) in those found.
  public func descendants(of notation: String) -> [String] {
    rankByNotation[notation].map { notations(Self.closure(of: below[$0], below)) } ?? []
  }

  /// All notations above a concept, each once, without the concept itself.
  ///
  /// - Complexity: O(*n*) in those found.
  public func ancestors(of notation: String) -> [String] {
    rankByNotation[notation].map { notations(Self.closure(of: above[$0], above)) } ?? []
  }

  /// The level of a concept, 0 for one without any above it; nil for an unknown one.
  public func level(of notation: String) -> Int? { rankByNotation[notation].map { levels[$0] } }

  /// Some concepts brought up to one level: those of that level at or above them, each once.
  ///
  /// - Parameters:
  ///   - notations: The notations that a thing is filed under; unknown ones are left out.
  ///   - level: The level wanted; a concept that stands higher stays as it is.
  /// - Returns: The notations in the order of the hierarchy.
  /// - Complexity: O(*n*) in the concepts above.
  public func rolledUp(_ notations: some Sequence<String>, toLevel level: Int) -> [String] {
    var found: Set<Int> = []
    for rank in notations.compactMap({ rankByNotation[$0] }) {
      if levels[rank] <= level {
        found.insert(rank)
      } else {
        found.formUnion(Self.closure(of: above[rank], above).filter { levels[$0] == level })
      }
    }
    return self.notations(found)
  }

  /// How many things each concept holds, its own and those of all below it, each thing once.
  ///
  /// - Parameter things: For each thing, the notations that it is filed under.
  /// - Returns: The count of every concept that holds some, in the order of the hierarchy.
  /// - Complexity: O(*n*) in the things and the concepts above theirs.
  public func counts(of things: some Sequence<[String]>) -> [(notation: String, count: Int)] {
    var counts = [Int](repeating: 0, count: notations.count)
    for notations in things {
      for rank in Self.closure(of: notations.compactMap { rankByNotation[$0] }, above) { counts[rank] += 1 }
    }
    return counts.enumerated().filter { $0.element > 0 }.map { (notations[$0.offset], $0.element) }
  }

  /// The sum of published figures under a concept, none counted twice.
  ///
  /// A figure of a concept stands for all below it, so that theirs are left out: the figure of a theme is not added
  /// to those of its sub-themes.
  ///
  /// - Parameters:
  ///   - figures: The figure of each concept that has one.
  ///   - notation: The concept; its own figure is the answer when there is one.
  /// - Returns: The sum; nil where there is no figure, or where it is too large for a decimal.
  /// - Complexity: O(*n*) in the concepts below.
  public func total(_ figures: [String: DecimalNumber], under notation: String) -> DecimalNumber? {
    guard let start = rankByNotation[notation] else { return nil }
    var seen: Set<Int> = []
    var told: Set<Int> = []
    var open = [start]
    while let rank = open.popLast() {
      guard seen.insert(rank).inserted else { continue }
      if figures[notations[rank]] != nil { told.insert(rank) } else { open += below[rank] }
    }
    // A concept with two above it may stand below one that is told already.
    let highest = told.filter { Self.closure(of: above[$0], above).isDisjoint(with: told) }
    var sum: DecimalNumber?
    for rank in highest.sorted() {
      guard let figure = figures[notations[rank]] else { continue }
      guard let known = sum else {
        sum = figure
        continue
      }
      guard let next = known.adding(figure) else { return nil }
      sum = next
    }
    return sum
  }
}
