import Foundation
import Glibc
import Testing

@Suite struct NightlyCommandTests {
  let program: Program

  init() throws {
    program = try Program()
    try FileManager.default.createDirectory(atPath: program.path("inbox"), withIntermediateDirectories: true)
  }

  @Test func exitCodesAreThoseOfTheContract() throws {
    try program.write("inbox/a.json", Program.awards(0..<3))
    #expect(try program.run("nightly", "inbox").status == 0)
    let empty = try program.run("nightly", "inbox", "--format", "json")
    #expect(empty.status == 0, "nothing new")
    #expect(try empty.object()["format"] as? String == "passerelle-night/1")
    try FileManager.default.copyItem(
      atPath: Program.corpus + "/Cases/decp/refused.json", toPath: program.path("inbox/b.json"))
    #expect(try program.run("nightly", "inbox").status == 1, "something is in quarantine")
    #expect(try program.run("retry").status == 1)
    let missing = try program.run("nightly", "absent", "--lang", "en")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("Error [input.notFound] The inbox 'absent'"))
  }

  @Test func aLockThatIsHeldIsSeventyFive() throws {
    #expect(try program.run("init").status == 0)
    let descriptor = open(program.path("workspace/lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let night = try program.run("nightly", "inbox", "--lang", "en")
    #expect(night.status == 75)
    #expect(night.errors.contains("Error [workspace.locked]"))
    #expect(try program.run("retry").status == 75)
    close(descriptor)
    #expect(try program.run("nightly", "inbox").status == 0)
  }

  @Test func aDiskThatIsFullEndsTheNightWithAMessageAndTheNextCompletesIt() throws {
    #expect(try program.run("init").status == 0)
    try program.write("inbox/a.json", Program.awards(0..<300))
    // Files may grow to 100 KB: the store's log meets the limit in the middle of the batch.
    let full = try program.shell("ulimit -f 100; passerelle nightly inbox --lang en")
    #expect(full.status == 2, "\(full.status) \(full.errors)")
    #expect(full.errors.contains("Error [graph."), "\(full.errors)")
    let next = try program.run("nightly", "inbox", "--format", "json")
    #expect(next.status == 0, "\(next.errors)")
    #expect((try next.object()["records"] as? [String: Any])?["balanced"] as? Bool == true)
    #expect(try program.run("doctor").status == 0)
  }

  @Test func theLastRunTellsTheBalanceOfEachSource() throws {
    #expect(try program.run("init").status == 0)
    #expect(try program.run("runs", "--last").status == 1, "nothing was read yet")
    try program.write("inbox/a.json", Program.awards(0..<3))
    #expect(try program.run("nightly", "inbox").status == 0)
    let last = try program.run("runs", "--last", "--format", "json").object()
    let sources = try #require(last["sources"] as? [[String: Any]])
    #expect(sources.first?["name"] as? String == "decp")
    #expect(sources.first?["stored"] as? Int == 3)
    #expect(sources.first?["balanced"] as? Bool == true)
    #expect(
      try program.run("runs", "--last", "--format", "csv").lines.last == "decp,3,3,3,0,0,0")
    #expect(try program.run("runs", "1", "--last").status == 64)
  }
}
