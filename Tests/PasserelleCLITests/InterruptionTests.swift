import Foundation
import Glibc
import Testing

@Suite struct InterruptionTests {
  /// The program is given a part of its input, is interrupted once that is stored, then gets the rest.
  @Test(arguments: [SIGINT, SIGTERM]) func anInterruptedIngestionEndsWith130AndResumes(_ number: Int32) throws
  {
    let program = try Program()
    let text = Program.awards(0..<1_300)
    let bytes = Array(text.utf8)
    let cut = bytes.count * 11 / 13
    var feed: Int32 = -1
    let running = try program.start(["ingest", "-", "--source", "decp"], feeding: &feed)
    Program.send(bytes[..<cut], to: feed)
    let store = program.path("workspace/store.sqlite-wal")
    let isStored = wait(seconds: 60) { size(store) > 300_000 }
    #expect(isStored, "the first thousand records were not stored")
    kill(running.process.processIdentifier, number)
    Program.send(bytes[cut...], to: feed)
    close(feed)
    let outcome = try program.finish(running)
    #expect(outcome.status == 130, "\(outcome.errors)")
    #expect(outcome.text.contains("Interrompu"))
    #expect(try program.run("doctor").text.contains("retard"))
    let resumed = try program.run("ingest", try program.write("a.json", text), "-f", "json")
    #expect(resumed.status == 0, "\(resumed.errors)")
    let records = try #require(try resumed.object()["records"] as? [String: Any])
    #expect(records["in"] as? Int == 1_300)
    #expect(try #require(records["unchanged"] as? Int) >= 1_000)
    #expect(try #require(records["added"] as? Int) > 0, "the interruption left something to do")
    #expect(try program.run("doctor").status == 0)
    #expect(
      try program.run("search", "voirie", "--kind", "award", "-f", "json").object()["total"] as? Int == 1_300)
  }

  /// A match has no safe point to wait for: with a long document it would go on for minutes.
  @Test func anInterruptedMatchEndsAtOnceWith130() throws {
    let program = try Program()
    #expect(try program.run("ingest", try program.write("a.json", Program.awards(0..<3))).status == 0)
    var feed: Int32 = -1
    let running = try program.start(["match", "-"], feeding: &feed)
    Program.send(Array("Le titulaire doit entretenir la voirie.\n".utf8)[...], to: feed)
    var waiting: Int32 = 1
    let isRead = wait(seconds: 30) { ioctl(feed, UInt(FIONREAD), &waiting) == 0 && waiting == 0 }
    #expect(isRead, "the need was not read")
    kill(running.process.processIdentifier, SIGINT)
    let outcome = try program.finish(running)
    close(feed)
    #expect(outcome.status == 130, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// Waits until a condition holds.
///
/// - Returns: Whether it came to hold in time.
func wait(seconds: Double, _ condition: () -> Bool) -> Bool {
  let end = ContinuousClock.now + .seconds(seconds)
  while ContinuousClock.now < end {
    if condition() { return true }
    usleep(10_000)
  }
  return condition()
}
