import PasserelleCore
import PasserelleRDF
import PasserelleSPARQL

/// The RDF 1.1 suites of the W3C.
enum SyntaxSuite {
  private static let place = "rdf-tests/w3c-rdf-tests/rdf/rdf11/"
  private static let base = "https://w3c.github.io/rdf-tests/rdf/rdf11/"
  private static let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

  static let all: [ConformanceSuite] = [
    suite("rdf11-turtle", "rdf-turtle", .turtle), suite("rdf11-trig", "rdf-trig", .trig),
    suite("rdf11-n-triples", "rdf-n-triples", .ntriples), suite("rdf11-n-quads", "rdf-n-quads", .nquads),
    suite("rdf11-xml", "rdf-xml", .rdfxml),
  ]

  private static func suite(_ name: String, _ folder: String, _ syntax: RDFSyntax) -> ConformanceSuite {
    let manifest = folder + "/manifest.ttl"
    return ConformanceSuite(name: name, place: place + manifest) { path, tell in
      let files = SuiteFiles(folder: String(path.dropLast(manifest.utf8.count)), base: base)
      var data = MemoryDataset()
      try files.load(base + manifest, into: &data)
      for entry in tests(data) {
        func value(_ property: String) -> String? {
          data.objects(entry, property).first.flatMap { $0.iriValue ?? $0.lexicalForm }
        }
        let kind = value(Vocabulary.type)?.split(separator: "#").last.map(String.init) ?? ""
        try tell(
          value(mf + "name") ?? entry.iriValue ?? "",
          try outcome(kind, value(mf + "action") ?? "", value(mf + "result"), syntax, files))
      }
    }
  }

  /// The tests in the order of the list, then those that the manifest describes and its list forgets.
  private static func tests(_ data: MemoryDataset) -> [Term] {
    var tests = data.objects(nil, mf + "entries").flatMap(data.list)
    var seen = Set(tests)
    try? data.match(nil, .iri(mf + "action"), nil, in: .defaultGraph) { triple in
      if seen.insert(triple.subject).inserted { tests.append(triple.subject) }
      return true
    }
    return tests
  }

  private static func outcome(
    _ kind: String, _ action: String, _ result: String?, _ syntax: RDFSyntax, _ files: SuiteFiles
  ) throws -> ConformanceSuite.Outcome {
    let reading: RDFReading
    do {
      reading = try RDFReading(try files.bytes(action), syntax, base: action)
    } catch let error as PasserelleError {
      return kind.contains("Negative") ? .passed : .failed(error.message.english)
    }
    if kind.contains("Negative") {
      return reading.faults.isEmpty && reading.isComplete ? .failed("accepted") : .passed
    }
    if let fault = reading.faults.first { return .failed("line \(fault.line): \(fault.detail.english)") }
    guard reading.isComplete else { return .failed("stopped") }
    guard let result else { return kind.contains("Eval") ? .failed("no result is named") : .passed }
    let expected = try files.statements(result, result.hasSuffix(".nq") ? .nquads : .ntriples)
    return TupleIsomorphism.sameStatements(
      reading.statements.map { RDFReading.tuple($0) }, expected.map { RDFReading.tuple($0) })
      ? .passed : .failed("other statements")
  }
}
