/// Who is a member of which groups, such as cities of city networks.
public struct MembershipTable: Sendable, Hashable {
  /// The groups of each member, ascending, each once.
  public let groups: [[Int32]]
  /// The members of each group, ascending.
  public let members: [[Int32]]

  /// Takes pairs of member and group; repeats do not count.
  ///
  /// - Parameters:
  ///   - pairs: The memberships.
  ///   - memberCount: How many members there are, those of no group included.
  ///   - groupCount: How many groups there are.
  /// - Complexity: O(pairs · log pairs + members + groups).
  public init(pairs: [(member: Int32, group: Int32)], memberCount: Int, groupCount: Int) {
    var groups = [[Int32]](repeating: [], count: memberCount)
    var members = [[Int32]](repeating: [], count: groupCount)
    for pair in pairs.sorted(by: { ($0.member, $0.group) < ($1.member, $1.group) })
    where groups[Int(pair.member)].last != pair.group {
      groups[Int(pair.member)].append(pair.group)
      members[Int(pair.group)].append(pair.member)
    }
    self.groups = groups
    self.members = members
  }

  /// The members of at least so many groups: those of most groups first, equal ones by number.
  public func members(inAtLeast count: Int) -> [Int32] {
    groups.indices.filter { groups[$0].count >= count }
      .sorted { (groups[$1].count, $0) < (groups[$0].count, $1) }.map { Int32($0) }
  }

  /// How many members are in no group, in one, in two and so on.
  public var distribution: [Int] {
    var counts = [Int](repeating: 0, count: (groups.map(\.count).max() ?? 0) + 1)
    for list in groups { counts[list.count] += 1 }
    return counts
  }

  /// How many members each two groups share; on the diagonal how many each has.
  ///
  /// - Complexity: O(groups² + Σ of the squares of members' groups).
  public var shared: [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: members.count), count: members.count)
    for list in groups {
      for left in list { for right in list { counts[Int(left)][Int(right)] += 1 } }
    }
    return counts
  }

  /// The members that two groups share, ascending.
  public func sharedMembers(_ left: Int32, _ right: Int32) -> [Int32] {
    let others = Set(members[Int(right)])
    return members[Int(left)].filter(others.contains)
  }

  /// The shared members of two groups as a part of all of theirs (Jaccard, 1901); nil where both are empty.
  public func overlap(_ left: Int32, _ right: Int32) -> Double? {
    let both = sharedMembers(left, right).count
    let all = members[Int(left)].count + members[Int(right)].count - both
    return all > 0 ? Double(both) / Double(all) : nil
  }
}
