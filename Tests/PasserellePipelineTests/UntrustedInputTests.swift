import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleTestSupport
import Testing

/// Inputs that lie about themselves, beside those of `HostileFileTests`: what is told, what is kept, that all balances.
@Suite struct UntrustedInputTests {
  let fixture: PipelineFixture

  init() throws { fixture = try PipelineFixture() }

  private static func notice(_ inner: String, head: String = "", attributes: String = "") -> String {
    let space = "urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
    return "\(head)<ContractAwardNotice xmlns=\"\(space)\"\(attributes)>\(inner)</ContractAwardNotice>"
  }

  private static func tar(_ name: String, type: Character, target: String = "") -> [UInt8] {
    TinyTar.header(name, size: 0, type: type, target: target) + [UInt8](repeating: 0, count: 1024)
  }

  /// Three megabytes of blanks in 72 bytes.
  private static let bomb =
    "QlpoOTFBWSZTWeV3CosAW+8ZiNAAABAqQhgIQAAACCAAUIBoAE1VEA/JTlIEXjsEKVZvrN3PObzEgRfxdyRThQkOV3CosA=="

  @Test func whatCannotBeReadIsRefusedWithItsCode() throws {
    let row = PipelineFixture.row
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let latin = Array(declared.utf8) + Array(Self.notice("").utf8.dropLast(22)) + [0xE9] + Array("</x>".utf8)
    let files: [(name: String, bytes: [UInt8], code: String)] = [
      ("absolute.tar", Self.tar("/etc/a.json", type: "0"), "archive.traversal"),
      ("blocks.tar", Self.tar("a.json", type: "4"), "archive.device"),
      ("bomb.json.bz2", Array(Data(base64Encoded: Self.bomb) ?? Data()), "archive.bomb"),
      ("device.tar", Self.tar("a.json", type: "3"), "archive.device"),
      ("hard.tar", Self.tar("a.json", type: "1", target: "/etc/passwd"), "archive.link"),
      ("pipe.tar", Self.tar("a.json", type: "6"), "archive.device"),
      ("twice.xml", Array(Self.notice("", attributes: " a=\"1\" a=\"2\"").utf8), "xml.malformed"),
      (
        "utf16.xml", Array(Self.notice("", head: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>").utf8),
        "xml.malformed"
      ),
      (
        "unknown.xml", Array(Self.notice("", head: "<?xml version=\"1.0\" encoding=\"x-inconnu\"?>").utf8),
        "xml.malformed"
      ),
      ("latin.xml", latin, "xml.malformed"),
      ("prefixes.xml", Array(Self.notice("<a:b:c/>").utf8), "xml.malformed"),
      (
        "nan.json", Array(PipelineFixture.file([row("R", "Un", "55208131766522", ",\"montant\": NaN")]).utf8),
        "json.malformed"
      ),
      (
        "infinity.json",
        Array(PipelineFixture.file([row("R", "Un", "55208131766522", ",\"montant\": -Infinity")]).utf8),
        "json.malformed"
      ),
      ("latin.md", Array("# Titre\n\nLe march".utf8) + [0xE9, 0x0A], "file.unreadable"),
      ("null.md", Array("# Ti\u{0}tre\n".utf8), "file.unreadable"),
      ("latin.gexf", Array("<gexf><graph><nodes><node id=\"".utf8) + [0xFF], "file.unreadable"),
    ]
    for file in files { try fixture.place(file.name, file.bytes) }
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(told == files.map { "\($0.name): \($0.code)" }.sorted())
    #expect(report.isBalanced && report.stored == 0 && report.recordsIn == report.refused)
    #expect(try fixture.store.integrityFindings().isEmpty)
  }

  /// Marks of byte order, line ends of other systems, an encoding that is as it says: nothing is lost.
  @Test func whatIsOnlyUnusualIsRead() throws {
    let rows = [PipelineFixture.row("A", "Un"), PipelineFixture.row("B", "Deux")]
    let text = Array(PipelineFixture.file(rows).utf8)
    try fixture.place("a-marked.json", [0xEF, 0xBB, 0xBF] + text)
    try fixture.place("b-returns.json", text.map { $0 == 0x0A ? 0x0D : $0 })
    let lines = (0..<3).map { PipelineFixture.row("L\($0)", "Ligne") }
    try fixture.place("c-lines.jsonl", Array("\(lines[0])\r\n\r\n\(lines[1])\n\(lines[2])".utf8))
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(report.added == 5 && report.isBalanced && report.filesFailed == 0, "\(told)")
  }

  /// A broken line of JSON lines is refused alone, whatever it holds.
  @Test func aBrokenLineCostsItself() throws {
    let sound = (0..<2).map { PipelineFixture.row("L\($0)", "Ligne") }
    let bytes = Array("\(sound[0])\n\u{0}\n{\"id\": \"\n".utf8) + [0xFF, 0x0A] + Array(sound[1].utf8)
    try fixture.place("a.jsonl", bytes)
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(report.added == 2 && report.refused == 3 && report.isBalanced, "\(told)")
  }

  @Test func numbersAndDatesBeyondMeasureAreDropped() throws {
    let extras = [
      ",\"montant\": \"NaN\"", ",\"montant\": \"Infinity\"", ",\"montant\": -1e-400",
      ",\"montant\": \(String(repeating: "9", count: 400))",
      ",\"dureeMois\": \(String(repeating: "9", count: 30))",
      ",\"datePublicationDonnees\": \"1\(String(repeating: "0", count: 30))-01-01\"",
    ]
    let rows = extras.enumerated().map { PipelineFixture.row("N\($0)", "Un", $1) }
    try fixture.place("a.json", PipelineFixture.file(rows).utf8)
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(report.added == extras.count && report.isBalanced)
    #expect(told.filter { $0.contains("amount.invalid montant") }.count == 4)
    #expect(told.contains { $0.contains("duration.implausible dureeMois") })
    #expect(told.contains { $0.contains("date.invalid datePublicationDonnees") })
  }

  /// Of a key given twice the last value stands, and it is told of.
  @Test func keysGivenTwiceAreTold() throws {
    let again = PipelineFixture.row("D", "Un", ",\"objet\": \"Deux\"")
    try fixture.place("decp.json", PipelineFixture.file([again]).utf8)
    let release =
      #"{"releases": [{"ocid": "ocds-a-1", "id": "1", "date": "2018-01-01T00:00:00Z", "tag": ["award"], "#
      + #""initiationType": "tender", "ocid": "ocds-a-2", "awards": [{"id": "a", "id": "b"}]}]}"#
    try fixture.place("ocds.json", release.utf8)
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(report.isBalanced)
    #expect(told.contains("decp.json: record.duplicateKey objet"))
    #expect(told.contains("ocds.json: record.duplicateKey ocid"))
    #expect(told.contains("ocds.json: record.duplicateKey awards.id"))
  }

  /// A name with a line break, an escape sequence and a mark that turns the direction of writing is a name.
  @Test func aNameThatGivesOrdersIsOnlyAName() throws {
    let name = "a\u{1B}[31m\n\u{202E}b.json"
    try fixture.place(name, PipelineFixture.file([PipelineFixture.row("R", "Un"), "{}"]).utf8)
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(report.added == 1 && report.refused == 1 && report.isBalanced)
    #expect(told.allSatisfy { $0.hasPrefix(name + ": ") } && !told.isEmpty)
    // The quarantine is lines of JSON: no raw escape, no line break within one.
    #expect(fixture.quarantined.count == 1)
    #expect(fixture.quarantined.allSatisfy { !$0.contains("\u{1B}") && $0.hasSuffix("}") })
  }

  /// A line that never ends is refused at the limit, and what comes after it is read.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PASSERELLE_SLOW_TESTS"] != nil))
  func aLineOfAHundredMegabytesIsRefused() throws {
    let long = PipelineFixture.row("G", String(repeating: "x", count: 100_000_000))
    try fixture.place("a.jsonl", "\(long)\n\(PipelineFixture.row("R", "Un"))\n".utf8)
    let (report, told) = try fixture.ingestPlaced(showingFields: true)
    #expect(told.contains("a.jsonl: json.recordTooLarge"))
    #expect(report.added == 1 && report.isBalanced)
  }
}
