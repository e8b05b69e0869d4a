import Dispatch

extension NetworkGraph {
  /// How stable the community of each vertex is over searches with other seeds, from 0 to 1.
  ///
  /// For each vertex, the mean over the runs of the Jaccard similarity of its community with the one that the run gives
  /// it (Hennig, Comput. Stat. Data Anal. 52, 258, 2007): the part that is with it in both, of all that is with it in
  /// either, itself included. Run *i* has the seed of the options plus *i*.
  ///
  /// - Parameters:
  ///   - runs: How many other searches, at least 1.
  ///   - options: How communities are sought; also those whose stability is told.
  /// - Returns: The stability of each vertex.
  /// - Complexity: That of so many searches, two at a time.
  public func communityStability(runs: Int, _ options: CommunityOptions = .init()) -> [Double] {
    precondition(runs > 0, "There is at least one run.")
    var partitions = [VertexPartition?](repeating: nil, count: runs + 1)
    partitions.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let shared = Shared(start)
      DispatchQueue.concurrentPerform(iterations: runs + 1) { run in
        var own = options
        own.seed = options.seed &+ UInt64(run)
        shared.base[run] = communities(own).partition
      }
    }
    guard let reference = partitions[0] else { return [] }
    var sums = [Double](repeating: 0, count: vertexCount)
    let members = reference.members()
    for partition in partitions.dropFirst() {
      guard let partition else { continue }
      let tally = WeightTally(partition.count)
      for group in members {
        for vertex in group { tally.add(1, to: partition.labels[Int(vertex)]) }
        for vertex in group {
          let label = partition.labels[Int(vertex)]
          let shared = tally.weights[label]
          sums[Int(vertex)] += shared / (Double(group.count) + Double(partition.sizes[Int(label)]) - shared)
        }
        tally.clear()
      }
    }
    return sums.map { $0 / Double(runs) }
  }
}
