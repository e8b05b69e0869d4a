import PasserelleCore
import PasserelleIndex
import PasserelleSegments
import PasserelleText

/// The product's index of one French text a document, with positions.
final class PasserelleEngine: TextEngine {
  private let index: TextIndex
  /// Documents given to the writer at once.
  private static let batch = 10_000

  init(folder: String, threads: Int) throws {
    let schema = IndexSchema(fields: [FieldDefinition(name: "text", hasPositions: true)])
    var options = IndexOptions()
    options.threads = threads
    index = try TextIndex(
      storage: FolderStorage(path: folder), schema: schema,
      identity: ["analyzer": String(TextAnalyzer.version)],
      options: options)
  }

  func add(_ documents: Documents, numberedFrom first: Int) throws {
    let writer = try index.writer()
    defer { writer.close() }
    var start = 0
    while start < documents.count {
      let end = min(start + Self.batch, documents.count)
      try writer.add(
        (start..<end).map { place in
          var document = IndexDocument(id: Int64(first + place))
          document.texts.append(
            IndexDocument.Text(
              field: 0, language: .french, value: String(decoding: documents[place], as: UTF8.self)))
          return document
        })
      start = end
    }
    _ = try writer.commit(metadata: [:])
  }

  func merge() throws {
    let writer = try index.writer()
    defer { writer.close() }
    try writer.merge(.single)
    _ = try writer.commit()
  }

  func snapshot() throws -> PasserelleSnapshot { PasserelleSnapshot(try index.snapshot()) }
}

/// A state of the index.
struct PasserelleSnapshot: TextSnapshot {
  private let snapshot: IndexSnapshot
  private let analyzer = TextAnalyzer(language: .french)

  init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

  var segments: Int { snapshot.segmentCount }

  func query(_ kind: QueryKind, _ text: String) throws -> IndexQuery {
    let terms = analyzer.tokens(of: text).map { Array($0.utf8) }
    let words = terms.map { IndexQuery.word(TermGroup([FieldTerm(field: 0, term: $0)])) }
    switch kind {
    case .any: return .boolean(must: [], should: words, mustNot: [])
    case .all: return .boolean(must: words, should: [], mustNot: [])
    case .phrase:
      return terms.count == 1
        ? words[0] : .phrase(PhraseGroup([PhraseGroup.Sequence(field: 0, terms: terms)]))
    }
  }

  func search(_ query: IndexQuery, limit: Int, into hits: inout [Hit]) throws {
    hits.removeAll(keepingCapacity: true)
    for hit in snapshot.top(query, limit: limit) { hits.append(Hit(id: hit.id, score: hit.score)) }
  }

  func count(_ query: IndexQuery) throws -> Int { snapshot.count(query) }
}

/// The product's ranking of titles and texts, as searches have it.
struct PasserelleRanking: RankingEngine {
  private let snapshot: IndexSnapshot
  private let compiler: QueryCompiler

  init(folder: String, language: String, documents: [(title: String, text: String)]) throws {
    let language = TextLanguage(rawValue: language) ?? .neutral
    let index = try DocumentIndex(folder: folder, analysis: [:])
    try index.apply(
      adding: documents.enumerated().map { place, document in
        TextDocument(
          id: Int64(place), kind: .document, subject: "", title: "", language: language.rawValue,
          texts: [.title: document.title.isEmpty ? [] : [document.title], .body: [document.text]])
      }, removing: [], upTo: 1)
    snapshot = try index.snapshot()
    compiler = QueryCompiler(language: language, snapshot: snapshot, resolver: NoResolver())
  }

  func rank(_ text: String, limit: Int) throws -> [Int] {
    snapshot.top(compiler.anyWord(of: text), limit: limit).map { Int($0.id) }
  }
}

/// Free texts ask nothing of a graph.
private struct NoResolver: QueryResolving {
  func concepts(of theme: String) -> [String] { [] }
  func documents(containing text: String) -> DocumentSet { DocumentSet([]) }
  func documents(about name: String) -> DocumentSet { DocumentSet([]) }
}
