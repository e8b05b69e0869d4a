public import PasserelleCore
import PasserelleGraph
import PasserelleSPARQL

extension Workspace {
  /// Asks a query of the store; its default graph is the union of all records.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - asOf: Asks the state known at that moment; nil for now.
  ///   - timeout: How long it may take.
  ///   - stopFlag: Asks this evaluation to stop; nil for the flag of the workspace.
  /// - Returns: The answer.
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or `sparql.service`.
  public func answer(
    to query: GraphQuery, asOf: Instant? = nil, timeout: Duration? = nil, stopFlag: StopFlag? = nil
  ) throws -> GraphAnswer {
    GraphAnswer(
      try query.query.evaluate(over: snapshot(asOf), evaluationContext(timeout: timeout, stopFlag: stopFlag)))
  }

  /// Asks a query of the store and writes its answer piece by piece, as it comes.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - asOf: Asks the state known at that moment; nil for now.
  ///   - timeout: How long it may take.
  ///   - stopFlag: Asks this evaluation to stop; nil for the flag of the workspace.
  ///   - format: The format; one of tables for an answer piece by piece.
  ///   - sink: Gets the pieces, of about 64 KiB.
  /// - Returns: The answer where it could not be written so: triples, yes or no; nil where everything was written.
  /// - Throws: As ``answer(to:asOf:timeout:stopFlag:)``, and what `sink` throws.
  public func write(
    _ query: GraphQuery, asOf: Instant? = nil, timeout: Duration? = nil, stopFlag: StopFlag? = nil,
    as format: GraphQuery.Format, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> GraphAnswer? {
    guard let tables = format.tables else {
      return try answer(to: query, asOf: asOf, timeout: timeout, stopFlag: stopFlag)
    }
    let context = evaluationContext(timeout: timeout, stopFlag: stopFlag)
    return try query.query.write(over: snapshot(asOf), context, as: tables, to: sink).map(GraphAnswer.init)
  }

  /// How a query is evaluated over the store: each step with the rows expected, the rows there were, and the time.
  ///
  /// - Throws: As ``answer(to:asOf:timeout:stopFlag:)``.
  public func explanation(of query: GraphQuery, asOf: Instant? = nil, timeout: Duration? = nil) throws
    -> String
  {
    try query.query.explain(over: snapshot(asOf), evaluationContext(timeout: timeout, stopFlag: nil)).tree
  }

  private func snapshot(_ asOf: Instant?) throws -> any GraphSnapshot {
    try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { try $0.snapshot() }
  }

  private func evaluationContext(timeout: Duration?, stopFlag: StopFlag?) -> EvaluationContext {
    var result = GraphQuery.context(
      GraphQuery.Options(now: context.clock(), timeout: timeout, stopFlag: stopFlag ?? context.stopFlag),
      StoreTextAccess(self))
    result.defaultGraphIsUnion = true
    return result
  }
}
