import Foundation
import Glibc
import PasserelleArchive
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleTestSupport
import Testing

@Suite struct HostileFileTests {
  let fixture: PipelineFixture

  init() throws { fixture = try PipelineFixture() }

  @Test func eachHostileFileIsRefusedWithItsCodeAndTheRunBalances() throws {
    let files = try HostileFiles.all()
    for file in files { try fixture.place(file.name, file.bytes) }
    let (report, told) = try fixture.ingestPlaced()
    #expect(told == files.map { "\($0.name): \($0.code)" }.sorted())
    #expect(report.isBalanced)
    #expect(report.stored == 0)
    #expect(report.recordsIn == report.refused)
    #expect(try fixture.store.read { try $0.lastSequence() } == 0)
    #expect(try fixture.store.integrityFindings().isEmpty)
  }

  @Test func hostileFilesDoNotHinderASoundOne() throws {
    for file in try HostileFiles.all().prefix(6) { try fixture.place(file.name, file.bytes) }
    try fixture.place("zz.json", Array(PipelineFixture.file([PipelineFixture.row("R", "Un")]).utf8))
    let (report, _) = try fixture.ingestPlaced()
    #expect(report.added == 1)
    #expect(report.isBalanced)
  }

  @Test func aNameThatIsNotUTF8IsReadAndTold() throws {
    try fixture.place("a.json", Array(PipelineFixture.file([PipelineFixture.row("R", "Un"), "{}"]).utf8))
    let from = fixture.folder.path("in/a.json")
    let to = Array((fixture.folder.path("in") + "/").utf8) + [0xE9, 0xFF] + Array(".json".utf8) + [0]
    let status = to.withUnsafeBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { rename(from, $0) }
    }
    #expect(status == 0)
    let (report, _) = try fixture.ingestPlaced()
    #expect(report.added == 1)
    #expect(report.refused == 1)
    #expect(fixture.quarantined.first?.contains("\u{FFFD}\u{FFFD}.json") == true)
  }

  @Test func aPipeInAFolderIsNotOpened() throws {
    try fixture.place("a.json", Array(PipelineFixture.file([PipelineFixture.row("R", "Un")]).utf8))
    #expect(mkfifo(fixture.folder.path("in/b.json"), 0o600) == 0)
    let (report, told) = try fixture.ingestPlaced()
    #expect(report.added == 1)
    #expect(report.filesFailed == 0)
    #expect(told == ["b.json: file.notData"])
  }

  @Test func aDeviceWithoutEndIsRefused() throws {
    let report = try fixture.ingest(["/dev/zero"])
    #expect(report.filesFailed == 1)
    var options: [RunReport] = []
    options.append(
      try fixture.ingest(["/dev/zero"]) {
        $0.formatName = "decp"
        $0.archiveLimits = HostileFiles.limits
      })
    #expect(options.allSatisfy { $0.isBalanced && $0.stored == 0 })
  }

  /// A pipe to which nobody writes, and one that never ends within a record: a stop is heeded in both.
  @Test(arguments: [false, true]) func aStopIsHeededWhileAnInputIsWaitedForOrHasNoEnd(isWritten: Bool) throws
  {
    let path = fixture.folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let flag = fixture.flag
    let writer = Thread {
      if isWritten, let file = fopen(path, "w") {
        signal(SIGPIPE, SIG_IGN)
        fputs("{\"marches\": [{\"id\": \"", file)
        let text = String(repeating: "a", count: 4000)
        for _ in 0..<20_000 where fputs(text, file) >= 0 {
          if flag.isSet { break }
        }
        fclose(file)
      }
    }
    writer.start()
    let stopper = Thread {
      usleep(300_000)
      flag.stop()
    }
    stopper.start()
    let report = try fixture.ingest([path]) { $0.formatName = "decp" }
    #expect(report.isInterrupted && report.isBalanced && report.stored == 0 && report.filesFailed == 0)
  }

  @Test func aPipeThatIsNamedIsRead() throws {
    let path = fixture.folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let text = PipelineFixture.file([PipelineFixture.row("R", "Un")])
    let writer = Thread {
      usleep(100_000)
      guard let file = fopen(path, "w") else { return }
      fputs(String(text.prefix(100)), file)
      fflush(file)
      usleep(50_000)
      fputs(String(text.dropFirst(100)), file)
      fclose(file)
    }
    writer.start()
    let report = try fixture.ingest([path])
    #expect(report.added == 1 && report.filesRead == 1 && report.isBalanced)
  }

  /// Numbers that no machine holds, keys given twice: the record is kept, the field is told of.
  @Test func numbersWithoutMeasureAreToldOf() throws {
    let long = String(repeating: "9", count: 100_000)
    let amounts = ["1e999999", "-1e-999999", long, "0." + long]
    let rows = amounts.enumerated().map { PipelineFixture.row("H\($0)", "Un", ",\"montant\": \($1)") }
    let path = try fixture.write("in/a.json", PipelineFixture.file(rows))
    let report = try fixture.ingest([path])
    #expect(report.added == 4 && report.isBalanced)
    #expect(report.diagnostics["amount.invalid"] == 4)
  }
}
