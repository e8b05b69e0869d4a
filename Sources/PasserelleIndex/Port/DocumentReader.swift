public import PasserelleCore

/// Answers of the index of documents from one state of it.
public struct DocumentReader: Sendable {
  /// The state.
  public let snapshot: IndexSnapshot
  /// What people call the index in messages.
  private let path: String

  /// Reads a snapshot.
  init(_ snapshot: IndexSnapshot, path: String) {
    self.snapshot = snapshot
    self.path = path
  }

  /// The number of documents, of all kinds.
  public var documentCount: Int { snapshot.documentCount }

  /// The factor *k*₁ + 1 that the index leaves out of its scores.
  public static let scoreFactor = 1 + Double(DocumentSchema.schema.fields[0].k1)

  /// A hit of the index as one of the port.
  public static func hit(_ hit: IndexHit) -> TextHit {
    TextHit(document: hit.id, score: hit.score * scoreFactor)
  }

  /// Counts documents by an attribute, most frequent first, ties by value.
  ///
  /// - Parameters:
  ///   - documents: The documents.
  ///   - facet: The attribute; documents without it are left out.
  ///   - limit: The most values wanted.
  /// - Returns: The counts.
  public func counts(_ documents: MatchedDocuments, _ facet: Facet, limit: Int) -> [FacetCount] {
    let counts: [FacetCount]
    switch facet {
    case .kind: counts = keywordCounts(documents, .kind)
    case .place: counts = keywordCounts(documents, .place)
    case .cpvDivision: counts = divisionCounts(documents)
    case .year:
      counts = documents.numberCounts(column: DocumentSchema.Number.year.column).map {
        FacetCount(value: String($0.value), count: $0.count)
      }
    }
    return Array(counts.prefix(max(0, limit)))
  }

  private func keywordCounts(
    _ documents: MatchedDocuments, _ keyword: DocumentSchema.Keyword
  ) -> [FacetCount] {
    documents.keywordCounts(column: keyword.column).map { FacetCount(value: $0.value, count: $0.count) }
  }

  private func divisionCounts(_ documents: MatchedDocuments) -> [FacetCount] {
    var divisions: [String: Int] = [:]
    for (code, count) in documents.keywordCounts(column: DocumentSchema.Keyword.cpv.column) {
      divisions[String(code.prefix(2)), default: 0] += count
    }
    return divisions.map { FacetCount(value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  private func summary(_ id: Int64) throws -> DocumentSummary? {
    guard let stored = snapshot.stored(id) else { return nil }
    func keyword(_ keyword: DocumentSchema.Keyword) -> String? {
      snapshot.keyword(id, column: keyword.column)
    }
    guard let record = DocumentRecord(decoding: stored),
      let kind = keyword(.kind).flatMap(DocumentKind.init(rawValue:))
    else { throw DocumentFailure.unknownContent(path) }
    return DocumentSummary(
      id: id, kind: kind, subject: record.subject, title: record.title, date: record.date,
      cpv: keyword(.cpv).flatMap { CPVCode(digits: $0) }, place: keyword(.place), amount: record.amount,
      isDemonstration: snapshot.number(id, column: DocumentSchema.Number.demonstration.column) == 1)
  }
}

extension DocumentReader: TextSearching {
  /// The best documents of a query, best first, ties by document number.
  ///
  /// A query with neither terms nor phrases lists the documents that pass the filter, by number, with score 0.
  public func top(_ query: TextQuery, limit: Int) throws -> [TextHit] {
    let factor = 1 + Double(DocumentQuery.parameters.k1)
    return snapshot.top(try DocumentQuery.query(query), limit: limit).map {
      TextHit(document: $0.id, score: $0.score * factor)
    }
  }

  /// The number of documents that match.
  public func count(_ query: TextQuery) throws -> Int { snapshot.count(try DocumentQuery.query(query)) }

  /// Counts all the documents that match by an attribute, most frequent first, ties by value.
  public func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount] {
    try facets(query, [facet], limit: limit)[0]
  }

  /// Counts all the documents that match by several attributes; the documents are sought once.
  public func facets(_ query: TextQuery, _ facets: [Facet], limit: Int) throws -> [[FacetCount]] {
    let documents = snapshot.matches(try DocumentQuery.query(query))
    return facets.map { counts(documents, $0, limit: limit) }
  }

  /// What lists show of documents, in the order asked; a number that is not indexed gives nil.
  public func summaries(of documents: [Int64]) throws -> [DocumentSummary?] {
    try documents.map(summary)
  }

  /// In how many documents analysed terms occur; over several fields, in the one where most do.
  ///
  /// Documents that were removed count until their segment is merged.
  ///
  /// - Complexity: O(1) for each term, field and segment.
  public func documentFrequencies(of terms: [String], fields: [TextField]) throws -> [Int] {
    terms.map { term in
      fields.map { snapshot.documentFrequency(of: Array(term.utf8), field: DocumentSchema.place(of: $0)) }
        .max() ?? 0
    }
  }

  /// How many documents have a text in a field; of several fields, in the one where most do.
  public func documentCount(fields: [TextField]) throws -> Int {
    fields.map { snapshot.documentCount(field: DocumentSchema.place(of: $0)) }.max() ?? 0
  }
}
