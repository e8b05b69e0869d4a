import Foundation
import PasserelleCore
import PasserelleSources
import Testing

@Suite("Golden cases")
struct GoldenTests {
  /// Folders of cases; each case is recognised by its content, and read as its name or its folder says.
  static let folders = [
    "decp", "csv", "text", "facts", "eforms", "ted", "boamp", "tables", "iati", "ftm", "bods", "rdf",
  ]

  static let cases: [String] = folders.flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: casesFolder + "/" + folder)) ?? []
    let inputs = names.filter { !$0.hasSuffix(".expected") && !SourceFormats.isIgnored(fileName: $0) }
    return inputs.sorted().map { folder + "/" + $0 }
  }

  @Test("give the statements and diagnostics on file", arguments: cases)
  func golden(name: String) throws {
    let path = casesFolder + "/" + name
    let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
    let reader = try #require(SourceFormats.detect(fileName: path, firstBytes: head))
    switch name.split(separator: "/").first {
    case "tables": #expect(reader.formatName == "table")
    case "boamp", "iati", "ftm", "bods", "rdf":
      #expect(name.hasPrefix(reader.formatName) || name == "ftm/bods.json")
    default: break
    }
    var source: any ByteSource = try FileByteSource(path: path)
    // A mapping stands beside its file; records of RDF without graphs are named after theirs.
    let file = reader.formatName == "rdf" ? name : path
    try expectGolden(rendered(try harvest(reader, &source, file: file)), of: path)
  }

  @Test("are there in each folder", arguments: folders)
  func present(folder: String) { #expect(Self.cases.contains { $0.hasPrefix(folder + "/") }) }
}
