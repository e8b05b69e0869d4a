import PasserelleCore
import PasserelleXML
import Testing

@Suite("The reader of records in one XML document")
struct XMLRecordReaderTests {
  private func read(
    _ text: String, limits: XMLLimits = .standard
  ) throws -> (names: [String], refused: [RefusedRecord], lines: [Int?]) {
    var source: any ByteSource = MemoryByteSource(text.utf8)
    var names: [String] = []
    var refused: [RefusedRecord] = []
    var lines: [Int?] = []
    try XMLRecordReader(names: ["a", "b"], limits: limits).read(&source, file: "t.xml") { item in
      switch item {
      case .record(let record):
        names.append(String(decoding: record.bytes, as: UTF8.self))
        lines.append(record.location.line)
      case .refused(let found): refused.append(found)
      }
      return true
    }
    return (names, refused, lines)
  }

  @Test func eachElementIsARecordInItsOwnWords() throws {
    let found = try read("<r>\n <a x='1&amp;2'> <c>é &lt; z</c>\n </a>\n <d/>\n <b/></r>")
    #expect(found.names == ["<a x=\"1&amp;2\"><c>é &lt; z</c></a>", "<b></b>"])
    #expect(found.lines == [2, 5])
    #expect(found.refused.isEmpty)
  }

  @Test func recordsBeforeAFaultAreGivenAndTheRestIsRefused() throws {
    let records = (1...2000).map { "<a>\($0)</a>" }
    let found = try read("<r>" + records.joined() + "<a>last</b></r>")
    #expect(found.names.count > 1900)
    #expect(found.names == Array(records.prefix(found.names.count)))
    #expect(found.refused.map { $0.diagnostics.map(\.code.name) } == [["xml.malformed"]])
    let rest = String(decoding: found.refused[0].bytes, as: UTF8.self)
    #expect(rest.hasSuffix("<a>last</b></r>"))
    #expect(records[found.names.count...].allSatisfy { rest.contains($0) })
  }

  @Test func aLongDocumentOfShortRecordsIsRead() throws {
    let text = "<r>" + String(repeating: "<a>some words of text</a>\n", count: 20_000) + "</r>"
    let found = try read(text, limits: XMLLimits(documentBytes: 200_000))
    #expect(found.names.count == 20_000)
    #expect(found.refused.isEmpty)
  }

  @Test func aRecordBeyondTheLimitIsRefused() throws {
    let text = "<r><a>" + String(repeating: "mot ", count: 100_000) + "</a></r>"
    let found = try read(text, limits: XMLLimits(documentBytes: 10_000))
    #expect(found.names.isEmpty)
    #expect(found.refused.map { $0.diagnostics.map(\.code) } == [[.xmlTooLarge]])
  }

  @Test func anEmptyDocumentIsAnError() {
    #expect(throws: PasserelleError.self) { try read("") }
  }
}
