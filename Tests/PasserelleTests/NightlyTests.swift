import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Synchronization
import Testing

@Suite struct NightlyTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private var inbox: String { fixture.folder.path("in") }

  private func night(later seconds: Int64? = nil) throws -> NightAnswer {
    let workspace = try seconds.map { try fixture.reopen(later: $0) } ?? fixture.open()
    return try workspace.nightly(inbox)
  }

  private func records(_ answer: NightAnswer) throws -> [String: Int] {
    let document = try Self.document(answer)
    return try #require(document["records"] as? [String: Any]).compactMapValues { $0 as? Int }
  }

  static func document(_ answer: NightAnswer) throws -> [String: Any] {
    try object(Data(JSONText.of(answer.structured).utf8))
  }

  @Test func whatIsNewIsReadOnce() throws {
    try fixture.write("decp/a.json", AwardRow.many(12))
    let first = try night()
    #expect(first.status == .done)
    #expect(try records(first)["added"] == 12)
    let second = try night(later: 100)
    #expect(second.status == .done)
    #expect(try records(second)["in"] == 0, "the file is not read again")
    try fixture.write("decp/b.json", AwardRow.many(3, prefix: "M"))
    let third = try night(later: 200)
    #expect(try records(third)["in"] == 3)
    let sources = try #require(try Self.document(third)["sources"] as? [[String: Any]])
    #expect(sources.count == 1)
    #expect(sources.first?["name"] as? String == "decp")
    #expect(sources.first?["stored"] as? Int == 3)
    #expect(sources.first?["balanced"] as? Bool == true)
  }

  @Test func filesBeingWrittenAndHiddenOnesAreToldAndLeft() throws {
    try fixture.write("a.json", AwardRow.many(2))
    try fixture.write("b.json.part", AwardRow.many(2, prefix: "P"))
    try fixture.write(".c.json", AwardRow.many(2, prefix: "H"))
    let answer = try night()
    #expect(try records(answer)["in"] == 2)
    let inbox = try #require(try Self.document(answer)["inboxFiles"] as? [String: Any])
    let skipped = try #require(inbox["skipped"] as? [[String: Any]])
    #expect(skipped.compactMap { $0["reason"] as? String } == ["hidden", "partial"])
  }

  @Test func aChangedFileIsReadAgainAndAnewReadsAll() throws {
    try fixture.write("a.json", AwardRow.many(4))
    _ = try night()
    try fixture.write("a.json", AwardRow.many(5))
    #expect(try records(try night(later: 100))["added"] == 1)
    var options = NightlyOptions()
    options.isAnew = true
    let answer = try fixture.reopen(later: 200).nightly(inbox, options: options)
    #expect(try records(answer)["unchanged"] == 5)
  }

  @Test func theReportIsWrittenForPeopleAndPrograms() throws {
    try fixture.write("a.json", AwardRow.many(2))
    let answer = try night()
    let json = try #require(
      FileManager.default.contents(atPath: fixture.path + "/reports/night-2023-11-14.json"))
    let written = try object(json)
    #expect(written["format"] as? String == "passerelle-night/1")
    #expect((written["records"] as? [String: Any])?["in"] as? Int == 2)
    let html = try #require(
      FileManager.default.contents(atPath: fixture.path + "/reports/night-2023-11-14.html"))
    #expect(String(decoding: html, as: UTF8.self).contains("2 enregistrements lus = 2 stockés"))
    _ = try night(later: 100)
    #expect(FileManager.default.fileExists(atPath: fixture.path + "/reports/night-2023-11-14-2.json"))
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "/nightly/journal.json"))
    #expect(answer.text(width: 80).first?.contains("2023-11-14") == true)
  }

  @Test func aSecondWriterIsRefused() throws {
    try fixture.write("a.json", AwardRow.many(2))
    let path = fixture.path
    let other = try fixture.open()
    let outcomes = Mutex<[PasserelleError.Code?]>([])
    var options = NightlyOptions()
    let inbox = inbox
    options.willBegin = { stage in
      guard stage == .resolve else { return }
      var configuration = Workspace.Configuration(
        path: path, executableDirectory: "/nowhere",
        context: StageContext(clock: { Instant(milliseconds: 0) }))
      configuration.notice = nil
      let found = code { _ = try Workspace(configuration).nightly(inbox) }
      outcomes.withLock { $0.append(found) }
    }
    _ = try other.nightly(inbox, options: options)
    #expect(outcomes.withLock { $0 } == [.workspaceLocked])
  }

  @Test func aMissingInboxIsAnError() throws {
    let workspace = try fixture.open()
    #expect(code { _ = try workspace.nightly("/nowhere/inbox") } == .inputNotFound)
  }

  @Test func aDropInVolumeIsTold() throws {
    let day: Int64 = 86_400
    for number in 0..<4 {
      try fixture.write("a\(number).json", AwardRow.many(10, prefix: "D\(number)-"))
      let answer = try number == 0 ? night() : night(later: Int64(number) * day)
      #expect(answer.warnings.isEmpty)
    }
    try fixture.write("b.json", AwardRow.many(2, prefix: "E"))
    let answer = try night(later: 4 * day)
    #expect(answer.warnings.count == 1)
    #expect(answer.warnings.first?.contains("2 enregistrements lus, contre 10") == true)
    #expect(answer.status == .done, "a drop stops nothing")
  }

  @Test func reportsAndQuarantineAreKeptAsLongAsTheSettingsSay() throws {
    try fixture.write("bad.json", #"{"marches": [{"id": " ", "acheteur": {"id": "21690123100011"}}]}"#.utf8)
    #expect(try night().status == .quarantined)
    let quarantine = fixture.path + "/quarantine/run-000001.ndjson"
    #expect(FileManager.default.fileExists(atPath: quarantine))
    #expect(FileManager.default.fileExists(atPath: fixture.path + "/quarantine/run-000001.reasons.txt"))
    _ = try night(later: 60 * 86_400)
    #expect(FileManager.default.fileExists(atPath: quarantine))
    _ = try night(later: 100 * 86_400)
    #expect(!FileManager.default.fileExists(atPath: quarantine))
    #expect(FileManager.default.fileExists(atPath: fixture.path + "/reports/night-2023-11-14.json"))
    _ = try night(later: 500 * 86_400)
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "/reports/night-2023-11-14.json"))
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "/reports/run-000001.json"))
  }
}
