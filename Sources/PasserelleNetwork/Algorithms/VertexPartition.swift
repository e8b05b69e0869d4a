/// Vertices in disjoint groups: components, communities.
///
/// Groups are numbered by size, the largest first, those of one size by their lowest vertex.
public struct VertexPartition: Sendable, Hashable {
  /// The group of each vertex.
  public let labels: [Int32]
  /// How many vertices each group has.
  public let sizes: [Int32]

  /// How many groups there are.
  public var count: Int { sizes.count }

  /// Makes a partition of any labels: vertices with the same one share a group.
  ///
  /// - Parameter labels: A label of each vertex, from 0, less than the number of vertices.
  /// - Complexity: O(vertices + groups · log groups).
  public init(labels: [Int32]) {
    let sizes = Column<Int32>(labels.count, repeating: 0)
    var firsts: [Int32] = []
    for (vertex, label) in labels.enumerated() {
      precondition(
        label >= 0 && Int(label) < labels.count, "Labels are numbers less than the number of vertices.")
      if sizes[label] == 0 { firsts.append(Int32(vertex)) }
      sizes[label] += 1
    }
    firsts.sort { left, right in
      let (leftSize, rightSize) = (sizes[labels[Int(left)]], sizes[labels[Int(right)]])
      return leftSize == rightSize ? left < right : leftSize > rightSize
    }
    self.sizes = firsts.map { sizes[labels[Int($0)]] }
    let numbers = Column<Int32>(labels.count, repeating: 0)
    for (number, first) in firsts.enumerated() { numbers[labels[Int(first)]] = Int32(number) }
    self.labels = labels.map { numbers[$0] }
  }

  /// The vertices of each group, ascending.
  ///
  /// - Complexity: O(vertices).
  public func members() -> [[Int32]] {
    var members = sizes.map { size in
      var group: [Int32] = []
      group.reserveCapacity(Int(size))
      return group
    }
    for (vertex, label) in labels.enumerated() { members[Int(label)].append(Int32(vertex)) }
    return members
  }
}
