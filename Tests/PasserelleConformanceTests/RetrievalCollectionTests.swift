import Foundation
import PasserelleConformance
import PasserelleCore
import Testing

@Suite struct RetrievalCollectionTests {
  private static let documents = """
    {"id": "1", "title": "Toiture", "text": "Réfection en ardoise"}
    {"id": "2", "text": "Papier", "year": 1970}
    """
  private static let queries = """
    {"id": "q1", "text": "ardoise"}
    {"id": "q2", "text": "rien"}
    """
  private static let judgements = "query\tdoc\trel\nq1\t1\t2\nq1\t2\t0\n"

  /// Runs a body on a folder with the three files; nil leaves a file out.
  private func with<Value>(
    documents: String? = documents, queries: String? = queries, judgements: String? = judgements,
    _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "passerelle-retrieval-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("docs.jsonl", documents), ("queries.jsonl", queries), ("qrels.tsv", judgements)] {
      try text.map { try Data($0.utf8).write(to: folder.appendingPathComponent(name)) }
    }
    return try body(folder.path)
  }

  private func ids(_ collection: RetrievalCollection) throws -> [String] {
    var ids: [String] = []
    try collection.forEachDocument { ids.append($0.id) }
    return ids
  }

  /// The error of a body that must have one: its code, and the file and line it names.
  private func failure(
    documents: String? = documents, queries: String? = queries, judgements: String? = judgements
  ) throws -> String? {
    try with(documents: documents, queries: queries, judgements: judgements) { folder in
      do {
        _ = try ids(RetrievalCollection(folder: folder))
        return nil
      } catch let error as PasserelleError {
        let file = error.location.map { URL(fileURLWithPath: $0.file).lastPathComponent } ?? ""
        return "\(error.code) \(file):\(error.location?.line ?? 0)"
      }
    }
  }

  @Test func readsTheThreeFiles() throws {
    try with { folder in
      let collection = try RetrievalCollection(folder: folder)
      #expect(collection.queries.map(\.id) == ["q1"])
      #expect(collection.queries.first?.text == "ardoise")
      #expect(collection.queries.first?.grades == ["1": 2])
      #expect(collection.unjudged == 1)
      var titles: [String] = []
      var texts: [String] = []
      try collection.forEachDocument {
        titles.append($0.title)
        texts.append($0.text)
      }
      #expect(titles == ["Toiture", ""])
      #expect(texts == ["Réfection en ardoise", "Papier"])
    }
  }

  @Test func carriageReturnsAndBlankLinesAreNoMatter() throws {
    let documents = Self.documents.replacingOccurrences(of: "\n", with: "\r\n\r\n \n")
    let judgements = Self.judgements.replacingOccurrences(of: "\n", with: "\r\n")
    let (found, grades) = try with(documents: documents, judgements: judgements) { folder in
      let collection = try RetrievalCollection(folder: folder)
      return (try ids(collection), collection.queries.map(\.grades))
    }
    #expect(found == ["1", "2"])
    #expect(grades == [["1": 2]])
  }

  @Test func linesMayCrossTheChunksOfReading() throws {
    let long = String(repeating: "é", count: 400_000)
    let lines = (0..<4).map { "{\"id\": \"\($0)\", \"text\": \"\(long)\"}" }.joined(separator: "\n")
    let lengths = try with(documents: lines) { folder in
      var lengths: [Int] = []
      try RetrievalCollection(folder: folder).forEachDocument { lengths.append($0.text.utf8.count) }
      return lengths
    }
    #expect(lengths == [800_000, 800_000, 800_000, 800_000])
  }

  @Test func documentRepeatedWordForWordComesOnce() throws {
    let twice = Self.documents + "\n" + Self.documents
    #expect(try with(documents: twice) { try ids(RetrievalCollection(folder: $0)) } == ["1", "2"])
    let other = Self.documents + "\n{\"id\": \"1\", \"text\": \"autre\"}"
    #expect(try failure(documents: other) == "evaluation.invalid docs.jsonl:3")
  }

  @Test func errorsNameTheLine() throws {
    #expect(try failure() == nil)
    #expect(try failure(documents: nil) == "input.notFound docs.jsonl:0")
    #expect(try failure(queries: nil) == "input.notFound queries.jsonl:0")
    #expect(try failure(judgements: nil) == "input.notFound qrels.tsv:0")
    #expect(try failure(documents: "{\"id\": \"1\"}") == "evaluation.invalid docs.jsonl:1")
    #expect(try failure(documents: "{\"id\": \"\", \"text\": \"\"}") == "evaluation.invalid docs.jsonl:1")
    #expect(try failure(queries: Self.queries + "\nq3") == "evaluation.invalid queries.jsonl:3")
    let twice = Self.queries + "\n{\"id\": \"q1\", \"text\": \"autre\"}"
    #expect(try failure(queries: twice) == "evaluation.invalid queries.jsonl:3")
    #expect(try failure(judgements: Self.judgements + "q1 1 1") == "evaluation.invalid qrels.tsv:4")
    #expect(try failure(judgements: Self.judgements + "q1\t1\tx") == "evaluation.invalid qrels.tsv:4")
    #expect(try failure(judgements: Self.judgements + "q9\t1\t1") == "evaluation.invalid queries.jsonl:0")
  }

  @Test func folderInPlaceOfAFileIsUnreadable() throws {
    let code = try with(documents: nil) { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/docs.jsonl", withIntermediateDirectories: false)
      let collection = try RetrievalCollection(folder: folder)
      do {
        _ = try ids(collection)
        return ""
      } catch let error as PasserelleError {
        return error.code.name
      }
    }
    #expect(code == "input.unreadable")
  }
}
