import Foundation
import PasserelleCore
import Testing

@testable import Passerelle

@Suite struct LoadTests {
  private static let quads = """
    <urn:a> <urn:says> "un" <urn:g:1> .
    <urn:a> <urn:says> "deux"@fr <urn:g:1> .
    <urn:b> <urn:knows> _:x <urn:g:2> .
    _:x <urn:says> "2024-05-01"^^<http://www.w3.org/2001/XMLSchema#date> .

    """

  private func dump(_ workspace: Workspace, _ options: DumpOptions = DumpOptions()) throws -> String {
    var bytes: [UInt8] = []
    try workspace.dump(options) {
      bytes += $0
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func whatIsLoadedIsDumpedAndLoadedElsewhere() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let file = try fixture.write("data.nq", Self.quads.utf8)
    let answer = try workspace.load([file])
    #expect(answer.report.isBalanced && answer.report.added == 3 && answer.report.statements == 4)
    let again = try workspace.load([file])
    #expect(again.report.unchanged == 3 && again.report.stored == 0)
    let text = try dump(workspace)
    #expect(text.split(separator: "\n").count == 4)
    let copy = try fixture.write("copy.nq", text.utf8)
    for syntax in ["nquads", "trig", "jsonld"] {
      let other = try WorkspaceFixture()
      var options = DumpOptions()
      options.syntaxName = syntax
      let name =
        syntax == "nquads"
        ? copy : try fixture.write("copy." + syntax, dump(workspace, options).utf8)
      let loaded = try other.open()
      #expect(try loaded.load([name]).report.filesFailed == 0)
      #expect(try dump(loaded) == text, "\(syntax)")
    }
  }

  @Test func aBrokenFileIsLeftOutUnlessItIsToBeRecovered() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let broken = try fixture.write(
      "broken.nq", (Self.quads + "<urn:c> oops .\n<urn:d> <urn:says> \"d\" .\n").utf8)
    let answer = try workspace.load([broken])
    #expect(answer.report.filesFailed == 1 && answer.report.recordsIn == 0)
    #expect(answer.fileErrors.first?.location?.line == 5)
    #expect(try dump(workspace).isEmpty)
    var options = LoadOptions()
    options.recovers = true
    let recovered = try workspace.load([broken], options: options)
    #expect(recovered.report.isBalanced && recovered.report.refused == 1 && recovered.report.added == 3)
    #expect(try dump(workspace).contains("<urn:d>"))
  }

  @Test func aDumpFileIsCompressedByItsName() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.load([fixture.write("data.nq", Self.quads.utf8)])
    let plain = try fixture.write("plain.nq", [])
    let packed = try fixture.write("packed.nq.gz", [])
    for path in [plain, packed] {
      try DocumentFile.write(to: path, stopFlag: StopFlag()) { try workspace.dump(DumpOptions(), $0) }
    }
    #expect(try String(contentsOfFile: plain, encoding: .utf8) == dump(workspace))
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: packed)).prefix(2)) == [0x1F, 0x8B])
    let other = try WorkspaceFixture()
    let loaded = try other.open()
    _ = try loaded.load([packed])
    #expect(try dump(loaded) == dump(workspace))
  }
}
