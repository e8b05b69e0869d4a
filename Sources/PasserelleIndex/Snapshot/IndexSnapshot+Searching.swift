import PasserelleSegments

extension IndexSnapshot {
  /// The best documents of a query, greatest score first, ties by ascending number.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - limit: The most documents wanted.
  /// - Returns: The hits; the same as by scoring every document.
  public func top(_ query: IndexQuery, limit: Int) -> [IndexHit] {
    guard limit > 0 else { return [] }
    let query = query.bounded
    var hits = TopHits(limit: limit)
    memories.withMemory { memory in
      if let plain = PlainQuery(query, self, memory: memory) {
        forEachPart(memory) { plain.top(inSegment: $0, &hits) }
      } else {
        let prepared = prepare(query)
        forEachPart(memory) { SegmentSearch(self, segment: $0, memory: memory).top(prepared, &hits) }
      }
    }
    return hits.take()
  }

  /// The documents that match a query, for counts and facets.
  ///
  /// - Complexity: O(postings of the query's words).
  public func matches(_ query: IndexQuery) -> MatchedDocuments {
    let prepared = prepare(query)
    var documents = [[UInt32]](repeating: [], count: parts.count)
    memories.withMemory { memory in
      forEachPart(memory) { place in
        SegmentSearch(self, segment: place, memory: memory).forEach(prepared) {
          documents[place].append(UInt32($0))
        }
      }
    }
    return MatchedDocuments(parts: parts, documents: documents)
  }

  /// How many documents match a query.
  public func count(_ query: IndexQuery) -> Int {
    let prepared = prepare(query)
    var count = 0
    memories.withMemory { memory in
      forEachPart(memory) {
        SegmentSearch(self, segment: $0, memory: memory).forEach(prepared) { _ in count += 1 }
      }
    }
    return count
  }

  /// Calls for each segment, which may take of a memory what the next one has again.
  @inline(__always)
  private func forEachPart(_ memory: QueryMemory, _ body: (_ place: Int) -> Void) {
    let mark = memory.mark
    for place in parts.indices {
      body(place)
      memory.rewind(to: mark)
    }
  }

  /// In how many documents a term occurs in a field; deleted ones count until their segment is merged.
  public func documentFrequency(of term: [UInt8], field: Int) -> Int {
    QueryPreparation(parts.map(\.segment), statistics)
      .documentFrequency(FieldTerm(field: field, term: term))
  }

  /// In how many documents a field holds anything.
  public func documentCount(field: Int) -> Int { statistics.fields[field].documents }

  func prepare(_ query: IndexQuery) -> PreparedQuery.Node {
    QueryPreparation(parts.map(\.segment), statistics).prepare(query.bounded)
  }
}

/// The documents that match a query.
public struct MatchedDocuments: Sendable {
  private let parts: [IndexSnapshot.Part]
  /// By part, ascending.
  private let documents: [[UInt32]]

  init(parts: [IndexSnapshot.Part], documents: [[UInt32]]) {
    self.parts = parts
    self.documents = documents
  }

  /// Their number.
  public var count: Int { documents.reduce(0) { $0 + $1.count } }

  /// Their external numbers, ascending.
  public var ids: [Int64] {
    zip(parts, documents).flatMap { part, documents in documents.map { part.segment.id(Int($0)) } }.sorted()
  }

  /// The values of a keyword column and how many of the documents have each, most frequent first, ties by value.
  public func keywordCounts(column: Int) -> [(value: String, count: Int)] {
    var counts: [String: Int] = [:]
    for (part, documents) in zip(parts, documents) {
      let column = part.segment.keywords[column]
      var codes = [Int](repeating: 0, count: column.values.count + 1)
      for document in documents {
        let code = Int(truncatingIfNeeded: column.codes[Int(document)])
        if code < codes.count { codes[code] += 1 }
      }
      for (code, count) in codes.enumerated().dropFirst() where count > 0 {
        counts[column.values[code - 1], default: 0] += count
      }
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// The values of a number column, each divided by `unit` and rounded down, and how many of the documents have each,
  /// most frequent first, ties by value.
  public func numberCounts(column: Int, unit: Int64 = 1) -> [(value: Int64, count: Int)] {
    var counts: [Int64: Int] = [:]
    for (part, documents) in zip(parts, documents) {
      let column = part.segment.numbers[column]
      for document in documents {
        guard let value = column.value(Int(document)) else { continue }
        counts[value >= 0 ? value / unit : (value - unit + 1) / unit, default: 0] += 1
      }
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}
