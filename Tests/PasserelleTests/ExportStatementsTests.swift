import Foundation
import Passerelle
import PasserelleCore
import PasserelleJSON
import Testing

@Suite struct ExportStatementsTests {
  private static func export(_ workspace: Workspace, _ form: ExportForm) throws -> (String, ExportBalance) {
    var bytes: [UInt8] = []
    let balance = try workspace.export(ExportRequest(form), language: .english) {
      bytes += $0
      return true
    }
    return (String(decoding: bytes, as: UTF8.self), balance)
  }

  private static func dump(_ workspace: Workspace, _ syntax: String = "nquads") throws -> String {
    var options = DumpOptions()
    options.syntaxName = syntax
    var bytes: [UInt8] = []
    try workspace.dump(options) {
      bytes += $0
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func sorted(_ lines: String) -> [String] { lines.components(separatedBy: "\n").sorted() }

  private static let rows = [
    AwardRow("1", "École, \\\"neuve\\\""), AwardRow("2", "voirie\\ntranche 2"), AwardRow("3", "🌳 parc"),
  ]

  @Test func eachSyntaxReadsBackAsTheSameStatements() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", Self.rows)])
    let (quads, balance) = try Self.export(workspace, .nquads)
    #expect(balance.written == 3 && balance.leftOut == 0)
    // Nothing but the awards is stored, so they are all that the store has.
    #expect(Self.sorted(quads) == Self.sorted(try Self.dump(workspace)))
    let triples = try Self.export(workspace, .ntriples).0
    #expect(
      Set(triples.split(separator: "\n")) == Set(try Self.dump(workspace, "ntriples").split(separator: "\n")))
    for (form, name, syntax) in [
      (ExportForm.jsonld, "a.jsonld", "nquads"), (.nquads, "a.nq", "nquads"), (.turtle, "a.ttl", "ntriples"),
      (.ntriples, "a.nt", "ntriples"),
    ] {
      let other = try WorkspaceFixture()
      let loaded = try other.open()
      let path = try other.write(name, try Self.export(workspace, form).0.utf8)
      #expect(try loaded.load([path]).report.filesFailed == 0)
      #expect(try Self.dump(loaded, syntax) == Self.dump(workspace, syntax), "\(name)")
    }
  }

  @Test func aRecordIsOneGraphObject() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let path = try fixture.write("a.json", Self.rows)
    _ = try workspace.ingest([path])
    let text = try Self.export(workspace, .jsonld).0
    let graphs = try #require(try JSONDocument.parse(Array(text.utf8)).arrayValue)
    #expect(graphs.count == 3)
    #expect(graphs.allSatisfy { $0["@id"]?.stringValue?.contains("/record/decp/") == true })
    #expect(graphs.allSatisfy { $0["@graph"]?.arrayValue?.isEmpty == false })
    var converted: [UInt8] = []
    var conversion = Conversion()
    conversion.base = try #require(graphs[0]["@id"]?.stringValue?.components(separatedBy: "record/").first)
    let balance = try conversion.convert(path, to: .jsonld, told: { _ in }) {
      converted += $0
      return true
    }
    #expect(balance.written == 3)
    #expect(String(decoding: converted, as: UTF8.self) == text, "a file converted is the file stored")
  }

  @Test func generatedDataAreAskedFor() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([Repository.root + "/Corpus/Demonstration/awards-csv"])
    let (text, balance) = try Self.export(workspace, .jsonld)
    #expect(balance.written == 0 && balance.reasons == [.demonstration: balance.leftOut])
    #expect(try JSONDocument.parse(Array(text.utf8)).arrayValue?.isEmpty == true)
  }

  @Test func anArrestLeavesADocumentThatDoesNotLookWhole() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", AwardRow.many(200))])
    var bytes: [UInt8] = []
    _ = try workspace.export(ExportRequest(.jsonld), language: .english) {
      bytes += $0
      return false
    }
    #expect(!bytes.isEmpty)
    #expect(throws: PasserelleError.self) { try JSONDocument.parse(bytes) }
  }
}
