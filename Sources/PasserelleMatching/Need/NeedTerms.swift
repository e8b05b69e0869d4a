import PasserelleCore
import PasserelleText

/// The terms of a need that are put to the text index, with what each is worth.
///
/// The work grows with the terms, so a long specification is cut to its most telling terms:
/// those with the greatest frequency in the need times inverse document frequency in the index.
struct NeedTerms {
  /// Stemmed words; those of the title stand twice where a text competes with it.
  var words: [String]
  /// The distinct words with their inverse document frequencies, most telling first.
  var wordWeights: [(term: String, weight: Double)]
  /// 4-grams of the title, most telling first.
  var grams: [String]
  /// Unstemmed words of the title, to be found in vendors' names.
  var names: [String]
  /// What a document with every word of the title once would score, about.
  var idealWords: Double
  /// What a document with every gram once would score, about.
  var idealGrams: Double

  /// Analyses a need.
  init(_ need: Need, limits: MatchOptions, text: some TextSearching, analysis: MatchTerms? = nil) throws {
    let analysis = analysis ?? MatchTerms(language: need.language)
    let title = Self.counts(analysis.tellingWords(need.title))
    let body = Self.counts(need.text.isEmpty ? [] : analysis.tellingWords(need.text))
    // A word of the title weighs as if the text said it three times more.
    var merged = title.map { (term: $0.term, count: $0.count + (body.isEmpty ? 0 : 2)) }
    var places = Dictionary(uniqueKeysWithValues: merged.enumerated().map { ($1.term, $0) })
    for word in body {
      if let place = places[word.term] {
        merged[place].count += word.count
      } else {
        places[word.term] = merged.count
        merged.append(word)
      }
    }
    let isTitle = Set(title.map(\.term))
    let chosen = try Self.telling(merged, Matcher.countedFields, limits.wordLimit, text)
    wordWeights = chosen.map { ($0.term, $0.weight) }
    words = chosen.map(\.term)
    if !body.isEmpty { words += words.filter { isTitle.contains($0) } }
    // An award has a title and no specification: it is held to the need's title, whatever the text adds.
    let ideal = chosen.filter { isTitle.contains($0.term) }
    idealWords = (ideal.isEmpty ? chosen : ideal).reduce(0) { $0 + $1.weight * (body.isEmpty ? 1 : 2) }
    let grams = try Self.telling(
      Self.counts(MatchTerms.grams(need.title)).map { (term: $0.term, count: 1) }, [.grams], limits.gramLimit,
      text)
    self.grams = grams.map(\.term)
    idealGrams = grams.reduce(0) { $0 + $1.weight }
    var seen: Set<String> = []
    names = analysis.names(need.title).filter { $0.utf8.count > 2 && seen.insert($0).inserted }
    if names.count > limits.wordLimit { names = Array(names.prefix(limits.wordLimit)) }
  }

  /// Distinct terms with their numbers of occurrences, in the order of first occurrence.
  private static func counts(_ terms: [String]) -> [(term: String, count: Int)] {
    var places: [String: Int] = [:]
    var counts: [(term: String, count: Int)] = []
    for term in terms {
      if let place = places[term] {
        counts[place].count += 1
      } else {
        places[term] = counts.count
        counts.append((term, 1))
      }
    }
    return counts
  }

  /// The terms that occur in the index, most telling first, ties in the order of the text; at most `limit`.
  ///
  /// The weight is the inverse document frequency; the order also counts occurrences, damped.
  private static func telling(
    _ terms: [(term: String, count: Int)], _ fields: [TextField], _ limit: Int, _ text: some TextSearching
  ) throws -> [(term: String, weight: Double)] {
    let counts = try text.documentFrequencies(of: terms.map(\.term), fields: fields)
    let total = Double(try text.documentCount(fields: fields))
    let rated = zip(terms, counts).enumerated().compactMap { place, pair in
      let (term, documents) = pair
      guard documents > 0 else { return nil as (place: Int, term: String, weight: Double, rank: Double)? }
      let number = Double(documents)
      let weight = Mathematics.logarithm(1 + (max(total, number) - number + 0.5) / (number + 0.5))
      return (place, term.term, weight, weight * (1 + Mathematics.logarithm(Double(term.count))))
    }
    return rated.sorted { ($1.rank, $0.place) < ($0.rank, $1.place) }.prefix(limit).map {
      ($0.term, $0.weight)
    }
  }
}
