import PasserelleCore
import PasserelleDigest
package import PasserelleSPARQL

/// Runs tests of the SPARQL suites.
package struct SuiteRunner {
  /// How a query is evaluated over data.
  package typealias Evaluate = (Query, MemoryDataset, EvaluationContext) throws -> QueryResult

  private let files: SuiteFiles
  private let evaluate: Evaluate

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - files: The files of the suites.
  ///   - evaluate: The engine; by default the one that queries are asked with, by batches.
  package init(
    _ files: SuiteFiles, evaluate: @escaping Evaluate = { try $0.evaluate(over: MemorySnapshot($1), $2) }
  ) {
    self.files = files
    self.evaluate = evaluate
  }

  /// A context with a fixed time and the digests of libcrypto.
  private static let context = EvaluationContext(
    now: Instant(milliseconds: 1_760_000_000_000), seed: 7,
    digest: { function, bytes in MessageDigest(rawValue: function.rawValue.lowercased())?.hash(bytes) })

  /// Runs a test.
  ///
  /// - Returns: What it shows against the engine; nil where it passes.
  package func failure(of test: SuiteCase) -> String? {
    if case .failed(let reason) = run(test) { reason } else { nil }
  }

  func run(_ test: SuiteCase) -> ConformanceSuite.Outcome {
    if let reason = test.skipped { return .skipped(reason) }
    do {
      return try failure(test).map { .failed($0) } ?? .passed
    } catch let error as SPARQLSyntaxError {
      return .failed("syntax, \(error.line):\(error.column): \(error.reason.english)")
    } catch {
      return .failed("\(error)")
    }
  }

  /// What a test shows against the engine; nil where it passes.
  private func failure(_ test: SuiteCase) throws -> String? {
    switch test.kind {
    case "QueryEvaluationTest", "CSVResultFormatTest": return try query(test)
    case "UpdateEvaluationTest": return try update(test)
    case "PositiveSyntaxTest", "PositiveSyntaxTest11":
      _ = try SPARQLParser.query(try files.text(test.request), base: test.request)
      return nil
    case "PositiveUpdateSyntaxTest11":
      _ = try SPARQLParser.update(try files.text(test.request), base: test.request)
      return nil
    case "NegativeSyntaxTest", "NegativeSyntaxTest11", "NegativeUpdateSyntaxTest11":
      let text = try files.text(test.request)
      do throws(SPARQLSyntaxError) {
        if test.kind.contains("Update") {
          _ = try SPARQLParser.update(text, base: test.request)
        } else {
          _ = try SPARQLParser.query(text, base: test.request)
        }
      } catch {
        return nil
      }
      return "accepted"
    default: return "unknown kind \(test.kind)"
    }
  }

  private func query(_ test: SuiteCase) throws -> String? {
    let query = try SPARQLParser.query(try files.text(test.request), base: test.request)
    var data = try load(test.data, test.graphs)
    for iri in query.dataset.defaultGraphs + query.dataset.namedGraphs where !data.hasGraph(.iri(iri)) {
      try files.load(iri, into: &data, graph: .iri(iri))
    }
    var context = Self.context
    for service in test.services { context.services[service.name] = try load([service.file], []) }
    let result = try evaluate(query, data, context)
    guard let file = test.result else { return "no result is named" }
    let expected = try ResultReading(files).read(file)
    switch (result, expected.result) {
    case (.boolean(let a), .boolean(let b)): return a == b ? nil : "\(a) for \(b)"
    case (.graph(let a), .graph(let b)):
      return TupleIsomorphism.holds(a.map(tuple), b.map(tuple))
        ? nil : "other triples:\n\(text(a.map(tuple)))"
    case (.solutions(let a), .solutions(let b)):
      var a = a
      if test.kind == "CSVResultFormatTest" { a = ResultReading.csv(ResultFormat.csv.write(a)) }
      var isOrdered = expected.isOrdered
      if case .select(let select) = query.form { isOrdered = isOrdered && !select.orderBy.isEmpty }
      return difference(a, b, isLax: test.isLax, isOrdered: isOrdered)
    default: return "a result of another form"
    }
  }

  private func difference(
    _ found: SolutionTable, _ expected: SolutionTable, isLax: Bool, isOrdered: Bool
  ) -> String? {
    guard Set(found.variables) == Set(expected.variables) else {
      return "variables \(found.variables) for \(expected.variables)"
    }
    let places = expected.variables.map { found.variables.firstIndex(of: $0) ?? 0 }
    var rows = found.rows.map { row in places.map { row[$0] } }
    var wanted = expected.rows
    if isLax {
      guard rows.count <= wanted.count else { return "\(rows.count) rows for at most \(wanted.count)" }
      rows = unique(rows)
      wanted = unique(wanted)
    }
    if isOrdered {
      rows = rows.enumerated().map { [.integer($0)] + $1 }
      wanted = wanted.enumerated().map { [.integer($0)] + $1 }
    }
    return TupleIsomorphism.holds(rows, wanted) ? nil : "found:\n\(text(rows))\nwanted:\n\(text(wanted))"
  }

  private func unique(_ rows: [[Term?]]) -> [[Term?]] {
    var seen: Set<[Term?]> = []
    return rows.filter { seen.insert($0).inserted }
  }

  private func update(_ test: SuiteCase) throws -> String? {
    var data = try load(test.data, test.graphs)
    let expected = try load(test.resultData, test.resultGraphs)
    let request = try SPARQLParser.update(try files.text(test.request), base: test.request)
    try request.apply(to: &data, Self.context)
    let (a, b) = (quads(data), quads(expected))
    return TupleIsomorphism.holds(a, b) ? nil : "found:\n\(text(a))\nwanted:\n\(text(b))"
  }

  private func load(_ paths: [String], _ graphs: [(name: String, file: String)]) throws
    -> MemoryDataset
  {
    var data = MemoryDataset()
    for file in paths { try files.load(file, into: &data) }
    for graph in graphs { try files.load(graph.file, into: &data, graph: .iri(graph.name)) }
    return data
  }

  private func quads(_ data: MemoryDataset) -> [[Term?]] {
    let named = data.graphNames.flatMap { graph in data.triples(in: graph).map { tuple($0) + [graph] } }
    return data.triples(in: nil).map { tuple($0) + [nil] } + named
  }

  private func tuple(_ triple: RDFTriple) -> [Term?] {
    [triple.subject, triple.predicate, triple.object]
  }

  private func text(_ rows: [[Term?]]) -> String {
    rows.prefix(12).map { row in "    " + row.map { $0.map(NQuads.text) ?? "-" }.joined(separator: " | ") }
      .joined(separator: "\n")
  }
}
