import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

struct NetworkAnswersTests {
  private static func thing(_ id: String, _ kind: String, _ name: String, _ country: String) -> String {
    #"{"type":"thing","id":"\#(id)","kind":"\#(kind)","name":{"fr":"\#(name)"},"country":"\#(country)"}"#
  }

  private static func claim(_ id: String, _ subject: String, _ relation: String, _ object: String) -> String {
    #"{"type":"claim","id":"\#(id)","subject":"\#(subject)","relation":"\#(relation)","object":"\#(object)","since":"2013","modality":"asserted","certainty":"explicit"}"#
  }

  private static let lines = [
    thing("grenoble", "Commune", "Grenoble", "FR"), thing("lyon", "Commune", "Lyon", "FR"),
    thing("ouagadougou", "ForeignAuthority", "Ouagadougou", "BF"), thing("reseau", "Network", "Réseau", "FR"),
    claim("C1", "grenoble", "cooperatesWith", "ouagadougou"), claim("C2", "grenoble", "memberOf", "reseau"),
    claim("C3", "lyon", "memberOf", "reseau"),
  ]

  private func workspace(_ fixture: WorkspaceFixture, _ lines: [String]) throws -> Workspace {
    let path = try fixture.write("facts.jsonl", (lines.joined(separator: "\n") + "\n").utf8)
    let workspace = try fixture.open()
    _ = try workspace.ingest([path])
    return workspace
  }

  @Test func aPathTellsEachStepWithItsRecords() throws {
    let workspace = try workspace(WorkspaceFixture(), Self.lines)
    let answer = try workspace.networkPath(
      from: "local:lyon", to: "local:ouagadougou", NetworkRequest(), language: .french)
    let steps = try #require(answer.ways.first).steps
    #expect(steps.map(\.to.name) == ["Réseau", "Grenoble", "Ouagadougou"])
    let last = try #require(steps.last?.evidence.first)
    #expect(last.sentence == "Grenoble coopère avec Ouagadougou (depuis 2013)")
    #expect(last.sources.map(\.record).first?.hasSuffix("/C1") == true)
    #expect(answer.scope.ties == 3)
  }

  @Test func noWayWithinTheLimitIsSaidAndNotInvented() throws {
    let workspace = try workspace(WorkspaceFixture(), Self.lines)
    let answer = try workspace.networkPath(
      from: "local:lyon", to: "local:ouagadougou", NetworkRequest(), limit: 2, language: .english)
    #expect(answer.ways.isEmpty)
    #expect(answer.text(width: 100).first == "No way known from Lyon to Ouagadougou in at most 2 steps.")
  }

  @Test func theKeptNetworkGivesTheSameAnswerAndFollowsTheStore() throws {
    let fixture = try WorkspaceFixture()
    let first = try workspace(fixture, Self.lines)
    let before = try first.networkCentral(NetworkRequest(), by: .degree, limit: 9, language: .french)
    #expect(FileManager.default.fileExists(atPath: fixture.path + "/segments/network/manifest.json"))
    let again = try fixture.open().networkCentral(NetworkRequest(), by: .degree, limit: 9, language: .french)
    #expect(again.rows == before.rows && again.scope == before.scope)
    #expect(before.rows.map(\.name) == ["Grenoble", "Lyon", "Ouagadougou"])
    let changed = try workspace(
      fixture, Self.lines + [Self.claim("C4", "lyon", "cooperatesWith", "ouagadougou")])
    let after = try changed.networkCentral(NetworkRequest(), by: .degree, limit: 9, language: .french)
    #expect(after.scope.ties == before.scope.ties + 1)
  }

  @Test func whoAloneLinksAPartIsNamed() throws {
    let workspace = try workspace(WorkspaceFixture(), Self.lines)
    let answer = try workspace.networkBridges(
      NetworkRequest(), between: .country, limit: 5, language: .english)
    #expect(answer.actors.map(\.place.name) == ["Grenoble"])
    #expect(answer.joiners.map(\.pairs) == [1])
  }

  @Test func anExportKeepsTheMostTiedAndTellsWhatIsLeftOut() throws {
    let workspace = try workspace(WorkspaceFixture(), Self.lines)
    var request = NetworkExportRequest(.nodes)
    request.limit = 2
    let export = try workspace.networkExport(request, language: .french)
    #expect(export.nodes == 2 && export.leftOut == 2)
    #expect(String(decoding: export.data, as: UTF8.self).contains("Grenoble"))
  }
}
