import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

extension DemonstrationTests {
  /// Teams for demonstration specifications.
  @Suite struct ConsortiumTests {
    private func answer(_ name: String, _ change: (inout ConsortiumRequest) -> Void = { _ in }) throws
      -> ConsortiumAnswer
    {
      var request = ConsortiumRequest()
      change(&request)
      let path = DemonstrationTests.specification(name)
      return try DemonstrationTests.workspace().consortium(
        document: Workspace.file(path), file: path, request: request, language: .french, isRecorded: false)
    }

    @Test func teamsTellWhatMembersAddAndWhatIsMissing() throws {
      let answer = try answer("jumeau")
      let team = try #require(answer.teams.first)
      let gains = team.members.reduce(0) { $0 + $1.gain }
      #expect(abs(gains - team.coverage) < 1e-9)
      #expect(team.coverage <= answer.ceiling + 1e-9)
      #expect(team.levels.count == answer.items.count)
      #expect(answer.items.filter(\.isLayer).isEmpty == false)
      let idle = team.members.filter(\.adds.isEmpty)
      #expect(idle.isEmpty)
      let unquoted = team.members.flatMap(\.evidence).filter { $0.source == nil }
      #expect(unquoted.isEmpty)
    }

    @Test func teamsDiffer() throws {
      let teams = try answer("eclairage").teams.map { Set($0.members.map(\.vendor)) }
      #expect(teams.count > 1)
      #expect(Set(teams).count == teams.count)
    }

    @Test func noTeamPassesItsSize() throws {
      let answer = try answer("jumeau") {
        $0.members = 2
        $0.teams = 4
      }
      #expect(answer.teams.map(\.members.count).max() == 2)
    }
  }
}
