import Foundation

/// The two steps of community search that look at vertices one by one.
///
/// Moving a vertex of strength *k* to a community of strength *K*, to which its arcs weigh *w*, gains *w* − rate · *k* · *K*.
struct CommunityMover {
  /// The resolution over the strength of all vertices.
  let rate: Double
  var random: DrawSequence

  /// Moves each vertex to the community where it gains most, and again those whose neighbours moved, until none moves.
  ///
  /// A vertex that gains nowhere gets a community of its own. Gives the number of communities, numbered from 0.
  mutating func move(_ level: CommunityLevel, _ groups: borrowing Column<Int32>) -> Int {
    let count = level.count
    let strengths = Column<Double>(count, repeating: 0)
    let sizes = Column<Int32>(count, repeating: 0)
    for vertex in 0..<count {
      strengths[groups[vertex]] += level.strengths[vertex]
      sizes[groups[vertex]] += 1
    }
    var free = (0..<Int32(truncatingIfNeeded: count)).reversed().filter { sizes[$0] == 0 }
    var queue = VertexQueue(order: shuffled(count))
    let tally = WeightTally(count)
    while let vertex = queue.popFirst() {
      let own = groups[vertex]
      let strength = level.strengths[vertex]
      tally.add(level, arcsOf: vertex, by: groups)
      strengths[own] -= strength
      let share = rate * strength
      var best = own
      var bestGain = tally.weights[own] - share * strengths[own]
      let (met, sums) = (tally.groups.base, tally.weights.base)
      for place in 0..<tally.count {
        let group = met[place]
        let gain = sums[Int(group)] - share * strengths[group]
        sums[Int(group)] = 0
        if gain > bestGain { (best, bestGain) = (group, gain) }
      }
      tally.forget()
      if bestGain < 0, sizes[own] > 1, let empty = free.popLast() { best = empty }
      strengths[best] += strength
      guard best != own else { continue }
      groups[vertex] = best
      sizes[own] -= 1
      sizes[best] += 1
      if sizes[own] == 0 { free.append(own) }
      for arc in level.arcs(of: vertex) {
        let other = level.targets[arc]
        if groups[other] != best { queue.append(other) }
      }
    }
    return groups.renumber()
  }

  /// Builds up groups within communities from single vertices, so that each holds together.
  ///
  /// Only vertices and groups that are well tied to the rest of their community merge, to a group chosen at random, the
  /// more likely the more is gained. Gives the number of groups, numbered from 0.
  mutating func refine(
    _ level: CommunityLevel, _ communities: borrowing Column<Int32>, _ communityCount: Int,
    _ groups: borrowing Column<Int32>
  ) -> Int {
    let count = level.count
    let communityStrengths = Column<Double>(communityCount, repeating: 0)
    let strengths = Column<Double>(count) { level.strengths[$0] }
    let isSingle = Column<Bool>(count, repeating: true)
    // What the arcs between a group and the rest of its community weigh.
    let ties = Column<Double>(count, repeating: 0)
    for vertex in 0..<Int32(truncatingIfNeeded: count) {
      groups[vertex] = vertex
      communityStrengths[communities[vertex]] += level.strengths[vertex]
      var sum = 0.0
      for arc in level.arcs(of: vertex) {
        let other = level.targets[arc]
        if other != vertex, communities[other] == communities[vertex] { sum += level.weight(arc) }
      }
      ties[vertex] = sum
    }
    let order = shuffled(count)
    let tally = WeightTally(count)
    var chances: [Double] = []
    for place in 0..<count {
      let vertex = order[place]
      let community = communities[vertex]
      let (strength, all) = (level.strengths[vertex], communityStrengths[community])
      guard isSingle[vertex], ties[vertex] >= rate * strength * (all - strength) else { continue }
      for arc in level.arcs(of: vertex) {
        let other = level.targets[arc]
        if other != vertex, communities[other] == community {
          tally.add(level.weight(arc), to: groups[other])
        }
      }
      chances.removeAll(keepingCapacity: true)
      var greatest = 0.0
      for place in 0..<tally.count {
        let group = tally.groups[place]
        let isWellTied = ties[group] >= rate * strengths[group] * (all - strengths[group])
        let gain = tally.weights[group] - rate * strength * strengths[group]
        chances.append(isWellTied && gain >= 0 ? gain : -1)
        greatest = max(greatest, gain)
      }
      if let chosen = choice(among: &chances, greatest: greatest) {
        let group = tally.groups[chosen]
        ties[group] += ties[vertex] - 2 * tally.weights[group]
        strengths[group] += strength
        isSingle[group] = false
        isSingle[vertex] = false
        groups[vertex] = group
      }
      tally.clear()
    }
    return groups.renumber()
  }

  /// One of several gains at random, each as likely as e^(gain / 0.01); those less than 0 are none.
  private mutating func choice(among gains: inout [Double], greatest: Double) -> Int? {
    var total = 0.0
    for place in gains.indices {
      if gains[place] >= 0 { total += exp((gains[place] - greatest) / 0.01) }
      gains[place] = gains[place] >= 0 ? total : -1
    }
    guard total > 0 else { return nil }
    let point = random.unit() * total
    return gains.firstIndex { $0 > point } ?? gains.lastIndex { $0 >= 0 }
  }

  private mutating func shuffled(_ count: Int) -> Column<Int32> {
    let order = Column<Int32>(count) { Int32(truncatingIfNeeded: $0) }
    for place in stride(from: count - 1, to: 0, by: -1) {
      let other = random.below(place + 1)
      let vertex = order[place]
      order[place] = order[other]
      order[other] = vertex
    }
    return order
  }
}

/// Vertices to look at, each at most once in the queue.
private struct VertexQueue: ~Copyable {
  private let ring: Column<Int32>
  private let isWaiting: Column<Bool>
  private var start = 0
  private var count: Int

  init(order: consuming Column<Int32>) {
    count = order.count
    isWaiting = Column(order.count, repeating: true)
    ring = order
  }

  @inline(__always) mutating func popFirst() -> Int32? {
    guard count > 0 else { return nil }
    let vertex = ring[start]
    start = start + 1 == ring.count ? 0 : start + 1
    count -= 1
    isWaiting[vertex] = false
    return vertex
  }

  @inline(__always) mutating func append(_ vertex: Int32) {
    guard !isWaiting[vertex] else { return }
    isWaiting[vertex] = true
    let end = start + count
    ring[end >= ring.count ? end - ring.count : end] = vertex
    count += 1
  }
}
