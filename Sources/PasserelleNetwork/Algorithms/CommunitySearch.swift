/// The Louvain and Leiden methods over the rows of one graph.
struct CommunitySearch {
  let rows: ArcRows
  /// The weight of each edge; nil where all weigh 1.
  let weights: [Double]?
  let options: CommunityOptions

  /// The community of each vertex, by numbers less than the number of vertices.
  func labels() -> [Int32] {
    guard let weights else { return labels(arcWeights: nil) }
    let arcWeights = Column<Double>(rows.arcCount) { weights[Int(rows.edges[$0])] }
    return labels(arcWeights: UnsafePointer(arcWeights.base))
  }

  private func labels(arcWeights: UnsafePointer<Double>?) -> [Int32] {
    let first = CommunityLevel(rows: rows, arcWeights: arcWeights)
    var total = 0.0
    for vertex in 0..<first.count { total += first.strengths[vertex] }
    let labels = Column<Int32>(first.count) { Int32(truncatingIfNeeded: $0) }
    guard total > 0 else { return labels.array }
    var mover = CommunityMover(rate: options.resolution / total, random: DrawSequence(seed: options.seed))
    for _ in 0..<max(1, options.iterations) {
      let before = Column<Int32>(labels.count) { labels[$0] }
      switch options.method {
      case .louvain: louvain(first, labels, &mover)
      case .leiden: leiden(first, labels, &mover)
      }
      labels.renumber()
      guard (0..<labels.count).contains(where: { before[$0] != labels[$0] }) else { break }
    }
    return options.method == .leiden ? connected(labels) : labels.array
  }

  /// Moves vertices, merges communities into vertices, and so on until nothing moves.
  private func louvain(
    _ first: CommunityLevel, _ labels: borrowing Column<Int32>, _ mover: inout CommunityMover
  ) {
    var level = first
    var count = mover.move(first, labels)
    var groups = Column<Int32>(labels.count) { labels[$0] }
    while count < level.count {
      level = level.merged(groups, into: count)
      groups = Column(level.count) { Int32(truncatingIfNeeded: $0) }
      count = mover.move(level, groups)
      for vertex in 0..<labels.count { labels[vertex] = groups[labels[vertex]] }
    }
  }

  /// Moves vertices, merges what refinement keeps together within communities, and so on.
  private func leiden(
    _ first: CommunityLevel, _ labels: borrowing Column<Int32>, _ mover: inout CommunityMover
  ) {
    // The vertex of the present level that each vertex is part of, and the community of each of the level's vertices.
    let parts = Column<Int32>(labels.count) { Int32(truncatingIfNeeded: $0) }
    var level = first
    var groups = Column<Int32>(labels.count) { labels[$0] }
    while true {
      let count = mover.move(level, groups)
      for vertex in 0..<labels.count { labels[vertex] = groups[parts[vertex]] }
      guard count < level.count else { break }
      let refined = Column<Int32>(level.count, repeating: 0)
      var refinedCount = mover.refine(level, groups, count, refined)
      if refinedCount == level.count {
        // Nothing holds together more closely than the communities: they become the vertices.
        refinedCount = count
        for vertex in 0..<level.count { refined[vertex] = groups[vertex] }
      }
      let merged = Column<Int32>(refinedCount, repeating: 0)
      for vertex in 0..<level.count { merged[refined[vertex]] = groups[vertex] }
      for vertex in 0..<labels.count { parts[vertex] = refined[parts[vertex]] }
      level = level.merged(refined, into: refinedCount)
      groups = merged
    }
  }

  /// Communities with those that are not connected taken apart, which never lowers the modularity.
  private func connected(_ labels: borrowing Column<Int32>) -> [Int32] {
    let sets = DisjointSets(labels.count)
    for vertex in 0..<Int32(truncatingIfNeeded: labels.count) {
      for arc in rows.arcs(of: vertex) {
        let target = rows.targets[arc]
        if target < vertex, labels[target] == labels[vertex] { sets.join(vertex, target) }
      }
    }
    return sets.roots()
  }
}

extension Column<Int32> {
  /// Numbers groups from 0 in the order in which they come; gives their number.
  ///
  /// - Precondition: Every value is from 0 up to the number of places.
  @discardableResult func renumber() -> Int {
    let numbers = Column<Int32>(count, repeating: -1)
    var found: Int32 = 0
    for place in 0..<count {
      let group = self[place]
      if numbers[group] < 0 {
        numbers[group] = found
        found += 1
      }
      self[place] = numbers[group]
    }
    return Int(found)
  }
}
