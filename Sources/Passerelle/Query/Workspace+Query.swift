public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleSPARQL

extension Workspace {
  /// Asks a query of the store; its default graph is the union of all records.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - asOf: Asks the state known at that moment; nil for now.
  ///   - isRaw: Whether things stay called as their records call them; else what is one thing has one IRI.
  ///   - timeout: How long it may take.
  ///   - stopFlag: Asks this evaluation to stop; nil for the flag of the workspace.
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or `sparql.service`.
  public func answer(
    to query: GraphQuery, asOf: Instant? = nil, isRaw: Bool = false, timeout: Duration? = nil,
    stopFlag: StopFlag? = nil
  ) throws -> GraphAnswer {
    GraphAnswer(
      try query.query.evaluate(
        over: snapshot(asOf, isRaw), evaluationContext(timeout: timeout, stopFlag: stopFlag)))
  }

  /// Asks a query of the store and writes its answer piece by piece, as it comes.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - asOf: Asks the state known at that moment; nil for now.
  ///   - isRaw: Whether things stay called as their records call them; else what is one thing has one IRI.
  ///   - timeout: How long it may take.
  ///   - stopFlag: Asks this evaluation to stop; nil for the flag of the workspace.
  ///   - format: The format; one of tables for an answer piece by piece.
  ///   - sink: Gets the pieces, of about 64 KiB.
  /// - Returns: The answer where it could not be written so: triples, yes or no; nil where everything was written.
  /// - Throws: As ``answer(to:asOf:isRaw:timeout:stopFlag:)``, and what `sink` throws.
  public func write(
    _ query: GraphQuery, asOf: Instant? = nil, isRaw: Bool = false, timeout: Duration? = nil,
    stopFlag: StopFlag? = nil,
    as format: GraphQuery.Format, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> GraphAnswer? {
    guard let tables = format.tables else {
      return try answer(to: query, asOf: asOf, isRaw: isRaw, timeout: timeout, stopFlag: stopFlag)
    }
    let context = evaluationContext(timeout: timeout, stopFlag: stopFlag)
    return try query.query.write(over: snapshot(asOf, isRaw), context, as: tables, to: sink).map(
      GraphAnswer.init)
  }

  /// How a query is evaluated over the store: each step with the rows expected, the rows there were, and the time.
  ///
  /// - Throws: As ``answer(to:asOf:isRaw:timeout:stopFlag:)``.
  public func explanation(
    of query: GraphQuery, asOf: Instant? = nil, isRaw: Bool = false, timeout: Duration? = nil
  )
    throws -> String
  {
    try query.query.explain(over: snapshot(asOf, isRaw), evaluationContext(timeout: timeout, stopFlag: nil))
      .tree
  }

  /// The state that queries see, in which what is one thing has one IRI unless it is asked for as it was recorded.
  func snapshot(_ asOf: Instant?, _ isRaw: Bool) throws -> any GraphSnapshot {
    let current = isRaw ? CanonicalView.empty : try canonicalView()
    return try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let view = isRaw ? current : try canonicalView(reader, asOf: asOf, current: current)
      guard !view.isEmpty else { return try reader.snapshot() }
      let sequence = try reader.lastSequence()
      if asOf == nil, let known = gatheredSnapshot, known.sequence == sequence, known.view == view {
        return known.snapshot
      }
      var terms: [(other: Term, canonical: Term)] = []
      for cluster in view.clusters {
        for member in cluster.dropFirst() { terms.append((.iri(member), .iri(cluster[0]))) }
      }
      let snapshot = try reader.snapshot(canonical: terms)
      if asOf == nil {
        gatheredSnapshot = GatheredSnapshot(sequence: sequence, view: view, snapshot: snapshot)
      }
      return snapshot
    }
  }

  private func evaluationContext(timeout: Duration?, stopFlag: StopFlag?) -> EvaluationContext {
    var result = GraphQuery.context(
      GraphQuery.Options(now: context.clock(), timeout: timeout, stopFlag: stopFlag ?? context.stopFlag),
      StoreTextAccess(self))
    result.defaultGraphIsUnion = true
    return result
  }
}

/// A state in which what is one thing has one IRI, and what it was made of.
struct GatheredSnapshot {
  let sequence: Int64
  let view: CanonicalView
  let snapshot: any GraphSnapshot
}
