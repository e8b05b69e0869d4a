/// A graph whose vertices stand for groups of vertices of a larger one, while communities are sought.
///
/// Arcs go both ways. The arcs of the first level are those of the graph itself and may be loops, which are passed over;
/// later levels have none, and what their vertices hold inside is in their strengths only.
final class CommunityLevel {
  let count: Int
  let offsets: UnsafePointer<Int32>
  let targets: UnsafePointer<Int32>
  /// The weight of each arc; nil where all weigh 1.
  let weights: UnsafePointer<Double>?
  /// The summed weight of the arcs of each vertex and of all it holds, loops twice.
  let strengths: Column<Double>
  /// Keeps the memory that the pointers lead to; nil where the rows are another's.
  private let owned: Owned?

  private final class Owned {
    let offsets: Column<Int32>
    let targets: Column<Int32>
    let weights: Column<Double>

    init(offsets: [Int32], targets: [Int32], weights: [Double]) {
      self.offsets = Column(offsets)
      self.targets = Column(targets)
      self.weights = Column(weights)
    }
  }

  /// The level of a graph itself.
  init(rows: ArcRows, arcWeights: UnsafePointer<Double>?) {
    count = rows.vertexCount
    offsets = rows.offsets
    targets = rows.targets
    weights = arcWeights
    owned = nil
    strengths = Column(rows.vertexCount) { vertex in
      rows.arcs(of: Int32(vertex)).reduce(0) { sum, arc in
        let weight = arcWeights?[arc] ?? 1
        return sum + (rows.targets[arc] == Int32(vertex) ? 2 * weight : weight)
      }
    }
  }

  private init(count: Int, owned: Owned, strengths: consuming Column<Double>) {
    self.count = count
    offsets = UnsafePointer(owned.offsets.base)
    targets = UnsafePointer(owned.targets.base)
    weights = UnsafePointer(owned.weights.base)
    self.owned = owned
    self.strengths = strengths
  }

  /// The places of the arcs of a vertex.
  @inline(__always) func arcs(of vertex: Int32) -> Range<Int> {
    Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) + 1])
  }

  /// The weight of an arc.
  @inline(__always) func weight(_ arc: Int) -> Double {
    if let weights { return weights[arc] }
    return 1
  }

  /// The level whose vertices are groups of this one's.
  ///
  /// - Parameters:
  ///   - groups: The group of each vertex, from 0.
  ///   - groupCount: How many groups there are.
  /// - Returns: The level.
  func merged(_ groups: borrowing Column<Int32>, into groupCount: Int) -> CommunityLevel {
    let starts = Column<Int32>(groupCount + 1, repeating: 0)
    let sums = Column<Double>(groupCount, repeating: 0)
    for vertex in 0..<count {
      starts[groups[vertex] + 1] += 1
      sums[groups[vertex]] += strengths[vertex]
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    let members = Column<Int32>(count, repeating: 0)
    let next = Column<Int32>(groupCount) { starts[$0] }
    for vertex in 0..<count {
      let group = groups[vertex]
      members[next[group]] = Int32(truncatingIfNeeded: vertex)
      next[group] += 1
    }
    let tally = WeightTally(groupCount)
    var newOffsets: [Int32] = [0]
    var newTargets: [Int32] = []
    var newWeights: [Double] = []
    newOffsets.reserveCapacity(groupCount + 1)
    for group in 0..<Int32(truncatingIfNeeded: groupCount) {
      for place in starts[group]..<starts[group + 1] {
        for arc in arcs(of: members[place]) {
          let other = groups[targets[arc]]
          if other != group { tally.add(weight(arc), to: other) }
        }
      }
      for place in 0..<tally.count {
        newTargets.append(tally.groups[place])
        newWeights.append(tally.weights[tally.groups[place]])
      }
      tally.clear()
      newOffsets.append(Int32(newTargets.count))
    }
    return CommunityLevel(
      count: groupCount, owned: Owned(offsets: newOffsets, targets: newTargets, weights: newWeights),
      strengths: sums)
  }
}

/// Sums of weights by group, for one vertex after another.
struct WeightTally: ~Copyable {
  /// The sum of each group; 0 for those that are not among ``groups``.
  let weights: Column<Double>
  /// The groups met, in the order in which they were.
  let groups: Column<Int32>
  private let met: Column<Int32>

  init(_ count: Int) {
    weights = Column(count, repeating: 0)
    // One place more: a group that is there already is written behind the last.
    groups = Column(count + 1, repeating: 0)
    met = Column(1, repeating: 0)
  }

  /// How many groups were met.
  @inline(__always) var count: Int { Int(met[0]) }

  /// Adds a positive weight to a group's sum.
  @inline(__always) func add(_ weight: Double, to group: Int32) {
    let sum = weights[group]
    if sum == 0 {
      groups[met[0]] = group
      met[0] += 1
    }
    weights[group] = sum + weight
  }

  /// Adds the weights of the arcs of a vertex but loops to the groups that they lead to.
  @inline(__always)
  func add(_ level: CommunityLevel, arcsOf vertex: Int32, by groupsOf: borrowing Column<Int32>) {
    // All in local variables: nothing is written but the sums and the list, and the number met at the end.
    let (sums, list, groupOf) = (weights.base, groups.base, groupsOf.base)
    let (targets, arcs) = (level.targets, level.arcs(of: vertex))
    var count = met[0]
    if let arcWeights = level.weights {
      for arc in arcs where targets[arc] != vertex {
        let group = groupOf[Int(targets[arc])]
        let sum = sums[Int(group)]
        list[Int(count)] = group
        if sum == 0 { count &+= 1 }
        sums[Int(group)] = sum + arcWeights[arc]
      }
    } else {
      for arc in arcs where targets[arc] != vertex {
        let group = groupOf[Int(targets[arc])]
        let sum = sums[Int(group)]
        list[Int(count)] = group
        if sum == 0 { count &+= 1 }
        sums[Int(group)] = sum + 1
      }
    }
    met[0] = count
  }

  /// Makes the list of groups empty, whose sums have been made 0.
  @inline(__always) func forget() { met[0] = 0 }

  /// Makes all sums 0.
  @inline(__always) func clear() {
    for place in 0..<met[0] { weights[groups[place]] = 0 }
    met[0] = 0
  }
}
