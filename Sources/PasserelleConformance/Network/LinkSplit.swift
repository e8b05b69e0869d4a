import PasserelleNetwork

/// Ties to learn from, ties to be found, and pairs that are not tied.
struct LinkSplit {
  /// The ties to learn from, over all vertices.
  let training: NetworkGraph
  /// The ties to be found.
  let held: [(source: Int32, target: Int32)]
  /// Untied pairs drawn among all.
  let untied: [(source: Int32, target: Int32)]
  /// Untied pairs at two steps in the training graph, all as likely to be drawn.
  let atTwoSteps: [(source: Int32, target: Int32)]
  private let tied: Set<UInt64>

  /// How many untied pairs are drawn for each tie to be found.
  static let untiedPerTie = 10

  /// Holds ties out.
  ///
  /// - Parameters:
  ///   - vertexCount: How many vertices there are.
  ///   - ties: The ties.
  ///   - isHeld: Whether each is held out.
  ///   - draws: What untied pairs are drawn by.
  init(
    vertexCount: Int, ties: [(source: Int32, target: Int32)], held isHeld: [Bool], draws: inout DrawSequence
  ) {
    var (rest, held): ([(source: Int32, target: Int32)], [(source: Int32, target: Int32)]) = ([], [])
    for (place, tie) in ties.enumerated() {
      if isHeld[place] { held.append(tie) } else { rest.append(tie) }
    }
    let training = NetworkGraph(
      vertexCount: vertexCount, sources: rest.map(\.source), targets: rest.map(\.target), isDirected: false)
    let tied = Set(ties.map { Self.key($0.source, $0.target) })
    let wanted = Self.untiedPerTie * held.count
    var untied: [(source: Int32, target: Int32)] = []
    var tries = 0
    while untied.count < wanted, tries < 20 * wanted {
      tries += 1
      let (source, target) = (Int32(draws.below(vertexCount)), Int32(draws.below(vertexCount)))
      if source != target, !tied.contains(Self.key(source, target)) { untied.append((source, target)) }
    }
    self.training = training
    self.held = held
    self.untied = untied
    atTwoSteps = Self.atTwoSteps(in: training, count: wanted, tied: tied, draws: &draws)
    self.tied = tied
  }

  /// Draws among the untied pairs at two steps, by one pass over all of them.
  ///
  /// J. Vitter, “Random sampling with a reservoir”, ACM Transactions on Mathematical Software 11 (1985).
  ///
  /// - Complexity: O(Σ of the squares of degrees).
  private static func atTwoSteps(
    in graph: NetworkGraph, count: Int, tied: Set<UInt64>, draws: inout DrawSequence
  ) -> [(source: Int32, target: Int32)] {
    var kept: [(source: Int32, target: Int32)] = []
    var seen = 0
    var last = [Int32](repeating: -1, count: graph.vertexCount)
    for source in 0..<Int32(graph.vertexCount) {
      for middle in graph.neighbours(of: source) {
        for target in graph.neighbours(of: middle) where target > source && last[Int(target)] != source {
          last[Int(target)] = source
          if tied.contains(key(source, target)) { continue }
          seen += 1
          if kept.count < count {
            kept.append((source, target))
          } else {
            let place = draws.below(seen)
            if place < count { kept[place] = (source, target) }
          }
        }
      }
    }
    return kept
  }

  /// Whether two vertices are tied, held-out ties included.
  func isTied(_ left: Int32, _ right: Int32) -> Bool { tied.contains(Self.key(left, right)) }

  private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(min(left, right)) << 32 | UInt64(max(left, right))
  }

  /// Which ties are held out: a part of all, drawn by a seed.
  static func random(_ count: Int, part: Double, draws: inout DrawSequence) -> [Bool] {
    var order = Array(0..<count)
    order.shuffle(using: &draws)
    var held = [Bool](repeating: false, count: count)
    for place in order.prefix(Int((Double(count) * part).rounded())) { held[place] = true }
    return held
  }

  /// Which ties are held out: those of the last years that together make up at least a part of the dated ones.
  static func time(_ years: [Int?], part: Double) -> [Bool] {
    let dated = years.compactMap { $0 }.sorted()
    guard !dated.isEmpty else { return years.map { _ in false } }
    let first = dated[max(0, min(dated.count - 1, Int((Double(dated.count) * (1 - part)).rounded())))]
    return years.map { $0.map { $0 >= first } ?? false }
  }
}
