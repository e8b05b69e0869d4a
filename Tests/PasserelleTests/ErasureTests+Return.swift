import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleRendering
import PasserelleTestSupport
import Testing

@testable import Passerelle
@testable import PasserellePipeline

/// What was erased stays so: after a stop, from backups, dumps, the quarantine and reviews.
extension ErasureTests {
  struct Killed: Error {}

  @Test(arguments: ErasureStep.allCases)
  func anErasureThatWasStoppedIsEnded(_ step: ErasureStep) throws {
    let workspace = try planted()
    #expect(throws: Killed.self) {
      try workspace.erase(person { $0.willBegin = { if $0 == step { throw Killed() } } })
    }
    let journal = fixture.path + "/erasure/journal.json"
    if let data = FileManager.default.contents(atPath: journal) {
      #expect(!String(decoding: data, as: UTF8.self).lowercased().contains("vasselin"), "digests only")
    }
    let again = try fixture.reopen(later: 3000)
    let answer = try again.erase(person())
    #expect(answer.hasResumed == (step != .suppression))
    let left = try holders()
    #expect(left.isEmpty, "\(left)")
    #expect(try again.isSound())
    #expect(try again.erasureList().entries.count == 1)
    #expect(try again.erasureList().unfinished == nil)
    #expect(try awards(again, "voirie").count == 1)
  }

  @Test(arguments: [ErasureStep.files, .store, .compaction, .derivation])
  func aNightEndsAnErasureThatWasStopped(_ step: ErasureStep) throws {
    let workspace = try planted()
    #expect(throws: Killed.self) {
      try workspace.erase(person { $0.willBegin = { if $0 == step { throw Killed() } } })
    }
    let again = try fixture.reopen(later: 3000)
    #expect(try !again.isSound(), "the doctor tells of it")
    try FileManager.default.removeItem(atPath: inbox)
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    let night = try again.nightly(inbox)
    #expect(night.document["erasures"].list.map { $0["outcome"].string } == ["ended"])
    #expect(night.warnings.contains { $0.contains("L’effacement n° 1") }, "\(night.warnings)")
    #expect(night.status == .done)
    #expect(try again.erasureList().unfinished == nil)
    let left = try holders()
    #expect(left.isEmpty, "\(left)")
    #expect(try again.isSound())
    let next = try fixture.reopen(later: 90_000).nightly(inbox)
    #expect(next.document["erasures"].list.isEmpty, "told once")
  }

  @Test func aBackupThatIsPutBackIsErasedAgain() throws {
    var workspace = try planted()
    let copy = fixture.folder.path("copy.sqlite")
    try workspace.backUp(to: copy)
    let key = try #require(
      try workspace.previewErasure(person()).texts.map(\.record.key).first { $0.hasSuffix("A3") })
    _ = try workspace.erase(person { $0.exceptions = [key] })
    let other = try #require(
      try workspace.dumped().first { $0.contains("public du parc") }?.split(separator: "\"").dropFirst().first
    )
    let record = try #require(
      try workspace.store.read { reader in
        try reader.storedRecords { _, _ in true }.first { $0.source == "decp" && $0.key.hasSuffix("A2") }
      })
    _ = try workspace.erase(ErasureRequest(.record(record.source + "/" + record.key)))
    let expected = try workspace.dumped()
    try workspace.store.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: fixture.path + "/store.sqlite" + suffix)
    }
    try FileManager.default.copyItem(atPath: copy, toPath: fixture.path + "/store.sqlite")
    workspace = try fixture.reopen(later: 9000)
    #expect(workspace.erasedAgain == [1, 2])
    #expect(try workspace.dumped() == expected, "with the namesake that was left out")
    #expect(try holders([String(other)]).isEmpty)
    #expect(try workspace.isSound())
    #expect(try workspace.erasureList().entries.map(\.id) == [1, 2])
    #expect(try workspace.erasureList().missing.isEmpty)
    let night = try workspace.nightly(inbox)
    #expect(night.document["erasures"].list.map { $0["outcome"].string } == ["again", "again"])
    #expect(try fixture.reopen(later: 10_000).erasedAgain.isEmpty)
  }

  @Test func aBackupWithoutDigestsIsToldOf() throws {
    var workspace = try planted()
    let copy = fixture.folder.path("copy.sqlite")
    try workspace.backUp(to: copy)
    _ = try workspace.erase(person { $0.suppresses = false })
    try workspace.store.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: fixture.path + "/store.sqlite" + suffix)
    }
    try FileManager.default.copyItem(atPath: copy, toPath: fixture.path + "/store.sqlite")
    workspace = try fixture.reopen(later: 9000)
    #expect(workspace.erasedAgain.isEmpty)
    #expect(try workspace.erasureList().missing == [1])
    let finding = try #require(try workspace.examine().first { $0.key == "erasures" })
    #expect(!finding.isSound && finding.detail.french.contains("n° 1"))
  }

  @Test func whatStandsInADumpDoesNotComeBackByLoading() throws {
    let workspace = try planted()
    let dump = fixture.folder.path("before.nq")
    try DocumentFile.write(to: dump, stopFlag: StopFlag()) { try workspace.dump(DumpOptions(), $0) }
    let key = try #require(
      try workspace.previewErasure(person()).texts.map(\.record.key).first { $0.hasSuffix("A1") })
    _ = try workspace.erase(person())
    _ = try workspace.erase(ErasureRequest(.record("decp/" + key)))
    for isLoad in [true, false] {
      let again = try fixture.reopen(later: isLoad ? 4000 : 5000)
      var options = IngestionOptions()
      options.formatName = "rdf"
      let answer = try isLoad ? again.load([dump]) : again.ingest([dump], options: options)
      #expect(answer.report.isBalanced && answer.report.refused >= 1, "\(isLoad)")
      #expect(answer.report.diagnostics["erasure.suppressed"] == answer.report.refused)
      if isLoad { #expect(answer.report.diagnostics["erasure.redacted"] == 1) }
      let left = try holders(Self.spellings + ["rue Neuve", key])
      #expect(left.isEmpty, "\(isLoad) \(left)")
      #expect(try again.isSound())
    }
  }

  @Test func retryAndReviewsBringNothingBack() throws {
    let workspace = try planted()
    _ = try workspace.erase(person())
    let path = try fixture.write("../late.json", "not data".utf8)
    #expect(try workspace.ingest([path]).fileErrors.count == 1)
    let later = try fixture.reopen(later: 2500)
    let folder = fixture.folder.path("late")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let late = folder + "/late.json"
    try Data("not data".utf8).write(to: URL(fileURLWithPath: late))
    #expect(try later.nightly(folder).status == .quarantined)
    try Data(AwardRow.file([AwardRow("R1", "Dallage, Zoé Vasselin")]).utf8).write(
      to: URL(fileURLWithPath: late))
    _ = try later.retry()
    #expect(try awards(later, "dallage") == ["Dallage, [effacé]"])
    _ = try later.resolve()
    let made = try later.store.append(
      [JudgementDraft(.same("urn:a", "urn:b"), who: "ZV", reason: "dit Zoé Vasselin")],
      at: Instant(milliseconds: 1_800_000_000_000))
    #expect(made.map(\.reason) == ["dit [effacé]"])
    let left = try holders()
    #expect(left.isEmpty, "\(left)")
  }

  /// A workspace with every kind of file that one may hold.
}
