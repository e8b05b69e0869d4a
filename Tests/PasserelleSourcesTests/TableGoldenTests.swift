import Foundation
import PasserelleCore
import PasserelleSources
import Testing

@Suite("Golden cases of mapped tables")
struct TableGoldenTests {
  static let cases: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: casesFolder + "/tables")) ?? []
    return names.filter { !$0.hasSuffix(".expected") && !SourceFormats.isIgnored(fileName: $0) }.sorted()
  }()

  @Test("give the statements and diagnostics on file", arguments: cases)
  func golden(name: String) throws {
    let path = casesFolder + "/tables/" + name
    let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
    let reader = try #require(SourceFormats.detect(fileName: path, firstBytes: head))
    #expect(reader.formatName == "table")
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
  func present() { #expect(Self.cases.count >= 7) }
}
