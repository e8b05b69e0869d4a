package import PasserelleCore

/// A text index that knows nothing but a tape.
package struct TapePlayer: TextSearching {
  private let tape: TextTape

  /// Makes a player of a tape.
  package init(_ tape: TextTape) { self.tape = tape }

  /// The answer to a question.
  ///
  /// - Throws: ``PasserelleError`` for a question that is not on the tape.
  private func answer(_ question: TapeQuestion) throws -> ArraySlice<UInt8> {
    guard let answer = tape.answer(to: question.fingerprint) else {
      throw MatchRunError.notOnTape(question.name)
    }
    return answer
  }

  private func number(_ question: TapeQuestion) throws -> Int {
    guard let number = try TapeAnswer.numbers(answer(question)).first else { throw MatchRunError.damagedTape }
    return number
  }

  /// The best documents of a query, as they were.
  package func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    try TapeAnswer.hits(answer(.top(query, limit: limit)))
  }

  /// The number of documents that matched.
  package func count(_ query: TextQuery) throws -> Int { try number(.count(query)) }

  /// The counts by an attribute, as they were.
  package func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    let counts = try TapeAnswer.facets(answer(.facets(query, [facet], limit: limit)))
    guard let first = counts.first else { throw MatchRunError.damagedTape }
    return first
  }

  /// The counts by several attributes, as they were.
  package func facets(_ query: TextQuery, _ facets: [Facet], limit: Int) throws -> [[FacetCount]] {
    try TapeAnswer.facets(answer(.facets(query, facets, limit: limit)))
  }

  /// What lists showed of documents.
  package func summaries(of documents: [Int64]) throws -> [DocumentSummary?] {
    try TapeAnswer.summaries(answer(.summaries(documents)))
  }

  /// In how many documents terms occurred.
  package func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] {
    try TapeAnswer.numbers(answer(.frequencies(terms, fields)))
  }

  /// How many documents had a text in a field.
  package func documentCount(fields: [TextField]) throws -> Int { try number(.documentCount(fields)) }
}
