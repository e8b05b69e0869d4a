import Foundation
import PasserelleCore
import PasserelleGraph
import Testing

@Suite struct FTS5WritingTests {
  private func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "passerelle-text-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("text.sqlite").path)
  }

  @Test func replacesAndRemoves() throws {
    let index = try index([document(1, "a b"), document(2, "b c"), document(1, "c d")])
    #expect(try index.documentCount() == 2)
    #expect(try index.numbers(words("a")).isEmpty)
    #expect(try index.numbers(words("d")) == [1])
    try index.apply(adding: [document(2, "z")], removing: [1, 77], upTo: 42)
    #expect(try index.numbers(words("a b c d")).isEmpty)
    #expect(try index.numbers(words("z")) == [2])
    #expect(try index.lastSequence() == 42)
    #expect(try index.documentFrequencies(of: ["b", "z"], field: .words) == [0, 1])
  }

  @Test func aReplacedIndexRanksLikeAFreshOne() throws {
    let fresh = try index((1...30).map { document($0, "w\($0 % 5) w\($0 % 3) common") })
    let changed = try index((1...30).map { document($0, "old w\($0 % 7)") })
    try changed.apply(
      adding: (1...30).map { document($0, "w\($0 % 5) w\($0 % 3) common") }, removing: [4, 5], upTo: 2)
    try changed.optimize()
    let query = words("w1 w2")
    #expect(try fresh.top(query, limit: 30) == changed.top(query, limit: 30))
  }

  @Test func keepsAFile() throws {
    try withFile { path in
      let versions = ["analyzer": "1", "stemmer": "s"]
      do {
        let index = try FTS5TextIndex(path: path, analysis: versions)
        #expect(try index.lastSequence() == 0)
        try index.apply(adding: [document(1, "a")], removing: [], upTo: 7)
      }
      let index = try FTS5TextIndex(path: path, analysis: versions)
      #expect(try index.lastSequence() == 7)
      #expect(try index.numbers(words("a")) == [1])
    }
  }

  @Test func refusesTermsOfAnotherAnalysis() throws {
    try withFile { path in
      _ = try FTS5TextIndex(path: path, analysis: ["analyzer": "1"])
      let error = #expect(throws: PasserelleError.self) {
        _ = try FTS5TextIndex(path: path, analysis: ["analyzer": "2"])
      }
      #expect(error?.code == .indexInvalid)
      #expect(error?.message[.english].contains("passerelle index") == true)
      try FTS5TextIndex.remove(at: path)
      #expect(try FTS5TextIndex(path: path, analysis: ["analyzer": "2"]).lastSequence() == 0)
    }
  }

  @Test func refusesAFileThatIsNoIndex() throws {
    try withFile { path in
      try Data(String(repeating: "no database at all ", count: 200).utf8).write(
        to: URL(fileURLWithPath: path))
      let error = #expect(throws: PasserelleError.self) { _ = try FTS5TextIndex(path: path) }
      #expect(error?.code == .indexInvalid)
    }
  }

  @Test func reportsAFolderThatIsMissing() throws {
    let error = #expect(throws: PasserelleError.self) {
      _ = try FTS5TextIndex(path: "/nonexistent/folder/text.sqlite")
    }
    #expect(error?.code == .graphUnavailable)
  }
}
