import Foundation
import Testing

/// `Scripts/demo` but for its build: the commands end well, also when they are run again.
@Suite struct DemonstrationScriptTests {
  @Test func theCommandsEndWell() throws {
    let script = try String(
      contentsOf: Repository.root.appendingPathComponent("Scripts/demo"), encoding: .utf8)
    let start = try #require(script.range(of: "specification="))
    let folder = try Scratch.folder()
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Corpus"),
      withDestinationURL: Repository.root.appendingPathComponent("Corpus"))
    let commands = """
      set -eu
      say() { echo "$@"; }
      passerelle=passerelle
      workspace=demonstration
      \(script[start.lowerBound...])
      """
    for _ in 1...2 {
      let output = try Program.run(commands, in: folder)
      #expect(output.status == 0, "\(output.err)")
      #expect(output.out.split(separator: "\n").filter { $0.hasPrefix("$ passerelle ") }.count >= 6)
    }
  }
}
