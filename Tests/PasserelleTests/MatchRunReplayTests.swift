import Foundation
import GRDB
import PasserelleCore
import PasserelleRendering
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// A recorded answer is given again, to the byte, whatever the workspace has become meanwhile.
@Suite struct MatchRunReplayTests {
  private static let need = "Rénovation de l'éclairage public du quai, lanternes et candélabres.\n"

  /// Some awards, each to a company of its own.
  private static let rows: [AwardRow] = [
    ("L1", "Rénovation de l'éclairage public", "55208131766522", "EDF"),
    ("L2", "Fourniture de lanternes et candélabres", "54205118000066", "TotalEnergies"),
    ("L3", "Entretien des espaces verts", "38012986648625", "Orange"),
    ("L4", "Travaux de voirie du quai", "35600000000048", "La Poste"),
  ].map { id, title, winner, name in
    AwardRow(id, title).with {
      $0.winner = winner
      $0.winnerName = name
    }
  }

  private func filled() throws -> (WorkspaceFixture, Workspace) {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", Self.rows)])
    return (fixture, workspace)
  }

  private func ask(_ workspace: Workspace, neutral: Bool = false) throws -> RecordedAnswer {
    var request = MatchRequest()
    request.isNeutral = neutral
    request.place = "69123"
    request.codes = [try #require(CPVCode(digits: "45310000"))]
    return try workspace.recordedMatch(
      document: MemoryByteSource(Self.need.utf8), file: "besoin.md", request: request, language: .french)
  }

  private func bytes(_ answer: RecordedAnswer) -> [UInt8] { JSONRenderer.data(answer.answer.structured) }

  private func number(_ answer: RecordedAnswer) throws -> String {
    guard case .recorded(let id, _) = answer.recording else {
      throw PasserelleError(.inputUnreadable, LocalizedText(verbatim: "not recorded: \(answer.recording)"))
    }
    return id
  }

  @Test func theRecordHoldsTheAnswerAndReplaysIt() throws {
    let (fixture, workspace) = try filled()
    let answer = try ask(workspace)
    #expect(try number(answer) == "M1")
    #expect(answer.answer.vendors.count >= 3)
    let detail = try workspace.matchRunDetail("M1")
    #expect(detail.answer == bytes(answer) && detail.need == Array(Self.need.utf8))
    #expect(
      detail.parameters
        == #"{"cpv":["45310000"],"day":"2023-11-14","evaluations":false,"file":"besoin.md","input":"document","language":"fr","limit":10,"neutral":false,"newcomers":3,"onlyCPV":[],"onlyPlaces":[],"onlySizes":[],"onlySovereignty":[],"place":"69123"}"#
    )
    let replay = try workspace.replay("M1")
    #expect(replay.isIdentical && replay.recordedHash == replay.recomputedHash)
    #expect(replay.sequence == 4 && replay.model == "match-fr match-fr-neutral cpv-fr")
    withExtendedLifetime(fixture) {}
  }

  /// The recording answer is that of the verb that does not record.
  @Test func recordingChangesNoAnswer() throws {
    let (fixture, workspace) = try filled()
    for neutral in [false, true] {
      var request = MatchRequest()
      request.isNeutral = neutral
      let plain = try workspace.match(
        document: MemoryByteSource(Self.need.utf8), file: "x.md", request: request, language: .english)
      let recorded = try workspace.recordedMatch(
        document: MemoryByteSource(Self.need.utf8), file: "x.md", request: request, language: .english)
      #expect(JSONRenderer.data(plain.structured) == bytes(recorded))
      let stored = try workspace.match(id: "essai/21690123100011/L1", request: request, language: .english)
      let recordedStored = try workspace.recordedMatch(
        id: "essai/21690123100011/L1", request: request, language: .english)
      #expect(JSONRenderer.data(stored.structured) == bytes(recordedStored))
    }
    withExtendedLifetime(fixture) {}
  }

  @Test func itHoldsAfterMoreAwardsChangedRecordsAndARebuiltIndex() throws {
    let (fixture, workspace) = try filled()
    let first = try ask(workspace)
    let neutral = try ask(workspace, neutral: true)
    let stored = try workspace.recordedMatch(id: "essai/21690123100011/L1", language: .french)
    let runs = try [first, neutral, stored].map(number)
    // A company changes its name, an award its title, code, winner and amount; others come.
    let changed = [
      Self.rows[0].with { $0.winnerName = "Électricité renommée" },
      Self.rows[1].with {
        $0.title = "Fourniture de vélos"
        $0.cpv = "34430000"
        $0.winner = "38012986648625"
        $0.amount = 7
      },
    ]
    let more = AwardRow.many(8).map { row in
      row.with { $0.title = "Rénovation de l'éclairage public, lanternes du quai " + row.id }
    }
    _ = try workspace.ingest([try fixture.write("b.json", changed), try fixture.write("c.json", more)])
    #expect(bytes(try ask(workspace)) != bytes(first), "the present answer must be another")
    for run in runs { #expect(try workspace.replay(run).difference == nil, "\(run)") }
    _ = try workspace.index(rebuild: true)
    let reopened = try fixture.reopen(later: 10_000)
    for run in runs { #expect(try reopened.replay(run).difference == nil, "\(run)") }
    try FileManager.default.removeItem(atPath: fixture.path + "/segments")
    for run in runs { #expect(try fixture.reopen(later: 20_000).replay(run).isIdentical, "\(run)") }
  }

  @Test func aDifferenceIsToldByItsPlace() throws {
    let (fixture, workspace) = try filled()
    _ = try ask(workspace)
    // A record whose model was another: the replay takes the model of the record.
    try change(
      fixture,
      "UPDATE match_model SET text = CAST(replace(CAST(text AS TEXT), 'language fr', 'language pt') AS BLOB)")
    #expect(code { _ = try workspace.replay("M1") } == .recordDamaged, "the model's hash must be checked")
    let (other, second) = try filled()
    _ = try ask(second)
    try change(
      other, "UPDATE match_run SET parameters = replace(parameters, '\"neutral\":false', '\"neutral\":true')")
    let replay = try second.replay("m1")
    let difference = try #require(replay.difference)
    #expect(
      difference.path == "$.neutral" && difference.recorded == "false" && difference.recomputed == "true")
    #expect(replay.recordedHash != replay.recomputedHash)
  }

  @Test(arguments: [
    "answer = CAST('{}' AS BLOB)", "tape = x'00'", "tape = substr(tape, 1, length(tape) - 1)",
    "parameters = '{'", "parameters = '{}'",
  ]) func damageIsAnError(_ assignment: String) throws {
    let (fixture, workspace) = try filled()
    _ = try ask(workspace)
    try change(fixture, "UPDATE match_run SET " + assignment)
    #expect(code { _ = try workspace.replay("M1") } == .recordDamaged)
  }

  @Test func whatIsNotThereIsSaid() throws {
    let (fixture, workspace) = try filled()
    #expect(code { _ = try workspace.replay("M1") } == .entityNotFound)
    #expect(code { _ = try workspace.replay("un") } == .queryInvalid)
    #expect(code { _ = try workspace.deleteMatchRun("M1") } == .entityNotFound)
    #expect(try workspace.matchRuns() == [])
    withExtendedLifetime(fixture) {}
  }

  private func change(_ fixture: WorkspaceFixture, _ sql: String) throws {
    try DatabaseQueue(path: fixture.path + "/store.sqlite").write { try $0.execute(sql: sql) }
  }
}
