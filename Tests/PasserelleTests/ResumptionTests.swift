import Passerelle
import PasserelleCore
import Testing

@Suite struct ResumptionTests {
  private let rows = AwardRow.many(45)

  private func uninterruptedHash() throws -> String {
    let fixture = try WorkspaceFixture()
    _ = try fixture.open().ingest([try fixture.write("a.json", rows)])
    return try fixture.open().storeHash()
  }

  private var smallBatches: IngestionOptions {
    var options = IngestionOptions()
    options.batchSize = 10
    return options
  }

  /// The clock is looked at when the run begins, then once a batch.
  @Test(arguments: 1...5)
  func aStopBetweenBatchesLeavesAConsistentWorkspace(_ looks: Int) throws {
    let fixture = try WorkspaceFixture()
    let path = try fixture.write("a.json", rows)
    let flag = StopFlag()
    let clock = TickingClock(flag)
    clock.stop(after: looks)
    let stopped = try fixture.open(flag: flag, clock: clock).ingest([path], options: smallBatches)
    #expect(stopped.report.isInterrupted)
    #expect(stopped.report.isBalanced)
    #expect(stopped.report.added < rows.count)
    #expect(stopped.documentsIndexed == 0)
    let workspace = try fixture.open()
    #expect(try workspace.runs().first?.status == "interrupted")
    let stored = try workspace.dumped().filter { $0.contains("<\(Vocabulary.title)>") }
    #expect(stored.count == stopped.report.added)
    let resumed = try workspace.ingest([path], options: smallBatches)
    #expect(resumed.report.unchanged == stopped.report.added)
    #expect(resumed.report.added == rows.count - stopped.report.added)
    #expect(!resumed.report.isInterrupted)
    #expect(try workspace.storeHash() == uninterruptedHash())
    #expect(try workspace.isSound())
    #expect(try workspace.titles("voirie") { $0.filter.kinds = [.award] }.count == rows.count)
  }

  @Test func aStopFromTheProgressEndsBeforeTheNextFile() throws {
    let fixture = try WorkspaceFixture()
    let paths = [
      try fixture.write("a.json", Array(rows[..<20])), try fixture.write("b.json", Array(rows[20...])),
    ]
    let flag = StopFlag()
    let stopped = try fixture.open(flag: flag) { _ in flag.stop() }.ingest(paths)
    #expect(stopped.report.isInterrupted)
    #expect(stopped.report.isBalanced)
    #expect(stopped.report.filesRead <= 1)
    #expect(stopped.report.added <= 20)
    let resumed = try fixture.open().ingest(paths)
    #expect(resumed.report.added == rows.count - stopped.report.added)
    #expect(try fixture.open().storeHash() == uninterruptedHash())
  }

  @Test func whatWasStoredBeforeAStopCanBeIndexed() throws {
    let fixture = try WorkspaceFixture()
    let path = try fixture.write("a.json", rows)
    let flag = StopFlag()
    let clock = TickingClock(flag)
    clock.stop(after: 3)
    let stopped = try fixture.open(flag: flag, clock: clock).ingest([path], options: smallBatches)
    let workspace = try fixture.open()
    #expect(try !workspace.isSound(), "the doctor tells that the index is behind")
    #expect(try workspace.index() > 0)
    #expect(try workspace.isSound())
    #expect(try workspace.titles("voirie") { $0.filter.kinds = [.award] }.count == stopped.report.added)
  }

  @Test func aStopDuringIndexingIsToldAsAnInterruption() throws {
    // More documents than the index takes in one commit, so that a commit is followed by others.
    let fixture = try WorkspaceFixture()
    let things = (0..<5_010).map { #"{"type":"thing","id":"t\#($0)","kind":"Commune","name":"Lieu \#($0)"}"# }
    let path = try fixture.write("things.jsonl", things.joined(separator: "\n").utf8)
    let flag = StopFlag()
    let stopped = try fixture.open(flag: flag) { if $0.stage.english == "Indexing" { flag.stop() } }.ingest([
      path
    ])
    #expect(stopped.report.added == 5_010)
    #expect(stopped.report.isInterrupted)
    let workspace = try fixture.open()
    #expect(try workspace.runs().first?.status == "interrupted")
    #expect(try workspace.index() > 0)
    #expect(try workspace.isSound())
    #expect(try workspace.search(SearchRequest(words: "lieu")).total == 5_010)
  }
}
