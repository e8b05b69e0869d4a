public import PasserelleCore
import PasserelleText

/// Finds the specifications and calls that are nearest to a need, by their words.
///
/// BM25F over titles and texts with the need's most telling words: a long specification is cut to those whose damped
/// frequency times inverse document frequency is greatest. A word of the title counts three times.
public struct SpecificationSearch {
  /// What is sought.
  public static let kinds: [DocumentKind] = [.specification, .call]
  /// The most words put to the index.
  static let wordLimit = 64
  private static let fields: [TextField] = [.title, .body]

  private let index: any TextSearching

  /// Makes a search over an index.
  public init(_ index: any TextSearching) { self.index = index }

  /// The nearest specifications and calls, best first, ties by document number.
  ///
  /// - Parameters:
  ///   - need: The need; its title and text are read.
  ///   - limit: The most documents given.
  /// - Returns: Documents that share a word with the need, with their scores.
  /// - Throws: What the index throws.
  public func nearest(to need: Need, limit: Int) throws -> [TextHit] {
    let analysis = MatchTerms(language: need.language)
    var order: [String] = []
    var counts: [String: Int] = [:]
    func count(_ words: [String], _ times: Int) {
      for word in words {
        if counts[word] == nil { order.append(word) }
        counts[word, default: 0] += times
      }
    }
    count(analysis.tellingWords(need.title), 3)
    count(analysis.tellingWords(need.text), 1)
    let frequencies = try index.documentFrequencies(of: order, fields: Self.fields)
    let total = Double(try index.documentCount(fields: Self.fields))
    let rated = zip(order, frequencies).enumerated().compactMap { place, pair -> (Int, String, Double)? in
      let (word, documents) = pair
      guard documents > 0 else { return nil }
      let number = Double(documents)
      let rarity = Mathematics.logarithm(1 + (max(total, number) - number + 0.5) / (number + 0.5))
      return (place, word, rarity * (1 + Mathematics.logarithm(Double(counts[word] ?? 1))))
    }
    let words = rated.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.prefix(Self.wordLimit).map(\.1)
    guard !words.isEmpty, limit > 0 else { return [] }
    var filter = DocumentFilter()
    filter.kinds = Self.kinds
    return try index.top(TextQuery(fields: Self.fields, terms: words, filter: filter), limit: limit)
  }
}
