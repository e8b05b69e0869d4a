import PasserelleCore
import PasserelleIndex
import PasserelleText

/// The product's own ranking of the documents of a collection, indexed in memory.
///
/// Titles and texts are fields of their own, and any word of a query is enough, as for a need without operators.
/// Not Sendable, as the compiler of queries that it holds.
public final class RetrievalIndex {
  /// The code of the language of documents and queries, `und` for one that is not analysed.
  public let language: String
  /// The number of documents.
  public var documentCount: Int { ids.count }

  private let ids: [String]
  private let snapshot: IndexSnapshot
  private let compiler: QueryCompiler
  /// Documents given to the index at once.
  private static let batch = 10_000

  /// Indexes a collection.
  ///
  /// - Parameters:
  ///   - collection: The collection.
  ///   - language: The language of all of it, ISO 639-1; texts in one that is not analysed are not stemmed. Nil for
  ///     the one that most documents seem to be in.
  /// - Throws: As ``RetrievalCollection/forEachDocument(_:)``.
  /// - Complexity: O(*n*) in the bytes of the documents, read twice to tell the language.
  public init(_ collection: RetrievalCollection, language: String? = nil) throws {
    let language =
      try language.map { TextLanguage(rawValue: $0) ?? .neutral } ?? Self.detect(collection)
    let index = try DocumentIndex()
    var ids: [String] = []
    var pending: [TextDocument] = []
    func write() throws {
      try index.apply(adding: pending, removing: [], upTo: Int64(ids.count))
      pending.removeAll(keepingCapacity: true)
    }
    try collection.forEachDocument { document in
      pending.append(
        TextDocument(
          id: Int64(ids.count), kind: .document, subject: "", title: "", language: language.rawValue,
          texts: [.title: document.title.isEmpty ? [] : [document.title], .body: [document.text]]))
      ids.append(document.id)
      if pending.count == Self.batch { try write() }
    }
    if !pending.isEmpty { try write() }
    self.ids = ids
    self.language = language.rawValue
    snapshot = try index.snapshot()
    compiler = QueryCompiler(language: language, snapshot: snapshot, resolver: NothingElse())
  }

  /// The documents that hold a word of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limit: How many documents are wanted at most.
  /// - Returns: Their ids, best first, ties by their order in the collection.
  public func rank(_ text: String, limit: Int) -> [String] {
    snapshot.top(compiler.anyWord(of: text), limit: limit).map { ids[Int($0.id)] }
  }

  /// The language that most documents seem to be in; neutral where none tells.
  private static func detect(_ collection: RetrievalCollection) throws -> TextLanguage {
    let languages = TextLanguage.allCases.filter { $0 != .neutral }
    var votes = [Int](repeating: 0, count: languages.count)
    try collection.forEachDocument { document in
      let found = LanguageDetector.detect(document.title + "\n" + document.text)
      if let place = languages.firstIndex(of: found) { votes[place] += 1 }
    }
    let most = votes.max() ?? 0
    guard most > 0, let place = votes.firstIndex(of: most) else { return .neutral }
    return languages[place]
  }
}

/// Plain words ask nothing of a graph.
private struct NothingElse: QueryResolving {
  func concepts(of theme: String) -> [String] { [] }
  func documents(containing text: String) -> DocumentSet { DocumentSet([]) }
  func documents(about name: String) -> DocumentSet { DocumentSet([]) }
}
