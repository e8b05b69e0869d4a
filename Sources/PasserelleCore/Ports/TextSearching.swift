/// A document found, with its BM25 score; higher is better.
public struct TextHit: Sendable, Hashable {
  /// The document's number.
  public let document: Int64
  /// The score, ≥ 0.
  public let score: Double

  /// Makes a hit.
  public init(document: Int64, score: Double) {
    self.document = document
    self.score = score
  }
}

/// The attributes by which results can be counted.
public enum Facet: String, Sendable, Hashable, CaseIterable {
  /// By kind of document.
  case kind
  /// By CPV division.
  case cpvDivision = "cpv"
  /// By place code.
  case place
  /// By year.
  case year

  /// The attribute in words.
  public var label: LocalizedText {
    switch self {
    case .kind: LocalizedText(fr: "nature", en: "kind")
    case .cpvDivision: LocalizedText(fr: "division CPV", en: "CPV division")
    case .place: LocalizedText(fr: "département", en: "department")
    case .year: LocalizedText(fr: "année", en: "year")
    }
  }
}

/// One value of a facet and how many documents have it.
public struct FacetCount: Sendable, Hashable {
  /// The value as stored.
  public let value: String
  /// The number of documents.
  public let count: Int

  /// Makes a count.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

/// Ranks documents by their text; knows document numbers, not entities.
///
/// Scores are BM25F (Robertson and Zaragoza, 2009) with the factor *k*₁ + 1: a term that stands once in a text of
/// mean length scores its inverse document frequency.
public protocol TextSearching {
  /// The best documents of a query, best first, ties by document number.
  func top(_ query: TextQuery, limit: Int) throws -> [TextHit]

  /// The number of documents that match.
  func count(_ query: TextQuery) throws -> Int

  /// Counts all the documents that match by an attribute, most frequent first, ties by value.
  func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount]

  /// Counts all the documents that match by several attributes, in the order asked.
  func facets(_ query: TextQuery, _ facets: [Facet], limit: Int) throws -> [[FacetCount]]

  /// What lists show of documents, in the order asked; a number that is not indexed gives nil.
  func summaries(of documents: [Int64]) throws -> [DocumentSummary?]

  /// In how many documents analysed terms occur, in the order asked; over several fields, in the one where most do.
  func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int]

  /// How many documents have a text in a field; of several fields, in the one where most do.
  func documentCount(fields: [TextField]) throws -> Int
}

extension TextSearching {
  /// Counts all the documents that match by several attributes, in the order asked, one after the other.
  public func facets(_ query: TextQuery, _ facets: [Facet], limit: Int) throws -> [[FacetCount]] {
    try facets.map { try self.facets(query, $0, limit: limit) }
  }
}

/// Changes a text index, a batch in one commit.
public protocol TextWriting {
  /// Removes documents, adds or replaces others, and records how far the store has been followed.
  func apply(adding documents: [TextDocument], removing removed: [Int64], upTo sequence: Int64) throws

  /// The last store sequence applied; 0 for an empty index.
  func lastSequence() throws -> Int64
}
