import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleTestSupport
import Testing

@Suite struct ContainerIngestionTests {
  let fixture: PipelineFixture

  init() throws { fixture = try PipelineFixture() }

  private func zip(_ name: String, _ entries: [(String, String)]) throws -> String {
    let bytes = try ZIPWriter.data(entries.map { ArchiveEntry(path: $0.0, bytes: Array($0.1.utf8)) })
    let path = fixture.folder.path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func awards(_ id: String) -> String {
    PipelineFixture.file([PipelineFixture.row(id, "Objet")])
  }

  @Test func theFilesOfAnArchiveAreRead() throws {
    let path = try zip(
      "x.zip",
      [
        ("a.json", Self.awards("A")), ("b/c.json", Self.awards("B")), ("README.md", "# Lisez-moi"),
        ("schema.xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"), ("d.inconnu", "?"),
        ("__MACOSX/._a.json", "rien"),
      ])
    let report = try fixture.ingest([path])
    #expect(report.added == 2)
    #expect(report.filesRead == 2)
    #expect(report.filesFailed == 1)
    #expect(report.diagnostics == ["file.notData": 1, "file.unreadable": 1])
    #expect(report.isBalanced)
    let again = try fixture.ingest([path])
    #expect(again.unchanged == 2)
    #expect(again.statements == 0)
  }

  @Test func diagnosticsNameTheFileWithinTheArchive() throws {
    let path = try zip("x.zip", [("d/a.json", PipelineFixture.file(["{}"]))])
    let report = try fixture.ingest([path])
    #expect(report.refused == 1)
    #expect(fixture.quarantined.first?.contains("x.zip!d/a.json") == true)
  }

  @Test func aFaultAtTheEndKeepsWhatWasRead() throws {
    let path = try zip("x.zip", [("a.json", Self.awards("A"))])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.dropLast(20).write(to: URL(fileURLWithPath: path))
    let report = try fixture.ingest([path])
    #expect(report.added == 1)
    #expect(report.filesRead == 1)
    #expect(report.filesFailed == 1)
    #expect(report.diagnostics["archive.truncated"] == 1)
    #expect(report.isBalanced)
  }

  @Test func aFileThatIsNoDataIsPassedOverWhereItIsFound() throws {
    let schema = #"{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"marches": {}}}"#
    let path = try fixture.write("in/schema.json", schema)
    try fixture.write("in/a.xlsx", "PK")
    let found = try fixture.ingest([fixture.folder.path("in")])
    #expect(found.filesFailed == 0)
    #expect(found.diagnostics == ["file.notData": 1, "file.notRead": 1])
    // The user who names it gets to know that it cannot be read.
    let named = try fixture.ingest([path])
    #expect(named.filesFailed == 1)
  }

  @Test func aSourceThatNamesItsSchemaIsData() throws {
    let rows = PipelineFixture.file([PipelineFixture.row("R", "Un")])
    try fixture.write("in/a.json", "{\"$schema\": \"https://exemple.fr/decp.json\"," + rows.dropFirst())
    let report = try fixture.ingest([fixture.folder.path("in")])
    #expect(report.added == 1)
    #expect(report.diagnostics["file.notData"] == nil)
  }

  @Test func progressCountsPackedBytes() throws {
    let path = try zip("x.zip", [("a.json", Self.awards(String(repeating: "A", count: 50_000)))])
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    let files = try InputFiles.expand([path]) { _ in false }
    #expect(files.map(\.size) == [size])
    var read = 0
    try SourceOpener.read(files[0], .init(), onRead: { read += $0 }) { item in
      guard case .source(let source) = item else { return true }
      var input = source.input
      try source.format.read(&input, file: source.name) { _ in true }
      return true
    }
    #expect(read == size)
  }
}
