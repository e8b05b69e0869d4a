/// Clusters of a component too large for all of its pairs.
///
/// The component is first cut at rising probabilities into parts small enough for average linkage; then, from the
/// strongest link on, clusters merge whose mean evidence over a fixed sample of pairs reaches the bar.
struct LargeComponent<Source: LinkSource> {
  private let members: [UInt32]
  private let source: Source
  private let options: ClusterOptions
  /// The first member of the cluster of each member, as places in the component.
  private(set) var labels: [Int]

  /// Probabilities at which a large component is cut.
  private static var cuts: [Float] { [0.7, 0.85, 0.93, 0.97, 0.99, 0.996] }

  /// Solves a component.
  ///
  /// - Parameters:
  ///   - members: The slots, in the order of identifiers.
  ///   - links: The links among them.
  ///   - source: The evidence.
  ///   - options: The bars and limits.
  init(_ members: [UInt32], _ links: [Link], source: Source, options: ClusterOptions) {
    self.members = members
    self.source = source
    self.options = options
    labels = Array(members.indices)
    var places: [UInt32: Int] = [:]
    for (place, slot) in members.enumerated() { places[slot] = place }
    var edges: [Edge] = []
    for link in links {
      guard let left = places[link.left], let right = places[link.right], left != right else { continue }
      edges.append(Edge(left: min(left, right), right: max(left, right), evidence: link.evidence))
    }
    edges.sort()
    cut(Array(members.indices), edges, level: 0)
    gather(edges)
  }

  /// A link among places of the component; the strongest first.
  private struct Edge: Comparable {
    let left: Int
    let right: Int
    let evidence: Evidence

    static func < (one: Edge, other: Edge) -> Bool {
      if one.evidence != other.evidence { return other.evidence < one.evidence }
      return one.left != other.left ? one.left < other.left : one.right < other.right
    }
  }

  /// Cuts a part at rising bars, and solves what is small enough.
  private mutating func cut(_ part: [Int], _ edges: [Edge], level: Int) {
    if part.count <= options.denseLimit {
      var matrix = ClusterMatrix(part.map { members[$0] }, source: source)
      matrix.run(from: options.mergeSteps)
      for (index, label) in matrix.labels.enumerated() { labels[part[index]] = part[label] }
      return
    }
    guard level < Self.cuts.count else { return }
    let bar = Evidence(probability: Self.cuts[level])
    let strong = edges.filter { $0.evidence >= bar }
    var roots = UnionFind(members.count)
    for edge in strong { roots.unite(edge.left, edge.right) }
    var parts: [Int: [Int]] = [:]
    for place in part { parts[roots.find(place), default: []].append(place) }
    var links: [Int: [Edge]] = [:]
    for edge in strong { links[roots.find(edge.left), default: []].append(edge) }
    for root in parts.keys.sorted() {
      guard let inner = parts[root], inner.count > 1 else { continue }
      cut(inner, links[root] ?? [], level: level + 1)
    }
  }

  /// Merges clusters along the links, the strongest first, where a sample of their pairs agrees.
  private mutating func gather(_ edges: [Edge]) {
    var clusters: [Int: Cluster] = [:]
    for place in members.indices { clusters[labels[place], default: Cluster()].places.append(place) }
    for first in clusters.keys.sorted() {
      let values = clusters[first]?.places.flatMap { source.exclusions(members[$0]) } ?? []
      clusters[first]?.exclusions = Array(Set(values)).sorted()
    }
    // Pairs of clusters that were refused, at the sizes they had.
    var refused: [Refusal: Int] = [:]
    for edge in edges {
      let left = min(labels[edge.left], labels[edge.right])
      let right = max(labels[edge.left], labels[edge.right])
      guard left != right, let one = clusters[left], let other = clusters[right] else { continue }
      let size = one.places.count + other.places.count
      let pair = Refusal(left: left, right: right)
      if refused[pair] == size { continue }
      let isJudged = source.judgement(members[edge.left], members[edge.right]) == .same
      guard agree(one, other, isJudged: isJudged) else {
        refused[pair] = size
        continue
      }
      for place in other.places { labels[place] = left }
      clusters[left] = Cluster(
        places: one.places + other.places,
        exclusions: Array(Set(one.exclusions + other.exclusions)).sorted())
      clusters[right] = nil
    }
  }

  private struct Cluster {
    var places: [Int] = []
    var exclusions: [Exclusion] = []
  }

  private struct Refusal: Hashable {
    let left: Int
    let right: Int
  }

  /// Whether people told a member of one cluster from a member of the other.
  private func areToldApart(_ one: Cluster, _ other: Cluster) -> Bool {
    let (small, large) = one.places.count < other.places.count ? (one, other) : (other, one)
    return small.places.contains { place in
      let apart = source.differences(members[place])
      return !apart.isEmpty && large.places.contains { apart.contains(members[$0]) }
    }
  }

  /// Whether a fixed sample of the pairs of two clusters speaks for their merge.
  private func agree(_ one: Cluster, _ other: Cluster, isJudged: Bool) -> Bool {
    if !isJudged, Exclusion.conflict(one.exclusions, other.exclusions) { return false }
    if areToldApart(one, other) { return false }
    let pairs = one.places.count * other.places.count
    let taken = min(pairs, options.sampleLimit)
    var sum: Int64 = 0
    for sample in 0..<taken {
      // Evenly spread over all pairs; a stride that is not a multiple of the columns.
      let pair = taken == pairs ? sample : sample * (pairs / taken) + sample % (pairs / taken)
      let left = members[one.places[pair / other.places.count]]
      let right = members[other.places[pair % other.places.count]]
      if isJudged { break }
      let evidence = source.evidence(left, right)
      if evidence.isVeto { return false }
      sum += Int64(evidence.steps)
    }
    return isJudged || sum >= options.mergeSteps * Int64(taken)
  }
}

/// Disjoint sets of places (Tarjan 1975), the least of a set being its root.
struct UnionFind: Sendable {
  private var parents: [UInt32]

  /// Makes sets of one place each.
  init(_ count: Int) { parents = (0..<UInt32(count)).map { $0 } }

  /// The root of a place's set.
  mutating func find(_ place: Int) -> Int {
    parents.withUnsafeMutableBufferPointer { parents in
      var place = place
      while Int(parents[place]) != place {
        parents[place] = parents[Int(parents[place])]
        place = Int(parents[place])
      }
      return place
    }
  }

  /// Makes two sets one.
  mutating func unite(_ left: Int, _ right: Int) {
    let one = find(left)
    let other = find(right)
    guard one != other else { return }
    parents[max(one, other)] = UInt32(min(one, other))
  }
}
