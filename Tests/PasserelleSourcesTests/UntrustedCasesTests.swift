import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleJSON
import PasserelleRDF
import PasserelleSources
import PasserelleXML
import Testing

/// The cases that fuzzing found, each read again as its target reads it.
@Suite struct UntrustedCasesTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzzing/Cases")

  /// The cases as `target/name`.
  private static let cases: [String] = {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.contains("/") && !$0.hasSuffix("/") }.sorted()
  }()

  @Test func casesAreThere() { #expect(!Self.cases.isEmpty) }

  @Test(arguments: cases) func aKeptCaseIsReadToItsEnd(name: String) throws {
    let target = String(name.prefix { $0 != "/" })
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    if target == "jsonld-document" { return try checkDocument(bytes) }
    if target == "values" { return checkValues(String(decoding: bytes, as: UTF8.self)) }
    if target == "docx" {
      let paths = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"]
      let types = ArchiveEntry(path: "[Content_Types].xml", bytes: Array("<Types/>".utf8))
      return try readSource(SpecificationReader(), try ZIPWriter.data([types] + parts(bytes, paths)))
    }
    if target == "odt" {
      let type = Array("application/vnd.oasis.opendocument.text".utf8)
      let first = ArchiveEntry(path: "mimetype", bytes: type, isStored: true)
      let parts = parts(bytes, ["content.xml", "styles.xml"])
      return try readSource(SpecificationReader(), try ZIPWriter.data([first] + parts))
    }
    if let syntax = RDFSyntax(rawValue: target) {
      _ = try statements(bytes, syntax)
    } else if target.hasPrefix("source-") {
      let format = String(target.dropFirst("source-".count))
      let named = SourceFormats.named(format) ?? SourceFormats.named("text")
      try readSource(try #require(named), bytes)
    } else if target.hasPrefix("json") {
      refusing { _ = try JSONDocument.parse(bytes) }
    } else if target.hasPrefix("xml") {
      var input: any ByteSource = MemoryByteSource(bytes)
      refusing { _ = try XMLDocumentReader().read(&input, file: name) }
    } else if target == "archive" {
      refusing { try ContainerWalk.read(MemoryByteSource(bytes), file: name) { _ in true } }
    }
  }

  /// The parts of a package, which stand one after the other with zero bytes between them.
  private func parts(_ bytes: [UInt8], _ paths: [String]) -> [ArchiveEntry] {
    let parts = bytes.split(separator: 0, maxSplits: paths.count - 1, omittingEmptySubsequences: false)
    return zip(paths, parts).map { ArchiveEntry(path: $0, bytes: Array($1)) }
  }

  private func checkValues(_ text: String) {
    if let number = DecimalNumber(text) { #expect(DecimalNumber(number.description) == number) }
    if let moment = Instant(iso: text) { #expect(Instant(iso: moment.description) == moment) }
  }

  private func refusing(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      #expect(error is PasserelleError)
    }
  }

  private func readSource(_ reader: any SourceReading, _ bytes: [UInt8]) throws {
    var input: any ByteSource = MemoryByteSource(bytes)
    var unexplained = 0
    refusing {
      try reader.read(&input, file: "case") { item in
        switch item {
        case .record(let record): _ = record.mapped(key: record.key, in: IRISpace())
        case .refused(let refused): unexplained += refused.diagnostics.isEmpty ? 1 : 0
        }
        return true
      }
    }
    #expect(unexplained == 0)
  }

  private func statements(_ bytes: [UInt8], _ syntax: RDFSyntax) throws -> [RDFStatement] {
    var input: any ByteSource = MemoryByteSource(bytes)
    var found: [RDFStatement] = []
    let summary = try RDFReader(syntax).read(&input, file: "case") { event in
      if case .statement(let statement) = event { found.append(statement) }
      return true
    }
    #expect(summary.statements == found.count)
    return found
  }

  /// Lists whose cells stand in several graphs: each graph keeps what it stated.
  private func checkDocument(_ bytes: [UInt8]) throws {
    let stated = try statements(bytes, .nquads)
    let read = try statements(try JSONLDDocument().bytes(of: stated), .jsonld)
    #expect(stated.count == read.count)
    for graph in Set(stated.map(\.graph)) {
      #expect(stated.count { $0.graph == graph } == read.count { $0.graph == graph })
    }
  }
}
