import Foundation
import Testing

/// A disk that takes no more is played by a limit on the size of files, with its signal ignored.
@Suite struct DiskTests {
  @Test(arguments: [40, 300]) func aFullDiskIsAClearFailureAndTheNextRunCompletes(_ kilobytes: Int) throws {
    let program = try Program()
    let path = try program.write("a.json", Program.awards(0..<450))
    let outcome = try program.shell("trap '' XFSZ; ulimit -f \(kilobytes); passerelle ingest '\(path)'")
    #expect(outcome.status == 2, "\(outcome.errors.prefix(400))")
    let last = try #require(outcome.errors.split(separator: "\n").last.map(String.init))
    #expect(last.hasPrefix("Erreur [graph."), "\(outcome.errors.prefix(400))")
    #expect(last.contains("disque"))
    let resumed = try program.run("ingest", path, "-f", "json")
    #expect(resumed.status == 0, "\(resumed.errors)")
    let records = try #require(try resumed.object()["records"] as? [String: Any])
    #expect(records["balanced"] as? Bool == true)
    #expect(try program.run("doctor").status == 0)
    #expect(
      try program.run("search", "voirie", "--kind", "award", "-f", "json").object()["total"] as? Int == 450)
    let whole = try Program()
    _ = try whole.run("ingest", path)
    #expect(try program.storeHash() == whole.storeHash())
  }
}
