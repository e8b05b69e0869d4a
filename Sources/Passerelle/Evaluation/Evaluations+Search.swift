import PasserelleConformance
import PasserelleText

extension Evaluations {
  /// The codes of the languages that ``SearchSettings/language`` may name: those that are analysed, and `und`.
  public static var languages: [String] { TextLanguage.allCases.map(\.rawValue) }

  /// How search is evaluated.
  public struct SearchSettings: Sendable {
    /// The folders of the collections: `docs.jsonl`, `queries.jsonl` and `qrels.tsv`.
    public var folders: [String]
    /// The language of all of them, ISO 639-1; nil for the one that most documents of each seem to be in.
    ///
    /// Texts in one that is not of ``Evaluations/languages`` are compared unstemmed.
    public var language: String?

    /// Makes settings.
    public init(folders: [String]) { self.folders = folders }
  }

  /// Measures search on collections of documents, queries and judgements.
  ///
  /// - Parameters:
  ///   - settings: The collections and their language.
  ///   - progress: Gets queries done and queries in all, collection by collection.
  /// - Returns: The metrics by collection, with their intervals.
  /// - Throws: ``PasserelleError``.
  public static func search(_ settings: SearchSettings, progress: (Int, Int) -> Void) throws -> Answer {
    let report = try RetrievalReport(
      folders: settings.folders, language: settings.language,
      progress: progress)
    return Answer(structured: report.structured, table: report.table)
  }
}
