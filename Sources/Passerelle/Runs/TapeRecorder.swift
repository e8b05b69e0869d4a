package import PasserelleCore
import PasserelleIndex

/// A text index that answers as another one does, and keeps what it answered.
///
/// Not for more than one thread at a time.
package final class TapeRecorder: TextSearching {
  private let index: any TextSearching
  /// What was answered so far.
  package private(set) var tape = TextTape()

  /// Makes a recorder in front of an index.
  package init(_ index: any TextSearching) { self.index = index }

  private func keep(_ question: TapeQuestion, _ answer: [UInt8]) {
    tape.add(answer, to: question.fingerprint)
  }

  /// The best documents of a query.
  package func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    let hits = try index.top(query, limit: limit)
    keep(.top(query, limit: limit), TapeAnswer.bytes(hits, factor: DocumentReader.scoreFactor))
    return hits
  }

  /// The number of documents that match.
  package func count(_ query: TextQuery) throws -> Int {
    let count = try index.count(query)
    keep(.count(query), TapeAnswer.bytes([count]))
    return count
  }

  /// Counts by an attribute.
  package func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    let counts = try index.facets(query, facet, limit: limit)
    keep(.facets(query, [facet], limit: limit), TapeAnswer.bytes([counts]))
    return counts
  }

  /// Counts by several attributes.
  package func facets(_ query: TextQuery, _ facets: [Facet], limit: Int) throws -> [[FacetCount]] {
    let counts = try index.facets(query, facets, limit: limit)
    keep(.facets(query, facets, limit: limit), TapeAnswer.bytes(counts))
    return counts
  }

  /// What lists show of documents.
  package func summaries(of documents: [Int64]) throws -> [DocumentSummary?] {
    let summaries = try index.summaries(of: documents)
    keep(.summaries(documents), TapeAnswer.bytes(summaries))
    return summaries
  }

  /// In how many documents terms occur.
  package func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] {
    let counts = try index.documentFrequencies(of: terms, fields: fields)
    keep(.frequencies(terms, fields), TapeAnswer.bytes(counts))
    return counts
  }

  /// How many documents have a text in a field.
  package func documentCount(fields: [TextField]) throws -> Int {
    let count = try index.documentCount(fields: fields)
    keep(.documentCount(fields), TapeAnswer.bytes([count]))
    return count
  }
}
