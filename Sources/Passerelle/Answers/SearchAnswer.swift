public import PasserelleCore
import PasserelleGraph
public import PasserelleText

/// What a person asks of the full text.
public struct SearchRequest: Sendable, Hashable {
  /// The words: all must occur; `"…"` makes a phrase, `-word` excludes.
  public var words: String
  /// Conditions.
  public var filter = DocumentFilter()
  /// The most results given.
  public var limit = 20
  /// The language of the words; nil to take them as French.
  public var language: TextLanguage?

  /// Makes a request.
  public init(words: String) { self.words = words }
}

/// The results of a search.
public struct SearchAnswer: Sendable {
  /// One result.
  public struct Result: Sendable, Hashable {
    /// What lists show of it.
    public let summary: DocumentSummary
    /// The BM25 score.
    public let score: Double
  }

  /// The results, best first.
  public let results: [Result]
  /// How many documents match in all.
  public let total: Int
  /// Whether no document had every word, so that any of them was enough.
  public let isRelaxed: Bool
  /// All the matches counted by attribute.
  public let facets: [(facet: Facet, counts: [FacetCount])]
}

extension Workspace {
  /// Searches the full text of everything.
  ///
  /// - Parameter request: The words and conditions.
  /// - Returns: The results with facets; every word must occur, or any of them where no document has all.
  /// - Throws: ``PasserelleError`` with code `query.invalid` when nothing is left to look for.
  public func search(_ request: SearchRequest) throws -> SearchAnswer {
    let index = try currentIndex()
    var query = try QueryWords(request.words, language: request.language ?? .french).query(request.filter)
    var total = try index.count(query)
    var isRelaxed = false
    if total == 0, query.requiresAll, query.terms.count > 1 {
      query.requiresAll = false
      total = try index.count(query)
      isRelaxed = total > 0
    }
    let hits = try index.top(query, limit: request.limit)
    let summaries = try index.summaries(of: hits.map(\.document))
    let results = zip(hits, summaries).compactMap { hit, summary in
      summary.map { SearchAnswer.Result(summary: $0, score: hit.score) }
    }
    return SearchAnswer(
      results: results, total: total, isRelaxed: isRelaxed,
      facets: try Facet.allCases.map { ($0, try index.facets(query, $0, limit: 10)) })
  }
}

/// The words of a query, told apart: to be found, phrases, to be left out.
struct QueryWords {
  private(set) var terms: [String] = []
  private(set) var phrases: [[String]] = []
  private(set) var excluded: [String] = []

  init(_ text: String, language: TextLanguage) throws {
    let analyzer = TextAnalyzer(language: language)
    var rest = text[...]
    while let quote = rest.firstIndex(where: { "\"«“".contains($0) }) {
      take(String(rest[..<quote]), analyzer)
      let after = rest[rest.index(after: quote)...]
      let end = after.firstIndex { "\"»”".contains($0) } ?? after.endIndex
      let phrase = analyzer.tokens(of: String(after[..<end]))
      if !phrase.isEmpty { phrases.append(phrase) }
      rest = end < after.endIndex ? after[after.index(after: end)...] : after[end...]
    }
    take(String(rest), analyzer)
    guard !terms.isEmpty || !phrases.isEmpty else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "La recherche ne contient aucun mot à chercher. Exemple : passerelle search éclairage public",
          en: "The search holds no word to look for. Example: passerelle search street lighting"))
    }
  }

  /// Takes words between blanks; a leading `-` excludes.
  ///
  /// Function words are left out, unless there is nothing else.
  private mutating func take(_ text: String, _ analyzer: TextAnalyzer) {
    var function: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.hasPrefix("-"), word.count > 1 {
        excluded += analyzer.tokens(of: String(word.dropFirst()))
        continue
      }
      for term in analyzer.tokens(of: String(word)) {
        if StopWords.contains(term, language: analyzer.language) {
          function.append(term)
        } else {
          terms.append(term)
        }
      }
    }
    if terms.isEmpty, phrases.isEmpty { terms = function }
  }

  func query(_ filter: DocumentFilter) -> TextQuery {
    TextQuery(
      field: .full, terms: terms, requiresAll: true, phrases: phrases, excluded: excluded, filter: filter)
  }
}
