import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct RetryTests {
  let fixture: WorkspaceFixture
  private let good = AwardRow("G1", "Réfection du pont").json

  init() throws { fixture = try WorkspaceFixture() }

  private var inbox: String { fixture.folder.path("in") }
  private var quarantine: String { fixture.path + "/quarantine/run-000001.ndjson" }

  private func awards(_ workspace: Workspace, _ words: String) throws -> [String] {
    try workspace.titles(words) { $0.filter.kinds = [.award] }
  }

  private func document(_ answer: RetryAnswer) throws -> [String: Any] {
    try object(Data(JSONText.of(answer.structured).utf8))
  }

  @Test func whatIsStillRefusedStays() throws {
    try fixture.write("a.json", AwardRow.file([good, #"{"id": " ", "objet": "x"}"#]).utf8)
    let night = try fixture.open().nightly(inbox)
    #expect(night.status == .quarantined)
    let before = FileManager.default.contents(atPath: quarantine)
    let answer = try fixture.open().retry(run: 1)
    #expect(answer.tried == 1)
    #expect(answer.left == 1)
    #expect(FileManager.default.contents(atPath: quarantine) == before)
    #expect(
      try #require(try document(answer)["quarantines"] as? [[String: Any]]).first?["refused"] as? Int == 1)
  }

  /// A record that was refused by an earlier version is stood in for by one that is not refused at all.
  @Test func whatPassesNowIsStoredAndLeaves() throws {
    let path = try fixture.write(
      "a.json", AwardRow.file([AwardRow("G0", "Enrobé bitumineux").json, good]).utf8)
    _ = try fixture.open().ingest([try fixture.write("../other.json", [AwardRow("Z", "Autre")])])
    let line: [String: Any] = [
      "file": path, "record": 2, "line": 3, "byteOffset": 10, "codes": ["award.noBuyer"], "content": good,
    ]
    try JSONSerialization.data(withJSONObject: line).write(to: URL(fileURLWithPath: quarantine))
    let workspace = try fixture.open()
    let answer = try workspace.retry()
    #expect(answer.left == 0)
    #expect(
      try #require(try document(answer)["quarantines"] as? [[String: Any]]).first?["stored"] as? Int == 1)
    #expect(try awards(workspace, "pont").count == 1, "only what was put aside is stored")
    let others = try awards(workspace, "bitumineux")
    #expect(others.isEmpty, "\(others)")
    #expect(!FileManager.default.fileExists(atPath: quarantine))
    #expect(try fixture.open().retry().tried == 0)
  }

  @Test func aNewerRecordIsNotOverwritten() throws {
    let old = try fixture.write("a.json", AwardRow.file([good]).utf8)
    _ = try fixture.open().ingest([try fixture.write("../other.json", [AwardRow("Z", "Autre")])])
    let newer = AwardRow("G1", "Réfection du viaduc")
    _ = try fixture.reopen(later: 100).ingest([try fixture.write("../b.json", [newer])])
    let line: [String: Any] = ["file": old, "codes": ["award.noBuyer"], "content": good]
    try JSONSerialization.data(withJSONObject: line).write(to: URL(fileURLWithPath: quarantine))
    let workspace = try fixture.reopen(later: 200)
    let answer = try workspace.retry(run: 1)
    #expect(
      try #require(try document(answer)["quarantines"] as? [[String: Any]]).first?["overtaken"] as? Int == 1)
    #expect(try awards(workspace, "viaduc").count == 1)
    #expect(try awards(workspace, "pont").isEmpty)
  }

  @Test func anUnreadableFileIsTriedWhole() throws {
    let path = try fixture.write("a.json", "not data".utf8)
    let night = try fixture.open().nightly(inbox)
    #expect(night.status == .quarantined)
    #expect(night.warnings.contains { $0.contains("a.json") })
    #expect(try fixture.open().retry(run: 1).left == 1)
    try fixture.write("a.json", [AwardRow("G1", "Réfection du pont")])
    let workspace = try fixture.open()
    let answer = try workspace.retry(run: 1)
    #expect(answer.left == 0, "\(path)")
    #expect(try awards(workspace, "pont").count == 1)
  }

  @Test func anUnknownRunIsAnError() throws {
    let workspace = try fixture.open()
    #expect(code { _ = try workspace.retry(run: 7) } == .entityNotFound)
  }
}
