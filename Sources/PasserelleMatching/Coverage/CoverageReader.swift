public import PasserelleCore
public import PasserelleText

/// Finds, requirement by requirement, what the documents about each vendor say of it.
///
/// A requirement is held to its most telling words, by inverse document frequency in the index. A document's
/// share is its BM25 score over the sum of their inverse document frequencies: about the weight of the words
/// that it holds. The greatest share among a vendor's documents decides the level.
public struct CoverageReader {
  /// How many words of a requirement count.
  static let wordLimit = 8
  /// The least share for ``CoverageLevel/covered``.
  static let coveredShare = 0.5
  /// The least share for ``CoverageLevel/partial``.
  static let partialShare = 0.2

  private static let fields: [TextField] = [.title, .body, .profile]

  private let text: any TextSearching
  private let terms: MatchTerms

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - text: The text index.
  ///   - language: The language of the requirements.
  public init(text: any TextSearching, language: TextLanguage) {
    self.text = text
    terms = MatchTerms(language: language)
  }

  /// The coverage of requirements by vendors.
  ///
  /// - Parameters:
  ///   - requirements: The texts of the requirements.
  ///   - documents: The documents about each vendor: its awards, profile, sheets; one array a vendor.
  /// - Returns: For each vendor one value a requirement, in the order given.
  /// - Throws: What the text index throws when it cannot be read.
  /// - Complexity: One query a requirement, over the given documents only.
  public func coverage(
    of requirements: [String], by documents: [[Int64]]
  ) throws -> [[RequirementCoverage]] {
    let all = Array(Set(documents.joined())).sorted()
    var found: [[RequirementCoverage]] = Array(repeating: [], count: documents.count)
    for (place, words) in try tellingWords(of: requirements).enumerated() {
      let shares = try self.shares(words, among: all)
      for vendor in documents.indices {
        found[vendor].append(Self.best(shares, documents[vendor], requirement: place))
      }
    }
    return found
  }

  /// The words of each requirement that occur in the index, most telling first, with their weights.
  private func tellingWords(of requirements: [String]) throws -> [[(term: String, weight: Double)]] {
    let words = requirements.map { text -> [String] in
      var seen: Set<String> = []
      return terms.tellingWords(text).filter { seen.insert($0).inserted }
    }
    let distinct = Array(Set(words.joined())).sorted()
    let counts = try text.documentFrequencies(of: distinct, fields: Self.fields)
    let total = Double(try text.documentCount(fields: Self.fields))
    var weights: [String: Double] = [:]
    for (term, count) in zip(distinct, counts) where count > 0 {
      let number = Double(count)
      weights[term] = Mathematics.logarithm(1 + (max(total, number) - number + 0.5) / (number + 0.5))
    }
    return words.map { words in
      let weighed = words.enumerated().compactMap { place, term in
        weights[term].map { (place: place, term: term, weight: $0) }
      }
      return weighed.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.prefix(Self.wordLimit)
        .map { ($0.term, $0.weight) }
    }
  }

  private func shares(
    _ words: [(term: String, weight: Double)], among documents: [Int64]
  ) throws -> [Int64: Double] {
    let ideal = words.reduce(0) { $0 + $1.weight }
    guard ideal > 0, !documents.isEmpty else { return [:] }
    var filter = DocumentFilter()
    filter.documents = documents
    let hits = try text.top(
      TextQuery(fields: Self.fields, terms: words.map(\.term), filter: filter), limit: documents.count)
    return Dictionary(hits.map { ($0.document, min(1, $0.score / ideal)) }, uniquingKeysWith: { max($0, $1) })
  }

  private static func best(
    _ shares: [Int64: Double], _ documents: [Int64], requirement: Int
  ) -> RequirementCoverage {
    var best: (document: Int64, share: Double)?
    for document in documents {
      guard let share = shares[document], share > (best?.share ?? 0) else { continue }
      best = (document, share)
    }
    let share = best?.share ?? 0
    let level = CoverageLevel(share: share)
    return RequirementCoverage(
      requirement: requirement, level: level, share: share, document: level == .none ? nil : best?.document)
  }
}
