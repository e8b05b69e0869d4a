/// Cuts a connected component of links into clusters.
///
/// A function of the members, their evidence and the judgements alone: not of slots, threads or order of arrival.
struct ComponentSolver<Source: LinkSource> {
  let source: Source
  let options: ClusterOptions

  /// The clusters of a component.
  ///
  /// - Parameters:
  ///   - members: The slots, in any order.
  ///   - links: The links among them.
  /// - Returns: The members in the order of identifiers, and for each the place of the first of its cluster.
  /// - Complexity: up to ``ClusterOptions/denseLimit`` members, all pairs are scored; past it, at most
  ///   ``ClusterOptions/sampleLimit`` pairs a link.
  func solve(_ members: [UInt32], _ links: [Link]) -> (members: [UInt32], labels: [Int]) {
    let members = members.sorted { source.precedes($0, $1) }
    return (members, labels(members, links))
  }

  /// The merges of a small component, in their order; none for one that is solved by sampling.
  func steps(_ members: [UInt32]) -> [MergeStep] {
    let members = members.sorted { source.precedes($0, $1) }
    guard members.count <= options.denseLimit else { return [] }
    var matrix = ClusterMatrix(members, source: source)
    var steps: [MergeStep] = []
    matrix.run(from: options.mergeSteps) { matrix, left, right, isJudged in
      steps.append(step(matrix, left, right, isJudged, members))
    }
    return steps
  }

  private func labels(_ members: [UInt32], _ links: [Link]) -> [Int] {
    guard members.count > 1 else { return [0] }
    if members.count <= options.denseLimit {
      var matrix = ClusterMatrix(members, source: source)
      matrix.run(from: options.mergeSteps)
      return matrix.labels
    }
    return LargeComponent(members, links, source: source, options: options).labels
  }

  private func step(
    _ matrix: ClusterMatrix, _ left: Int, _ right: Int, _ isJudged: Bool, _ members: [UInt32]
  ) -> MergeStep {
    var best: Link?
    var worst: Link?
    for one in members.indices where matrix.labels[one] == left {
      for other in members.indices where matrix.labels[other] == right {
        let link = Link(members[one], members[other], source.evidence(members[one], members[other]))
        if best.map({ $0.evidence < link.evidence }) ?? true { best = link }
        if worst.map({ link.evidence < $0.evidence }) ?? true { worst = link }
      }
    }
    let fallback = Link(members[left], members[right], Evidence(steps: 0))
    return MergeStep(
      left: members[left], right: members[right], sizes: [matrix.size(left), matrix.size(right)],
      meanProbability: matrix.mean(left, right).probability, best: best ?? fallback, worst: worst ?? fallback,
      isJudged: isJudged)
  }
}
