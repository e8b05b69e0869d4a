import Foundation
import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import PasserelleText
import Testing

@testable import PasserelleIndex

/// An index that was written once and is kept with the sources: every later program must open it, and write the same
/// bytes until the version of the format is raised.
@Suite struct OldIndexTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus/Cases/index-v1").path

  private static let schema = IndexSchema(
    fields: [
      FieldDefinition(name: "title", hasPositions: true, k1: 1.4, b: 0.5),
      FieldDefinition(name: "codes", hasPositions: false),
    ], keywords: ["kind"], numbers: ["day"])

  /// 300 documents, two commits, one deletion and one replacement: blocks, tails, gaps and deletions all occur.
  private static func write(to folder: String) throws {
    var options = IndexOptions()
    options.threads = 1
    let index = try TextIndex(
      storage: FolderStorage(path: folder), schema: schema, identity: ["fixture": "1"], options: options)
    let writer = try index.writer()
    defer { writer.close() }
    try writer.add((0..<200).map(document))
    try writer.commit(metadata: ["sequence": "200"])
    try writer.add((200..<300).map(document))
    try writer.add([document(7, "réseau remplacé")])
    try writer.delete([65])
    try writer.commit(metadata: ["sequence": "300"])
  }

  private static func document(_ number: Int) -> IndexDocument {
    document(
      number,
      "éclairage" + (number % 2 == 0 ? " public" : "") + (number % 3 == 0 ? " réseau réseau" : "")
        + " lot \(number % 20)")
  }

  private static func document(_ number: Int, _ title: String) -> IndexDocument {
    // Analysed as neutral: the fixture must not depend on the stemmer.
    var made = IndexDocument(id: Int64(number * 5), stored: Array("n\(number)".utf8))
    made.texts = [.init(field: 0, language: .neutral, value: title)]
    made.terms = [.init(field: 1, bytes: Array("4531\(number % 10)".utf8), frequency: 1 + number % 3)]
    made.keywords = number % 4 == 0 ? [] : [.init(column: 0, value: number % 4 == 1 ? "award" : "vendor")]
    made.numbers = number % 5 == 0 ? [] : [.init(column: 0, value: Int64(number - 50))]
    return made
  }

  @Test func anOldIndexStillOpensAndAnswers() throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try? FileManager.default.removeItem(atPath: Self.folder)
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      try Self.write(to: Self.folder)
      try FileManager.default.removeItem(atPath: Self.folder + "/write.lock")
      Issue.record("the old index was written anew")
    }
    let index = try TextIndex(
      storage: FolderStorage(path: Self.folder, creating: false), schema: Self.schema,
      identity: ["fixture": "1"])
    try index.verify()
    let snapshot = try index.snapshot()
    #expect(snapshot.metadata["sequence"] == "300")
    #expect(snapshot.documentCount == 299)
    func term(_ text: String, _ field: Int) -> IndexQuery {
      .word(TermGroup([FieldTerm(field: field, term: Array(text.utf8))]))
    }
    #expect(snapshot.count(term("eclairage", 0)) == 298)
    #expect(snapshot.count(term("45313", 1)) == 29)
    let phrase = IndexQuery.phrase(
      PhraseGroup([.init(field: 0, terms: ["reseau", "reseau"].map { Array($0.utf8) })]))
    #expect(snapshot.count(phrase) == 100)
    #expect(snapshot.top(term("remplace", 0), limit: 5).map(\.id) == [35])
    #expect(snapshot.stored(35) == Array("n7".utf8))
    #expect(snapshot.number(35, column: 0) == -43)
    #expect(snapshot.keyword(35, column: 0) == "vendor")
    #expect(snapshot.stored(65) == nil)
  }

  @Test func theSameDocumentsStillMakeTheSameBytes() throws {
    let temporary = try TemporaryFolder()
    try Self.write(to: temporary.url.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(names.count == 4)
    for name in names {
      let old = FileManager.default.contents(atPath: Self.folder + "/" + name)
      let new = FileManager.default.contents(atPath: temporary.path(name))
      #expect(old != nil && old == new, "\(name): raise the version of the format when its bytes change")
    }
  }
}
