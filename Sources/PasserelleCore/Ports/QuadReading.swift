/// Many quads in columns, owned and reused by the caller.
public struct QuadBatch: Sendable {
  /// The version column.
  public var graphs: [VersionID] = []
  /// The subject column.
  public var subjects: [TermID] = []
  /// The predicate column.
  public var predicates: [TermID] = []
  /// The object column.
  public var objects: [TermID] = []

  /// Makes an empty batch with room for some quads.
  public init(capacity: Int = 4096) {
    graphs.reserveCapacity(capacity)
    subjects.reserveCapacity(capacity)
    predicates.reserveCapacity(capacity)
    objects.reserveCapacity(capacity)
  }

  /// The number of quads.
  @inlinable public var count: Int { graphs.count }

  /// One quad.
  @inlinable
  public subscript(index: Int) -> Quad {
    Quad(graph: graphs[index], subject: subjects[index], predicate: predicates[index], object: objects[index])
  }

  /// Adds a quad.
  @inlinable
  public mutating func append(_ quad: Quad) {
    graphs.append(quad.graph)
    subjects.append(quad.subject)
    predicates.append(quad.predicate)
    objects.append(quad.object)
  }

  /// Empties the batch and keeps its room.
  public mutating func removeAll() {
    graphs.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    predicates.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
  }
}

/// Which versions a reader sees.
public enum VersionScope: Hashable, Sendable {
  /// The open version of every record.
  case current
  /// The versions that were open at a moment, by the instants of ingestion.
  case ingested(asOf: Instant)
  /// The versions that were open when the version of this number had just been written: exact where several were
  /// ingested in the same millisecond.
  case sequence(Int64)
  /// Every version, superseded ones too.
  case all
}

/// Reads quads and terms from one consistent state of a store, in batches.
public protocol QuadReading {
  /// Gives the quads that match, in batches, in the order of the index that serves the pattern.
  ///
  /// - Parameters:
  ///   - pattern: Places left at `.none` match anything.
  ///   - body: Gets each batch; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  /// - Complexity: O(log n + matches) when an index begins with the bound places.
  func scan(_ pattern: QuadPattern, _ body: (borrowing QuadBatch) throws -> Bool) throws

  /// Finds the identifiers of terms, `.none` for a term that the store has never seen, in order.
  func identifiers(of terms: [Term]) throws -> [TermID]

  /// Finds the terms of identifiers, nil for an identifier that the store does not know, in order.
  func terms(of identifiers: [TermID]) throws -> [Term?]
}

extension QuadReading {
  /// Collects the quads that match; for patterns known to be narrow.
  public func quads(_ pattern: QuadPattern) throws -> [Quad] {
    var result: [Quad] = []
    try scan(pattern) { batch in
      for index in 0..<batch.count { result.append(batch[index]) }
      return true
    }
    return result
  }
}
