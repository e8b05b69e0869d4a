import Foundation
import PasserelleCore
import PasserelleSources
import Testing

@Suite("Golden cases")
struct GoldenTests {
  static let cases: [String] = ["decp", "csv", "text", "facts", "eforms", "ted"].flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: casesFolder + "/" + folder)) ?? []
    return names.filter { !$0.hasSuffix(".expected") && !SourceFormats.isIgnored(fileName: $0) }.sorted().map
    {
      folder + "/" + $0
    }
  }

  @Test("give the statements and diagnostics on file", arguments: cases)
  func golden(name: String) throws {
    let path = casesFolder + "/" + name
    let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
    let reader = try #require(SourceFormats.detect(fileName: path, firstBytes: head))
    var source: any ByteSource = try FileByteSource(path: path)
    let found = rendered(try harvest(reader, &source, file: path))
    let expectedPath = path + ".expected"
    guard let expected = try? String(contentsOfFile: expectedPath, encoding: .utf8) else {
      try found.write(toFile: expectedPath, atomically: true, encoding: .utf8)
      Issue.record("\(name) had no golden file: it was recorded, read it")
      return
    }
    if found != expected, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try found.write(toFile: expectedPath, atomically: true, encoding: .utf8)
    }
    #expect(found == expected)
  }

  @Test("are there")
  func present() { #expect(Self.cases.count >= 10) }
}
