/// The SPARQL suites of the W3C.
enum SPARQLSuite {
  private static let place = "rdf-tests/w3c-rdf-tests/sparql/"
  private static let base = "https://w3c.github.io/rdf-tests/sparql/"

  static let all: [ConformanceSuite] = [
    suite("sparql11-query", "sparql11/manifest-all.ttl") { $0 == "query" },
    suite("sparql11-update", "sparql11/manifest-all.ttl") { $0 == "update" },
    suite("sparql11-syntax", "sparql11/manifest-all.ttl") { $0 == "syntax" },
    suite("sparql11-results", "sparql11/manifest-all.ttl") { $0 == "results" },
    suite("sparql11-entailment", "sparql11/manifest-all.ttl") { $0 == "entailment" },
    suite("sparql11-protocol", "sparql11/manifest-all.ttl") { $0 == "protocol" },
    suite("sparql10-query", "sparql10/manifest-evaluation.ttl") { _ in true },
    suite("sparql10-syntax", "sparql10/manifest-syntax.ttl") { _ in true },
  ]

  private static func suite(
    _ name: String, _ manifest: String, _ isIncluded: @escaping @Sendable (String) -> Bool
  ) -> ConformanceSuite {
    ConformanceSuite(name: name, place: place + manifest) { path, tell in
      let files = SuiteFiles(folder: String(path.dropLast(manifest.utf8.count)), base: base)
      let runner = SuiteRunner(files)
      for test in try SuiteManifest(files).cases(base + manifest) where isIncluded(part(of: test)) {
        try tell(test.suite + "/" + test.name, runner.run(test))
      }
    }
  }

  /// The part of the recommendation that a test is about.
  private static func part(of test: SuiteCase) -> String {
    if test.suite.hasSuffix("/entailment") { return "entailment" }
    if ["ProtocolTest", "GraphStoreProtocolTest", "ServiceDescriptionTest"].contains(test.kind) {
      return "protocol"
    }
    if test.kind.contains("Syntax") { return "syntax" }
    if test.kind == "UpdateEvaluationTest" { return "update" }
    if test.kind == "CSVResultFormatTest" || test.suite.hasSuffix("-res") { return "results" }
    return test.skipped?.contains("entailment") == true ? "entailment" : "query"
  }
}
