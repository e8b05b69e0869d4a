import Foundation
import GRDB
import PasserelleCore
import PasserelleRendering
import Testing

@testable import Passerelle

/// Records are confidential: what leaves the workspace leaves them behind, and they do not outlive their time.
@Suite struct MatchRunRecordTests {
  private static let secret = "Drones-de-surveillance-du-chantier"

  private func recorded() throws -> (WorkspaceFixture, Workspace) {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([
      try fixture.write("a.json", [AwardRow("L1", "Surveillance du chantier par drones")])
    ])
    return (fixture, workspace)
  }

  private func ask(_ workspace: Workspace, isRecorded: Bool = true) throws -> RecordedAnswer {
    try workspace.recordedMatch(
      document: MemoryByteSource(Self.secret.utf8), file: "besoin.md", language: .french,
      isRecorded: isRecorded)
  }

  private func status(_ answer: RecordedAnswer) -> String {
    switch answer.recording {
    case .recorded(let id, _): id
    case .notAsked: "notAsked"
    case .failed(let error): error.code.name
    }
  }

  @Test func dumpHashSearchAndReportsLeaveThemOut() throws {
    let (fixture, workspace) = try recorded()
    let (lines, hash) = (try workspace.dumped(), try workspace.storeHash())
    #expect(status(try ask(workspace)) == "M1")
    #expect(try workspace.dumped() == lines)
    #expect(try workspace.storeHash() == hash)
    #expect(try workspace.runs().map(\.verb) == ["ingest"], "the ledger of ingestion is another one")
    _ = try workspace.index(rebuild: true)
    let secret = Data(Self.secret.utf8)
    let holders = try fixture.files().filter { $0.bytes.range(of: secret) != nil }.map(\.name)
    #expect(holders.allSatisfy { $0.hasPrefix("store.sqlite") }, "\(holders)")
    #expect(try workspace.isSound())
  }

  @Test func deletionLeavesNothing() throws {
    let (fixture, workspace) = try recorded()
    _ = try ask(workspace)
    #expect(try workspace.deleteMatchRun("1") == "M1")
    #expect(try workspace.matchRuns() == [])
    let secret = Data(Self.secret.utf8)
    #expect(try fixture.files().allSatisfy { $0.bytes.range(of: secret) == nil })
  }

  @Test func recordsGoWhenTheirTimeIsOver() throws {
    let (fixture, workspace) = try recorded()
    let answer = try ask(workspace)
    guard case .recorded(_, let expires) = answer.recording else {
      Issue.record("not recorded")
      return
    }
    #expect(expires.description.hasPrefix("2026-11-14"), "36 months after 2023-11-14")
    let seconds = (expires.milliseconds - 1_700_000_000_000) / 1000
    #expect(try fixture.reopen(later: seconds - 60).deleteExpiredMatchRuns() == 0)
    #expect(try fixture.reopen(later: seconds + 60).deleteExpiredMatchRuns() == 1)
    #expect(try workspace.matchRuns() == [])
  }

  /// The first bytes of a PDF, an archive or a page say nothing to who looks for a run.
  @Test func aRunIsListedByItsWordsElseByItsFile() throws {
    let (fixture, workspace) = try recorded()
    let page = "<!DOCTYPE html><html><body><h1>Drones</h1><p>Surveillance du chantier.</p></body></html>"
    _ = try ask(workspace)
    _ = try workspace.recordedMatch(
      document: MemoryByteSource(page.utf8), file: "besoins/drones.html", language: .french)
    #expect(try workspace.matchRuns().map(\.beginning) == ["drones.html", Self.secret])
    withExtendedLifetime(fixture) {}
  }

  @Test func nothingIsRecordedWhenNotAsked() throws {
    let (fixture, workspace) = try recorded()
    let answer = try ask(workspace, isRecorded: false)
    #expect(status(answer) == "notAsked" && answer.recording.note == nil)
    #expect(try workspace.matchRuns() == [])
    withExtendedLifetime(fixture) {}
  }

  /// A store that refuses to be written, as on a full or read-only disk, takes nothing from the answer.
  @Test func anAnswerThatCannotBeRecordedIsGivenAllTheSame() throws {
    let (fixture, workspace) = try recorded()
    let sound = try ask(workspace)
    try DatabaseQueue(path: fixture.path + "/store.sqlite").write { db in
      try db.execute(
        sql: "CREATE TRIGGER full BEFORE INSERT ON match_run BEGIN SELECT RAISE(ABORT, 'disk'); END")
    }
    let answer = try ask(workspace)
    #expect(status(answer) == "graph.unavailable")
    #expect(JSONRenderer.data(answer.answer.structured) == JSONRenderer.data(sound.answer.structured))
    let note = try #require(answer.recording.note)
    #expect(note.french.hasPrefix("Cette réponse n’a pas pu être enregistrée"))
    #expect(try workspace.matchRuns().count == 1)
  }

  @Test func theDocumentTellsOfTheRecord() throws {
    let (fixture, workspace) = try recorded()
    let document = try object(Data(JSONRenderer.data(ask(workspace).structured)))
    let record = try #require(document["record"] as? [String: Any])
    #expect(record["run"] as? String == "M1" && record["class"] as? String == "confidential")
    #expect(document["format"] as? String == "passerelle-match/2" && document["vendors"] != nil)
    withExtendedLifetime(fixture) {}
  }

  @Test(arguments: [
    ("2024-01-31T10:00:00Z", 1, "2024-02-29T10:00:00Z"), ("2023-01-31T10:00:00Z", 1, "2023-02-28T10:00:00Z"),
    ("2023-11-14T22:13:20.5Z", 36, "2026-11-14T22:13:20.500Z"),
    ("2024-12-01T00:00:00Z", 1, "2025-01-01T00:00:00Z"),
    ("2024-02-29T00:00:00Z", 12, "2025-02-28T00:00:00Z"), ("2024-05-05T00:00:00Z", 0, "2024-05-05T00:00:00Z"),
  ]) func monthsAreThoseOfTheCalendar(_ start: String, _ months: Int, _ end: String) throws {
    #expect(try #require(Instant(iso: start)).adding(months: months).description == end)
  }
}
