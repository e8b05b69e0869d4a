/// The groups of tied nodes that nothing, or one node alone, joins to the largest group.
///
/// Articulation by depth-first search (Hopcroft and Tarjan, Comm. ACM 16, 372–378, 1973).
struct TieIslands {
  /// A group and the one node that joins it to the rest, if any does.
  struct Island: Equatable {
    var members: [Int32]
    var bridge: Int32?
  }

  /// The least members of a group that one node joins to the rest; smaller ones would be every city with one partner.
  static let leastHung = 3

  /// The groups, the largest first; equal ones by their first member.
  private(set) var islands: [Island] = []

  private let partners: [[Int32]]
  private var order: [Int32]
  private var low: [Int32]
  private var visited: [Int32] = []
  private var parents: [Int32]

  /// Finds the groups.
  ///
  /// - Parameter partners: The partners of each node; nodes without any are in no group.
  /// - Complexity: O(nodes + ties).
  init(_ partners: [[Int32]]) {
    self.partners = partners
    order = Array(repeating: -1, count: partners.count)
    low = order
    parents = order
    var groups: [(start: Int, end: Int)] = []
    for node in partners.indices where order[node] < 0 && !partners[node].isEmpty {
      let start = visited.count
      visit(Int32(node))
      groups.append((start, visited.count))
    }
    guard
      let largest = groups.enumerated().max(by: {
        ($0.1.end - $0.1.start, -$0.0) < ($1.1.end - $1.1.start, -$1.0)
      })?.0
    else { return }
    let centre = centre(groups[largest].start, groups[largest].end)
    for (place, group) in groups.enumerated() {
      if place == largest {
        islands += hung(around: centre, Array(visited[group.start..<group.end]))
      } else {
        islands.append(Island(members: visited[group.start..<group.end].sorted(), bridge: nil))
      }
    }
    islands.sort { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
  }

  private mutating func visit(_ root: Int32) {
    var stack: [(node: Int32, next: Int)] = []
    func open(_ node: Int32, _ parent: Int32) {
      order[Int(node)] = Int32(visited.count)
      low[Int(node)] = order[Int(node)]
      parents[Int(node)] = parent
      visited.append(node)
      stack.append((node, 0))
    }
    open(root, -1)
    while let top = stack.last {
      let own = partners[Int(top.node)]
      if top.next < own.count {
        stack[stack.count - 1].next += 1
        let other = own[top.next]
        if order[Int(other)] < 0 {
          open(other, top.node)
        } else if other != parents[Int(top.node)] {
          low[Int(top.node)] = min(low[Int(top.node)], order[Int(other)])
        }
      } else {
        stack.removeLast()
        if let below = stack.last { low[Int(below.node)] = min(low[Int(below.node)], low[Int(top.node)]) }
      }
    }
  }

  /// How many nodes lie in the subtree of each node visited from one place to another.
  private func subtreeSizes(_ start: Int, _ end: Int) -> [Int] {
    var sizes = [Int](repeating: 1, count: end - start)
    for place in (start..<end).reversed() {
      let parent = parents[Int(visited[place])]
      if parent >= 0 { sizes[Int(order[Int(parent)]) - start] += sizes[place - start] }
    }
    return sizes
  }

  /// Whether a node's subtree is joined to the rest by its parent alone.
  private func hangs(_ node: Int32) -> Bool {
    let parent = parents[Int(node)]
    return parent >= 0 && low[Int(node)] >= order[Int(parent)]
  }

  /// The node whose removal leaves the smallest largest part: seen from there, every part that hangs is a subtree.
  private func centre(_ start: Int, _ end: Int) -> Int32 {
    let sizes = subtreeSizes(start, end)
    var largest = [Int](repeating: 0, count: end - start)
    var cutOff = largest
    for place in start..<end where hangs(visited[place]) {
      let parent = Int(order[Int(parents[Int(visited[place])])]) - start
      largest[parent] = max(largest[parent], sizes[place - start])
      cutOff[parent] += sizes[place - start]
    }
    let worst = largest.indices.map { max(largest[$0], end - start - 1 - cutOff[$0]) }
    let best = worst.indices.min { (worst[$0], visited[start + $0]) < (worst[$1], visited[start + $1]) } ?? 0
    return visited[start + best]
  }

  /// The parts of a group that one node alone joins to the rest: at least three members, less than half of the group, none
  /// inside another.
  private mutating func hung(around centre: Int32, _ group: [Int32]) -> [Island] {
    for node in group { order[Int(node)] = -1 }
    let start = visited.count
    visit(centre)
    let sizes = subtreeSizes(start, visited.count)
    var found: [Island] = []
    var place = start + 1
    while place < visited.count {
      let node = visited[place]
      let size = sizes[place - start]
      if hangs(node), size >= Self.leastHung, 2 * size < group.count {
        found.append(Island(members: visited[place..<place + size].sorted(), bridge: parents[Int(node)]))
        place += size
      } else {
        place += 1
      }
    }
    return found
  }
}
