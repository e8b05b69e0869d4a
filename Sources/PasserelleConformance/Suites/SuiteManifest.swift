import PasserelleCore
import PasserelleSPARQL

/// One test of a manifest of the SPARQL suites.
package struct SuiteCase: Sendable {
  /// The folder of its manifest, relative to that of the suites.
  package let suite: String
  /// The last part of its address.
  package let name: String
  /// The last part of the test's class.
  package let kind: String
  /// The file of the query or update.
  package var request = ""
  /// The files of the default graph.
  package var data: [String] = []
  /// The named graphs.
  package var graphs: [(name: String, file: String)] = []
  /// The file of the result.
  package var result: String?
  /// The default graph after an update.
  package var resultData: [String] = []
  /// The named graphs after an update.
  package var resultGraphs: [(name: String, file: String)] = []
  /// Whether fewer repetitions of a row are right too.
  package var isLax = false
  /// What other services hold.
  package var services: [(name: String, file: String)] = []
  /// Why the test is not run.
  package var skipped: String?
}

/// The manifests of the SPARQL suites.
package struct SuiteManifest {
  private let files: SuiteFiles

  /// Makes a reader of manifests.
  package init(_ files: SuiteFiles) { self.files = files }

  private let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  private let qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
  private let ut = "http://www.w3.org/2009/sparql/tests/test-update#"
  private let sd = "http://www.w3.org/ns/sparql-service-description#"

  /// The tests of a manifest and of those that it includes, in their order.
  package func cases(_ manifest: String) throws -> [SuiteCase] {
    var data = MemoryDataset()
    try files.load(manifest, into: &data)
    var found: [SuiteCase] = []
    for included in data.objects(nil, mf + "include").flatMap(data.list) {
      if let iri = included.iriValue { found += try cases(iri) }
    }
    let suite = manifest.dropFirst(files.base.count).split(separator: "/").dropLast().joined(
      separator: "/")
    for entry in data.objects(nil, mf + "entries").flatMap(data.list) {
      found.append(test(entry, String(suite), data))
    }
    return found
  }

  private func test(_ entry: Term, _ suite: String, _ data: MemoryDataset) -> SuiteCase {
    func text(_ subject: Term?, _ predicate: String) -> String? {
      data.objects(subject, predicate).first.flatMap { $0.iriValue ?? $0.lexicalForm }
    }
    let kind = text(entry, Vocabulary.type)?.split(separator: "#").last.map(String.init) ?? ""
    let short = entry.iriValue?.split(separator: "#").last.map(String.init) ?? ""
    var test = SuiteCase(suite: suite, name: short, kind: kind)
    test.isLax = text(entry, mf + "resultCardinality") == mf + "LaxCardinality"
    let action = data.objects(entry, mf + "action").first
    let outcome = data.objects(entry, mf + "result").first
    func graphs(_ subject: Term?, _ vocabulary: String) -> [(name: String, file: String)] {
      data.objects(subject, vocabulary + "graphData").compactMap { node in
        if let file = text(node, vocabulary + "graph"), let name = text(node, Vocabulary.label) {
          return (name, file)
        }
        return node.iriValue.map { ($0, $0) }
      }
    }
    if kind == "UpdateEvaluationTest" {
      test.request = text(action, ut + "request") ?? ""
      test.data = data.objects(action, ut + "data").compactMap(\.iriValue)
      test.graphs = graphs(action, ut)
      test.resultData = data.objects(outcome, ut + "data").compactMap(\.iriValue)
      test.resultGraphs = graphs(outcome, ut)
    } else {
      test.request = text(action, qt + "query") ?? action?.iriValue ?? ""
      test.data = data.objects(action, qt + "data").compactMap(\.iriValue)
      test.graphs = graphs(action, qt)
      test.result = outcome?.iriValue
      test.services = data.objects(action, qt + "serviceData").compactMap { node in
        guard let name = text(node, qt + "endpoint"), let file = text(node, qt + "data") else { return nil }
        return (name, file)
      }
    }
    if !data.objects(action, sd + "entailmentRegime").isEmpty || suite.hasSuffix("/entailment") {
      test.skipped = "entailment regimes are not offered"
    } else if ["ProtocolTest", "GraphStoreProtocolTest", "ServiceDescriptionTest"].contains(kind) {
      test.skipped = "asks a server over HTTP"
    }
    return test
  }
}
