import Foundation
import Testing

/// Slow, so behind `PASSERELLE_SLOW_TESTS`.
@Suite struct MemoryTests {
  static let isOn = ProcessInfo.processInfo.environment["PASSERELLE_SLOW_TESTS"] != nil

  @Test(.enabled(if: isOn, "PASSERELLE_SLOW_TESTS is not set"))
  func aLargeFileNeedsLittleMemory() throws {
    let program = try Program()
    let path = program.path("large.json")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data("{\"marches\": [\n".utf8))
    for start in stride(from: 0, to: 8_000, by: 200) {
      let rows = Program.rows(start..<(start + 200), padding: 26_000).joined(separator: ",\n")
      try file.write(contentsOf: Data(((start == 0 ? "" : ",\n") + rows).utf8))
    }
    try file.write(contentsOf: Data("\n]}\n".utf8))
    try file.close()
    let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    #expect(size > 200_000_000)
    let running = try program.start(["ingest", path, "-f", "json"])
    var peak = 0
    while running.process.isRunning {
      peak = max(peak, peakKilobytes(running.process.processIdentifier))
      usleep(20_000)
    }
    let outcome = try program.finish(running)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try (outcome.object()["records"] as? [String: Any])?["added"] as? Int == 8_000)
    #expect(peak > 0)
    #expect(peak < 400_000, "peak of \(peak) kB")
  }

  /// The peak of resident memory that the kernel has counted so far.
  private func peakKilobytes(_ process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
