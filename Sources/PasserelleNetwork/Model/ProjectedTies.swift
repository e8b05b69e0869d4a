/// Ties between nodes on their way to a graph, in columns.
struct ProjectedTies {
  /// The sources, by number of node.
  private(set) var sources: [Int32] = []
  /// The targets.
  private(set) var targets: [Int32] = []
  private var weights: [Double] = []
  /// The edges of the network behind each tie: one, and a second one where two actors share something.
  private var firstEvidence: [Int32] = []
  private var secondEvidence: [Int32] = []

  init(reserving count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    weights.reserveCapacity(count)
    firstEvidence.reserveCapacity(count)
  }

  /// Adds a tie that one edge says.
  @inline(__always)
  mutating func add(_ source: Int32, _ target: Int32, _ weight: Double, _ edge: Int) {
    sources.append(source)
    targets.append(target)
    weights.append(weight)
    firstEvidence.append(Int32(truncatingIfNeeded: edge))
  }

  /// Joins each pair of those who share something.
  ///
  /// - Parameters:
  ///   - shares: Who shares it and by which edge, by actor.
  ///   - limit: The most sharers that are joined.
  ///   - bothWays: Whether a tie each way is made.
  /// - Returns: False where there are more.
  mutating func join(
    _ shares: ArraySlice<(shared: Int32, actor: Int32, edge: Int32)>, limit: Int, bothWays: Bool
  ) -> Bool {
    var actors = 0
    var last: Int32 = -1
    for share in shares where share.actor != last {
      actors += 1
      last = share.actor
    }
    guard actors > 1 else { return true }
    guard actors <= limit else { return false }
    if secondEvidence.count < sources.count {
      secondEvidence.append(contentsOf: repeatElement(-1, count: sources.count - secondEvidence.count))
    }
    // An actor that takes part twice weighs no more: its first edge stands for it.
    var seen: [(actor: Int32, edge: Int32)] = []
    seen.reserveCapacity(actors)
    for share in shares where seen.last?.actor != share.actor { seen.append((share.actor, share.edge)) }
    let weight = 1 / Double(actors - 1)
    for one in seen.indices {
      for other in (one + 1)..<max(one + 1, seen.count) {
        add(seen[one].actor, seen[other].actor, weight, Int(seen[one].edge))
        secondEvidence.append(seen[other].edge)
        guard bothWays else { continue }
        add(seen[other].actor, seen[one].actor, weight, Int(seen[one].edge))
        secondEvidence.append(seen[other].edge)
      }
    }
    return true
  }

  /// The graph of the ties.
  ///
  /// - Parameters:
  ///   - isVertex: Which nodes are vertices.
  ///   - selection: Whether it is directed and simple.
  ///   - unjoined: What the projection tells of.
  /// - Returns: The projection.
  consuming func projection(
    isVertex: [Bool], _ selection: NetworkSelection, unjoined: [Int32]
  ) -> NetworkProjection {
    var vertices: [Int32] = []
    var numbers = [Int32](repeating: -1, count: isVertex.count)
    for node in isVertex.indices where isVertex[node] {
      numbers[node] = Int32(vertices.count)
      vertices.append(Int32(node))
    }
    let count = sources.count
    for tie in 0..<count {
      let (source, target) = (numbers[Int(sources[tie])], numbers[Int(targets[tie])])
      let isTurned = !selection.isDirected && target < source
      sources[tie] = isTurned ? target : source
      targets[tie] = isTurned ? source : target
    }
    let order = Self.order(sources, targets, vertexCount: vertices.count)
    var edges = ProjectedEdges(reserving: count)
    for tie in order {
      let place = Int(tie)
      edges.add(
        sources[place], targets[place], weights[place], firstEvidence[place],
        place < secondEvidence.count ? secondEvidence[place] : -1, merging: selection.isSimple)
    }
    return edges.projection(vertices, isDirected: selection.isDirected, unjoined: unjoined)
  }

  /// The places of ties by source, then target, then as they came: two stable counting sorts.
  private static func order(_ sources: [Int32], _ targets: [Int32], vertexCount: Int) -> [Int32] {
    let byTarget = sorted(nil, targets, vertexCount)
    return sorted(byTarget, sources, vertexCount)
  }

  private static func sorted(_ order: [Int32]?, _ keys: [Int32], _ keyCount: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: keyCount + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    return [Int32](unsafeUninitializedCapacity: keys.count) { result, filled in
      keys.withUnsafeBufferPointer { keys in
        starts.withUnsafeMutableBufferPointer { starts in
          for place in keys.indices {
            let tie = order.map { $0[place] } ?? Int32(truncatingIfNeeded: place)
            let key = Int(keys[Int(tie)])
            result[Int(starts[key])] = tie
            starts[key] += 1
          }
        }
      }
      filled = keys.count
    }
  }
}

/// The edges of a projection as they are made.
struct ProjectedEdges {
  private var sources: [Int32] = []
  private var targets: [Int32] = []
  private var weights: [Double] = []
  private var evidenceOffsets: [Int32] = []
  private var evidence: [Int32] = []

  init(reserving count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    weights.reserveCapacity(count)
    evidenceOffsets.reserveCapacity(count + 1)
    evidence.reserveCapacity(count)
  }

  /// Adds a tie, to the last edge where it joins the same pair and edges are merged.
  @inline(__always)
  mutating func add(
    _ source: Int32, _ target: Int32, _ weight: Double, _ first: Int32, _ second: Int32, merging: Bool
  ) {
    let last = sources.count - 1
    if merging, last >= 0, sources[last] == source, targets[last] == target {
      weights[last] += weight
    } else {
      sources.append(source)
      targets.append(target)
      weights.append(weight)
      evidenceOffsets.append(Int32(truncatingIfNeeded: evidence.count))
    }
    evidence.append(first)
    if second >= 0 { evidence.append(second) }
  }

  consuming func projection(
    _ vertices: [Int32], isDirected: Bool, unjoined: [Int32]
  ) -> NetworkProjection {
    evidenceOffsets.append(Int32(evidence.count))
    let isWeighted = weights.contains { $0 != 1 }
    let graph = NetworkGraph(
      vertexCount: vertices.count, sources: sources, targets: targets,
      weights: isWeighted ? weights : nil, isDirected: isDirected)
    return NetworkProjection(
      graph: graph, vertices: vertices, evidenceOffsets: evidenceOffsets, evidence: evidence,
      unjoined: unjoined)
  }
}
