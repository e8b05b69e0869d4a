import PasserelleCore
import PasserelleText

/// Tells how well literals match some words, by the analysis of each literal's language.
///
/// Not shared between threads, as the analysers it holds.
final class LiteralWords {
  private var chains: [TextLanguage: TextAnalyzer] = [:]
  private var queries: [String: Set<String>] = [:]

  /// The analysed words of a literal; French where it names no language that has a chain.
  func words(of literal: Literal) -> [String] {
    chain(Self.language(of: literal)).tokens(of: literal.lexicalForm)
  }

  /// The share of a literal's words that are words of the query.
  ///
  /// - Returns: Above 0 and at most 1; nil where a word of the query is missing, or the query has none.
  func score(of literal: Literal, for query: String) -> Double? {
    let language = Self.language(of: literal)
    let wanted = words(of: query, in: language)
    let found = words(of: literal)
    guard !wanted.isEmpty, wanted.isSubset(of: found) else { return nil }
    return Double(found.count { wanted.contains($0) }) / Double(found.count)
  }

  /// The words of a query as a language analyses them, function words left out where others remain.
  func words(of query: String, in language: TextLanguage) -> Set<String> {
    let key = language.rawValue + ":" + query
    if let known = queries[key] { return known }
    let all = Set(chain(language).tokens(of: query))
    let content = all.filter { !StopWords.contains($0, language: language) }
    let words = content.isEmpty ? all : content
    queries[key] = words
    return words
  }

  private func chain(_ language: TextLanguage) -> TextAnalyzer {
    if let known = chains[language] { return known }
    let chain = TextAnalyzer(language: language)
    chains[language] = chain
    return chain
  }

  private static func language(of literal: Literal) -> TextLanguage {
    guard case .language(let tag) = literal.datatype else { return .french }
    return TextLanguage(rawValue: String(tag.prefix { $0 != "-" })) ?? .neutral
  }
}
