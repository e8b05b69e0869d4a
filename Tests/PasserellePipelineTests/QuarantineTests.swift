import Foundation
import PasserelleCore
import PasserellePipeline
import PasserelleTestSupport
import Testing

@Suite struct QuarantineTests {
  private let code = DiagnosticCode(
    "test.refused", .error, reason: LocalizedText(verbatim: "r"), remedy: LocalizedText(verbatim: "m"))

  private func refusal(_ bytes: [UInt8], _ record: Int = 3) -> RefusedRecord {
    let location = SourceLocation(file: "a.json", record: record, line: 7, byteOffset: 99)
    return RefusedRecord(bytes: bytes, diagnostics: [Diagnostic(code, at: location)])
  }

  private func lines(_ path: String) throws -> [[String: Any]] {
    let data = try #require(FileManager.default.contents(atPath: path))
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test func theFileAppearsWithTheFirstRefusal() throws {
    let folder = try TemporaryFolder()
    let quarantine = Quarantine(path: folder.path("q/run.ndjson"))
    try quarantine.close()
    #expect(!FileManager.default.fileExists(atPath: quarantine.path))
    try quarantine.keep(refusal(Array("{}".utf8)))
    try quarantine.close()
    let line = try #require(lines(quarantine.path).first)
    #expect(line["file"] as? String == "a.json")
    #expect(line["record"] as? Int == 3)
    #expect(line["line"] as? Int == 7)
    #expect(line["byteOffset"] as? Int == 99)
    #expect(line["codes"] as? [String] == ["test.refused"])
    #expect(line["content"] as? String == "{}")
  }

  @Test func anyBytesComeBackAsTheyWere() throws {
    let folder = try TemporaryFolder()
    let quarantine = Quarantine(path: folder.path("run.ndjson"))
    let contents: [[UInt8]] = [
      Array("é \"\\\n\r\t\u{2028}\u{1} 😀".utf8), [], [0], [0xFF, 0xFE, 0x00], Array("e\u{301}".utf8),
      [0xED, 0xA0, 0x80], Array(repeating: 0x61, count: 100_000),
    ]
    for (index, bytes) in contents.enumerated() { try quarantine.keep(refusal(bytes, index)) }
    try quarantine.close()
    let kept = try lines(quarantine.path).map { line -> [UInt8] in
      if let text = line["content"] as? String { return Array(text.utf8) }
      let base64 = try #require(line["contentBase64"] as? String)
      return Array(try #require(Data(base64Encoded: base64)))
    }
    #expect(kept == contents)
  }

  @Test func aFileThatExistsIsContinued() throws {
    let folder = try TemporaryFolder()
    for index in 0..<2 {
      let quarantine = Quarantine(path: folder.path("run.ndjson"))
      try quarantine.keep(refusal([0x30], index))
      try quarantine.close()
    }
    #expect(try lines(folder.path("run.ndjson")).compactMap { $0["record"] as? Int } == [0, 1])
  }

  @Test func aPlaceThatCannotBeWrittenIsToldOf() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(fileURLWithPath: folder.path("q")))
    let quarantine = Quarantine(path: folder.path("q/run.ndjson"))
    do {
      try quarantine.keep(refusal([0x30]))
      Issue.record("nothing was thrown")
    } catch let error as PasserelleError {
      #expect(error.code == .outputUnwritable)
    }
  }
}
