import Foundation
import PasserelleCore

/// What the evaluation of search found on some collections.
public struct RetrievalReport: Sendable, Hashable {
  /// The figures of one collection.
  public struct Collection: Sendable, Hashable {
    /// The name of its folder.
    public let name: String
    /// The code of the language it was analysed in, `und` for none.
    public let language: String
    /// How many documents were searched.
    public let documents: Int
    /// How many queries have no relevant document; they are not asked.
    public let unjudged: Int
    /// The measures over the queries asked.
    public let evaluation: RetrievalEvaluation
  }

  /// The collections, in the order asked.
  public let collections: [Collection]

  /// Measures the product's own ranking on some collections.
  ///
  /// - Parameters:
  ///   - folders: The folder of each collection.
  ///   - language: As for ``RetrievalIndex/init(_:language:)``.
  ///   - progress: Gets queries done and queries in all, collection by collection.
  /// - Throws: `PasserelleError` as ``RetrievalCollection/init(folder:)``, and with code `.evaluationInvalid` for
  ///   a collection without a judged query.
  public init(
    folders: [String], language: String? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    collections = try folders.map { try Self.measure($0, language, progress) }
  }

  private static func measure(
    _ folder: String, _ language: String?, _ progress: (Int, Int) -> Void
  ) throws -> Collection {
    let collection = try RetrievalCollection(folder: folder)
    guard !collection.queries.isEmpty else {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr:
            "aucune requête n’a de document pertinent : qrels.tsv doit en nommer au moins un, de note 1 ou plus",
          en: "no query has a relevant document: qrels.tsv must name at least one, with a grade of 1 or more"),
        at: SourceLocation(file: folder))
    }
    let index = try RetrievalIndex(collection, language: language)
    var done = 0
    let evaluation = RetrievalEvaluation(collection) { text, limit in
      defer {
        done += 1
        progress(done, collection.queries.count)
      }
      return index.rank(text, limit: limit)
    }
    return Collection(
      name: URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent, language: index.language,
      documents: index.documentCount, unjudged: collection.unjudged, evaluation: evaluation)
  }
}
