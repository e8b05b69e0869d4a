import PasserelleNetwork
import Testing

struct MembershipTableTests {
  /// Members 0 to 3, groups 0 to 2; member 3 is in none, one membership is told twice.
  private let table = MembershipTable(
    pairs: [(0, 2), (0, 0), (1, 0), (1, 1), (0, 1), (2, 1), (2, 1)], memberCount: 4, groupCount: 3)

  @Test func membersOfSeveralGroupsComeFirst() {
    #expect(table.members(inAtLeast: 2) == [0, 1])
    #expect(table.members(inAtLeast: 4) == [])
    #expect(table.distribution == [1, 1, 1, 1])
  }

  @Test func groupsShareMembers() {
    #expect(table.shared == [[2, 2, 1], [2, 3, 1], [1, 1, 1]])
    #expect(table.sharedMembers(0, 1) == [0, 1])
    #expect(table.overlap(0, 1) == 2.0 / 3)
    let empty = MembershipTable(pairs: [], memberCount: 0, groupCount: 2)
    #expect(empty.overlap(0, 1) == nil)
  }
}
