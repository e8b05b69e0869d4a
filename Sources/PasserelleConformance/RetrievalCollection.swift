import Foundation
import PasserelleCore

/// A test collection of retrieval: documents, queries, and which documents are relevant to which query.
///
/// A folder with three files in UTF-8: `docs.jsonl`, an object a line with `id`, `text` and, where there is one,
/// `title`; `queries.jsonl`, the same with `id` and `text`; `qrels.tsv`, lines of query, document and grade
/// separated by tabs, under a heading `query`, `doc`, `rel`. Other keys are passed over.
public struct RetrievalCollection: Sendable {
  /// One document.
  public struct Document: Sendable, Hashable {
    /// Its id, unique in the collection.
    public let id: String
    /// Its title; empty where there is none.
    public let title: String
    /// Its text, without the title.
    public let text: String
  }

  /// One query.
  public struct Query: Sendable, Hashable {
    /// Its id, unique in the collection.
    public let id: String
    /// Its words.
    public let text: String
    /// The grade of each document judged relevant, above 0.
    public let grades: [String: Int]
  }

  /// The queries with at least one relevant document, in the order of their file.
  public let queries: [Query]
  /// The queries of the file that have none; they measure nothing.
  public let unjudged: Int

  private let documentsPath: String

  /// Reads the queries and judgements of a collection.
  ///
  /// - Parameter folder: The folder of the three files.
  /// - Throws: `PasserelleError` with code `.inputNotFound` or `.inputUnreadable`, or `.evaluationInvalid` with
  ///   the line that does not have the layout.
  /// - Complexity: O(*n*) in the bytes of both files.
  public init(folder: String) throws {
    let url = URL(fileURLWithPath: folder)
    let path = url.appendingPathComponent("queries.jsonl").path
    let grades = try Self.grades(url.appendingPathComponent("qrels.tsv").path)
    documentsPath = url.appendingPathComponent("docs.jsonl").path
    var found: [Query] = []
    var seen: Set<String> = []
    try RetrievalLines.read(path) { line, location in
      let entry = try RetrievalLines.entry(line, at: location)
      guard seen.insert(entry.id).inserted else { throw Self.repeated(entry.id, location) }
      found.append(Query(id: entry.id, text: entry.text, grades: grades[entry.id] ?? [:]))
    }
    if let stranger = grades.keys.filter({ !seen.contains($0) }).min() {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr: "qrels.tsv juge la requête `\(stranger)`, absente de queries.jsonl : complétez l’un ou l’autre",
          en: "qrels.tsv judges the query `\(stranger)`, which queries.jsonl lacks: complete either file"),
        at: SourceLocation(file: path))
    }
    queries = found.filter { !$0.grades.isEmpty }
    unjudged = found.count - queries.count
  }

  /// Reads the documents one after the other, in the order of their file.
  ///
  /// A document repeated word for word, as some of LISA are, comes once.
  ///
  /// - Parameter body: Receives each document.
  /// - Throws: As ``init(folder:)``, and what `body` throws.
  /// - Complexity: O(*n*) in the bytes of the file; one line and the ids are held in memory.
  public func forEachDocument(_ body: (Document) throws -> Void) throws {
    var digests: [String: UInt64] = [:]
    try RetrievalLines.read(documentsPath) { line, location in
      let entry = try RetrievalLines.entry(line, at: location)
      let document = Document(id: entry.id, title: entry.title ?? "", text: entry.text)
      let digest = Self.digest(document)
      if let known = digests.updateValue(digest, forKey: document.id) {
        guard known == digest else { throw Self.repeated(document.id, location) }
      } else {
        try body(document)
      }
    }
  }

  private static func grades(_ path: String) throws -> [String: [String: Int]] {
    var grades: [String: [String: Int]] = [:]
    try RetrievalLines.read(path) { line, location in
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false)
      if location.line == 1, fields.count == 3, fields[2] == "rel" { return }
      guard fields.count == 3, let grade = Int(fields[2]), !fields[0].isEmpty, !fields[1].isEmpty else {
        throw PasserelleError(
          .evaluationInvalid,
          LocalizedText(
            fr:
              "la ligne n’est pas un jugement : il faut une requête, un document et un entier, séparés par des tabulations",
            en:
              "the line is no judgement: it must hold a query, a document and a whole number, separated by tabs"
          ),
          at: location)
      }
      let (query, document) = (String(fields[0]), String(fields[1]))
      if grade > 0 { grades[query, default: [:]][document] = max(grade, grades[query]?[document] ?? 0) }
    }
    return grades
  }

  private static func repeated(_ id: String, _ location: SourceLocation) -> PasserelleError {
    PasserelleError(
      .evaluationInvalid,
      LocalizedText(
        fr: "l’identifiant `\(id)` est déjà pris par un autre texte : il doit être unique",
        en: "another text has the id `\(id)` already: it must be unique"),
      at: location)
  }

  /// FNV-1a of title and text.
  private static func digest(_ document: Document) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in document.title.utf8 { mix(byte) }
    mix(0xFF)
    for byte in document.text.utf8 { mix(byte) }
    return hash
  }
}
