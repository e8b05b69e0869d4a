import Testing

@testable import PasserelleNetwork

@Suite struct TieIslandsTests {
  /// The parts that hang on one node, found by taking each node away.
  private func naive(_ partners: [[Int32]]) -> [TieIslands.Island] {
    let groups = components(partners, without: nil)
    guard let largest = groups.max(by: { ($0.count, -$0[0]) < ($1.count, -$1[0]) }) else { return [] }
    var found = groups.filter { $0 != largest }.map { TieIslands.Island(members: $0, bridge: nil) }
    var hung: [TieIslands.Island] = []
    for node in largest {
      for part in components(partners, without: node) where part.count >= 3 && 2 * part.count < largest.count
      {
        if largest.contains(part[0]) { hung.append(TieIslands.Island(members: part, bridge: node)) }
      }
    }
    let all = hung
    found += hung.filter { one in
      !all.contains { $0.members.count > one.members.count && Set($0.members).isSuperset(of: one.members) }
    }
    return found.sorted { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
  }

  private func components(_ partners: [[Int32]], without left: Int32?) -> [[Int32]] {
    var seen: Set<Int32> = []
    if let left { seen.insert(left) }
    var groups: [[Int32]] = []
    for node in partners.indices.map(Int32.init) where !partners[Int(node)].isEmpty {
      guard seen.insert(node).inserted else { continue }
      var group = [node]
      var place = 0
      while place < group.count {
        for other in partners[Int(group[place])] where seen.insert(other).inserted { group.append(other) }
        place += 1
      }
      groups.append(group.sorted())
    }
    return groups
  }

  @Test(arguments: 1...40) func hungPartsAreThoseThatTakingANodeAwayCutsOff(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let count = 24
    var ties = [Set<Int32>](repeating: [], count: count)
    for _ in 0..<(16 + draw(14)) {
      let (one, two) = (draw(count), draw(count))
      guard one != two else { continue }
      ties[one].insert(Int32(two))
      ties[two].insert(Int32(one))
    }
    let partners = ties.map { $0.sorted() }
    let sizes = components(partners, without: nil).map(\.count).sorted()
    // Two largest groups alike: which one is the rest is a matter of order; then only the sizes are compared.
    guard sizes.count < 2 || sizes[sizes.count - 1] != sizes[sizes.count - 2] else { return }
    let fast = TieIslands(partners).islands
    #expect(Set(fast.map(\.members)) == Set(naive(partners).map(\.members)), "seed \(seed)")
  }

  @Test func aTailHangsOnOneNode() {
    // A ring of six, and on node 0 a tail of three.
    let partners: [[Int32]] = [
      [1, 5, 6], [0, 2], [1, 3], [2, 4], [3, 5], [0, 4], [0, 7], [6, 8], [7],
    ]
    #expect(TieIslands(partners).islands == [TieIslands.Island(members: [6, 7, 8], bridge: 0)])
  }
}
